"""What we are to the organisation's provider, and what its claims mean here: the settings, made sure of."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from api.settings import Settings

__all__ = ["Client", "is_safe"]

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Client:
    """Us, as the provider knows us.

    Attributes:
        issuer: the provider, as it names itself.
        name: what the button calls the organisation.
        scopes: what is asked for, with spaces between.
        name_claim: which claim names an account; of `email` only an address that the provider has verified.
        role_claim: which claim gives the role, by one of the values in `coordinators` or `readers`.
        domains: which domains names may be of; none allows all.
    """

    issuer: str
    id: str
    secret: str = field(repr=False)
    name: str
    scopes: str
    name_claim: str
    role_claim: str
    coordinators: frozenset[str]
    readers: frozenset[str]
    domains: frozenset[str]

    @classmethod
    def of(cls, settings: "Settings") -> Self | None:
        """The one that the settings say; `None` where they name no provider.

        Raises:
            PydanticCustomError: they are not enough, or wrong.
        """
        _check(settings)
        if not settings.oidc_issuer:
            return None
        return cls(
            issuer=settings.oidc_issuer,
            id=settings.oidc_client_id,
            secret=_secret(settings),
            name=settings.oidc_name or urlsplit(settings.oidc_issuer).hostname or "",
            scopes=settings.oidc_scopes,
            name_claim=settings.oidc_name_claim,
            role_claim=settings.oidc_role_claim,
            coordinators=_listed(settings.oidc_coordinators),
            readers=_listed(settings.oidc_readers),
            domains=frozenset(one.lower().removeprefix("@") for one in _listed(settings.oidc_domains)),
        )


def is_safe(address: str) -> bool:
    """Whether an address is reached by HTTPS, or within this machine."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.scheme == "https" or _is_within(parts.scheme, parts.hostname))
    except ValueError:
        return False


def _is_within(scheme: str, host: str | None) -> bool:
    return scheme == "http" and host in _LOOPBACK


def _check(settings: "Settings") -> None:
    """Say the first thing that is missing, and what mends it."""
    if not settings.oidc_issuer:
        if settings.oidc_only:
            raise PydanticCustomError("oidc_only", "OIDC_ONLY lets nobody in: set OIDC_ISSUER, or leave it out")
        return
    if not is_safe(settings.oidc_issuer) or any(mark in settings.oidc_issuer for mark in "?# "):
        raise PydanticCustomError(
            "oidc_issuer", "OIDC_ISSUER is an address that begins with https:// and has no ? or #"
        )
    if not settings.oidc_client_id:
        raise PydanticCustomError(
            "oidc_client", "OIDC_ISSUER signs in: set OIDC_CLIENT_ID as the provider has given it"
        )
    if not settings.oidc_name_claim or not settings.oidc_role_claim:
        raise PydanticCustomError("oidc_claims", "OIDC_NAME_CLAIM and OIDC_ROLE_CLAIM name a claim each: set them")
    if not _listed(settings.oidc_coordinators) | _listed(settings.oidc_readers):
        raise PydanticCustomError(
            "oidc_roles", "OIDC_ISSUER lets nobody in: set OIDC_COORDINATORS, OIDC_READERS or both"
        )
    if "openid" not in settings.oidc_scopes.split():
        raise PydanticCustomError("oidc_scopes", "OIDC_SCOPES asks for no sign-in: add openid")
    _secret(settings)


def _secret(settings: "Settings") -> str:
    """The client's secret, of the environment or of a file."""
    said, file = settings.oidc_client_secret.get_secret_value(), settings.oidc_client_secret_file
    if bool(said) == bool(file):
        raise PydanticCustomError("oidc_secret", "set one of OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE")
    if said:
        return said
    try:
        read = Path(file).read_text("utf-8").strip()
    except (OSError, ValueError):
        read = ""
    if not read:
        raise PydanticCustomError("oidc_secret_file", "OIDC_CLIENT_SECRET_FILE cannot be read, or is empty")
    return read


def _listed(text: str) -> frozenset[str]:
    """Values with commas between: names of groups hold spaces."""
    return frozenset(one.strip() for one in text.split(",") if one.strip())
