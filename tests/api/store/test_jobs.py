"""Asking for plans: what is accepted, what is refused, and what becomes of it."""

from datetime import datetime

import pytest
import sqlalchemy as sa

from api.jobs.desk import MOST_ATTEMPTS, Desk
from api.store import Busy, Conflict, JobFailure, NotFound, Stale, Store, StoredPlan, StoredTerm, Workspace
from api.store.queue import APPLICATION, APPLICATION_VERSION, QUEUE
from scheduler import Answered
from scheduler.options import Options
from tests.api.store.building import SetClock, kept_plan, planned, stored, town


def test_accepts_a_job_and_says_so(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    job = office.enqueue_plan(term.id, 1, Options(time_limit_seconds=5, seed=3), "anna")
    assert (job.state, job.attempt, job.revision, job.by) == ("queued", 0, 1, "anna")
    assert job.options == Options(time_limit_seconds=5, seed=3)
    assert (job.created_at, job.started_at, job.ended_at) == (clock.now, None, None)
    assert office.job(job.id) == job
    assert office.jobs(term_id=term.id) == (job,)


def test_refuses_a_second_job_for_a_term_until_the_first_is_over(office: Workspace) -> None:
    term, other = stored(office), stored(office)
    first = office.enqueue_plan(term.id, 1, Options(), "anna")
    with pytest.raises(Busy) as refused:
        office.enqueue_plan(term.id, 1, Options(), "bo")
    assert refused.value.job_id == first.id
    assert office.enqueue_plan(other.id, 1, Options(), "bo").state == "queued"
    office.cancel_job(first.id, "anna")
    assert office.enqueue_plan(term.id, 1, Options(), "bo").state == "queued"


def test_refuses_a_job_for_a_revision_that_is_not_the_newest(office: Workspace) -> None:
    term = stored(office)
    office.replace_term(term.id, town(uid=term.term.uid, title="Later"), 1, "bo")
    with pytest.raises(Stale) as refused:
        office.enqueue_plan(term.id, 1, Options(), "anna")
    assert refused.value.current_version == 2
    assert office.enqueue_plan(term.id, 2, Options(), "anna").revision == 2
    with pytest.raises(NotFound):
        office.enqueue_plan("nothing", 1, Options(), "anna")


def test_answers_a_repeated_request_with_the_same_job(office: Workspace) -> None:
    term = stored(office)
    first = office.enqueue_plan(term.id, 1, Options(), "anna", idempotency_key="key", body_digest="one")
    assert office.enqueue_plan(term.id, 1, Options(), "anna", idempotency_key="key", body_digest="one") == first
    office.cancel_job(first.id, "anna")
    again = office.enqueue_plan(term.id, 1, Options(), "anna", idempotency_key="key", body_digest="one")
    assert (again.id, again.state) == (first.id, "cancelled")


def test_refuses_a_key_that_came_with_another_request(office: Workspace) -> None:
    term, other = stored(office), stored(office)
    office.enqueue_plan(term.id, 1, Options(), "anna", idempotency_key="key", body_digest="one")
    for term_id, digest in ((term.id, "two"), (other.id, "one")):
        with pytest.raises(Conflict) as refused:
            office.enqueue_plan(term_id, 1, Options(), "anna", idempotency_key="key", body_digest=digest)
        assert refused.value.code == "key_reused"
    assert len(office.jobs()) == 1


def test_keeps_no_job_that_does_not_reach_the_queue(store: Store, office: Workspace) -> None:
    term = stored(office)

    def fail(connection: sa.Connection) -> None:
        raise RuntimeError("the power fails")

    sa.event.listen(store.opened.engine, "commit", fail)
    with pytest.raises(RuntimeError):
        office.enqueue_plan(term.id, 1, Options(), "anna", idempotency_key="key")
    sa.event.remove(store.opened.engine, "commit", fail)
    assert office.jobs() == ()
    assert _queued(store) == []
    job = office.enqueue_plan(term.id, 1, Options(), "anna", idempotency_key="key")
    assert _queued(store) == [job.id]


def _queued(store: Store) -> list[str]:
    """Ids of the jobs in the queue's own table."""
    schema = "dbos." if store.opened.engine.dialect.name == "postgresql" else ""
    with store.opened.reader.begin() as connection:
        said = connection.execute(sa.text(f"SELECT workflow_uuid FROM {schema}workflow_status"))
        return [row[0] for row in said]


def test_ends_a_queued_job_at_once_when_it_is_cancelled(office: Workspace, clock: SetClock) -> None:
    job = office.enqueue_plan(stored(office).id, 1, Options(), "anna")
    ended = office.cancel_job(job.id, "bo")
    assert (ended.state, ended.over, ended.ended_at, ended.plan_id) == ("cancelled", True, clock.now, None)
    assert Desk(office).begin(job.id) is None
    assert office.cancel_job(job.id, "bo") == ended


def test_asks_a_running_job_to_stop_and_keeps_what_it_found(office: Workspace) -> None:
    term = stored(office)
    job = office.enqueue_plan(term.id, 1, Options(), "anna")
    desk = Desk(office)
    desk.begin(job.id)
    assert not desk.must_stop(job.id)
    assert office.cancel_job(job.id, "bo").state == "running"
    assert desk.must_stop(job.id)
    desk.publish(job.id, planned(term.term, proven=False), stopped=True)
    (plan,) = office.plans(term.id)
    ended = office.job(job.id)
    assert (ended.state, ended.plan_id, plan.stopped) == ("cancelled", plan.id, True)


def _released(office: Workspace) -> tuple[StoredTerm, StoredPlan]:
    """A term with a plan that is released."""
    term = stored(office)
    plan = kept_plan(office, term)
    office.release(term.id, plan.id, "anna")
    return term, plan


def test_a_replan_begins_from_what_people_know(office: Workspace, clock: SetClock) -> None:
    term, released = _released(office)
    kept_plan(office, term, hour=11)
    clock.advance(seconds=59)
    job = office.enqueue_replan(term.id, 1, Options(seed=3), "anna")
    assert (job.kind, job.state, job.revision, job.options) == ("replan", "queued", 1, Options(seed=3))
    assert job.request == {"as_of": "2026-08-03T09:00", "baseline_plan_id": released.id}
    work = Desk(office).begin(job.id)
    assert work is not None
    assert work.about == Answered(term.term, released.plan)


def test_a_replan_begins_from_the_newest_plan_of_any_revision_before_the_first_release(office: Workspace) -> None:
    term = stored(office)
    with pytest.raises(Conflict) as refused:
        office.enqueue_replan(term.id, None, Options(), "anna")
    assert refused.value.code == "nothing_to_change"
    kept_plan(office, term)
    newest = kept_plan(office, term, hour=11)
    changed = town(uid=term.term.uid, title="Later")
    office.replace_term(term.id, changed, 1, "bo")
    job = office.enqueue_replan(term.id, None, Options(), "anna")
    assert (job.revision, job.request["baseline_plan_id"]) == (2, newest.id)
    work = Desk(office).begin(job.id)
    assert work is not None
    assert work.about is not None
    assert (work.term.title, work.about.term.title) == ("Later", "Autumn")


def test_a_replan_begins_from_the_plan_of_the_document_that_the_term_has_come_back_to(office: Workspace) -> None:
    term = stored(office)
    first = kept_plan(office, term)
    changed = office.replace_term(term.id, town(uid=term.term.uid, title="Later"), 1, "bo")
    kept_plan(office, changed, hour=11)
    office.replace_term(term.id, term.term, 2, "bo")
    job = office.enqueue_replan(term.id, None, Options(), "anna")
    assert (job.revision, job.request["baseline_plan_id"]) == (3, first.id)


def test_a_replan_begins_from_what_is_asked_for(office: Workspace) -> None:
    term, _ = _released(office)
    other = kept_plan(office, term, hour=11)
    moment = datetime(2026, 9, 1, 8, 30)
    asked = {"as_of": moment, "baseline_plan_id": other.id}
    job = office.enqueue_replan(term.id, None, Options(), "anna", **asked)
    assert job.request == {"as_of": "2026-09-01T08:30", "baseline_plan_id": other.id}
    office.cancel_job(job.id, "anna")
    elsewhere = kept_plan(office, stored(office))
    with pytest.raises(Conflict) as refused:
        office.enqueue_replan(term.id, None, Options(), "anna", baseline_plan_id=elsewhere.id)
    assert refused.value.code == "other_term"


def test_a_term_is_planned_or_replanned_once_at_a_time(office: Workspace) -> None:
    term, _ = _released(office)
    first = office.enqueue_replan(term.id, None, Options(), "anna")
    for again in (office.enqueue_plan, office.enqueue_replan):
        with pytest.raises(Busy) as refused:
            again(term.id, None, Options(), "bo")
        assert refused.value.job_id == first.id


def test_explaining_waits_for_nobody_and_nobody_for_it(office: Workspace) -> None:
    term, plan = _released(office)
    request = {"meeting": "council", "most": 3}
    before = [office.enqueue_explanation(plan.id, "repairs", request, Options(), "anna") for _ in range(2)]
    planning = office.enqueue_plan(term.id, None, Options(), "anna")
    office.replace_term(term.id, town(uid=term.term.uid, title="Later"), 1, "bo")
    after = office.enqueue_explanation(plan.id, "why-not", request, Options(), "anna")
    assert {one.state for one in (*before, planning, after)} == {"queued"}
    assert (after.kind, after.revision, after.term_id) == ("why-not", 1, term.id)
    assert after.request == {**request, "plan_id": plan.id, "known_plan_id": plan.id}
    work = Desk(office).begin(after.id)
    assert work is not None
    assert work.about == Answered(term.term, plan.plan)
    assert work.term == term.term


def test_keeps_what_was_found_out_and_leaves_it_out_of_lists(office: Workspace) -> None:
    term, plan = _released(office)
    job = office.enqueue_explanation(plan.id, "repairs", {}, Options(), "anna")
    desk = Desk(office)
    desk.begin(job.id)
    desk.tell_result(job.id, '{"repairs": []}', stopped=False)
    desk.tell_result(job.id, '{"too": "late"}', stopped=False)
    ended = office.job(job.id)
    assert (ended.state, ended.result, ended.plan_id) == ("succeeded", {"repairs": []}, None)
    assert office.jobs()[0].result is None
    assert len(office.plans(term.id)) == 1
    assert office.job_progress(job.id)[-1].payload == {"state": "succeeded", "plan_id": None}


def test_a_cancelled_explanation_keeps_what_was_found_out_by_then(office: Workspace) -> None:
    _, plan = _released(office)
    job = office.enqueue_explanation(plan.id, "repairs", {}, Options(), "anna")
    desk = Desk(office)
    desk.begin(job.id)
    assert office.cancel_job(job.id, "bo").state == "running"
    desk.tell_result(job.id, "[]", stopped=True)
    assert (office.job(job.id).state, office.job(job.id).result) == ("cancelled", [])


def test_a_key_of_one_kind_opens_no_job_of_another(office: Workspace) -> None:
    term, plan = _released(office)
    key = {"idempotency_key": "key", "body_digest": "one"}
    first = office.enqueue_explanation(plan.id, "repairs", {}, Options(), "anna", **key)
    assert office.enqueue_explanation(plan.id, "repairs", {}, Options(), "anna", **key) == first
    key["body_digest"] = "of another kind"
    for ask in (
        lambda: office.enqueue_plan(term.id, None, Options(), "anna", **key),
        lambda: office.enqueue_replan(term.id, None, Options(), "anna", **key),
        lambda: office.enqueue_explanation(plan.id, "why-not", {}, Options(), "anna", **key),
    ):
        with pytest.raises(Conflict) as refused:
            ask()
        assert refused.value.code == "key_reused"
    assert office.jobs()[0] == first


def test_numbers_progress_over_all_attempts(office: Workspace) -> None:
    job = office.enqueue_plan(stored(office).id, 1, Options(), "anna")
    desk = Desk(office)
    desk.begin(job.id)
    desk.tell(job.id, 1, {"goal": "placed"})
    desk.begin(job.id)
    desk.tell(job.id, 1, {"goal": "of an attempt that is dead"})
    desk.tell(job.id, 2, {"goal": "travel"})
    desk.fail(job.id, JobFailure("error", "broken"))
    desk.tell(job.id, 2, {"goal": "too late"})
    told = office.job_progress(job.id)
    assert [one.number for one in told] == [1, 2, 3, 4, 5, 6]
    assert [(one.attempt, one.kind) for one in told] == [
        (0, "state"),
        (1, "state"),
        (1, "progress"),
        (2, "state"),
        (2, "progress"),
        (2, "state"),
    ]
    assert told[-1].payload["failure"]["message"] == "broken"
    assert office.job_progress(job.id, after=4) == told[4:]
    assert office.job(job.id).last_event == 6


def test_gives_up_a_job_that_kills_its_solvers(office: Workspace) -> None:
    term = stored(office)
    job = office.enqueue_plan(term.id, 1, Options(), "anna")
    desk = Desk(office)
    assert [desk.begin(job.id) is not None for _ in range(MOST_ATTEMPTS + 1)] == [True] * MOST_ATTEMPTS + [False]
    ended = office.job(job.id)
    assert ended.state == "failed"
    assert ended.failure is not None
    assert ended.failure.code == "lost"
    assert office.enqueue_plan(term.id, 1, Options(), "anna").state == "queued"


def test_a_plan_of_an_older_revision_is_kept_but_not_the_newest(office: Workspace) -> None:
    term = stored(office)
    job = office.enqueue_plan(term.id, 1, Options(), "anna")
    desk = Desk(office)
    desk.begin(job.id)
    office.replace_term(term.id, town(uid=term.term.uid, title="Later"), 1, "bo")
    desk.publish(job.id, planned(term.term), stopped=False)
    (plan,) = office.plans(term.id)
    assert plan.revision == 1
    assert office.term(term.id).newest_plan_id is None


def test_lists_jobs_and_plans_newest_first_page_by_page(office: Workspace) -> None:
    term = stored(office)
    made = []
    for _ in range(3):
        job = office.enqueue_plan(term.id, 1, Options(), "anna")
        Desk(office).begin(job.id)
        Desk(office).publish(job.id, planned(term.term), stopped=False)
        made.insert(0, office.job(job.id))
    assert list(office.jobs()) == made
    assert list(office.jobs(after=made[0].id, limit=1)) == [made[1]]
    plans = office.plans(term.id)
    assert [one.number for one in plans] == [3, 2, 1]
    assert [one.id for one in plans] == [one.plan_id for one in made]
    assert office.plans(term.id, after=plans[1].id) == plans[2:]
    assert office.plan(plans[0].id) == plans[0]


def test_the_queue_keeps_json_and_a_version_that_no_release_of_ours_changes(store: Store, office: Workspace) -> None:
    job = office.enqueue_plan(stored(office).id, 1, Options(), "anna")
    schema = "dbos." if store.opened.engine.dialect.name == "postgresql" else ""
    with store.opened.reader.begin() as connection:
        columns = "workflow_uuid, application_version, application_name, serialization, queue_name"
        row = connection.execute(sa.text(f"SELECT {columns} FROM {schema}workflow_status")).one()
    assert tuple(row) == (job.id, APPLICATION_VERSION, APPLICATION, "portable_json", QUEUE)
    assert APPLICATION_VERSION == "terminsplan-jobs-1"


def test_only_so_many_questions_about_a_term_wait_at_once(office: Workspace) -> None:
    term, other = stored(office), stored(office)
    plan, others = kept_plan(office, term), kept_plan(office, other)
    asked = [office.enqueue_explanation(plan.id, "alternatives", {}, Options(), "anna") for _ in range(10)]
    with pytest.raises(Conflict) as refused:
        office.enqueue_explanation(plan.id, "repairs", {}, Options(), "anna")
    assert (refused.value.code, refused.value.params["limit"]) == ("too_many_questions", 10)
    assert office.enqueue_explanation(others.id, "repairs", {}, Options(), "anna").state == "queued"
    assert office.enqueue_plan(term.id, None, Options(), "anna").state == "queued", "plans are another matter"
    office.cancel_job(asked[0].id, "anna")
    assert office.enqueue_explanation(plan.id, "repairs", {}, Options(), "anna").state == "queued"
