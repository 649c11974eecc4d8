"""One part of a term planned while the rest stands, and a term planned stage by stage."""

from typing import Any

import pytest

import scheduler
from models import Plan, Stage, Term
from scheduler import CannotStand
from scheduler.options import Options, Progress
from tests.build import (
    away,
    holds,
    meeting,
    order,
    placed,
    plan,
    prefer,
    seat,
    series,
    series_order,
    sits,
    stage,
    term,
    window,
)

MONDAY = (window("mon", "mon", "09:00-11:00"),)
"""Two starts of an hour each."""


def town(*more: Any, **fields: Any) -> Term:
    """Two politicians' meetings and two local ones, all of which Anna is needed at, on a morning with room for two."""
    forums = (series("politics", windows=MONDAY), series("local", windows=(window("mon", "tue", "09:00-11:00"),)))
    meetings = (meeting("p", seat("head"), series="politics"), meeting("l", seat("head"), series="local"))
    return term(*forums, *meetings, holds("anna", "head", deputies=["bo"]), *more, **fields)


def starts(made: Plan) -> dict[str, str]:
    return {one.meeting: f"{one.start:%a %H:%M}".lower() for one in made.placements}


def people(made: Plan) -> dict[str, tuple[str, ...]]:
    return {one.meeting: one.people() for one in made.placements}


# ---- a part ----


def test_a_part_is_planned_around_what_stands() -> None:
    of = town()
    before = plan(of, placed("p", "mon 10:00", sits("anna", "head")))
    made = scheduler.plan_part(of, before, ["local"])
    assert scheduler.check(of, made) == ()
    assert starts(made)["p"] == "mon 10:00"
    assert "l" in starts(made)
    assert made.proven


def test_what_stands_keeps_its_people_although_others_would_be_better() -> None:
    of = town()
    before = plan(of, placed("p", "mon 10:00", sits("bo", "head")))
    made = scheduler.plan_part(of, before, ["local"])
    assert people(made)["p"] == ("bo",)
    assert {goal.id: goal.value for goal in made.goals}["deputies"] == 1
    assert made.proven, "no plan in which it stands does with fewer"


def test_what_stands_is_held_although_another_counts_more() -> None:
    """Also where the term does not rank that locks are kept."""
    only = (window("mon", "mon", "10:00-11:00"),)
    more = meeting("more", seat("head"), series="local", windows=only, priority=5)
    of = town(more, away("bo", "mon 00:00", "tue 23:30"), goals=("placed", "travel"))
    before = plan(of, placed("p", "mon 10:00", sits("anna", "head")))
    made = scheduler.plan_part(of, before, ["local"])
    assert starts(made)["p"] == "mon 10:00"
    assert [one.meeting for one in made.left_out] == ["more"]
    assert made.proven


def test_an_empty_chair_stays_empty_at_what_stands() -> None:
    of = town(meeting("q", seat("head", vacancy="priced"), series="politics"))
    before = plan(of, placed("q", "mon 10:00"))
    made = scheduler.plan_part(of, before, ["local"])
    assert people(made)["q"] == ()
    assert scheduler.check(of, made) == ()


def test_what_stands_nowhere_waits_and_is_no_failure() -> None:
    of = town()
    made = scheduler.plan_part(of, None, ["politics"])
    assert [one.meeting for one in made.waiting] == ["l"]
    assert made.left_out == ()
    assert {goal.id: goal.value for goal in made.goals}["placed"] == 0
    assert scheduler.check(of, made) == ()


def test_what_the_part_cannot_place_is_left_out_and_counts() -> None:
    of = town(away("anna", "mon 00:00", "tue 23:30"), away("bo", "mon 00:00", "tue 23:30"))
    made = scheduler.plan_part(of, None, ["politics"])
    assert [one.meeting for one in made.left_out] == ["p"]
    assert {goal.id: goal.value for goal in made.goals}["placed"] == 1


def test_a_tie_to_a_meeting_that_waits_ties_nothing() -> None:
    of = town(order("l", "p", at_least_days=1))
    made = scheduler.plan_part(of, None, ["politics"])
    assert "p" in starts(made)
    assert scheduler.check(of, made) == ()


def test_a_tie_to_a_meeting_that_stands_holds() -> None:
    of = town(order("p", "l", at_least_days=1))
    before = plan(of, placed("p", "mon 10:00", sits("anna", "head")))
    assert starts(scheduler.plan_part(of, before, ["local"]))["l"].startswith("tue")


def test_a_tie_of_whole_series_pairs_the_same_meetings_whatever_waits() -> None:
    """The second of one series comes after the second of the other, also where only that one stands."""
    wish = {"preferences": (prefer("mon"),)}
    two = (meeting("p2", seat("head"), series="politics"), meeting("l2", seat("head"), series="local", **wish))
    of = town(*two, series_order("politics", "local", at_least_days=1))
    before = plan(of, placed("p2", "mon 10:00", sits("anna", "head")))
    assert starts(scheduler.plan_part(of, before, ["local"]))["l2"].startswith("tue")


