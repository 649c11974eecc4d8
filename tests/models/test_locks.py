"""Locks that clash: where people or rooms do not suffice for both."""

import pytest

from tests.models.document import good, said


def test_every_meeting_that_clashes_is_told_once() -> None:
    document = good()
    document["meetings"] = [
        {
            "id": f"m{n}",
            "series": "area",
            "lock": {"start": f"2026-09-08T1{n}:00", "place": "hall"},
            "duration_minutes": 120,
        }
        for n in range(4)
    ]
    document["orders"] = document["day_relations"] = []
    document["series"][0]["duration_minutes"] = 120
    document["series"][0]["seats"] = document["series"][0]["attendance"] = []
    assert said(document) == [("locks_clash", f"/meetings/{n}/lock") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        ({"start": "2026-09-08T11:00"}, False),  # afterwards
        ({"start": "2026-09-08T09:00"}, False),  # before
        ({"start": "2026-09-08T10:30"}, True),
        ({"start": "2026-09-08T09:30"}, True),
    ],
)
def test_locks_clash_only_when_they_overlap(other: dict[str, str], clashes: bool) -> None:
    document = good()
    document["meetings"][0]["lock"] = {**other, "place": "hall"}
    assert {code for code, _ in said(document)} == ({"locks_clash"} if clashes else set())


def test_locks_do_not_clash_where_people_and_rooms_suffice() -> None:
    document = good()
    document["appointments"] += [
        {"id": "a4", "role": "head", "unit": "care", "holder": "bo"},
        {"id": "a5", "role": "nurse", "unit": "care", "holder": "dan"},
    ]
    document["meetings"][0]["lock"] = {"start": "2026-09-08T10:00", "place": "hall"}
    assert said(document) == [("locks_clash", "/meetings/2/lock")]  # at the one room
    document["places"][0]["rooms"] = 2
    assert said(document) == []
