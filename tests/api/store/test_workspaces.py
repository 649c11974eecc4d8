"""Two offices in one database: neither sees anything of the other's, through any method."""

import inspect
from datetime import datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from api.feeds import Subscriber
from api.jobs.desk import Desk
from api.store import Conflict, JobFailure, NotFound, Session, Store, Workspace
from api.store.tables import METADATA
from models import Away, Change, CloseDay
from scheduler.options import Options
from tests.api.store.building import MONDAY, kept_plan, planned, stored, town

CHANGE = Change(actions=(CloseDay(first_day=MONDAY, why="Storm"),))
NOON = datetime.combine(MONDAY, time(12))
AWAY = Away(person="anna", start=NOON, end=NOON + timedelta(hours=1))
SHARED = {"link_keys", "login_tries", "solvers", "workspaces"}
"""Tables of the installation: they hold nothing of an office but its name."""


@pytest.fixture
def theirs(store: Store) -> Workspace:
    """Another office's workspace."""
    return store.create_workspace("other", "The other office")


def test_finds_nothing_of_another_office(office: Workspace, theirs: Workspace) -> None:
    ids = _one_of_everything(theirs)
    before = theirs.audit(limit=100), theirs.jobs(), theirs.subscriptions(ids["term_id"])
    for _, method in _public_methods(office):
        given = _arguments(method, ids)
        if given:
            with pytest.raises(NotFound):
                method(**given)
        else:
            assert not method()
    assert before == (theirs.audit(limit=100), theirs.jobs(), theirs.subscriptions(ids["term_id"]))


def test_works_on_no_job_of_another_office(office: Workspace, theirs: Workspace) -> None:
    term = stored(theirs)
    job = theirs.enqueue_plan(term.id, None, Options(), "bo")
    desk = Desk(office)
    for act in (
        lambda: desk.begin(job.id),
        lambda: desk.must_stop(job.id),
        lambda: desk.tell(job.id, 1, {}),
        lambda: desk.publish(job.id, planned(term.term), stopped=False),
        lambda: desk.fail(job.id, JobFailure("error", "")),
    ):
        with pytest.raises(NotFound):
            act()
    assert theirs.job(job.id) == job


def test_keeps_the_same_term_for_two_offices(office: Workspace, theirs: Workspace) -> None:
    mine, other = town(), None
    other = mine.model_copy(update={"title": "Theirs"})
    office.create_term(mine, "anna")
    theirs.create_term(other, "bo")
    assert office.term(str(mine.uid)).term.title == "Autumn"
    assert theirs.term(str(mine.uid)).term.title == "Theirs"


def test_names_the_workspace_in_every_statement(store: Store, office: Workspace) -> None:
    seen: list[str] = []
    sa.event.listen(store.opened.engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    _one_of_everything(office)
    own = {name for name in METADATA.tables if name not in SHARED}
    asked = [one for one in seen if any(f" {name}" in one.replace('"', "") for name in own)]
    assert len(asked) > 50
    assert not [one for one in asked if "workspace_id = " not in one and not one.startswith("INSERT")]
    assert not [one for one in asked if one.startswith("INSERT") and "workspace_id" not in one]


def test_every_table_belongs_to_a_workspace() -> None:
    for name, table in METADATA.tables.items():
        owned = next(iter(table.primary_key.columns)).name == "workspace_id"
        assert owned is (name not in SHARED), name


def test_refuses_a_workspace_that_exists_and_one_that_does_not(store: Store, theirs: Workspace) -> None:
    with pytest.raises(Conflict):
        store.create_workspace("other", "Again")
    with pytest.raises(NotFound):
        store.workspace("nowhere")
    assert set(store.workspaces()) == {"default", "other"}


def _one_of_everything(office: Workspace) -> dict[str, Any]:
    """A term with a plan, a release, a subscription, a token and a job under way; their ids."""
    term = stored(office)
    plan = kept_plan(office, term)
    office.replace_term(term.id, town(uid=term.term.uid, title="Later"), 1, "bo")
    change = office.change_term(term.id, CHANGE, 2, "bo")
    office.undo_change(term.id, change.number, 3, "bo")
    subscription = office.subscribe(term.id, "term", None, "bo")
    office.release(term.id, plan.id, "bo")
    office.rotate(subscription.id, "bo")
    token = office.issue_token("bo", "cli")
    job = office.enqueue_plan(term.id, None, Options(), "bo", idempotency_key="key", body_digest="digest")
    account = office.create_account("bo", "långt lösenord 1", "coordinator", "cli")
    office.login_link("bo", "/terms", "cli")
    page_link = office.give_page(term.id, "anna", "bo")
    public_link = office.give_public(term.id, "bo")
    report = office.report_away(term.id, AWAY, "participant")
    assert office.accept_report(term.id, report.number, 4, "bo").revision == 5
    office.bind_account("bo", "https://login.example", "cli")
    for name in ("accounts", "terms", "overview", "jobs", "tokens", "audit"):
        assert getattr(office, name)()
    assert office.job_progress(job.id)
    office.rendering(subscription.id)
    return {
        "term_id": term.id,
        "term": town(uid=term.term.uid),
        "plan_id": plan.id,
        "job_id": job.id,
        "subscription_id": subscription.id,
        "page_link_id": page_link.id,
        "public_link_id": public_link.id,
        "people": ["anna"],
        "readers": [Subscriber(kind="person", subject="anna")],
        "token_id": token.id,
        "person": "anna",
        "subject": "anna",
        "options": Options(),
        "change": CHANGE,
        "away": AWAY,
        "number": change.number,
        "based_on": 5,
        "kind": "person",
        "request": {},
        "revision": None,
        "name": "bo",
        "account": account,
        "session": Session(office.id, "hash", "key", account),
        "password": "ett annat lösenord",
        "leads_to": "/terms",
        "issuer": "https://login.example",
        "by": "anna",
    }


def _public_methods(office: Workspace) -> list[tuple[str, Any]]:
    """All but those that make something of one's own, and those that open a transaction."""
    own = {"create_account", "create_term", "issue_token", "writing", "reading", "rows"}
    methods = inspect.getmembers(office, inspect.ismethod)
    return [(name, method) for name, method in methods if not name.startswith("_") and name not in own]


def _arguments(method: Any, ids: dict[str, Any]) -> dict[str, Any]:
    """The other office's ids for all that the method demands."""
    parameters = inspect.signature(method).parameters.values()
    return {one.name: ids[one.name] for one in parameters if one.default is inspect.Parameter.empty}
