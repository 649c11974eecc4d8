"""What an operator can set: read once from the environment, `TERMINSPLAN_` and the name in capitals."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from api.oidc_client import Client
from models import Sizes, nearest

__all__ = ["PREFIX", "Settings"]

PREFIX = "TERMINSPLAN_"
_SIZES = "SIZES_"
_IGNORED = ("TEST_", "REQUIRE_ALL", "FUZZ", "LANGUAGE", "DEBUG")  # of the tests and the command line


class Settings(BaseModel):
    """All settings with their defaults; `docs/operations.md` explains each."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True)

    data_dir: Path = Path("data")
    """Directory of everything that is kept: database and keys. Made when missing."""
    database_url: str = ""
    """SQLAlchemy address of the database; empty is the SQLite file `terminsplan.sqlite` in `data_dir`."""
    host: str = "127.0.0.1"
    """Address that the API listens at."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """Port that the API listens at; 0 takes any free one."""
    public_url: str = ""
    """Where people reach the service, for the links that it shows; empty is what each request says."""
    open_page: bool = False
    """Whether the page at `/` shows names and calendar links to all who ask from this machine, for a demonstration."""
    map_url: Annotated[str, Field(pattern=r"^(https://[^\s{}]+\{where\}[^\s{}]*)?$")] = (
        "https://www.openstreetmap.org/search?query={where}"
    )
    """Map that a participant's page links to, `{where}` being an address or coordinates; empty links to none."""
    session_hours: Annotated[float, Field(ge=0.1, le=168)] = 12.0
    """How long whoever is signed in to the pages stays so without using them, in hours; after a week at the latest."""
    max_body_bytes: Annotated[int, Field(ge=1024)] = 10_000_000
    """The largest body of a request, in bytes."""
    max_json_depth: Annotated[int, Field(ge=8, le=500)] = 64
    """How deep objects and lists may nest in a request."""
    plan_time_limit_seconds: Annotated[float, Field(gt=0, le=3600)] = 60.0
    """How long a plan is looked for, in seconds, when the request does not say."""
    max_plan_time_limit_seconds: Annotated[float, Field(gt=0, le=3600)] = 600.0
    """The longest time that a request may ask for, in seconds."""
    workers: Annotated[int, Field(ge=1, le=64)] = 2
    """Threads of the solver for one plan."""
    solver_lease_seconds: Annotated[float, Field(ge=0.5, le=3600)] = 10.0
    """A solver that is silent for so long is taken for dead and its job given to another."""
    keep_cancelled_days: Annotated[int, Field(ge=0, le=3660)] = 30
    """How long after its day a cancelled meeting stays in the calendars; the next release or night then drops it."""
    smtp_host: str = ""
    """Mail server that digests are handed to; empty sends no mail."""
    smtp_port: Annotated[int, Field(ge=1, le=65535)] = 587
    """Port of the mail server; usually 587 with `starttls`, 465 with `tls`, 25 with `none`."""
    smtp_security: Literal["none", "starttls", "tls"] = "starttls"
    """How the way to the mail server is encrypted; its certificate is checked."""
    smtp_user: str = ""
    """Name to log in to the mail server with; empty does not log in."""
    smtp_password: SecretStr = SecretStr("")
    """Password of that name."""
    smtp_timeout_seconds: Annotated[float, Field(gt=0, le=120)] = 30.0
    """How long one answer of the mail server is waited for, in seconds."""
    mail_from: str = ""
    """Whom digests come from and answers go to: an address, or `Name <address>`; needed with `SMTP_HOST`."""
    oidc_issuer: str = ""
    """The organisation's OpenID Connect provider, as it names itself; empty signs in with passwords alone."""
    oidc_client_id: str = ""
    """What the provider calls this service."""
    oidc_client_secret: SecretStr = SecretStr("")
    """Secret that the provider has given this service."""
    oidc_client_secret_file: str = ""
    """File that holds the secret, instead of `OIDC_CLIENT_SECRET`."""
    oidc_name: str = ""
    """The organisation's name on the button; empty is the provider's host."""
    oidc_scopes: str = "openid email profile"
    """What is asked of the provider, with spaces between; `openid` is one of them."""
    oidc_name_claim: str = "email"
    """Claim that names an account; of `email` only an address that `email_verified` vouches for."""
    oidc_role_claim: str = "groups"
    """Claim whose values give the role."""
    oidc_coordinators: str = ""
    """Values of that claim, with commas between, that make a coordinator."""
    oidc_readers: str = ""
    """Values of that claim, with commas between, that make a reader."""
    oidc_domains: str = ""
    """Domains, with commas between, that names must be of (`anna@example.org`); empty allows all."""
    oidc_only: bool = False
    """Whether passwords are neither asked for nor taken; links of `account link` sign in all the same."""
    replace_lost_keys: bool = False
    """Start although a key of the links is missing: new keys are made and all its links replaced."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least severe messages that are written to standard error."""
    sizes: Sizes = Sizes()
    """How large a term may be; each bound is a setting, `TERMINSPLAN_SIZES_MEETINGS` and so on."""

    @model_validator(mode="after")
    def _says_whom_mail_comes_from(self) -> Self:
        if self.smtp_host and not self.mail_domain:
            raise PydanticCustomError(
                "no_mail_from", "SMTP_HOST sends mail: set MAIL_FROM to the address it comes from"
            )
        return self

    @model_validator(mode="after")
    def _says_enough_of_the_provider(self) -> Self:
        Client.of(self)
        return self

    @property
    def sender(self) -> tuple[str, str]:
        """Name, which may be empty, and address that digests come from."""
        name, bracket, address = self.mail_from.strip().rpartition("<")
        return (name.strip(' "'), address.removesuffix(">")) if bracket else ("", address)

    @property
    def mail_domain(self) -> str:
        """Domain of the address that digests come from, which their message ids end with; empty without a plain one."""
        name, _, domain = self.sender[1].rpartition("@")
        return domain if name and domain.isascii() else ""

    @property
    def url(self) -> str:
        """The database's address, the default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'terminsplan.sqlite'}"

    @property
    def key_file(self) -> Path:
        """Where the keys of the links lie."""
        return self.data_dir / "keys.json"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], **given: Any) -> Self:
        """The settings that the variables say, `given` ones first.

        Raises:
            ValidationError: a value, or a variable's name, is wrong.
        """
        said = {key.removeprefix(PREFIX): value for key, value in environment.items() if key.startswith(PREFIX)}
        said = {key: value for key, value in said.items() if not key.startswith(_IGNORED)}
        _refuse_unknown(said)
        sizes = {key.removeprefix(_SIZES).lower(): value for key, value in said.items() if key.startswith(_SIZES)}
        plain = {key.lower(): value for key, value in said.items() if not key.startswith(_SIZES)}
        return cls.model_validate({**plain, **({"sizes": sizes} if sizes else {}), **given})

    def environment(self) -> dict[str, str]:
        """The variables that say these settings, for a process to be started with them."""
        plain = {PREFIX + key.upper(): _said(value) for key, value in self if key != "sizes"}
        return plain | {f"{PREFIX}{_SIZES}{key.upper()}": str(value) for key, value in asdict(self.sizes).items()}


def _said(value: Any) -> str:
    return str(value.get_secret_value() if isinstance(value, SecretStr) else value)


def _refuse_unknown(said: Mapping[str, str]) -> None:
    """Refuse names that no setting has: a misspelt setting would be a silent default."""
    known = {name.upper() for name in Settings.model_fields if name != "sizes"}
    known |= {_SIZES + name.upper() for name in Sizes.names()}
    wrong = sorted(set(said) - known)
    if wrong:
        raise ValidationError.from_exception_data("Settings", [_unknown(name, known) for name in wrong])


def _unknown(name: str, known: set[str]) -> InitErrorDetails:
    hint = nearest(name, known).replace('"', f'"{PREFIX}', 1)  # the prefix, alike in all, would make all of them near
    params = {"name": PREFIX + name, "nearest": hint}
    error = PydanticCustomError("unknown_setting", 'unknown setting "{name}"{nearest}: correct or unset it', params)
    return InitErrorDetails(type=error, loc=(PREFIX + name,), input="")  # its value may be a secret
