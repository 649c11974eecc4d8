"""Ids and numbers that no row can have are not found; neither database may break over them."""

import pytest

from api.store import NotFound, Stale, Workspace
from models import Change, CloseDay
from scheduler.options import Options
from tests.api.store.building import MONDAY, kept_plan, stored, town

CHANGE = Change(actions=(CloseDay(first_day=MONDAY, why="Storm"),))

NO_IDS = ("", "\0", "a\0b", "x" * 100_000, "'; DROP TABLE terms; --", "å", "🙂")
NO_NUMBERS = (0, -1, 2**31, 2**63, 10**30)


@pytest.mark.parametrize("wrong", NO_IDS, ids=range(len(NO_IDS)))
def test_ids_that_no_row_can_have_are_not_found(office: Workspace, wrong: str) -> None:
    term = stored(office)
    plan = kept_plan(office, term)
    for ask in (
        lambda: office.term(wrong),
        lambda: office.terms(wrong),
        lambda: office.enqueue_plan(wrong, None, Options(), "anna"),
        lambda: office.job(wrong),
        lambda: office.jobs(wrong),
        lambda: office.jobs(term_id=wrong),
        lambda: office.cancel_job(wrong, "anna"),
        lambda: office.job_progress(wrong),
        lambda: office.plan(wrong),
        lambda: office.plans(term.id, wrong),
        lambda: office.enqueue_replan(wrong, None, Options(), "anna"),
        lambda: office.enqueue_replan(term.id, None, Options(), "anna", baseline_plan_id=wrong or "\0"),
        lambda: office.enqueue_explanation(wrong, "repairs", {}, Options(), "anna"),
        lambda: office.change_term(wrong, CHANGE, 1, "anna"),
        lambda: office.undo_change(wrong, 1, 1, "anna"),
        lambda: office.change(wrong, 1),
        lambda: office.changes(wrong),
        lambda: office.release(wrong, plan.id, "anna"),
        lambda: office.release(term.id, wrong, "anna"),
        lambda: office.preview_release(wrong, plan.id),
        lambda: office.preview_release(term.id, wrong),
        lambda: office.roll_back(wrong, 1, "anna"),
        lambda: office.subscribe(wrong, "term", None, "anna"),
        lambda: office.subscribe(term.id, "person", wrong, "anna"),
        lambda: office.subscription(wrong),
        lambda: office.subscriptions(term.id, wrong),
        lambda: office.rotate(wrong, "anna"),
        lambda: office.revoke(wrong, "anna"),
        lambda: office.revoke_token(wrong, "anna"),
    ):
        with pytest.raises(NotFound):
            ask()


@pytest.mark.parametrize("wrong", NO_NUMBERS)
def test_numbers_that_no_row_can_have_are_not_found(office: Workspace, wrong: int) -> None:
    term = stored(office)
    plan = kept_plan(office, term)
    for ask in (
        lambda: office.term(term.id, wrong),
        lambda: office.revisions(term.id, wrong),
        lambda: office.released(term.id, wrong),
        lambda: office.releases(term.id, wrong),
        lambda: office.roll_back(term.id, wrong, "anna"),
        lambda: office.audit(wrong),
        lambda: office.change(term.id, wrong),
        lambda: office.changes(term.id, wrong),
        lambda: office.undo_change(term.id, wrong, 1, "anna"),
    ):
        with pytest.raises(NotFound):
            ask()
    for change in (
        lambda: office.replace_term(term.id, town(uid=term.term.uid, title="Later"), wrong, "anna"),
        lambda: office.change_term(term.id, CHANGE, wrong, "anna"),
        lambda: office.enqueue_plan(term.id, wrong, Options(), "anna"),
        lambda: office.enqueue_replan(term.id, wrong, Options(), "anna"),
        lambda: office.release(term.id, plan.id, "anna", based_on=wrong or 7),
    ):
        with pytest.raises(Stale):
            change()
    assert office.job_progress(plan.job_id, after=max(wrong, 100)) == ()
