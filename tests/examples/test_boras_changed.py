"""The Borås example after something has happened: the nearest plan is proven, and a tampered one is caught."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import scheduler
from models import Cancel, Change, Placement, Plan, Sitting, Term
from scheduler import RULES, Answered, Case, candidates, check, compare
from scheduler.checking_sheet import Held, Sheet

FILE = Path(__file__).parents[2] / "examples" / "borås_2026.json"
AUTUMN = "host"
RULE_NAMES = {rule.name for rule in RULES}


@cache
def boras() -> Term:
    return Term.model_validate_json(FILE.read_text("utf-8"))


@cache
def planned() -> Plan:
    return scheduler.plan(boras())


@cache
def cancelled(meeting: str) -> Term:
    """The term after a meeting was called off on its date."""
    day = held(meeting).start.date()
    return scheduler.apply(boras(), Change(actions=(Cancel(meeting=meeting, day=day),)))


def held(meeting: str, plan: Plan | None = None) -> Placement:
    found = (plan or planned()).placement_of(meeting)
    assert found is not None
    return found


def value(plan: Plan, goal: str) -> int:
    return next(one.value for one in plan.goals if one.id == goal)


# ---- one cancellation ----

MEETINGS = [one.id for one in boras().meetings if one.series == AUTUMN]


def spare_starts(meeting: str) -> Iterator[datetime]:
    """The starts at which all its people could come to a cancelled meeting while every other stays as it is."""
    term, stood = cancelled(meeting), held(meeting)
    case = Case(term)
    others = planned().model_copy(update={"placements": tuple(p for p in planned().placements if p != stood)})
    sheet = Sheet(term, others)
    for start, where in candidates(case)[meeting].pairs():
        begins = case.grid.moment(start)
        ends = begins + (stood.end - stood.start)
        there = stood.model_copy(update={"start": begins, "end": ends, "place": where})
        if all(sheet.free(person, Held(term.resolved[meeting], there)) for person in stood.people()):
            placements = tuple(sorted((*others.placements, there), key=lambda one: (one.start, one.meeting)))
            broken = check(term, others.model_copy(update={"placements": placements}))
            if not RULE_NAMES & {violation.rule for violation in broken}:
                yield begins


def test_there_are_seventeen_autumn_meetings() -> None:
    assert len(MEETINGS) == 17


@pytest.mark.parametrize("meeting", MEETINGS)
def test_after_a_cancellation_every_meeting_is_held_and_the_least_disturbance_is_proven(meeting: str) -> None:
    term = cancelled(meeting)
    plan = scheduler.replan(term, planned())
    assert plan.proven
    assert check(term, plan) == ()
    assert value(plan, "placed") == 0
    found = compare(Answered(boras(), planned()), Answered(term, plan))
    assert value(plan, "disturbed") == sum(any(c.kind != "joins" for c in one.changes) for one in found.people)
    assert value(plan, "moved") == len(found.those("moved")) >= 1
    least = (len(held(meeting).people()), 1, 0)
    reached = tuple(value(plan, goal) for goal in ("disturbed", "moved", "reseated"))
    assert (reached == least) == any(spare_starts(meeting))
    assert reached >= least


# ---- a plan that was tampered with ----

NOW = datetime(2026, 10, 5, 8)
PAST, SOON, LATER = "host-vc-ej-namngiven", "host-vc-sleipner", "host-vc-boda"
WITH_VACANCY = "var-mote-2"
STAYED = "host-vc-fristad"


@cache
def replanned() -> Plan:
    """In October, after the meeting in Boda on the 22nd was cancelled."""
    return scheduler.replan(cancelled(LATER), planned(), NOW)


Tampering = Callable[[Plan], Plan]


def _placed(meeting: str, key: str = "placements", **fields: Any) -> Tampering:
    """Some fields of one placement changed, and nothing else; those that are functions are given the old value."""

    def tamper(plan: Plan) -> Plan:
        return plan.model_copy(update={key: tuple(map(changed, getattr(plan, key)))})

    def changed(one: Placement) -> Placement:
        if one.meeting != meeting:
            return one
        return one.model_copy(update={k: v(getattr(one, k)) if callable(v) else v for k, v in fields.items()})

    return tamper


def _later(**by: int) -> Callable[[datetime], datetime]:
    return lambda moment: moment + timedelta(**by)


def _goal(name: str, by: int) -> Tampering:
    """A goal with another value, stated to be proven."""

    def tamper(plan: Plan) -> Plan:
        goals = tuple(
            one.model_copy(update={"value": one.value + by, "bound": one.value + by}) if one.id == name else one
            for one in plan.goals
        )
        return plan.model_copy(update={"goals": goals})

    return tamper


def _plan(**fields: Any) -> Tampering:
    return lambda plan: plan.model_copy(
        update={k: v(getattr(plan, k)) if callable(v) else v for k, v in fields.items()}
    )


def _first_by_another(sittings: tuple[Sitting, ...]) -> tuple[Sitting, ...]:
    """The first sitting that a holder has and whose first deputy could have it instead, had by that deputy."""
    post = {one.id: one for one in boras().appointments}
    seated = {one.person for one in sittings}
    for n, one in enumerate(sittings):
        deputies = [who for who in post[one.appointment].deputies if who not in seated]
        if one.deputy_rank == 0 and deputies:
            rank = post[one.appointment].deputies.index(deputies[0]) + 1
            other = one.model_copy(update={"person": deputies[0], "deputy_rank": rank})
            return (*sittings[:n], other, *sittings[n + 1 :])
    raise AssertionError("nobody has a deputy")


def _one_more(sittings: tuple[Sitting, ...]) -> tuple[Sitting, ...]:
    """With the one who was away, on the seat that was vacant."""
    meeting = boras().resolved[WITH_VACANCY]
    (vacancy,) = held(WITH_VACANCY).vacancies
    seat = next(one for one in meeting.seats if one.id == vacancy.seat)
    (post,) = boras().appointed[seat.role, seat.unit]
    assert post.holder
    return (*sittings, Sitting(seat=seat.id, person=post.holder, appointment=post.id, deputy_rank=0))


ELSEWHERE = "stadshuset"
REPLANNING = ("disturbed", "moved", "reseated")
TAMPERED: dict[str, tuple[Tampering, str]] = {
    # What has been, and what is soon.
    "past meeting at another time": (_placed(PAST, start=_later(minutes=-30), end=_later(minutes=-30)), "stays"),
    "past meeting another day": (_placed(PAST, start=_later(days=35), end=_later(days=35)), "stays"),
    "past meeting elsewhere": (_placed(PAST, place=ELSEWHERE), "stays"),
    "past person swapped for the deputy": (_placed(PAST, sittings=_first_by_another), "stays"),
    "past person dropped": (_placed(PAST, sittings=lambda ones: ones[1:]), "stays"),
    "past vacancy filled afterwards": (_placed(WITH_VACANCY, sittings=_one_more, vacancies=()), "stays"),
    "soon meeting at another time": (_placed(SOON, start=_later(minutes=-30), end=_later(minutes=-30)), "stays"),
    "soon meeting another week": (_placed(SOON, start=_later(days=14), end=_later(days=14)), "stays"),
    "soon meeting elsewhere": (_placed(SOON, place=ELSEWHERE), "stays"),
    "cancelled meeting back on its date": (
        _placed(LATER, start=lambda _: held(LATER).start, end=lambda _: held(LATER).end),
        "called_off",
    ),
    # The plan that it changes, and when.
    "past meeting elsewhere in the baseline": (_placed(PAST, "baseline", start=_later(days=-7)), "stays"),
    "past person swapped in the baseline": (_placed(PAST, "baseline", sittings=_first_by_another), "stays"),
    "past meeting left out of the baseline": (
        _plan(baseline=lambda ones: tuple(one for one in ones if one.meeting != PAST)),
        "past",
    ),
    "soon meeting left out of the baseline": (
        _plan(baseline=lambda ones: tuple(one for one in ones if one.meeting != SOON)),
        "notice",
    ),
    "later meeting elsewhere in the baseline": (_placed(STAYED, "baseline", start=_later(days=-7)), "goal"),
    "later meeting left out of the baseline": (
        _plan(baseline=lambda ones: tuple(one for one in ones if one.meeting != LATER)),
        "goal",
    ),
    "no baseline": (_plan(baseline=None), "structure"),
    "no moment": (_plan(as_of=None), "structure"),
    "a moment before the term's own": (_plan(as_of=boras().as_of and boras().as_of - timedelta(days=1)), "structure"),
    "a moment after what was changed": (_plan(as_of=lambda now: now + timedelta(days=40)), "goal"),
    # What it says of itself.
    **{f"{goal} too good": (_goal(goal, -1), "goal") for goal in REPLANNING},
    **{f"{goal} too bad": (_goal(goal, 1), "goal") for goal in REPLANNING},
    "ranking of a plan from nothing": (
        _plan(goals=lambda goals: tuple(one for one in goals if one.id not in REPLANNING)),
        "goal",
    ),
    "ranking with them last": (
        _plan(
            goals=lambda goals: (
                *(g for g in goals if g.id not in REPLANNING),
                *(g for g in goals if g.id in REPLANNING),
            )
        ),
        "goal",
    ),
}


def test_a_plan_of_october_leaves_the_past_and_the_next_two_weeks_alone() -> None:
    plan, term = replanned(), cancelled(LATER)
    assert plan.proven
    assert check(term, plan) == ()
    for one in planned().placements:
        if one.start < NOW:
            assert (held(one.meeting, plan).start, held(one.meeting, plan).sittings) == (one.start, one.sittings)
        elif one.start.date() < NOW.date() + timedelta(days=term.notice_days):
            assert (held(one.meeting, plan).start, held(one.meeting, plan).place) == (one.start, one.place)


def test_a_plan_read_from_its_own_json_passes() -> None:
    assert check(cancelled(LATER), Plan.model_validate_json(replanned().model_dump_json())) == ()


@pytest.mark.parametrize("name", TAMPERED)
def test_every_tampering_is_noticed(name: str) -> None:
    tamper, rule = TAMPERED[name]
    assert rule in {violation.rule for violation in check(cancelled(LATER), tamper(replanned()))}
