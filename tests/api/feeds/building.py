"""A tiny term's plans written by hand, and what became of a feed's events."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest

from api.feeds import FeedRelease, History, Subscriber, history, render
from models import Engine, Placement, Plan, ResolvedMeeting, Sitting, Term, Unplaced, Vacancy

SPRING = datetime(2026, 1, 8, 9, 30, 15, 250_000, tzinfo=UTC)
AUTUMN = datetime(2026, 9, 21, 7, 0, tzinfo=UTC)
ALL = Subscriber(kind="term")


def read_document() -> dict[str, Any]:
    """The tiny term as JSON."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("term.json").read_text(encoding="utf-8"))
    return found


def missing(what: str) -> NoReturn:
    """Skip the test with a sentence; where everything must be there, as in CI, fail instead."""
    if os.environ.get("TERMINSPLAN_REQUIRE_ALL") == "1":
        pytest.fail(what)
    pytest.skip(what)


@dataclass(frozen=True)
class Held:
    """A meeting as a plan holds it.

    Attributes:
        start: local, ISO 8601.
        people: `seat=person` each.
    """

    start: str
    people: tuple[str, ...] = ()
    place: str | None = None

    def at(self, start: str) -> "Held":
        return replace(self, start=start)

    def by(self, *people: str) -> "Held":
        return replace(self, people=people)


TINY: Mapping[str, Held] = {
    "v1": Held("2026-01-20T13:00", ("heads=vaf-1", "boda=boda-head", "sjobo=sjobo-head"), "hall"),
    "h-boda": Held("2026-10-22T13:00", ("head=vaf-3:1", "mas=mas", "boda=boda-head"), "boda"),
    "h-sjobo": Held("2026-10-26T13:00", ("head=vaf-2", "sjobo=sjobo-head")),
    "h-late": Held("2026-10-28T14:30", ("head=vaf-2", "boda=boda-head"), "boda"),
}
"""Both sides of 25 October, when summer time ends; a deputy, an asked on-demand seat, an empty one, a place unknown."""


def planned(term: Term, held: Mapping[str, Held] = TINY, as_of: str | None = None) -> Plan:
    """The plan that holds those meetings and no others."""
    placements = [_placement(term, term.resolved[meeting], one) for meeting, one in held.items()]
    rest = (meeting for meeting in term.resolved if meeting not in held)
    return Plan(
        term_uid=term.uid,
        term_digest=term.digest,
        time_zone=term.time_zone,
        as_of=datetime.fromisoformat(as_of) if as_of else None,
        placements=tuple(sorted(placements, key=lambda one: (one.start, one.meeting))),
        unplaced=tuple(Unplaced(meeting=meeting, starts=1, open_starts=0) for meeting in rest),
        goals=(),
        engine=Engine(version="0", seed=1, workers=1),
    )


def _placement(term: Term, meeting: ResolvedMeeting, held: Held) -> Placement:
    start = datetime.fromisoformat(held.start)
    sittings = tuple(_sitting(term, meeting, one) for one in held.people)
    taken = [one.seat for one in sittings]
    missing = {seat.id: seat.count - taken.count(seat.id) for seat in meeting.wanted_seats}
    return Placement(
        meeting=meeting.id,
        start=start,
        end=meeting.end_of(start),
        place=held.place,
        sittings=sittings,
        vacancies=tuple(Vacancy(seat=seat, missing=count) for seat, count in missing.items() if count),
    )


def _sitting(term: Term, meeting: ResolvedMeeting, text: str) -> Sitting:
    """`seat=person` for a holder, `seat=person:1` for a first deputy."""
    seat_id, person, rank = re.fullmatch(r"([^=]+)=([^:]+):?(\d*)", text).groups()  # type: ignore[union-attr]
    seat = next(one for one in meeting.seats if one.id == seat_id)
    where = int(rank or 0)
    appointment = next(
        one.id for one in term.appointed[seat.role, seat.unit] if (one.holder, *one.deputies)[where:][:1] == (person,)
    )
    return Sitting(seat=seat_id, person=person, appointment=appointment, deputy_rank=where)


@dataclass(frozen=True)
class Released:
    """One release after the other of a term."""

    term: Term
    history: History

    @classmethod
    def first(cls, term: Term, held: Mapping[str, Held] = TINY, at: datetime = SPRING) -> "Released":
        return cls.of(None, term, planned(term, held), at)

    @classmethod
    def of(cls, previous: History | None, term: Term, plan: Plan, at: datetime) -> "Released":
        return cls(term, history(previous, term, plan, at))

    def then(
        self,
        held: Mapping[str, Held],
        at: datetime = AUTUMN,
        *,
        term: Term | None = None,
        as_of: str | None = None,
    ) -> "Released":
        """The next release; by default some months later, and of the same term."""
        term = term or self.term
        return Released(term, history(self.history, term, planned(term, held, as_of), at))

    def feed(self, subscriber: Subscriber = ALL) -> bytes:
        return render(FeedRelease(self.term, self.history), subscriber)

    def event(self, meeting: str, subscriber: Subscriber = ALL) -> "Shown | None":
        """A meeting in a feed, or ``None`` where the feed does not hold it."""
        uid = str(self.term.resolved[meeting].uid)
        return next((one for one in events(self.feed(subscriber)) if one["UID"] == uid), None)


class Shown(dict[str, str]):
    """An event's properties as text, and its bytes."""

    raw: bytes = b""


def events(feed: bytes) -> Sequence[Shown]:
    """The events of a feed, read by a dozen lines that share nothing with the library that wrote them."""
    found = []
    for raw in re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", feed, re.DOTALL):
        shown = Shown()
        shown.raw = raw
        for line in raw.replace(b"\r\n ", b"").decode().splitlines()[1:-1]:
            name, value = re.fullmatch(r'([^:;]+)(?:;(?:[^":]|"[^"]*")*)?:(.*)', line).groups()  # type: ignore[union-attr]
            shown[name] = unescape(value)
        found.append(shown)
    return found


def unescape(value: str) -> str:
    """A text as it was before it was written into a calendar."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)


def instant(text: str) -> datetime:
    """A UTC moment of a calendar."""
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def without(held: Mapping[str, Held], *meetings: str) -> dict[str, Held]:
    """The same meetings but for those."""
    return {meeting: one for meeting, one in held.items() if meeting not in meetings}


def second(moment: datetime) -> datetime:
    """The moment in whole seconds, as calendars tell it."""
    return moment - timedelta(microseconds=moment.microsecond)