def test_what_stands_may_be_of_an_earlier_revision() -> None:
    before = plan(town(), placed("p", "mon 10:00", sits("anna", "head")))
    now = town(meeting("new", seat("head"), series="local"))
    made = scheduler.plan_part(now, before, ["local"])
    assert scheduler.check(now, made) == ()
    assert {"p", "l", "new"} == set(starts(made))


def test_what_can_no_longer_stand_is_said_and_nothing_is_planned() -> None:
    before = plan(town(), placed("p", "mon 10:00", sits("anna", "head")))
    with pytest.raises(CannotStand) as refused:
        scheduler.plan_part(town(away("anna", "mon 10:00", "mon 11:00")), before, ["local"])
    assert {(one.rule, one.meeting) for one in refused.value.violations} == {("absence", "p")}


def test_what_is_locked_elsewhere_since_cannot_stand() -> None:
    before = plan(town(), placed("p", "mon 10:00", sits("anna", "head")))
    of = town()
    locked = of.meetings[0].model_copy(update={"lock": {"start": "2026-09-07T09:00"}})
    now = Term.model_validate({**of.model_dump(), "meetings": [locked.model_dump(), of.meetings[1].model_dump()]})
    with pytest.raises(CannotStand) as refused:
        scheduler.plan_part(now, before, ["local"])
    assert {one.rule for one in refused.value.violations} == {"lock"}


def test_a_part_for_which_there_is_no_time_leaves_what_stands() -> None:
    of = town()
    before = plan(of, placed("p", "mon 10:00", sits("bo", "head")))
    made = scheduler.plan_part(of, before, ["local"], Options(time_limit_seconds=0.0))
    assert people(made)["p"] == ("bo",)
    assert scheduler.check(of, made) == ()


