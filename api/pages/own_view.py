"""What a participant's page shows: their meetings as the calendars know them, what changed last, what they reported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from api.feeds import History, Subscriber
from api.feeds.entry import Entry, EntrySeat
from api.feeds.subscriber import own_seats
from api.pages.own_door import Guest
from api.store import Report
from api.telling import Names, day_text, own_sentence, span_text
from api.telling.dates import hours_text
from api.texts import Language, say
from scheduler import Answered, compare

__all__ = ["LastChange", "OwnMeeting", "OwnReport", "last_change", "own_meetings", "own_reports"]

BLOCKING = ("waiting", "accepted")
"""States of a report that still says that somebody is away."""


@dataclass(frozen=True)
class OwnMeeting:
    """A meeting that the person sits at, or sat at before it was cancelled.

    Attributes:
        map: address of a map; empty where the place is not known.
        remark: that it is cancelled.
        reported: that they have said that they cannot come.
    """

    uid: str
    title: str
    start: datetime
    end: datetime
    day: str
    hours: str
    week: int
    place: str
    map: str
    seats: tuple[str, ...]
    remark: str
    reported: str

    @property
    def can_be_reported(self) -> bool:
        """Whether it is held, as far as anybody knows, and nothing has been said of it."""
        return not self.remark and not self.reported


@dataclass(frozen=True)
class LastChange:
    """What changed for the person last: in which release, and one sentence for each thing."""

    released: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class OwnReport:
    """What the person has reported, and what became of it."""

    number: int
    when: str
    meeting: str
    reason: str
    state: str
    waits: bool
    answer: str


def own_meetings(guest: Guest, history: History | None, reports: Sequence[Report]) -> Iterator[OwnMeeting]:
    """All meetings of the person that calendars know, in order of time."""
    own = Subscriber(kind="person", subject=guest.person, language=guest.visit.language)
    for _, entry in history.seen_by(own) if history else ():
        seats = tuple(_seat(seat, own) for seat in own_seats(entry, own))
        yield _meeting(guest, entry, seats, reports)


def _meeting(guest: Guest, entry: Entry, seats: tuple[str, ...], reports: Sequence[Report]) -> OwnMeeting:
    language = guest.visit.language
    return OwnMeeting(
        uid=str(entry.uid),
        title=entry.title,
        start=entry.start,
        end=entry.end,
        day=day_text(entry.start.date(), language),
        hours=hours_text(entry.start, entry.end, language),
        week=entry.start.isocalendar().week,
        place=entry.location or say("word.later", language),
        map=_map(guest.visit.settings.map_url, entry),
        seats=seats,
        remark=say(f"me.{entry.status}", language) if entry.cancelled else "",
        reported=_reported(entry, reports, language),
    )


def _seat(seat: EntrySeat, own: Subscriber) -> str:
    """Role and unit, and for whom, where it is as a deputy."""
    me = next(one for one in seat.people if one.id == own.subject)
    said = {"role": seat.role, "unit": seat.unit_name}
    if not me.deputy:
        return say("me.seat", own.language, **said)
    if me.holder is None:
        return say("me.seat.vacant", own.language, **said)
    return say("me.seat.deputy", own.language, holder=me.holder, **said)


def _map(template: str, entry: Entry) -> str:
    """A map of the place; of its coordinates rather than of its address, which may be of a whole district."""
    where = entry.location
    if entry.latitude is not None and entry.longitude is not None:
        where = f"{entry.latitude:.5f},{entry.longitude:.5f}"
    return template.replace("{where}", quote(where, safe="")) if where and template else ""


def _reported(entry: Entry, reports: Iterable[Report], language: Language) -> str:
    over = (one for one in reports if one.start < entry.end and entry.start < one.end)
    states = {one.state for one in over}
    found = next((state for state in BLOCKING if state in states), None)
    return say(f"me.reported.{found}", language) if found and not entry.cancelled else ""


def last_change(guest: Guest) -> LastChange | None:
    """What the last release that concerned the person changed for them; `None` where there was none."""
    told = guest.office.last_digest(guest.term_id, guest.person)
    if told is None:
        return None
    date, after = _answered(guest, told.release)
    number = guest.visit.say("me.changed.release", number=told.release, date=date)
    if not told.since:
        return LastChange(number, (guest.visit.say("me.changed.first"),))
    _, before = _answered(guest, told.since)
    return LastChange(number, tuple(_sentences(guest, before, after)))


def _answered(guest: Guest, number: int) -> tuple[str, Answered]:
    """The date of a release, and what it says."""
    release = guest.office.released(guest.term_id, number)
    term = guest.office.term(guest.term_id, release.revision).term
    return guest.visit.day(release.released_at, term.time_zone), Answered(term, guest.office.plan(release.plan_id).plan)


def _sentences(guest: Guest, before: Answered, after: Answered) -> Iterator[str]:
    names = Names(before.term, after.term)
    own = (one for one in compare(before, after).people if one.person == guest.person)
    for change in next((one.changes for one in own), ()):
        yield own_sentence(change, names, guest.visit.language)


def own_reports(guest: Guest, reports: Iterable[Report]) -> Iterator[OwnReport]:
    """What the person has reported, what waits first."""
    language = guest.visit.language
    for one in reports:
        yield OwnReport(
            number=one.number,
            when=span_text(one.start, one.end, language),
            meeting=one.meeting or "",
            reason=one.reason or "",
            state=say(f"me.report.{one.state}", language),
            waits=one.state == "waiting",
            answer=one.answer or "",
        )
