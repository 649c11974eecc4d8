"""What the store answers about who may come in, and about itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = [
    "Account",
    "AuditEntry",
    "Identity",
    "IssuedToken",
    "Principal",
    "Readiness",
    "Role",
    "Session",
    "TokenInfo",
    "WayIn",
]


Role = Literal["coordinator", "reader"]
"""What an account may do."""

WayIn = Literal["password", "organisation", "waits"]
"""How its owner signs in; `waits`: with a password, until the organisation says who the owner is."""


@dataclass(frozen=True)
class Principal:
    """Who a coordinator's token speaks for."""

    workspace_id: str
    name: str


@dataclass(frozen=True)
class TokenInfo:
    """A coordinator's token, without its secret."""

    id: str
    name: str
    created_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True)
class IssuedToken(TokenInfo):
    """A new token with its secret, which is told once and not stored."""

    secret: str


@dataclass(frozen=True)
class Account:
    """Somebody who signs in to the pages.

    Attributes:
        name: that they sign in with; unique in all workspaces.
        role: a reader looks, a coordinator changes too.
        way: how they sign in; told in lists alone.
    """

    id: str
    name: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None
    way: WayIn = "password"


@dataclass(frozen=True)
class Identity:
    """Somebody as the organisation's provider knows them.

    Attributes:
        subject: what never changes of them, within the issuer.
        name: what they are called; can change.
        role: that they have here now; `None` for none.
    """

    issuer: str
    subject: str
    name: str
    role: Role | None


@dataclass(frozen=True)
class Session:
    """Somebody who is signed in.

    Attributes:
        hash: of the secret that their browser holds.
        form_key: what every form that they send must bring back.
    """

    workspace_id: str
    hash: str
    form_key: str
    account: Account


@dataclass(frozen=True)
class AuditEntry:
    """Who did what to what, and when.

    Attributes:
        action: `term.create`, `term.replace`, `change.create`, `change.undo`, `job.create`, `release.create`, ...
        subject: id of what it was done to.
    """

    number: int
    at: datetime
    by: str
    action: str
    subject: str


@dataclass(frozen=True)
class Readiness:
    """Whether the service can do its work.

    Attributes:
        database: whether it answers and has the tables of this version.
        solver: whether a solver process has been heard of lately.
    """

    database: bool
    solver: bool
