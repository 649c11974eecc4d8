"""A term may be so large and no larger."""

import pytest

from models import Sizes
from tests.models.document import Change, all_of, good, put, said


@pytest.mark.parametrize(
    ("bound", "most", "place"),
    [
        ("people", 3, "/people"),
        ("meetings", 2, "/meetings"),
        ("absences_per_person", 0, "/absences"),
        ("legs", 0, "/travel/legs"),
        ("relations", 1, "/orders"),
        ("term_days", 55, "/last_day"),
        ("seats_per_meeting", 2, "/series/0/seats"),
        ("seats", 8, "/meetings"),
        ("starts", 1000, "/meetings"),
    ],
)
def test_a_term_beyond_a_bound_is_told_so(bound: str, most: int, place: str) -> None:
    assert ("too_many", place) in said(good(), sizes=Sizes(**{bound: most}))
    assert {code for code, _ in said(good(), sizes=Sizes(**{bound: most}))} == {"too_many"}


@pytest.mark.parametrize(
    ("bound", "most"),
    [("people", 4), ("meetings", 3), ("absences_per_person", 1), ("relations", 2), ("term_days", 56), ("seats", 9)],
)
def test_a_term_just_within_a_bound_is_good(bound: str, most: int) -> None:
    assert said(good(), sizes=Sizes(**{bound: most})) == []


PAIRED = all_of(
    *(put("/meetings/-", {"id": f"p{n}", "series": "prep"}) for n in range(3)),
    put("/series_orders", [{"id": "x", "before": "prep", "after": "area"}]),
)


@pytest.mark.parametrize(
    ("change", "relations"),
    [(PAIRED, 2 + 3), (put("/series/0/in_order", True), 2 + 3)],
    ids=["a meeting before each of three", "any two of three in order"],
)
def test_orders_that_follow_from_what_is_said_of_series_count(change: Change, relations: int) -> None:
    document = good()
    change(document)
    assert said(document, sizes=Sizes(relations=relations)) == []
    assert said(document, sizes=Sizes(relations=relations - 1)) == [("too_many", "/orders")]
