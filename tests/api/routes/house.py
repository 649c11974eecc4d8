"""A service of its own for each test: a store in a fresh directory, a clock that stands still, clients with tokens."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from api.jobs import own
from api.jobs.desk import Desk
from api.jobs.solving import publish, solve
from api.routes.examples import PLAN, TERM
from api.settings import Settings
from api.store import Job, Store, Workspace
from models import Plan, Term

__all__ = ["NOW", "House", "changed"]

NOW = datetime(2026, 8, 24, 8, 0, tzinfo=UTC)


@dataclass
class House:
    """A running service without a solver; the tests do its work."""

    store: Store
    app: FastAPI
    office: Workspace
    client: TestClient
    """Speaks for the default workspace."""

    @classmethod
    def at(cls, directory: Path, **settings: Any) -> "House":
        """A service with its data in the directory."""
        given = Settings(data_dir=directory, **settings)
        store = Store(given, lambda: NOW)
        app = create_app(given, store, lambda: NOW, poll_seconds=0.01)
        house = cls(store, app, store.workspace(), TestClient(app))
        house.client = house.client_of(house.office)
        return house

    def client_of(self, office: Workspace, base_url: str = "http://testserver") -> TestClient:
        """A client with a coordinator's token for a workspace."""
        token = office.issue_token("Anna", "test").secret
        return self.stranger(Authorization=f"Bearer {token}", base_url=base_url)

    def stranger(self, base_url: str = "http://testserver", **headers: str) -> TestClient:
        """A client without a token."""
        return TestClient(self.app, base_url, raise_server_exceptions=False, headers=headers)

    def make_term(self, **changes: Any) -> str:
        """The id of a stored term: the example with some keys changed."""
        return str(self.office.create_term(Term.model_validate(changed(TERM, **changes)), "Anna").id)

    def make_plan(self, term_id: str) -> Job:
        """A finished job, with the example's plan of the term."""
        stored = self.office.term(term_id)
        asked = self.client.post(f"/v1/terms/{term_id}/plan-jobs").json()
        desk = Desk(self.office)
        desk.begin(asked["id"])
        desk.tell(asked["id"], 1, {"goal": "placed", "seconds": 0.5})
        plan = Plan.model_validate(changed(PLAN, term_uid=str(stored.term.uid), term_digest=stored.term.digest))
        desk.publish(asked["id"], plan, stopped=False)
        return self.office.job(asked["id"])

    def work_on(self, job_id: str) -> Job:
        """The job, once the project's own scheduler has done its work here and now."""
        desk = Desk(self.office)
        outcome = solve(own(), desk, job_id)
        if outcome is not None:
            publish(desk, job_id, outcome)
        return self.office.job(job_id)

    def planned(self, term_id: str) -> str:
        """The id of a plan that the scheduler has made."""
        asked = self.client.post(f"/v1/terms/{term_id}/plan-jobs").json()
        plan_id = self.work_on(asked["id"]).plan_id
        assert plan_id is not None
        return plan_id

    def make_release(self, term_id: str) -> str:
        """The id of a plan that has been released."""
        plan_id = self.make_plan(term_id).plan_id
        assert plan_id is not None
        self.office.release(term_id, plan_id, "Anna")
        return plan_id


def changed(document: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A copy of a JSON document with some keys changed."""
    return {**document, **changes}
