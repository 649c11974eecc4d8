"""Where a meeting could be if something were asked of people: every start near its windows, at the least price."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time, timedelta
from functools import cached_property
from itertools import takewhile

from models import WEEKDAYS, Plan, Seat, Term, Window
from scheduler.bits import members
from scheduler.case import Claim
from scheduler.options import Cancelled
from scheduler.repairs.prices import PRICES, SHIFT, time_price
from scheduler.seating import Price, Seating, seat_all
from scheduler.solution import At
from scheduler.solving import never
from scheduler.standing_plan import StandingPlan

__all__ = ["Idea", "Ideas"]

MENDABLE = frozenset({"window", "notice", "absence", "seats", "attendance", "venue"})
"""Rules that close starts and that something can be done about."""
WAYS: tuple[frozenset[str], ...] = (
    frozenset({"free", "deputy", "vacancy", "limit"}),
    frozenset({"free", "limit"}),
    frozenset({"deputy", "limit"}),
    frozenset({"vacancy"}),
)
"""What may be asked of people at once: all, and a few ways that a coordinator would rather choose among."""
MOST_STARTS = 60
"""Of so many starts, the cheapest ones, every way is looked at."""
LATER_DAYS = 28
"""So many days after its last day a meeting may still be asked to lie."""
ALIKE = 2
"""So many ideas that ask the same of the same people, on other days, come before ideas that ask something else."""

Asked = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Idea:
    """A meeting somewhere with people on its seats, and what that asks.

    Attributes:
        price: of all that is asked.
        at: where.
        seating: who sits there.
        asks: what is asked of whom, whenever it is.
    """

    price: int
    at: At
    seating: Seating
    asks: Asked


class Ideas:
    """What could be tried for one meeting of a plan."""

    def __init__(self, term: Term, plan: Plan, seen: Term, meeting: str) -> None:
        """Prepare.

        Args:
            term: the document.
            plan: the plan, which leaves the meeting out.
            seen: the term as a re-plan sees it, with what stays locked.
            meeting: id of the meeting.
        """
        self.term, self.seen = term, seen
        self.standing = StandingPlan(term, plan, meeting)
        self.lock = self.seen.resolved[meeting].lock
        self.own_lock = term.resolved[meeting].lock is not None

    @property
    def soon(self) -> bool:
        """Whether the meeting must stay where it stood, unless it is called off."""
        return self.lock is not None and not self.own_lock

    def varied(self, cancelled: Cancelled = never) -> list[Idea]:
        """Ideas, the cheapest first, but what asks the same of the same people only now and then.

        Args:
            cancelled: asked at every start whether to make do with those that have been looked at.
        """
        seen = Counter[Asked]()
        first, later = list[Idea](), list[Idea]()
        days = set[tuple[int, Asked]]()
        for idea in self._cheapest(cancelled):
            if (idea.at.day, idea.asks) not in days:  # one hour of a day is as good as another
                days.add((idea.at.day, idea.asks))
                seen[idea.asks] += 1
                (first if seen[idea.asks] <= ALIKE else later).append(idea)
        return first + later

    def _cheapest(self, cancelled: Cancelled) -> list[Idea]:
        """The cheapest way for each start; for the best starts every way, also without those who were asked first."""
        options = takewhile(lambda _: not cancelled(), self._options())
        ideas = [self._idea(self._at(*option), WAYS[0]) for option in options]
        best = sorted(filter(None, ideas), key=_order)
        for idea in best[:MOST_STARTS]:
            ideas += [self._idea(idea.at, way) for way in WAYS[1:]]
            ideas.append(self._idea(idea.at, WAYS[0], frozenset(who for what, who in idea.asks if what == "free")))
        unlike = {(idea.at, frozenset(idea.seating.claims)): idea for idea in ideas if idea}
        return sorted(unlike.values(), key=_order)

    def _at(self, start: int, place: str | None) -> At:
        return At.of(self.standing.case, self.standing.meeting.id, start, place)

    # -- where ----------------------------------------------------------------------------------------------------

    def _options(self) -> Iterator[tuple[int, str | None]]:
        """Every start near the windows that nothing closes for good, at each place, or elsewhere."""
        case = self.standing.case
        near = self._near() & ~self._closed_for_good() | self._stays
        places = case.places(self.standing.meeting)
        for start in members(near):
            usual = [place for place in places if not self._shut(start, place)]
            yield from ((start, place) for place in usual or [None])

    def _near(self) -> int:
        """Working hours of working days, and of weekdays of its own, from its first day to some after its last."""
        case, meeting, found = self.standing.case, self.standing.meeting, 0
        for window in meeting.windows:
            weekdays = tuple(day for day in WEEKDAYS if day in (*WEEKDAYS[:5], *window.weekdays))
            hours = {"from_time": min(time(8), window.from_time), "to_time": max(time(17), window.to_time)}
            days = {"first_day": window.first_day, "last_day": window.last_day + timedelta(days=LATER_DAYS)}
            found |= case.grid.inside(Window(weekdays=weekdays, **hours, **days), meeting.duration_minutes)
        return found

    def _closed_for_good(self) -> int:
        closed = 0
        for blocker in self.standing.candidates.blockers:
            if blocker.rule not in MENDABLE:
                closed |= blocker.starts
        return closed

    def _shut(self, start: int, place: str | None) -> bool:
        venue = (one for one in self.standing.candidates.blockers if one.rule == "venue" and one.place == place)
        return any(one.starts >> start & 1 for one in venue)

    # -- at what price --------------------------------------------------------------------------------------------

    def _idea(self, at: At, way: frozenset[str], spared: frozenset[str] = frozenset()) -> Idea | None:
        """The cheapest idea there that asks nothing but in that way, and of those who are spared nothing at all."""
        seating = self._seated(at, way, spared)
        if seating is None:
            return None
        of_start = self._of_the_start(at)
        price = sum(of_start.values()) + seating.price[0] + self._short(seating)
        return Idea(price, at, seating, frozenset((what, "") for what in of_start) | self._asked(at, seating))

    def _of_the_start(self, at: At) -> dict[str, int]:
        """What the start itself asks, whoever sits there, at its price."""
        case, meeting, asked = self.standing.case, self.standing.meeting, dict[str, int]()
        if not case.windows(meeting) >> at.start & 1:
            asked["allow"] = time_price(meeting, case.grid.date(at.day))
        if at.place not in case.places(meeting):
            asked["places"] = PRICES["places"]
        if self.lock and not self._stays >> at.start & 1:
            kind = "unlock" if self.own_lock else "cancel"
            asked[kind] = PRICES[kind]
        if self._short_notice & ~self._stays & 1 << at.start:
            asked["move"] = PRICES["move"]
        shifts = [self._shift(one) for one in self.standing.hindered(at)]
        if shifts:
            asked["untie"] = sum(PRICES["untie"] if one is None else one for one in shifts)
        return asked

    @cached_property
    def _stays(self) -> int:
        """The start that the meeting is locked to, as a set."""
        return self.standing.case.locked_to(self.seen.resolved[self.standing.meeting.id])

    @cached_property
    def _short_notice(self) -> int:
        return sum(blocker.starts for blocker in self.standing.candidates.blockers if blocker.rule == "notice")

    def _asked(self, at: At, seating: Seating) -> Asked:
        """What is asked of whom on the seats."""
        case, minutes = self.standing.case, self.standing.meeting.duration_minutes
        away = {c.person for c in seating.claims if case.away(c.person, minutes) >> at.start & 1}
        let = {c.seat.id for c in seating.claims if c.rank and c.seat.deputy == "not"}
        taken = Counter(claim.seat.id for claim in seating.claims)
        empty = {
            seat.id
            for seat in self.standing.meeting.wanted_seats
            if seat.must_be_filled and taken[seat.id] < seat.count
        }
        kinds = {"free": away, "deputy": let, "vacancy": empty}
        return frozenset((kind, who) for kind, ones in kinds.items() for who in ones)

    def _shift(self, meeting: str) -> int | None:
        """What it asks that another meeting makes room; ``None`` where it has been or is soon."""
        lock = self.seen.resolved[meeting].lock
        if lock is None:
            return SHIFT
        if self.seen.as_of is not None and lock.start < self.seen.as_of:
            return None
        return PRICES["unlock"] if self.term.resolved[meeting].lock else None

    def _seated(self, at: At, way: frozenset[str], spared: frozenset[str]) -> Seating | None:
        seats = self.standing.meeting.wanted_seats
        claims = [*self.standing.case.claims[at.meeting], *(self._more_deputies(at) if "deputy" in way else ())]
        goals = self.standing.goals

        def of_claim(claim: Claim) -> Price | None:
            asked = self._of_person(at, claim, way)
            if asked is None or (asked and (claim.seat.vacancy == "priced" or claim.person in spared)):
                return None
            return asked, *(goal.claim_cost(self.standing.case, self.standing.others, at, claim) for goal in goals)

        def of_vacancy(seat: Seat) -> Price | None:
            if seat.must_be_filled and "vacancy" not in way:
                return None
            return PRICES["vacancy"] if seat.must_be_filled else 0, *(goal.vacancy_cost(seat) for goal in goals)

        return seat_all(seats, claims, (0,) * (1 + len(goals)), of_claim, of_vacancy)

    def _of_person(self, at: At, claim: Claim, way: frozenset[str]) -> int | None:
        """What it asks that the person of a claim sits there; ``None`` where that is not to be asked."""
        case = self.standing.case
        if case.unappointed(claim.appointment) >> at.start & 1:
            return None
        price = PRICES["deputy"] if claim.rank and claim.seat.deputy == "not" else 0
        if case.away(claim.person, self.standing.meeting.duration_minutes) >> at.start & 1:
            if "free" not in way:
                return None
            price += PRICES["free"]
        in_the_way = self.standing.hindered_person(at, claim.person)
        if at.meeting in in_the_way:  # a limit
            return price + PRICES["limit"] if "limit" in way else None
        shifts = [self._shift(one) for one in in_the_way]
        return None if None in shifts else price + sum(one for one in shifts if one is not None)

    def _more_deputies(self, at: At) -> Iterator[Claim]:
        """Deputies on seats that take none."""
        for seat in self.standing.meeting.wanted_seats:
            if seat.deputy == "not":
                taking = self.standing.case.claims_on(at.meeting, seat.model_copy(update={"deputy": "may"}))
                yield from (replace(claim, seat=seat) for claim in taking if claim.rank)

    def _short(self, seating: Seating) -> int:
        """What it asks that groups are too few."""
        short = 0
        for demand in self.standing.meeting.attendance:
            people = sum(demand.group in claim.seat.groups for claim in seating.claims)
            short += max(0, demand.least - people)
        return short * PRICES["attendance"]


def _order(idea: Idea) -> tuple[int, Price, int, str]:
    return idea.price, idea.seating.price, idea.at.begins, idea.at.place or ""
