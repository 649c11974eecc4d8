"""Reasons in lines: why a meeting lies where it lies, why not elsewhere, what would mend it, where else it can be."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from api.telling.actions import action_sentence
from api.telling.meetings import seat_sentences
from api.telling.names import Names
from api.telling.reasons import blocked_sentence, broken_sentence, closed_sentence, cost_sentence
from api.telling.spots import spot_text
from api.texts import Language, say
from models import (
    Blocked,
    GoalChange,
    Placement,
    Repair,
    Repairs,
    SeatChange,
    Sitting,
    SpareStart,
    Spot,
    Verdict,
    WhyHere,
)

__all__ = ["repairs_lines", "spare_lines", "verdict_lines", "why_here_lines"]

MOST_BLOCKED = 12
"""Said of what closes starts; the rest is counted."""


def why_here_lines(why: WhyHere, names: Names, language: Language) -> Iterator[str]:
    """Where it lies, how many starts it had, what closed the others, and what it costs where it lies."""
    meeting = names.meeting(why.meeting)
    if why.start is None:
        yield say("explain.unplaced", language, meeting=meeting)
    else:
        yield say(
            "explain.at", language, meeting=meeting, spot=_spot(why.meeting, why.start, why.place, names, language)
        )
    if why.locked:
        yield say("explain.locked", language)
    yield say("explain.open", language, open=why.open_starts, starts=why.starts)
    if why.blocked:
        yield say("explain.blocked", language)
        yield from _blocked(why.blocked, names, why.meeting, language)
    if why.costs:
        yield say("explain.costs_here", language)
        yield from _costs(why.costs, language)


def verdict_lines(
    verdict: Verdict, now: Placement | None, names: Names, language: Language, asked_to_force: bool = False
) -> Iterator[str]:
    """Whether a meeting can be there, what forbids it, who would sit there, and what it costs.

    Args:
        now: where the meeting stands.
        asked_to_force: whether the verdict was also to say what it costs when the others make room.
    """
    spot = _spot(verdict.meeting, verdict.start, verdict.place, names, language)
    yield say("explain.allowed" if verdict.allowed else "explain.not_allowed", language, spot=spot)
    yield from (f"  {closed_sentence(one, names, verdict.meeting, language)}" for one in verdict.closed)
    yield from (f"  {broken_sentence(one, names, language)}" for one in verdict.broken)
    if verdict.allowed:
        yield from _seats(verdict, now, names, language)
        yield from _priced("explain.costs", verdict.costs, language)
    if asked_to_force:
        yield from _forced(verdict, language)


def _seats(verdict: Verdict, now: Placement | None, names: Names, language: Language) -> Iterator[str]:
    changes = tuple(_changed_seats(now.sittings if now else (), verdict.sittings))
    if now and changes:
        yield say("explain.seats", language)
        said = seat_sentences(verdict.meeting, changes, names, language)
        yield from (f"  {sentence}" for sentence in said)
    for one in verdict.vacancies:
        seat = names.seat(verdict.meeting, one.seat)
        yield "  " + say("note.missing", language, count=one.missing, seat=seat)


def _changed_seats(before: Sequence[Sitting], after: Sequence[Sitting]) -> Iterator[SeatChange]:
    for seat in dict.fromkeys(one.seat for one in (*before, *after)):
        was, now = ({one.person for one in sittings if one.seat == seat} for sittings in (before, after))
        if was != now:
            yield SeatChange(seat=seat, left=tuple(sorted(was - now)), joined=tuple(sorted(now - was)))


def _forced(verdict: Verdict, language: Language) -> Iterator[str]:
    if verdict.forced is None:
        yield say("explain.forced_never", language)
        return
    yield from _priced("explain.forced", verdict.forced, language)
    proven = all(goal.proven for goal in verdict.forced_goals)
    yield say("explain.proven" if proven else "explain.not_proven", language)


def repairs_lines(repairs: Repairs, names: Names, language: Language) -> Iterator[str]:
    """What would give a meeting a time, the mildest first; or why nothing does."""
    meeting = names.meeting(repairs.meeting)
    if repairs.repairs:
        yield say("explain.repairs", language, meeting=meeting)
        for number, repair in enumerate(repairs.repairs, start=1):
            yield from _repair(number, repair, repairs.meeting, names, language)
    elif repairs.none:
        yield say(f"explain.repairs_{repairs.none.code}", language, meeting=meeting)
        if repairs.none.code in ("proven", "not_found", "time"):
            yield from _blocked(repairs.none.blocked, names, repairs.meeting, language)


def _repair(number: int, repair: Repair, meeting: str, names: Names, language: Language) -> Iterator[str]:
    what = " ".join(action_sentence(action, names, language) for action in repair.actions)
    yield "  " + say("explain.repair", language, number=number, what=what)
    spot = _spot(meeting, repair.start, repair.place, names, language)
    said = {"spot": spot, "moved": repair.moved, "disturbed": repair.disturbed}
    yield "     " + say("explain.repair_then" if repair.moved else "explain.repair_alone", language, **said)


def spare_lines(meeting: str, spare: Sequence[SpareStart], names: Names, language: Language) -> Iterator[str]:
    """Where a meeting can be with no other meeting touched, the best first."""
    code = "explain.spare" if spare else "explain.no_spare"
    yield say(code, language, meeting=names.meeting(meeting))
    for one in spare:
        said = [cost_sentence(cost, language) for cost in one.costs]
        if one.changes_people:
            said.insert(0, say("explain.others_sit", language))
        yield f"  {': '.join(filter(None, (_spot(meeting, one.start, one.place, names, language), ', '.join(said))))}"


def _spot(meeting: str, start: datetime, place: str | None, names: Names, language: Language) -> str:
    known = names.resolved(meeting)
    end = known.end_of(start) if known else start
    return spot_text(Spot(start=start, end=end, place=place), names, language)


def _blocked(blocked: Sequence[Blocked], names: Names, meeting: str, language: Language) -> Iterator[str]:
    yield from (f"  {blocked_sentence(one, names, meeting, language)}" for one in blocked[:MOST_BLOCKED])
    if len(blocked) > MOST_BLOCKED:
        yield "  " + say("explain.more", language, count=len(blocked) - MOST_BLOCKED)


def _priced(heading: str, costs: Sequence[GoalChange], language: Language) -> Iterator[str]:
    """Under a heading what changes on each goal, or that nothing does."""
    if costs:
        yield say(heading, language)
        yield from _costs(costs, language)
    else:
        yield say("explain.costs_nothing", language)


def _costs(costs: Iterable[GoalChange], language: Language) -> Iterator[str]:
    yield from (f"  {cost_sentence(one, language)}" for one in costs)
