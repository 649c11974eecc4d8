"""What a term may say of deadlines."""

from typing import Any

import pytest
from pydantic import ValidationError

from models import Term
from tests.models.document import good


def _faults(where: str, *deadlines: dict[str, Any]) -> list[tuple[str, str]]:
    """Place and kind of each fault of a term with deadlines on its first series or meeting."""
    said = good()
    said[where][0]["deadlines"] = list(deadlines)
    try:
        Term.model_validate(said)
    except ValidationError as wrong:
        return [(".".join(map(str, one["loc"])), one["type"]) for one in wrong.errors()]
    return []


def _one(**fields: Any) -> dict[str, Any]:
    return {"id": "ut", "title": "Handlingar ut", "days": 7, **fields}


@pytest.mark.parametrize("where", ["series", "meetings"])
def test_allows_deadlines_of_a_series_and_of_a_meeting(where: str) -> None:
    assert _faults(where, _one(), _one(id="in", side="after", counted="working_days", public=True)) == []


@pytest.mark.parametrize("where", ["series", "meetings"])
def test_forbids_two_with_one_id(where: str) -> None:
    assert _faults(where, _one(), _one()) == [(f"{where}.0.deadlines.1.id", "duplicate_id")]


@pytest.mark.parametrize("where", ["series", "meetings"])
def test_forbids_the_task_of_somebody_unknown(where: str) -> None:
    found = _faults(where, _one(task_of={"unit": "nowhere", "role": "nobody"}))
    own = f"{where}.0.deadlines.0.task_of"
    assert found == [(f"{own}.unit", "unknown_id"), (f"{own}.role", "unknown_id")]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"days": -1}, "days"),
        ({"days": 366}, "days"),
        ({"side": "beside"}, "side"),
        ({"counted": "nights"}, "counted"),
        ({"title": ""}, "title"),
    ],
)
def test_forbids_what_no_deadline_can_be(fields: dict[str, Any], key: str) -> None:
    ((place, _),) = _faults("series", _one(**fields))
    assert place == f"series.0.deadlines.0.{key}"


def test_forbids_more_than_twenty() -> None:
    ((place, kind),) = _faults("series", *(_one(id=f"d{n}") for n in range(21)))
    assert (place, kind) == ("series.0.deadlines", "too_long")
