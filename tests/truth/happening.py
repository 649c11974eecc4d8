"""What may happen to a tiny term after it was planned: everything that can be said of a change, drawn at random."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Any, TypeVar

from pydantic import ValidationError

import scheduler
from models import Change, Placement, Plan, Term
from scheduler.options import Options
from tests.truth.reading import Before
from tests.truth.tiny import tiny

__all__ = ["Happened", "change", "happened", "planned"]

Action = dict[str, Any]
_T = TypeVar("_T")


@dataclass(frozen=True)
class Happened:
    """A plan, and the term as it has become since.

    Attributes:
        old: the term that was planned.
        plan: its proven plan.
        term: the term as it is now.
        as_of: now.
    """

    old: Term
    plan: Plan
    term: Term
    as_of: datetime | None

    @property
    def before(self) -> Before:
        """The old plan, as the one that changes it knows it."""
        return Before.of(self.plan, self.as_of)

    def shown(self) -> str:
        """All of it, to be tried again."""
        parts = (self.term, self.plan)
        return "\n".join([*(one.model_dump_json(exclude_defaults=True) for one in parts), str(self.as_of)])


def planned(random: Random) -> tuple[Term, Plan]:
    """A tiny term with a meeting at least that is held, and its plan."""
    while True:
        term = tiny(random)
        plan = scheduler.plan(term, Options(time_limit_seconds=20))
        if plan.placements:
            return term, plan


def happened(random: Random) -> Happened:
    """A tiny term that was planned, and to which a few things have happened."""
    old, plan = planned(random)
    term = old if random.random() < 0.1 else scheduler.apply(old, change(random, old, plan))
    return Happened(old, plan, term, _now(random, old, plan))


def change(random: Random, term: Term, plan: Plan, most: int = 3) -> Change:
    """What happened: one thing or several, as far as a valid term comes of it."""
    while True:
        actions = [_one(random, term, plan) for _ in range(random.randint(1, most))]
        made = Change.model_validate({"actions": actions, "reason": random.choice((None, "so it is"))})
        try:
            scheduler.apply(term, made)
        except ValidationError:
            continue
        return made


def _now(random: Random, term: Term, plan: Plan) -> datetime | None:
    """Some moment about the meetings, not before the term's own."""
    if random.random() < 0.25:
        return term.as_of
    at = random.choice(plan.placements).start
    clock = random.choice((at.time(), time(8), time(11), time(13)))
    now = datetime.combine(at.date() - timedelta(days=random.choice((0, 0, 1, 3))), clock)
    return max(now, term.as_of) if term.as_of else now


def _one(random: Random, term: Term, plan: Plan) -> Action:
    return random.choice(_KINDS)(_Drawing(random, term, plan))


class _Drawing:
    """Picks what an action is about."""

    def __init__(self, random: Random, term: Term, plan: Plan) -> None:
        self.random, self.term, self.plan = random, term, plan

    def one(self, *values: _T) -> _T:
        return self.random.choice(values)

    @property
    def held(self) -> Placement:
        return self.one(*self.plan.placements)

    @property
    def meeting(self) -> str:
        """Any of the term's, mostly one that is held."""
        return self.one(self.held.meeting, self.held.meeting, *self.term.resolved)

    @property
    def person(self) -> str:
        """Anybody, mostly one who sits somewhere."""
        return self.one(*(self.held.people() or ()), *(self.held.people() or ()), *(one.id for one in self.term.people))

    def times(self) -> tuple[str, str]:
        """Some hours about a meeting."""
        held, hours = self.held, self.one(0, 0, 1, 24)
        start = held.start - timedelta(hours=self.one(0, 1) + hours)
        return _text(start), _text(held.end + timedelta(hours=hours))

    def start(self) -> str:
        """Where a meeting stands, or nearly."""
        return _text(self.held.start + timedelta(minutes=self.one(0, 0, 30, 60), days=self.one(0, 0, 1, 7)))


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _cancel(draw: _Drawing) -> Action:
    held = draw.held
    until = draw.one(None, None, None, held.start.date() + timedelta(days=3), draw.term.last_day)
    return {"kind": "cancel", "meeting": held.meeting, "day": held.start.date(), "until": until}


def _withdraw(draw: _Drawing) -> Action:
    return {"kind": "withdraw", "meeting": draw.meeting}


