"""The whole check: a good plan passes, and whatever is changed in it is noticed."""

from collections.abc import Callable
from datetime import timedelta
from time import perf_counter
from typing import Any
from uuid import UUID

import pytest

from models import Blocked, Placement, Plan, Sitting, Term, Unplaced, Vacancy
from scheduler.checking import check
from scheduler.goals import DEFAULT_RANKING
from tests.build import (
    at,
    at_least,
    away,
    away_weekly,
    closed,
    different_days,
    free,
    holds,
    leg,
    lock,
    meeting,
    on_demand,
    order,
    person,
    place,
    placed,
    plan,
    prefer,
    seat,
    series,
    sits,
    term,
    window,
)

AUTUMN = term(
    series(
        "centre",
        seat("head", groups=("town",)),
        seat("nurse", groups=("region",), vacancy="priced", deputy="should"),
        on_demand("mas", deputy="not"),
        windows=(window("mon", "4 thu", "12:00-17:00", "mon tue wed thu"),),
        attendance=(at_least(1, "region"),),
        preferences=(prefer("mon tue"),),
        spacing_days=1,
    ),
    meeting("boda", series="centre", places=("boda",)),
    meeting("fristad", series="centre", places=("fristad",), asked=("mas",)),
    meeting("heimdal", series="centre", places=("heimdal", "boda"), lock=lock("3 tue 13:00", "heimdal", head="hanna")),
    meeting("council", seat("head"), places=("hall",)),
    meeting("unplaced", seat("politician"), windows=(window("4 fri", "4 fri"),)),
    order("boda", "fristad", at_least_days=2, at_most_days=14),
    different_days("heimdal", "council"),
    holds("hanna", "head", deputies=["diana", "dora"]),
    holds("nils", "nurse", deputies=["nora"]),
    holds("nina", "nurse"),
    holds("mia", "mas"),
    holds("pia", "politician"),
    person("hanna", base="hall"),
    person("nils", limits={"meetings_per_week": 1}),
    away("mia", "mon 08:00", "mon 13:30"),
    away("pia", "mon 00:00", "4 sun 00:00"),
    away_weekly("hanna", "thu", "08:00-17:00"),
    closed("wed"),
    place("boda", capacity=3),
    place("heimdal"),
    leg("boda", "hall", 45),
    as_of=at("mon 08:00"),
    default_travel=30,
    limits={"meetings_per_day": 2},
)
GOOD = plan(
    AUTUMN,
    placed("boda", "mon 13:00", sits("hanna", "head"), sits("nils", "nurse")),
    placed("council", "mon 15:00", sits("hanna", "head")),
    placed("fristad", "2 tue 12:00", sits("diana", "head"), sits("nina", "nurse"), sits("mia", "mas")),
    placed("heimdal", "3 tue 13:00", sits("hanna", "head"), sits("nora", "nurse"), place="heimdal"),
)

Change = Callable[[Plan], Plan]


def test_a_good_plan_passes() -> None:
    assert check(AUTUMN, GOOD) == ()
    assert {goal.id: goal.value for goal in GOOD.goals if goal.value} == {
        "placed": 1,
        "deputies": 2,
        "deputy_order": 2,
        "spread": 1,  # three meetings in four weeks: weeks 1 and 2 are one slice
        "travel": 45 * 2 + 30 * 2,
    }


def test_a_plan_read_from_its_own_json_passes() -> None:
    assert check(AUTUMN, Plan.model_validate_json(GOOD.model_dump_json())) == ()


# ---- every change is noticed ----


def _placement(name: str, **fields: Any) -> Change:
    """The plan with some fields of one placement changed, and nothing else."""

    def change(made: Plan) -> Plan:
        return made.model_copy(
            update={
                "placements": tuple(
                    one.model_copy(update=fields) if one.meeting == name else one for one in made.placements
                )
            }
        )

    return change


def _moved(name: str, start: str, minutes: int = 60) -> Change:
    return _placement(name, start=at(start), end=at(start) + timedelta(minutes=minutes))


def _seated(name: str, *sittings: Sitting) -> Change:
    """The plan with other people at one meeting, their appointments and the vacancies filled in."""
    filled = plan(
        AUTUMN, *(placed(one.meeting, "mon 13:00", *sittings) for one in GOOD.placements if one.meeting == name)
    )
    return _placement(name, sittings=filled.placements[0].sittings, vacancies=filled.placements[0].vacancies)


def _goal(name: str, **fields: Any) -> Change:
    def change(made: Plan) -> Plan:
        goals = tuple(goal.model_copy(update=fields) if goal.id == name else goal for goal in made.goals)
        return made.model_copy(update={"goals": goals})

    return change


def _plan(**fields: Any) -> Change:
    return lambda made: made.model_copy(update=fields)


def _without(name: str) -> Change:
    return lambda made: made.model_copy(update={"placements": tuple(p for p in made.placements if p.meeting != name)})


def _placement_of(name: str) -> Placement:
    found = GOOD.placement_of(name)
    assert found is not None
    return found


