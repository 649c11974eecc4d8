"""What happened or was decided, and what could be done about it: one sentence for each kind of action."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from api.telling.names import Names, group_text
from api.telling.spots import place_text
from api.telling.ties import tie_text
from api.telling.times import day_text, days_text, listed, moment_text, span_text, weekly_text, window_text
from api.texts import Language, say
from models import (
    Action,
    Add,
    AllowTime,
    Away,
    Cancel,
    ChangeSeat,
    Close,
    CloseDay,
    Leave,
    LockAt,
    LowerAttendance,
    Move,
    OtherPlaces,
    RaiseLimit,
    SetFree,
    Space,
    Unlock,
    Untie,
    Withdraw,
)

__all__ = ["SENTENCES", "action_sentence"]


def action_sentence(action: Action, names: Names, language: Language) -> str:
    """What it does, in a sentence or two; a repair is told in the same words as a change."""
    return " ".join(SENTENCES[type(action)](action, names, language))


def _cancel(action: Cancel, names: Names, language: Language) -> Iterator[str]:
    said = {"meeting": names.meeting(action.meeting), "day": day_text(action.day, language)}
    if action.until is None or action.until <= action.day:
        yield say("action.cancel", language, **said)
    elif action.until >= names.term.last_day:
        yield say("action.cancel.open", language, **said)
    else:
        yield say("action.cancel.until", language, until=day_text(action.until, language), **said)


def _withdraw(action: Withdraw, names: Names, language: Language) -> Iterator[str]:
    yield say("action.withdraw", language, meeting=names.meeting(action.meeting))


def _add(action: Add, names: Names, language: Language) -> Iterator[str]:
    known = names.resolved(action.meeting.id)
    title = known.title if known else action.meeting.title or names.of("series", action.meeting.series)
    yield say("action.add", language, meeting=title)


def _away(action: Away, names: Names, language: Language) -> Iterator[str]:
    yield say("action.away", language, person=names.of("person", action.person), when=_when(action, language))


def _close(action: Close, names: Names, language: Language) -> Iterator[str]:
    yield say("action.close", language, place=names.of("place", action.place), when=_when(action, language))


def _when(action: Away | Close, language: Language) -> str:
    if action.weekly:
        return weekly_text(action.weekly, language)
    ends = [moment for moment in (action.start, action.end) if moment]
    return span_text(ends[0], ends[1], language) if len(ends) == 2 else listed(_moments(ends, language), language)


def _moments(ends: list[datetime], language: Language) -> Iterator[str]:
    yield from (moment_text(moment, language) for moment in ends)


def _leave(action: Leave, names: Names, language: Language) -> Iterator[str]:
    said = {"person": names.of("person", action.person), "day": day_text(action.day, language)}
    if action.newcomer:
        yield say("action.leave.successor", language, successor=action.newcomer.name, **said)
    elif action.successor:
        yield say("action.leave.successor", language, successor=names.of("person", action.successor), **said)
    else:
        yield say("action.leave", language, **said)


def _close_day(action: CloseDay, names: Names, language: Language) -> Iterator[str]:
    said = {"when": days_text(action.first_day, action.last_day, language), "why": action.why}
    if action.series:
        series = listed((names.of("series", one) for one in action.series), language)
        yield say("action.close_day.series", language, series=series, **said)
    else:
        yield say("action.close_day", language, **said)


def _lock_at(action: LockAt, names: Names, language: Language) -> Iterator[str]:
    yield say("action.lock", language, meeting=names.meeting(action.meeting), when=_where(action, names, language))
    for locked in action.seats:
        people = listed((names.of("person", one) for one in locked.people), language)
        yield say("action.lock.seat", language, seat=names.seat(action.meeting, locked.seat), people=people)


def _move(action: Move, names: Names, language: Language) -> Iterator[str]:
    yield say("action.move", language, meeting=names.meeting(action.meeting), when=_where(action, names, language))


def _where(action: LockAt | Move, names: Names, language: Language) -> str:
    meeting = names.resolved(action.meeting)
    start = action.start
    when = span_text(start, meeting.end_of(start), language) if meeting else moment_text(start, language)
    if action.place is None:
        return when
    return say("told.spot", language, when=when, place=place_text(action.place, names, language))


def _unlock(action: Unlock, names: Names, language: Language) -> Iterator[str]:
    yield say("action.unlock", language, meeting=names.meeting(action.meeting))


def _set_free(action: SetFree, names: Names, language: Language) -> Iterator[str]:
    when = span_text(action.start, action.end, language)
    yield say("action.free", language, person=names.of("person", action.person), when=when)


def _allow_time(action: AllowTime, names: Names, language: Language) -> Iterator[str]:
    when = window_text(action.window, language)
    yield say("action.allow", language, meeting=names.meeting(action.meeting), when=when)


def _change_seat(action: ChangeSeat, names: Names, language: Language) -> Iterator[str]:
    said = {"meeting": names.meeting(action.meeting), "seat": names.seat(action.meeting, action.seat)}
    for how in (action.deputy, action.vacancy):
        if how is not None:
            yield say(f"action.seat.{how}", language, **said)
    if action.deputy is None and action.vacancy is None:
        yield say("action.seat.same", language, **said)


def _raise_limit(action: RaiseLimit, names: Names, language: Language) -> Iterator[str]:
    person = names.of("person", action.person)
    limits = {"day": action.meetings_per_day, "week": action.meetings_per_week, "term": action.meetings_per_term}
    raised = {per: most for per, most in limits.items() if most is not None}
    for per, most in raised.items():
        yield say(f"action.limit.{per}", language, person=person, most=most)
    if not raised:
        yield say("action.limit.same", language, person=person)


def _other_places(action: OtherPlaces, names: Names, language: Language) -> Iterator[str]:
    meeting = names.meeting(action.meeting)
    if action.places:
        places = listed((names.of("place", one) for one in action.places), language, either=True)
        yield say("action.places", language, meeting=meeting, places=places)
    else:
        yield say("action.places.later", language, meeting=meeting)


def _lower_attendance(action: LowerAttendance, names: Names, language: Language) -> Iterator[str]:
    code = "action.attendance" if action.least else "action.attendance.any"
    group = group_text(action.group, language)
    yield say(code, language, meeting=names.meeting(action.meeting), least=action.least, group=group)


def _untie(action: Untie, names: Names, language: Language) -> Iterator[str]:
    yield say("action.untie", language, tie=tie_text(action.tie, names, language))


def _space(action: Space, names: Names, language: Language) -> Iterator[str]:
    code = "action.spacing" if action.days else "action.spacing.any"
    yield say(code, language, series=names.of("series", action.series), days=action.days)


Sentences = Callable[[Any, Names, Language], Iterator[str]]

SENTENCES: Mapping[type, Sentences] = {
    Cancel: _cancel,
    Withdraw: _withdraw,
    Add: _add,
    Away: _away,
    Leave: _leave,
    Close: _close,
    CloseDay: _close_day,
    LockAt: _lock_at,
    Move: _move,
    Unlock: _unlock,
    SetFree: _set_free,
    AllowTime: _allow_time,
    ChangeSeat: _change_seat,
    RaiseLimit: _raise_limit,
    OtherPlaces: _other_places,
    LowerAttendance: _lower_attendance,
    Untie: _untie,
    Space: _space,
}
"""By the class of the action."""
