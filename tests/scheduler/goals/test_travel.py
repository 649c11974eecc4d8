"""Minutes from the base to the place and back are added up."""

from scheduler.goals import travel
from tests.build import holds, leg, meeting, person, placed, plan, rules_broken, seat, sits, term

ANNA = (person("anna", base="office"), holds("anna", "head", deputies=["bo"]))


def test_counts_there_and_back_for_every_meeting() -> None:
    town = term(
        *(meeting(name, seat("head"), places=(where,)) for name, where in (("a", "hall"), ("b", "school"))),
        *ANNA,
        leg("office", "hall", 10),
        leg("office", "school", 25),
    )
    one = plan(town, placed("a", "mon 10:00", sits("anna", "head")))
    two = plan(town, placed("a", "mon 10:00", sits("anna", "head")), placed("b", "tue 10:00", sits("anna", "head")))
    assert [travel.value(town, made) for made in (plan(town), one, two)] == [0, 20, 70]
    assert rules_broken(town, two) == set()


def test_the_way_back_may_take_longer() -> None:
    town = term(
        meeting("a", seat("head"), places=("hall",)),
        *ANNA,
        leg("office", "hall", 10, one_way=True),
        leg("hall", "office", 15, one_way=True),
    )
    assert travel.value(town, plan(town, placed("a", "mon 10:00", sits("anna", "head")))) == 25


def test_nothing_is_counted_without_a_base_or_a_place() -> None:
    hall = meeting("a", seat("head"), places=("hall",))
    baseless = term(hall, *ANNA, default_travel=30)
    assert travel.value(baseless, plan(baseless, placed("a", "mon 10:00", sits("bo", "head")))) == 0
    assert travel.value(baseless, plan(baseless, placed("a", "mon 10:00", sits("anna", "head")))) == 60
    nowhere = term(meeting("a", seat("head")), *ANNA, default_travel=30)
    assert travel.value(nowhere, plan(nowhere, placed("a", "mon 10:00", sits("anna", "head")))) == 0


def test_whose_base_is_the_place_does_not_travel() -> None:
    town = term(meeting("a", seat("head"), places=("office",)), *ANNA, default_travel=30)
    assert travel.value(town, plan(town, placed("a", "mon 10:00", sits("anna", "head")))) == 0
