"""Nobody is in two places at once, and everybody has time to travel."""

from itertools import product

from ortools.sat.python import cp_model

from models import Locality, Plan, Term
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.model import Model
from scheduler.rulebook import STANDARD
from scheduler.rules import travel
from scheduler.solution import Solution
from tests.build import found, holds, leg, meeting, place, placed, plan, rules_broken, seat, sits, term, window

ANNA = holds("anna", "head")
TWO = tuple(meeting(name, seat("head"), places=(where,)) for name, where in (("a", "hall"), ("b", "school")))


def _localities(*names: str) -> list[Locality]:
    return [Locality(id=name, name=name) for name in names]


def _made(town: Term, second: str) -> Plan:
    return plan(town, placed("a", "mon 10:00", sits("anna", "head")), placed("b", second, sits("anna", "head")))


def test_allows_enough_time() -> None:
    town = term(*TWO, ANNA, leg("hall", "school", 30))
    for second in ("mon 11:30", "mon 08:30", "tue 10:00"):
        assert rules_broken(town, _made(town, second)) == set(), second


def test_forbids_too_little_time_either_way() -> None:
    town = term(*TWO, ANNA, leg("hall", "school", 31))
    assert rules_broken(town, _made(town, "mon 08:30")) == {"travel"}
    wrong = _made(town, "mon 11:30")
    assert rules_broken(town, wrong) == {"travel"}
    assert found(travel.check(town, wrong), "person", "other", "minutes", "needed") == [("b", "anna", "a", 30, 31)]


def test_forbids_two_meetings_at_once() -> None:
    town = term(*(meeting(name, seat("head")) for name in "ab"), ANNA)
    assert rules_broken(town, _made(town, "mon 11:00")) == set()
    for second in ("mon 10:00", "mon 10:30", "mon 09:30"):
        assert rules_broken(town, _made(town, second)) == {"travel"}, second


def test_allows_different_people_at_once() -> None:
    town = term(*(meeting(name, seat("head")) for name in "ab"), ANNA, holds("bo", "head"))
    made = plan(town, placed("a", "mon 10:00", sits("anna", "head")), placed("b", "mon 10:00", sits("bo", "head")))
    assert rules_broken(town, made) == set()


def test_a_buffer_is_added() -> None:
    town = term(*TWO, ANNA, leg("hall", "school", 15), buffer_minutes=15)
    assert rules_broken(town, _made(town, "mon 11:30")) == set()
    tight = term(*TWO, ANNA, leg("hall", "school", 15), buffer_minutes=16)
    assert rules_broken(tight, _made(tight, "mon 11:30")) == {"travel"}
    assert found(travel.check(tight, _made(tight, "mon 11:30")), "minutes", "needed") == [("b", 30, 31)]


def test_a_one_way_leg_counts_one_way() -> None:
    town = term(*TWO, ANNA, leg("hall", "school", 60, one_way=True))
    assert rules_broken(town, _made(town, "mon 09:00")) == set()
    assert rules_broken(town, _made(town, "mon 11:30")) == {"travel"}


def test_travel_is_from_the_place_to_the_place_however_far_the_meetings_between() -> None:
    # b lies between a and c in time, and near to both; a and c are far from each other.
    where = {"a": "hall", "b": "school", "c": "barn"}
    town = term(
        *(meeting(name, seat("head"), places=(place,), duration_minutes=30) for name, place in where.items()),
        ANNA,
        leg("hall", "barn", 120),
    )
    made = plan(
        town,
        *(
            placed(name, f"mon {hour}:00", sits("anna", "head"))
            for name, hour in zip("abc", ("08", "09", "10"), strict=True)
        ),
    )
    assert found(travel.check(town, made), "other") == [("c", "a")]


def test_the_most_exact_leg_counts() -> None:
    places = (place("hall", locality="north"), place("school", locality="south"), place("barn", locality="north"))
    legs = [leg("hall", "school", 10), leg("hall", "south", 20), leg("north", "south", 30)]
    for taken, minutes in ((0, 10), (1, 20), (2, 30), (3, 40)):
        town = term(*TWO, ANNA, *places, *legs[taken:], *_localities("north", "south"), default_travel=40)
        wrong = _made(town, "mon 11:00")
        assert found(travel.check(town, wrong), "needed") == [("b", minutes)]


def test_places_of_one_locality_are_so_far_apart() -> None:
    places = (place("hall", locality="north"), place("school", locality="north"))
    town = term(*TWO, ANNA, *places, within_locality=20, default_travel=40)
    assert found(travel.check(town, _made(town, "mon 11:00")), "needed") == [("b", 20)]


def test_nowhere_is_no_distance_away() -> None:
    town = term(meeting("a", seat("head")), TWO[1], ANNA, default_travel=60)
    assert rules_broken(town, _made(town, "mon 11:00")) == set()


def test_from_a_place_to_itself_it_is_no_distance() -> None:
    town = term(*(meeting(name, seat("head"), places=("hall",)) for name in "ab"), ANNA, default_travel=60)
    assert rules_broken(town, _made(town, "mon 11:00")) == set()


def test_one_solution_that_is_late_shuts_the_whole_day_for_both() -> None:
    """The next one is not late there by a quarter of an hour less; another day is as open as before."""
    both = tuple(meeting(name, seat("head"), windows=(window("mon", "tue", "09:00-12:00"),)) for name in "ab")
    case = Case(term(*both, ANNA, grid_minutes=30))
    kept = {m: list(one.pairs()) for m, one in candidates(case, STANDARD.rules).items()}
    model = Model(case, kept)
    starts = [start for start, _ in kept["a"]]
    late = Solution(case, {"a": (starts[0], None), "b": (starts[1], None)}, case.claims["a"] + case.claims["b"])
    assert travel.separate(model, late) == 1
    for a, b in product(starts, starts):
        ways = {"a": (a, None), "b": (b, None)}
        apart = abs(case.grid.minute(a) - case.grid.minute(b)) >= 60
        monday = {case.grid.day(a), case.grid.day(b)} == {case.grid.day(starts[0])}
        assert _obeyed(model, ways) == (apart or not monday), (a, b)


def _obeyed(model: Model, ways: dict[str, tuple[int, str | None]]) -> bool:
    """Whether meetings can be there by what the model says, with all who may sit at them."""
    fixed = model.cp.clone()
    literal = fixed.get_bool_var_from_proto_index
    for m, pair in ways.items():
        for one in model.options[m]:
            fixed.add(literal(one.chosen.index) == ((one.start, one.place) == pair))
    for seated in model.sits.values():
        fixed.add(literal(seated.index) == 1)
    return cp_model.CpSolver().solve(fixed) == cp_model.OPTIMAL
