"""Up is one thing, able to work another."""

import pytest

from api.store import Readiness
from tests.api.routes.house import House


def test_the_process_is_up(house: House) -> None:
    answer = house.stranger().get("/health")
    assert (answer.status_code, answer.json(), answer.headers["cache-control"]) == (200, {"status": "up"}, "no-store")


def test_is_not_ready_without_a_solver(house: House) -> None:
    answer = house.stranger().get("/ready")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    assert answer.json()["params"] == {"database": True, "solver": False}
    assert int(answer.headers["retry-after"]) > 0


def test_is_ready_with_database_and_solver(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(house.store), "readiness", lambda _: Readiness(database=True, solver=True))
    answer = house.stranger().get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"database": True, "solver": True})
