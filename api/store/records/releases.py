"""What the store answers about releases: who is told of them, and which calendars show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from api.feeds import Language

__all__ = [
    "DigestInfo",
    "DigestState",
    "Preview",
    "Reach",
    "Release",
    "Rendering",
    "StoredDigest",
]


DigestState = Literal["none", "queued", "sending", "sent", "failed", "folded"]
"""Where the mail of a digest is. `none`: nobody's address, or no mail server; `failed`: refused, or given up;
`folded`: not sent, because a later digest tells it too, or what it told was taken back."""


@dataclass(frozen=True)
class Release:
    """A numbered, immutable publication of one plan.

    Attributes:
        number: 1, 2, 3, ... within the term.
        revision: the revision of the term that the plan answers.
    """

    term_id: str
    number: int
    plan_id: str
    revision: int
    released_at: datetime
    by: str


@dataclass(frozen=True)
class Preview:
    """What a release would do.

    Attributes:
        number: that it would get.
        before: id of the plan of the newest release; `None` before the first.
        after: id of the plan that would be released.
        revision: the revision of the term that the plan answers.
        current_revision: the newest one.
        feeds: how many feeds people have links of.
        feeds_changed: how many of them would have other bytes.
        mails: by person that it would tell something, `queued` where a mail would be sent, else `none`.
    """

    number: int
    before: str | None
    after: str
    revision: int
    current_revision: int
    feeds: int
    feeds_changed: int
    mails: Mapping[str, DigestState]


@dataclass(frozen=True)
class DigestInfo:
    """That a person has something to be told of a release, and how far their mail has come.

    Attributes:
        since: number of the release that it compares with; 0 where it is the first that the person is told.
        attempts: how many times it has been handed to the mail server, or was about to be.
        code: the mail server's last answer, as SMTP numbers them; `None` where there was none.
    """

    term_id: str
    release: int
    person: str
    since: int
    language: Language
    state: DigestState
    attempts: int
    sent_at: datetime | None
    code: int | None


@dataclass(frozen=True)
class StoredDigest(DigestInfo):
    """The digest itself."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Reach:
    """Whether a person whom a release concerns can have heard of it.

    Attributes:
        mailed_at: when a mail that tells of it was accepted by the mail server.
        fetched_at: when a calendar of their own was last fetched, of this release or not.
        certainly_not_reached: neither has such a mail left, perhaps, nor a calendar of their own been fetched since.
    """

    person: str
    state: DigestState
    mailed_at: datetime | None
    fetched_at: datetime | None
    certainly_not_reached: bool


@dataclass(frozen=True)
class Rendering:
    """A feed as it goes over the wire.

    Attributes:
        etag: strong entity tag, with its quotes.
        filename: for people, `person-mas.ics`.
        last_modified: when the release was made that last changed the bytes.
        release: its number.
    """

    body: bytes
    etag: str
    last_modified: datetime
    filename: str
    release: int
