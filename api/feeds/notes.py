"""What the office's calendar is told of deadlines: a note for the whole day of each, cancelled with its meeting."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from uuid import UUID, uuid5

from pydantic import AwareDatetime

from api.feeds.entries import TermNames
from api.feeds.entry import Entry, EntryDuty
from api.feeds.subscriber import LANGUAGES, Language
from api.feeds.wording import WORDING
from models import Noun, Plan, Term
from models.base import LocalDateTime, Text

__all__ = ["DayNote", "NoteRecord", "notes_after_night", "notes_told", "tell_note"]

LAYOUT = 1
"""Raise it whenever `rendering` writes the same words another way, so that calendars are told of the change."""


class DayNote(Noun):
    """A deadline of a meeting as calendars are told of it: copied, so that it lasts."""

    uid: UUID
    meeting: UUID
    """Identity of the meeting that it hangs on."""
    title: Text
    day: date
    meeting_title: Text
    start: LocalDateTime
    """When the meeting starts."""
    task_of: EntryDuty | None = None
    public: bool = False
    """Whether it stands in the timetable for the public."""
    cancelled: bool = False


class NoteRecord(Noun):
    """What calendars know of one note."""

    uid: UUID
    sequence: int
    """How many releases have changed its date or whether it holds."""
    note: DayNote | None
    """What was told last; `null` when the note, long cancelled, has left the calendars."""
    digest: str = ""
    """Of the text as it was told then."""
    modified: AwareDatetime
    """When that last changed."""


def notes_told(
    previous: Collection[NoteRecord],
    entries: Mapping[UUID, Entry | None],
    answered: tuple[Term, Plan],
    moment: datetime,
    gone_before: date,
) -> tuple[NoteRecord, ...]:
    """What a release tells of deadlines, given what the release before it told.

    Args:
        entries: what it tells of each meeting.
        answered: the term and its plan.
        moment: of the release.
        gone_before: what was cancelled before, and would have been due before this date, leaves the calendars.
    """
    known = {one.uid: one for one in previous}
    due = {one.uid: one for one in _due(*answered)}
    held = {one.meeting for one in due.values()} | _placed(*answered)
    found = []
    for uid in sorted(known.keys() | due.keys()):
        old = known.get(uid)
        note = due.get(uid) or _without_date(old, entries, held)
        if note and note.cancelled and old and old.note and old.note.cancelled and old.note.day < gone_before:
            note = None
        found.append(_record(uid, old, note, moment) if note else _without_note(known[uid]))
    return tuple(found)


def _due(term: Term, plan: Plan) -> Iterator[DayNote]:
    names = TermNames(term)
    for placement in plan.placements:
        meeting = term.resolved[placement.meeting]
        named = {one.id: one for one in meeting.deadlines}
        for due in placement.deadlines:
            deadline = named[due.deadline]
            yield DayNote(
                uid=uuid5(meeting.uid, "deadline:" + due.deadline),
                meeting=meeting.uid,
                title=deadline.title,
                day=due.day,
                meeting_title=meeting.title,
                start=placement.start,
                task_of=names.duty(deadline.task_of),
                public=deadline.public,
            )


def _placed(term: Term, plan: Plan) -> set[UUID]:
    return {term.resolved[one.meeting].uid for one in plan.placements}


def _without_date(
    old: NoteRecord | None, entries: Mapping[UUID, Entry | None], held: Collection[UUID]
) -> DayNote | None:
    """What is told of a note that the plan does not hold: cancelled, unless its meeting was held before the plan."""
    note = old.note if old else None
    if note is None:
        return None
    entry = entries.get(note.meeting)
    if entry and not entry.cancelled and note.meeting not in held:
        return note
    return note.model_copy(update={"cancelled": True})


def notes_after_night(previous: Iterable[NoteRecord], gone: date) -> tuple[NoteRecord, ...]:
    """What calendars are told from a night on: what is cancelled, and was due or told so before `gone`, leaves them."""
    return tuple(_without_note(one) if _outlived(one, gone) else one for one in previous)


def _outlived(one: NoteRecord, gone: date) -> bool:
    return one.note is not None and one.note.cancelled and max(one.note.day, one.modified.date()) < gone


def _without_note(one: NoteRecord) -> NoteRecord:
    """A note that has left the calendars; its number stays."""
    return one.model_copy(update={"note": None, "digest": ""})


def _record(uid: UUID, old: NoteRecord | None, note: DayNote, moment: datetime) -> NoteRecord:
    digest = _digest(note)
    same = old is not None and old.digest == digest
    modified = old.modified if old and same else moment
    return NoteRecord(uid=uid, sequence=_sequence(old, note), note=note, digest=digest, modified=modified)


def _sequence(old: NoteRecord | None, note: DayNote) -> int:
    if old is None:
        return 0
    was = old.note and (old.note.day, old.note.cancelled)
    return old.sequence + (was != (note.day, note.cancelled))


def _digest(note: DayNote) -> str:
    told = [LAYOUT, note.day, note.cancelled, *(tell_note(note, language) for language in LANGUAGES)]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:32]


def tell_note(note: DayNote, language: Language) -> tuple[str, str]:
    """Title and description of a note."""
    words = WORDING[language]
    title = words.note_title.format(title=note.title, meeting=note.meeting_title)
    if note.cancelled:
        return words.cancelled_title.format(title=title), words.note_withdrawn
    lines = [words.note_of.format(date=note.start.date().isoformat(), time=note.start.strftime("%H:%M"))]
    if note.task_of:
        lines.append(words.note_task.format(name=note.task_of.text))
    return title, "\n".join(lines)
