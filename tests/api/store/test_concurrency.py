"""Many at once: of those that build on the same version one wins, and nothing that was said is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from api.jobs.desk import Desk
from api.store import Busy, Stale, Store, Workspace
from models import Change, CloseDay
from scheduler.options import Options
from tests.api.store.building import MONDAY, kept_plan, planned, stored, town

WRITERS = 8


def _at_once(act: Callable[[int], Any], times: int = WRITERS, writers: int = WRITERS) -> list[Any]:
    """What each of several simultaneous calls answers or raises."""

    def answer(n: int) -> Any:
        try:
            return act(n)
        except (Stale, Busy) as refused:
            return refused

    with ThreadPoolExecutor(writers) as pool:
        return list(pool.map(answer, range(times)))


def test_of_those_who_replace_the_same_revision_exactly_one_wins(office: Workspace) -> None:
    term = stored(office)
    answers = _at_once(lambda n: office.replace_term(term.id, town(uid=term.term.uid, title=f"From {n}"), 1, "anna"))
    won = [one for one in answers if not isinstance(one, Stale)]
    assert len(won) == 1
    assert office.term(term.id).term == won[0].term
    assert {one.current_version for one in answers if isinstance(one, Stale)} == {2}


def test_of_two_coordinators_who_change_a_term_one_is_first_and_the_other_is_told(office: Workspace) -> None:
    term = stored(office)
    answers = _at_once(lambda n: office.change_term(term.id, _closing(n), 1, f"coordinator {n}"))
    (won,) = (one for one in answers if not isinstance(one, Stale))
    assert (won.number, won.revision, office.term(term.id).revision) == (1, 2, 2)
    told = [one.params["changed"] for one in answers if isinstance(one, Stale)]
    assert len(told) == WRITERS - 1
    assert {(news["change"], news["by"]) for (news,) in told} == {(1, won.by)}
    assert [one.number for one in office.changes(term.id)] == [1]


def test_changes_at_once_are_numbered_one_by_one_and_all_kept(office: Workspace) -> None:
    term = stored(office)

    def add_one(n: int) -> None:
        while True:
            try:
                office.change_term(term.id, _closing(n), office.term(term.id).revision, "anna")
            except Stale:
                continue
            return

    _at_once(add_one, 12, writers=3)
    assert [one.number for one in office.changes(term.id)] == list(range(12, 0, -1))
    assert len(office.term(term.id).term.closed_days) == 12


def test_a_change_is_taken_back_once_however_many_want_it(office: Workspace) -> None:
    term = stored(office)
    office.change_term(term.id, _closing(1), 1, "anna")
    answers = _at_once(lambda n: office.undo_change(term.id, 1, 2, f"coordinator {n}"))
    assert [one.undone_revision for one in answers if not isinstance(one, Stale)] == [3]
    assert office.term(term.id).term == term.term


def _closing(n: int) -> Change:
    return Change(actions=(CloseDay(first_day=MONDAY + timedelta(days=n), why="Storm"),))


def test_forty_who_read_and_then_write_lose_nothing(office: Workspace) -> None:
    term = stored(office, title="0", meetings=())

    def add_one(_: int) -> None:
        while True:
            read = office.term(term.id)
            title = str(int(read.term.title) + 1)
            try:
                office.replace_term(term.id, town((), uid=term.term.uid, title=title), read.revision, "anna")
            except Stale:
                continue
            return

    _at_once(add_one, 40, writers=3)
    assert office.term(term.id).term.title == "40"
    assert office.term(term.id).revision == 41


def test_forty_who_count_in_the_database_lose_nothing(office: Workspace) -> None:
    tokens = _at_once(lambda n: office.issue_token(f"holder {n}", "cli"), 40)
    assert len(office.tokens()) == len({one.id for one in tokens}) == 40
    numbers = [one.number for one in office.audit(limit=100)]
    assert numbers == list(range(40, 0, -1))


def test_of_those_who_ask_for_a_plan_one_is_heard(office: Workspace) -> None:
    term = stored(office)
    answers = _at_once(lambda n: office.enqueue_plan(term.id, 1, Options(), f"asker {n}"))
    (job,) = office.jobs()
    assert {one.job_id for one in answers if isinstance(one, Busy)} == {job.id}
    assert [one.id for one in answers if not isinstance(one, Busy)] == [job.id]


def test_of_those_who_ask_for_a_plan_or_a_replan_one_is_heard(office: Workspace) -> None:
    term = stored(office)
    kept_plan(office, term)
    ask = (office.enqueue_plan, office.enqueue_replan)
    answers = _at_once(lambda n: ask[n % 2](term.id, 1, Options(), f"asker {n}"))
    (won,) = (one for one in answers if not isinstance(one, Busy))
    assert [one.id for one in office.jobs() if not one.over] == [won.id]


def test_the_same_request_many_times_is_one_job(office: Workspace) -> None:
    term = stored(office)
    ask = {"by": "anna", "idempotency_key": "key", "body_digest": "digest"}
    answers = _at_once(lambda _: office.enqueue_plan(term.id, 1, Options(), **ask))
    assert {one.id for one in answers} == {office.jobs()[0].id}
    assert len(office.jobs()) == 1


def test_of_two_solvers_that_end_a_job_the_first_is_heard(office: Workspace) -> None:
    term = stored(office)
    job = office.enqueue_plan(term.id, None, Options(), "anna")
    Desk(office).begin(job.id)
    _at_once(lambda n: Desk(office).publish(job.id, planned(term.term, hour=9 + n % 4), stopped=False))
    (plan,) = office.plans(term.id)
    assert office.job(job.id).plan_id == plan.id == office.term(term.id).newest_plan_id
    assert [one.payload["state"] for one in office.job_progress(job.id)] == ["queued", "running", "succeeded"]


def test_releases_at_once_are_numbered_one_by_one(office: Workspace) -> None:
    term = stored(office)
    plan = kept_plan(office, term)
    office.subscribe(term.id, "term", None, "anna")
    answers = _at_once(lambda n: office.release(term.id, plan.id, f"releaser {n}"))
    assert sorted(one.number for one in answers) == list(range(1, WRITERS + 1))
    once = _at_once(lambda n: office.release(term.id, plan.id, f"releaser {n}", based_on=WRITERS))
    assert len([one for one in once if not isinstance(one, Stale)]) == 1


def test_feeds_are_read_while_somebody_writes(store: Store, office: Workspace) -> None:
    term = stored(office)
    link = office.subscribe(term.id, "term", None, "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    store.feed(link.token)
    with office.writing() as rows:
        rows.next_number()
        assert store.feed(link.token) is not None
        assert office.term(term.id).newest_release == 1
