"""Whom a provider's claims speak of: a name that it vouches for, and a role here."""

from collections.abc import Mapping
from typing import Any

from api.oidc.refusal import Refusal
from api.oidc_client import Client
from api.store import Identity, Role

__all__ = ["identity_of"]

LONGEST_NAME = 64
LONGEST_SUBJECT = 255
"""Characters, as OpenID Connect says."""


def identity_of(claims: Mapping[str, Any], client: Client) -> Identity:
    """Who it is. An account belongs to issuer and subject; the name is only what people call it.

    Args:
        claims: of an ID token that has been made sure of.

    Raises:
        Refusal: `unnamed` or `outside`.
    """
    subject = claims["sub"]
    if not isinstance(subject, str) or not _is_subject(subject):
        raise Refusal("token", "the subject is no text of 1 to 255 ASCII characters")
    return Identity(client.issuer, subject, _name(claims, client), _role(claims, client))


def _name(claims: Mapping[str, Any], client: Client) -> str:
    name = claims.get(client.name_claim)
    if client.name_claim == "email" and claims.get("email_verified") is not True:
        raise Refusal("unnamed", "the provider does not vouch for the e-mail address")
    if not isinstance(name, str) or not _is_name(name):
        raise Refusal("unnamed", "the claim that names the account is missing, or no name")
    if client.domains and name.rpartition("@")[2].lower() not in client.domains:
        raise Refusal("outside", "the name is of another domain")
    return name


def _is_subject(text: str) -> bool:
    return 0 < len(text) <= LONGEST_SUBJECT and text.isascii() and text.isprintable()


def _is_name(text: str) -> bool:
    kept = text.casefold()  # which can be longer
    return 0 < len(kept) <= LONGEST_NAME and all(one.isprintable() and not one.isspace() for one in text)


def _role(claims: Mapping[str, Any], client: Client) -> Role | None:
    """The highest that the claims give."""
    said = claims.get(client.role_claim)
    values = {one for one in (said if isinstance(said, list) else [said]) if isinstance(one, str)}
    if values & client.coordinators:
        return "coordinator"
    return "reader" if values & client.readers else None
