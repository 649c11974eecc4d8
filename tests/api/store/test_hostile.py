"""Ids and numbers that no row can have are not found; neither database may break over them."""

from datetime import timedelta

import pytest

from api.feeds import Subscriber
from api.store import NotFound, Stale, Workspace
from models import Away, Change, CloseDay
from scheduler.options import Options
from tests.api.store.building import MONDAY, NINE, kept_plan, stored, town

CHANGE = Change(actions=(CloseDay(first_day=MONDAY, why="Storm"),))

AWAY = Away(person="anna", start=NINE.replace(tzinfo=None), end=NINE.replace(tzinfo=None) + timedelta(hours=1))
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
        lambda: office.share(wrong, [], "anna"),
        lambda: office.share(term.id, [Subscriber(kind="person", subject=wrong)], "anna"),
        lambda: office.calendars(wrong),
        lambda: office.history(wrong),
        lambda: office.last_digest(wrong, "anna"),
        lambda: office.unreached(wrong, ["anna"]),
        lambda: office.give_page(wrong, "anna", "anna"),
        lambda: office.give_page(term.id, wrong, "anna"),
        lambda: office.page_links(wrong),
        lambda: office.rotate_page(wrong, "anna"),
        lambda: office.revoke_page(wrong, "anna"),
        lambda: office.give_public(wrong, "anna"),
        lambda: office.public_link(wrong),
        lambda: office.public_rendering(wrong),
        lambda: office.rotate_public(wrong, "anna"),
        lambda: office.revoke_public(wrong, "anna"),
        lambda: office.report_away(wrong, AWAY, "anna"),
        lambda: office.reports(wrong),
        lambda: office.waiting(wrong),
        lambda: office.accept_report(wrong, 1, 1, "anna"),
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
        lambda: office.report(term.id, wrong),
        lambda: office.accept_report(term.id, wrong, 1, "anna"),
        lambda: office.decline_report(term.id, wrong, "anna"),
        lambda: office.withdraw_report(term.id, wrong, "anna", "anna"),
    ):
        with pytest.raises(NotFound):
            ask()
    reported = office.report_away(term.id, AWAY, "anna")
    for change in (
        lambda: office.accept_report(term.id, reported.number, wrong, "anna"),
        lambda: office.replace_term(term.id, town(uid=term.term.uid, title="Later"), wrong, "anna"),
        lambda: office.change_term(term.id, CHANGE, wrong, "anna"),
        lambda: office.enqueue_plan(term.id, wrong, Options(), "anna"),
        lambda: office.enqueue_replan(term.id, wrong, Options(), "anna"),
        lambda: office.release(term.id, plan.id, "anna", based_on=wrong or 7),
    ):
        with pytest.raises(Stale):
            change()
    assert office.job_progress(plan.job_id, after=max(wrong, 100)) == ()
