"""What calendars were told at each release, so that the next release says what changed, and only that."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from api.feeds.entries import entries
from api.feeds.entry import Entry, Status
from api.feeds.notes import NoteRecord, notes_after_night, notes_told
from api.feeds.subscriber import Subscriber, insiders
from api.feeds.telling import digest
from models import Noun, Plan, Term

__all__ = ["History", "Record", "Stamp", "after_night", "draft", "history"]

KEEP_CANCELLED_DAYS = 30


class Stamp(Noun):
    """When an event's text last changed."""

    digest: str
    """Of the text as it was told then."""
    modified: AwareDatetime


class Record(Noun):
    """What calendars know of one meeting."""

    uid: UUID
    sequence: int
    """How many releases have changed its time, place or status."""
    entry: Entry | None
    """What was told last; `null` when the meeting, long cancelled, has left the calendars."""
    shared: Stamp | None
    """Of the text for those who have no seat of their own."""
    own: Mapping[str, Stamp] = {}
    """Of the texts for those who have one, by the key of the subscriber."""

    def modified(self, subscriber: Subscriber) -> datetime:
        """When the event in that subscriber's feed last changed."""
        stamp = self.own.get(subscriber.key, self.shared)
        assert stamp is not None, f"meeting {self.uid} has left the calendars"
        return stamp.modified


class History(Noun):
    """All that calendars know of a term; kept with the release that it belongs to."""

    format: Literal["terminsplan.feed-history/1"] = "terminsplan.feed-history/1"
    moment: AwareDatetime
    """When it was released, in whole seconds; later than the release before."""
    records: tuple[Record, ...]
    """In order of the meetings' uids."""
    notes: tuple[NoteRecord, ...] = ()
    """What the office's calendar is told of deadlines, in order of their uids."""

    def seen_by(self, subscriber: Subscriber) -> tuple[tuple[Record, Entry], ...]:
        """What the subscriber's feed holds, in order of time."""
        seen = ((one, one.entry) for one in self.records if one.entry and subscriber.sees(one.entry))
        return tuple(sorted(seen, key=lambda pair: (pair[1].start, pair[1].uid)))

    def notes_for(self, subscriber: Subscriber) -> tuple[NoteRecord, ...]:
        """The notes of deadlines that the subscriber's feed holds: the office's all, others none; in order of time."""
        told = ((one.note.day, one.uid, one) for one in self.notes if one.note)
        return tuple(one for *_, one in sorted(told)) if subscriber.kind == "office" else ()


def history(
    previous: History | None,
    term: Term,
    plan: Plan,
    released_at: datetime,
    *,
    keep_cancelled_days: int = KEEP_CANCELLED_DAYS,
) -> History:
    """What calendars are told by a release, given what the release before it told them.

    Args:
        previous: the history of the release before; ``None`` for a term's first.
        released_at: now, with a zone.
        keep_cancelled_days: a cancelled meeting leaves the calendars at the first release more than so many
            days after it would have been held, though never at the one that cancels it.
    """
    moment = _moment(previous, released_at)
    told = tuple(_told(previous, term, plan, moment, keep_cancelled_days))
    notes = _notes(previous, told, (term, plan), moment, keep_cancelled_days)
    records = tuple(_record(uid, old, entry, moment) for uid, old, entry in told)
    return History(moment=moment, records=records, notes=notes)


def draft(
    previous: History | None,
    term: Term,
    plan: Plan,
    released_at: datetime,
    *,
    keep_cancelled_days: int = KEEP_CANCELLED_DAYS,
) -> History:
    """What calendars would be told, as `history` but without when each text changed last, which takes long to find."""
    moment = _moment(previous, released_at)
    told = tuple(_told(previous, term, plan, moment, keep_cancelled_days))
    notes = _notes(previous, told, (term, plan), moment, keep_cancelled_days)
    records = (Record(uid=uid, sequence=0, entry=entry, shared=None) for uid, _, entry in told)
    return History(moment=moment, records=tuple(records), notes=notes)


_Told = tuple[UUID, Record | None, Entry | None]


def _notes(
    previous: History | None, told: Iterable[_Told], answered: tuple[Term, Plan], moment: datetime, keep_days: int
) -> tuple[NoteRecord, ...]:
    gone_before = _today(*answered, moment) - timedelta(days=keep_days)
    entries = {uid: entry for uid, _, entry in told}
    return notes_told(previous.notes if previous else (), entries, answered, moment, gone_before)


