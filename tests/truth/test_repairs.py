"""Repairs of terms that cannot be met: what is offered helps, and where nothing is, no repair of the kinds would."""

import os

import pytest

import scheduler
from models import Change, Plan, Repairs, Term
from tests.truth.impossible import QUICK, impossible

COUNT = 200 if os.environ.get("TERMINSPLAN_FUZZ") else 40


def _mended(term: Term, plan: Plan, found: Repairs, actions: tuple[object, ...]) -> bool:
    """Whether the meeting has a place when the actions are applied as a change and the term is planned again."""
    after = scheduler.apply(term, Change.model_validate({"actions": actions}))
    again = scheduler.replan(after, plan, plan.as_of, QUICK)
    assert scheduler.check(after, again) == ()
    lost = {one.meeting for one in plan.placements} - {one.meeting for one in again.placements}
    return again.placement_of(found.meeting) is not None and not lost


@pytest.mark.slow
def test_every_repair_that_is_offered_mends_and_where_none_is_that_is_proven() -> None:
    offered = without = 0
    for term, plan in impossible(COUNT):
        for one in plan.unplaced:
            found = scheduler.repairs(term, plan, one.meeting, 3, QUICK)
            assert [repair.price for repair in found.repairs] == sorted(repair.price for repair in found.repairs)
            for repair in found.repairs:
                assert _mended(term, plan, found, repair.actions), (term.model_dump_json(), repair)
            offered += len(found.repairs)
            if not found.repairs:
                assert found.none is not None
                assert found.none.code == "proven", (term.model_dump_json(), one.meeting)
                without += 1
    assert offered > 3 * COUNT
    assert without, "of so many terms some cannot be mended by anybody"


def test_a_meeting_that_the_plan_holds_needs_no_repair() -> None:
    term, plan = next(one for one in impossible(20) if one[1].placements)
    found = scheduler.repairs(term, plan, plan.placements[0].meeting, 3, QUICK)
    assert (found.repairs, found.none and found.none.code) == ((), "held")