@pytest.mark.parametrize(("names", "said"), [(["nowhere"], "unknown series: nowhere"), ([], "name a series")])
def test_a_part_names_series_of_the_term(names: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        scheduler.plan_part(town(), None, names)


def test_what_stands_is_of_the_same_term() -> None:
    other = town(uid="00000000-0000-4000-8000-00000000000f")
    with pytest.raises(ValueError, match="take one of this term"):
        scheduler.plan_part(town(), plan(other), ["local"])


def test_questions_about_a_plan_of_a_part_may_move_what_stood() -> None:
    of = town()
    made = scheduler.plan_part(of, plan(of, placed("p", "mon 10:00", sits("anna", "head"))), ["local"])
    assert scheduler.verdict(of, made, "p", made.placements[0].start, None) is not None
    assert scheduler.replan(of, made).proven
    only = scheduler.plan_part(of, None, ["politics"])
    assert scheduler.spare_starts(of, only, "l"), "it waits, and could be somewhere"


def test_the_check_finds_what_is_said_wrongly_of_what_waits() -> None:
    of = town()
    made = scheduler.plan_part(of, None, ["politics"])
    as_failure = made.model_copy(
        update={"unplaced": tuple(one.model_copy(update={"waits": False}) for one in made.unplaced)}
    )
    assert [one.params["what"] for one in scheduler.check(of, as_failure)] == ["waits"]


# ---- stages ----

STAGES = (stage("first", "politics"), stage("then", "local"))


def test_what_the_first_stage_has_placed_stands_in_the_next() -> None:
    of = town(*STAGES)
    made = scheduler.plan_in_stages(of)
    first = scheduler.plan_part(of, None, ["politics"])
    assert starts(first).items() <= starts(made).items()
    assert scheduler.check(of, made) == ()
    assert made.part is not None
    assert [one.stage for one in made.part.stages] == ["first", "then"]


def test_series_in_no_stage_come_last() -> None:
    of = town(stage("first", "local"))
    assert scheduler.stages_of(of) == (("first", ("local",)), (None, ("politics",)))
    made = scheduler.plan_in_stages(of)
    assert made.part is not None
    assert [one.stage for one in made.part.stages] == ["first", None]


def test_a_stage_with_nothing_to_plan_is_passed_over() -> None:
    of = town(series("empty"), stage("none", "empty"), *STAGES)
    assert [name for name, _ in scheduler.stages_of(of)] == ["first", "then"]


def test_nothing_waits_in_the_end() -> None:
    assert scheduler.plan_in_stages(town(*STAGES)).waiting == ()


def test_a_term_without_stages_is_not_planned_in_stages() -> None:
    with pytest.raises(ValueError, match="no stages"):
        scheduler.plan_in_stages(town())


def test_a_term_without_meetings_has_an_empty_plan() -> None:
    of = term(series("politics"), stage("first", "politics"))
    assert scheduler.plan_in_stages(of).placements == ()


def test_progress_says_which_stage_it_is_of() -> None:
    told = list[Progress]()
    scheduler.plan_in_stages(town(*STAGES), heard=told.append)
    assert {(one.step, one.steps) for one in told} == {(1, 2), (2, 2)}
    assert all(one.seconds >= 0 for one in told)


def test_the_check_counts_the_stages_again() -> None:
    of = town(*STAGES)
    made = scheduler.plan_in_stages(of)
    assert made.part is not None
    first, then = made.part.stages
    better = first.model_copy(
        update={"goals": tuple(g.model_copy(update={"value": 9 if g.id == "travel" else g.value}) for g in first.goals)}
    )
    wrong = made.model_copy(update={"part": made.part.model_copy(update={"stages": (better, then)})})
    assert [one.params["what"] for one in scheduler.check(of, wrong)] == ["stage"]
    swapped = made.model_copy(update={"part": made.part.model_copy(update={"stages": (first,)})})
    assert "stages" in [one.params["what"] for one in scheduler.check(of, swapped)]


# ---- what they cost ----


def dear() -> Term:
    """The first stage prefers Monday at nine, the only hour at which a local meeting finds Cia."""
    forums = (
        series("politics", windows=MONDAY, preferences=(prefer("mon", "09:00-10:00"),)),
        series("local", windows=(window("mon", "mon", "09:00-10:00"),)),
    )
    meetings = (meeting("p", seat("head"), series="politics"), meeting("l", seat("head"), series="local"))
    return term(*forums, *meetings, holds("anna", "head"), *STAGES)


def test_stages_cost_what_the_first_takes_from_the_next() -> None:
    of = dear()
    costs = scheduler.cost_of_stages(scheduler.plan_in_stages(of), scheduler.plan(of))
    told = {one.id: (one.staged, one.whole, one.at_least, one.at_most, one.proven) for one in costs}
    assert told["placed"] == (1, 0, 1, 1, True)
    assert told["preferred"] == (0, 1, -1, -1, True), "and what a goal above has lost may be a gain below"


def test_stages_that_cost_nothing_are_proven_to() -> None:
    of = town(*STAGES)
    costs = scheduler.cost_of_stages(scheduler.plan_in_stages(of), scheduler.plan(of))
    assert all(one.proven and one.at_least == one.at_most == one.cost for one in costs)


def test_without_a_proof_of_the_whole_the_cost_is_at_least_and_at_most() -> None:
    of = dear()
    whole = scheduler.plan(of)
    goals = tuple(g.model_copy(update={"proven": False}) for g in whole.goals)
    unproven = whole.model_copy(update={"goals": goals})
    costs = {one.id: one for one in scheduler.cost_of_stages(scheduler.plan_in_stages(of), unproven)}
    assert (costs["placed"].at_least, costs["placed"].at_most, costs["placed"].proven) == (1, 1, False)


def test_without_a_proof_of_a_stage_only_the_most_is_known() -> None:
    of = dear()
    staged = scheduler.plan_in_stages(of)
    assert staged.part is not None
    first, then = staged.part.stages
    loose = first.model_copy(update={"goals": tuple(g.model_copy(update={"proven": False}) for g in first.goals)})
    unsure = staged.model_copy(update={"part": staged.part.model_copy(update={"stages": (loose, then)})})
    costs = {one.id: one for one in scheduler.cost_of_stages(unsure, scheduler.plan(of))}
    assert (costs["kept"].at_least, costs["kept"].at_most) == (0, 0), "no plan is better than the whole"
    assert (costs["placed"].at_least, costs["placed"].at_most, costs["placed"].proven) == (None, 1, False)


def test_a_whole_that_was_found_worse_is_no_better_than_the_stages() -> None:
    """Its search was cut short: the stages' plan is the best known of the whole, and the bound still holds."""
    of = town(*STAGES)
    staged = scheduler.plan_in_stages(of)
    cut = scheduler.plan(of, Options(time_limit_seconds=0.0))
    assert cut.left_out
    costs = scheduler.cost_of_stages(staged, cut)
    assert all(one.cost == 0 for one in costs)
    assert all(one.at_least in (0, None) for one in costs)


def test_plans_of_different_terms_are_not_compared() -> None:
    staged = scheduler.plan_in_stages(town(*STAGES))
    with pytest.raises(ValueError, match="different revisions"):
        scheduler.cost_of_stages(staged, scheduler.plan(town()))
    with pytest.raises(ValueError, match="made in stages"):
        scheduler.cost_of_stages(scheduler.plan(town()), scheduler.plan(town()))


def test_a_stage_is_a_noun_of_the_term() -> None:
    assert town(*STAGES).stages == (
        Stage(id="first", title="First", series=("politics",)),
        Stage(id="then", title="Then", series=("local",)),
    )
