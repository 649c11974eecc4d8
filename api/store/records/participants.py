"""What the store answers about participants: links of their own pages, what they report, how fresh a calendar is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from api.store.records.links import SecretLink, Subscription
from models import Away

__all__ = ["Calendar", "PageLink", "PublicLink", "Report", "ReportState"]

ReportState = Literal["waiting", "accepted", "declined", "withdrawn"]
"""Where a report stands: `withdrawn` is what the person took back, the last three are final."""


@dataclass(frozen=True)
class PageLink(SecretLink):
    """The link of a participant's own page."""

    person: str


@dataclass(frozen=True)
class PublicLink(SecretLink):
    """The link of a term's timetable for the public."""


@dataclass(frozen=True)
class Calendar:
    """A calendar that somebody has the link of, and how fresh what they fetched last is.

    Attributes:
        fetched_release: number of the release whose bytes were fetched last; `None` where none were.
        is_current: whether those are what it says now.
    """

    subscription: Subscription
    fetched_release: int | None
    is_current: bool


@dataclass(frozen=True)
class Report:
    """That a participant cannot come: a proposed change, which a coordinator takes in or declines.

    Attributes:
        number: 1, 2, 3, ... within the term.
        meeting: title of the meeting that the person named, whose time it then is; `None` for a time as such.
        start: local time of the term, as `end`.
        reason: kept only while it waits; afterwards an accepted one is in the term, any other nowhere.
        answer: a word to the person.
        change: number of the change that accepting it made.
    """

    term_id: str
    number: int
    person: str
    meeting: str | None
    start: datetime
    end: datetime
    reason: str | None
    reported_at: datetime
    state: ReportState
    decided_at: datetime | None
    decided_by: str | None
    answer: str | None
    change: int | None

    @property
    def away(self) -> Away:
        """The same as what a change would say."""
        return Away(person=self.person, start=self.start, end=self.end)