def _add(draw: _Drawing) -> Action:
    series = draw.one(*draw.term.series)
    asked = [seat.id for seat in series.seats if seat.need == "on_demand"]
    return {"kind": "add", "meeting": {"id": "new", "series": series.id, "asked": asked}}


def _away(draw: _Drawing) -> Action:
    start, end = draw.times()
    return {"kind": "away", "person": draw.person, "start": start, "end": end}


def _away_weekly(draw: _Drawing) -> Action:
    weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[draw.held.start.weekday()]
    weekly = {"weekdays": [weekday], "every_weeks": draw.one(1, 2), "to_time": draw.one("11:00", "17:00")}
    return {"kind": "away", "person": draw.person, "weekly": weekly}


def _leave(draw: _Drawing) -> Action:
    day = draw.held.start.date() - timedelta(days=draw.one(0, 0, 1, 7))
    who = draw.one({}, {"successor": draw.person}, {"newcomer": {"id": "nils", "name": "Nils"}})
    return {"kind": "leave", "person": draw.person, "day": day, **who}


def _close(draw: _Drawing) -> Action:
    start, end = draw.times()
    places = [one.place for one in draw.plan.placements if one.place] or [one.id for one in draw.term.places]
    return {"kind": "close", "place": draw.one(*places, "nowhere"), "start": start, "end": end}


def _close_day(draw: _Drawing) -> Action:
    return {"kind": "close_day", "first_day": draw.held.start.date(), "why": "Closed", "series": draw.one([], ["s0"])}


def _lock(draw: _Drawing) -> Action:
    """Often just where it stands, with somebody's seat."""
    held = draw.held
    place = draw.one(None, held.place)
    seats = [{"seat": sitting.seat, "people": [draw.one(sitting.person, draw.person)]} for sitting in held.sittings[:1]]
    start = draw.one(_text(held.start), _text(held.start), draw.start())
    return {
        "kind": "lock",
        "meeting": held.meeting,
        "start": start,
        "place": place,
        "seats": draw.one([], seats),
    }


def _move(draw: _Drawing) -> Action:
    places = (None, None, *(one.id for one in draw.term.places))
    return {"kind": "move", "meeting": draw.meeting, "start": draw.start(), "place": draw.one(*places)}


def _unlock(draw: _Drawing) -> Action:
    return {"kind": "unlock", "meeting": draw.meeting}


def _free(draw: _Drawing) -> Action:
    start, end = draw.times()
    return {"kind": "free", "person": draw.person, "start": start, "end": end}


def _allow(draw: _Drawing) -> Action:
    day = draw.held.start.date() + timedelta(days=draw.one(0, 1, 7))
    return {"kind": "allow", "meeting": draw.meeting, "window": {"first_day": day, "last_day": day, **_HOURS}}


_HOURS = {"from_time": "09:00", "to_time": "11:00", "weekdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}


def _seat(draw: _Drawing) -> Action:
    meeting = draw.meeting
    seats = [one.id for one in draw.term.resolved[meeting].seats] or ["none"]
    rule = {"deputy": draw.one(None, "should", "not"), "vacancy": draw.one(None, "never", "priced")}
    return {"kind": "seat", "meeting": meeting, "seat": draw.one(*seats), **rule}


def _limit(draw: _Drawing) -> Action:
    return {"kind": "limit", "person": draw.person, "meetings_per_term": draw.one(0, 1, 2, 3)}


def _places(draw: _Drawing) -> Action:
    places = draw.random.sample([one.id for one in draw.term.places], draw.random.randint(0, len(draw.term.places)))
    return {"kind": "places", "meeting": draw.meeting, "places": places}


def _attendance(draw: _Drawing) -> Action:
    return {"kind": "attendance", "meeting": draw.meeting, "group": "side", "least": draw.one(0, 1)}


def _untie(draw: _Drawing) -> Action:
    return {"kind": "untie", "tie": draw.one("o", "d")}


def _space(draw: _Drawing) -> Action:
    return {"kind": "spacing", "series": "s0", "days": draw.one(0, 1, 6)}


_KINDS: tuple[Callable[[_Drawing], Action], ...] = (
    *(_cancel, _cancel, _cancel, _withdraw, _add, _away, _away, _away_weekly, _leave, _leave, _close, _close_day),
    *(_lock, _move, _unlock, _free, _allow, _seat, _limit, _places, _attendance, _untie, _space),
)
