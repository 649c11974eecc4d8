"""A meeting is held only with the least attendance that it demands."""

from scheduler.rules import attendance
from tests.build import at_least, found, holds, meeting, placed, plan, rules_broken, seat, sits, term

PEOPLE = (holds("anna", "boda"), holds("bo", "fristad"), holds("cia", "heimdal"), holds("dan", "mas"))
CENTRES = tuple(seat(name, groups=("centres",), vacancy="priced") for name in ("boda", "fristad", "heimdal"))
TOWN = term(meeting("m", *CENTRES, seat("mas"), attendance=(at_least(2, "centres"),)), *PEOPLE)


def test_allows_just_enough_of_a_group() -> None:
    good = plan(TOWN, placed("m", "mon 10:00", sits("anna", "boda"), sits("cia", "heimdal"), sits("dan", "mas")))
    assert rules_broken(TOWN, good) == set()


def test_forbids_one_too_few_of_a_group() -> None:
    wrong = plan(TOWN, placed("m", "mon 10:00", sits("anna", "boda"), sits("dan", "mas")))
    assert rules_broken(TOWN, wrong) == {"attendance"}
    assert found(attendance.check(TOWN, wrong), "group", "people", "least") == [("m", "centres", 1, 2)]


def test_each_side_must_be_represented() -> None:
    sides = (
        seat("head", groups=("town",), vacancy="priced"),
        seat("nurse", groups=("region", "town"), vacancy="priced"),
    )
    demands = (at_least(1, "town"), at_least(1, "region"))
    town = term(meeting("m", *sides, attendance=demands), holds("anna", "head"), holds("bo", "nurse"))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("bo", "nurse")))) == set()
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("anna", "head")))) == {"attendance"}


def test_all_people_on_one_seat_count() -> None:
    crowd = seat("head", count=3, groups=("heads",), vacancy="priced")
    town = term(
        meeting("m", crowd, attendance=(at_least(2, "heads"),)), *(holds(who, "head") for who in ("a", "b", "c"))
    )
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("a", "head"), sits("c", "head")))) == set()
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("c", "head")))) == {"attendance"}