HANNA = Sitting(seat="head", person="hanna", appointment="head:hanna")
UNPLACED = GOOD.unplaced[0]
MUTATIONS: dict[str, tuple[Change, str]] = {
    # Times and places.
    "start moved off the grid": (_moved("boda", "mon 13:15"), "window"),
    "start moved before the window": (_moved("boda", "mon 11:30"), "window"),
    "start moved to a weekday without a window": (_moved("fristad", "2 fri 12:00"), "window"),
    "start moved out of the term": (_moved("fristad", "5 tue 12:00"), "window"),
    "start moved to a closed day": (_moved("boda", "wed 13:00"), "closed_day"),
    "start moved to the past": (_moved("council", "2026-09-04 10:00"), "past"),
    "start moved into an absence": (_moved("boda", "thu 13:00"), "absence"),
    "start moved too near another of the same person": (_moved("boda", "mon 13:30"), "travel"),
    "start moved upon another of the same person": (_moved("council", "mon 13:00"), "travel"),
    "start moved too far after the other": (_moved("fristad", "4 mon 12:00"), "order"),
    "start moved before the other": (_moved("boda", "2 wed 12:00"), "order"),
    "start moved to the day of one of its series": (_moved("fristad", "3 tue 12:00"), "spacing"),
    "start moved to the same day as its opposite": (_moved("council", "3 tue 15:30"), "day_relation"),
    "start moved to a less preferred day": (_moved("fristad", "2 wed 12:00"), "goal"),
    "end moved": (_placement("boda", end=at("mon 14:30")), "structure"),
    "lock moved": (_moved("heimdal", "3 mon 13:00"), "lock"),
    "place of a lock changed": (_placement("heimdal", place="boda"), "lock"),
    "place changed to one of another meeting": (_placement("boda", place="hall"), "venue"),
    "place dropped": (_placement("boda", place=None), "venue"),
    "place changed to an unknown one": (_placement("council", place="nowhere"), "structure"),
    # People.
    "required sitting dropped": (_seated("council"), "seats"),
    "last of a demanded group dropped": (_seated("boda", sits("hanna", "head")), "attendance"),
    "person swapped, appointment kept": (
        _placement("council", sittings=(HANNA.model_copy(update={"person": "diana"}),)),
        "seats",
    ),
    "person swapped for a stranger": (
        _placement("council", sittings=(HANNA.model_copy(update={"person": "x"}),)),
        "structure",
    ),
    "locked person swapped for the deputy": (_seated("heimdal", sits("diana", "head"), sits("nora", "nurse")), "lock"),
    "rank of a deputy changed": (
        _placement("council", sittings=(HANNA.model_copy(update={"person": "dora", "deputy_rank": 1}),)),
        "seats",
    ),
    "person seated twice": (
        _seated("boda", sits("hanna", "head"), sits("hanna", "head"), sits("nils", "nurse")),
        "seats",
    ),
    "somebody seated whom nobody asked for": (
        _seated("heimdal", sits("hanna", "head"), sits("nora", "nurse"), sits("mia", "mas")),
        "seats",
    ),
    "holder swapped for a deputy, goals kept": (_seated("council", sits("diana", "head")), "goal"),
    "second deputy instead of the first, goals kept": (
        _seated("fristad", sits("dora", "head"), sits("nina", "nurse"), sits("mia", "mas")),
        "goal",
    ),
    "asked on-demand seat emptied, goals kept": (
        _seated("fristad", sits("diana", "head"), sits("nina", "nurse")),
        "goal",
    ),
    "vacancy invented": (_placement("boda", vacancies=(Vacancy(seat="nurse", missing=1),)), "structure"),
    "vacancy hidden": (_placement("boda", sittings=_placement_of("boda").sittings[:1]), "structure"),
    "busy person said to be free": (_placement("boda", could_come=(free("mas", "hanna"),)), "structure"),
    "absent person said to be free": (_placement("boda", could_come=(free("mas", "mia"),)), "structure"),
    "free person not named": (_placement("heimdal", could_come=()), "structure"),
    # The answer as a whole.
    "meeting lost": (_without("council"), "structure"),
    "meeting placed and unplaced": (
        _plan(unplaced=(UNPLACED, Unplaced(meeting="boda", starts=1, open_starts=1))),
        "structure",
    ),
    "meeting placed twice": (_plan(placements=(*GOOD.placements[:1], *GOOD.placements)), "structure"),
    "unknown meeting unplaced": (
        _plan(unplaced=(UNPLACED, UNPLACED.model_copy(update={"meeting": "x"}))),
        "structure",
    ),
    "placements out of order": (_plan(placements=GOOD.placements[::-1]), "structure"),
    "answer to another term": (_plan(term_uid=UUID(int=7)), "structure"),
    "answer to another revision": (_plan(term_digest="0" * 64), "structure"),
    "other time zone": (_plan(time_zone="Europe/Helsinki"), "structure"),
    "other moment": (_plan(as_of=None), "structure"),
    # Goals.
    "value too good": (_goal("travel", value=149, bound=149), "goal"),
    "value too bad": (_goal("deputies", value=3, proven=False), "goal"),
    "bound above value": (_goal("spread", bound=2), "goal"),
    "proven without the bound": (_goal("travel", bound=100), "goal"),
    "proven below what is not": (_goal("deputies", bound=1, proven=False), "goal"),
    "goal left out": (_plan(goals=GOOD.goals[:-1]), "goal"),
    "goals in another order": (_plan(goals=GOOD.goals[::-1]), "goal"),
    "goal invented": (_plan(goals=(*GOOD.goals, GOOD.goals[0].model_copy(update={"id": "beauty"}))), "goal"),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_change_is_noticed(name: str) -> None:
    change, rule = MUTATIONS[name]
    assert rule in {violation.rule for violation in check(AUTUMN, change(GOOD))}


def test_an_unproven_plan_passes_when_it_says_so() -> None:
    honest = tuple(
        goal.model_copy(update={"proven": False} if goal.id != "kept" else {})
        for goal in _goal("placed", bound=0)(GOOD).goals
    )
    assert check(AUTUMN, GOOD.model_copy(update={"goals": honest})) == ()


def test_goals_come_in_the_ranking_of_the_term() -> None:
    town = term(meeting("m"), goals=("preferred", "placed"))
    made = plan(town, placed("m", "mon 10:00"))
    assert [goal.id for goal in made.goals] == ["preferred", "placed"]
    assert check(town, made) == ()
    assert len(DEFAULT_RANKING) == len(plan(term(meeting("m"))).goals)


# ---- who could come ----


def test_names_who_could_come_between_what_they_sit_at() -> None:
    town = term(
        meeting("a", seat("mas"), places=("hall",)),
        meeting("b", on_demand("mas"), places=("school",)),
        holds("mia", "mas"),
        leg("hall", "school", 30),
    )
    for start, people in (("mon 11:30", ("mia",)), ("mon 11:00", ()), ("mon 08:30", ("mia",)), ("mon 09:00", ())):
        made = plan(town, placed("a", "mon 10:00", sits("mia", "mas")), placed("b", start))
        named = made.placement_of("b")
        assert named is not None
        assert tuple(who for one in named.could_come for who in one.people) == people, start
        assert check(town, made) == ()
        said = (free("mas", "mia"),) if not people else ()
        assert {violation.rule for violation in check(town, _placement("b", could_come=said)(made))} == {"structure"}


def test_a_deputy_may_be_named_too_where_one_may_stand_in() -> None:
    for deputy, broken in (("may", set[str]()), ("not", {"structure"})):
        town = term(meeting("m", on_demand("mas", deputy=deputy)), holds("mia", "mas", deputies=["moa"]))
        made = plan(town, placed("m", "mon 10:00"))
        both = _placement("m", could_come=(free("mas", "mia", "moa"),))(made)
        assert {violation.rule for violation in check(town, both)} == broken


# ---- it says what, and it does not take long ----


def test_a_violation_names_ids() -> None:
    (found,) = (v for v in check(AUTUMN, _moved("boda", "mon 13:30")(GOOD)) if v.rule == "travel")
    assert (found.meeting, dict(found.params)) == (
        "council",
        {"person": "hanna", "other": "boda", "minutes": 30, "needed": 45},
    )


def test_checks_any_plan_that_can_be_read() -> None:
    nonsense = Placement(
        meeting="x",
        start=at("mon 10:00"),
        end=at("mon 09:00"),
        place="y",
        sittings=(Sitting(seat="a", person="b", appointment="c", deputy_rank=-4),),
    )
    blocked = Unplaced(
        meeting="z", starts=-1, open_starts=7, blocked=(Blocked(rule="q", kind="day", subject="?", starts=3),)
    )
    made = plan(AUTUMN).model_copy(update={"placements": (nonsense,), "unplaced": (blocked,), "goals": ()})
    assert {violation.rule for violation in check(AUTUMN, made)} == {"structure", "goal"}


def _large() -> tuple[Term, Plan]:
    """200 meetings of 1,000 people, each with a weekly absence, five at a meeting."""
    roles = [f"r{n}" for n in range(200)]
    posts = [holds(f"p{n}", roles[n % 200]) for n in range(1000)]
    weekly = [away_weekly(f"p{n}", "fri") for n in range(1000)]
    meetings = [meeting(f"m{n}", seat("s", roles[n], count=5), places=(f"h{n % 50}",)) for n in range(200)]
    town = term(*meetings, *posts, *weekly, leg("h0", "h1", 30), default_travel=20)
    starts = [
        f"{week} {day} {hour}:00" for week in (1, 2, 3, 4) for day in ("mon", "tue") for hour in ("08", "10", "13")
    ]
    made = plan(
        town,
        *(placed(f"m{n}", starts[n // 50], *(sits(f"p{m}", "s") for m in range(n, 1000, 200))) for n in range(200)),
    )
    return town, made


def test_a_large_plan_is_checked_within_a_second() -> None:
    town, made = _large()
    began = perf_counter()
    assert check(town, made) == ()
    assert perf_counter() - began < 1