def _today(term: Term, plan: Plan, moment: datetime) -> date:
    """The date that the plan is seen from, else that of the release."""
    return plan.as_of.date() if plan.as_of else moment.astimezone(ZoneInfo(term.time_zone)).date()


def _told(previous: History | None, term: Term, plan: Plan, moment: datetime, keep_days: int) -> Iterator[_Told]:
    """What was told of each meeting before, and what is told of it now."""
    today = _today(term, plan, moment)
    known = {one.uid: one for one in previous.records} if previous else {}
    placed = {one.uid: one for one in entries(term, plan)}
    wanted = {one.uid for one in term.resolved.values()}
    for uid in sorted(known.keys() | placed.keys()):
        old = known.get(uid)
        entry = placed.get(uid) or _without_time(old, term, plan, "postponed" if uid in wanted else "withdrawn")
        if entry and entry.cancelled and old and _long_gone(old, today, keep_days):
            entry = None
        yield uid, old, entry


def after_night(previous: History, now: datetime, *, keep_cancelled_days: int = KEEP_CANCELLED_DAYS) -> History | None:
    """What calendars are told from a night on, or ``None`` where it drops nothing; all else stays as it is.

    Args:
        previous: the newest history, of a release or a night.
        now: with a zone.
        keep_cancelled_days: a cancelled meeting leaves the calendars more than so many days after it would have been
            held, and after calendars were told that it is cancelled.
    """
    records = tuple(
        _without_entry(one.uid, one) if _outlived(one, now, keep_cancelled_days) else one for one in previous.records
    )
    notes = notes_after_night(previous.notes, now.date() - timedelta(days=keep_cancelled_days))
    if records == previous.records and notes == previous.notes:
        return None
    return History(moment=_moment(previous, now), records=records, notes=notes)


def _outlived(one: Record, now: datetime, keep_days: int) -> bool:
    if one.entry is None or one.shared is None or not one.entry.cancelled:
        return False
    zone = ZoneInfo(one.entry.time_zone)
    counted_from = max(one.entry.end.date(), one.shared.modified.astimezone(zone).date())
    return now.astimezone(zone).date() > counted_from + timedelta(days=keep_days)


def _moment(previous: History | None, released_at: datetime) -> datetime:
    """The release's time in whole seconds, later than the one before even where the clock was set back."""
    moment = released_at.astimezone(UTC).replace(microsecond=0)
    return max(moment, previous.moment + timedelta(seconds=1)) if previous else moment


def _without_time(old: Record | None, term: Term, plan: Plan, status: Status) -> Entry | None:
    """What is told of a meeting that the plan does not hold: what was told before, as cancelled unless it was held.

    Whether it is for the public its series says, as long as the term has that.
    """
    entry = old.entry if old else None
    if entry is None:
        return None
    line = term.timetable_lines.get(entry.series, entry.timetable_line)
    was_held = not entry.cancelled and plan.as_of and entry.end <= plan.as_of
    return entry.model_copy(update={"timetable_line": line, **({} if was_held else {"status": status})})


def _long_gone(old: Record, today: date, keep_days: int) -> bool:
    """Whether it was cancelled before this release already, and its old date lies more than so many days back."""
    if old.entry is None or not old.entry.cancelled:
        return False
    return today > old.entry.end.date() + timedelta(days=keep_days)


def _record(uid: UUID, old: Record | None, entry: Entry | None, moment: datetime) -> Record:
    if entry is None:
        return _without_entry(uid, old)
    everyone = Subscriber(kind="term")
    own = () if entry.cancelled else insiders(entry)
    return Record(
        uid=uid,
        sequence=_sequence(old, entry),
        entry=entry,
        shared=_stamp(old.shared if old else None, digest(entry, everyone), moment),
        own=_stamps(old.own if old else {}, entry, own, moment),
    )


def _without_entry(uid: UUID, old: Record | None) -> Record:
    """A meeting that has left the calendars; its number stays."""
    return Record(uid=uid, sequence=old.sequence if old else 0, entry=None, shared=None)


def _sequence(old: Record | None, entry: Entry) -> int:
    if old is None:
        return 0
    return old.sequence + (old.entry is None or old.entry.timing != entry.timing)


def _stamps(
    old: Mapping[str, Stamp], entry: Entry, subscribers: Iterable[Subscriber], moment: datetime
) -> dict[str, Stamp]:
    return {one.key: _stamp(old.get(one.key), digest(entry, one), moment) for one in subscribers}


def _stamp(old: Stamp | None, text: str, moment: datetime) -> Stamp:
    return old if old and old.digest == text else Stamp(digest=text, modified=moment)
