"""What orders between series, and series that keep their order, mean for their meetings."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models import Term
from models.orders import SeriesOrder, pairs
from tests.build import meeting, order, series, series_order, term


def _many(name: str, count: int, **fields: object) -> list[object]:
    return [series(name, **fields), *(meeting(f"{name}{n}", series=name) for n in range(1, count + 1))]


def _said(town: Term) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in town.ordered]


def test_meetings_pair_in_the_order_of_the_document() -> None:
    town = term(*_many("pre", 2), *_many("dps", 2), series_order("pre", "dps", at_least_days=7, at_most_days=21))
    assert _said(town) == [("pre1", "dps1"), ("pre2", "dps2")]
    assert {(one.at_least_days, one.at_most_days) for one in town.ordered} == {(7, 21)}
    assert [one.id for one in town.ordered] == ["pre-dps:dps1", "pre-dps:dps2"]


def test_where_there_are_more_before_they_are_shared_out_evenly() -> None:
    town = term(*_many("steer", 6), *_many("dps", 4), series_order("steer", "dps"))
    assert _said(town) == [("steer1", "dps1"), ("steer3", "dps2"), ("steer4", "dps3"), ("steer6", "dps4")]


def test_without_meetings_nothing_is_said() -> None:
    assert term(*_many("pre", 3), series("dps"), series_order("pre", "dps")).ordered == ()


def test_orders_between_meetings_stay_and_come_first() -> None:
    town = term(*_many("a", 1), *_many("b", 1), order("b1", "a1"), series("c"), series_order("c", "c2"), series("c2"))
    assert _said(town) == [("b1", "a1")]


def test_a_series_in_order_orders_any_two_of_its_meetings() -> None:
    town = term(*_many("dps", 3, in_order=True))
    assert _said(town) == [("dps1", "dps2"), ("dps1", "dps3"), ("dps2", "dps3")]
    assert town.implied == {"dps:dps1-dps3"}
    assert {one.at_least_days for one in town.ordered} == {0}


def test_a_series_in_order_keeps_its_spacing_between_any_two() -> None:
    assert {one.at_least_days for one in term(*_many("dps", 3, in_order=True, spacing_days=30)).ordered} == {30}


def test_what_was_worked_out_is_forgotten_by_a_copy() -> None:
    town = term(*_many("pre", 1), *_many("dps", 1), series_order("pre", "dps"))
    assert _said(town) == [("pre1", "dps1")]
    assert _said(town.model_copy(update={"series_orders": ()})) == []


@given(st.integers(1, 60), st.integers(0, 60))
def test_each_has_one_of_its_own_and_none_is_passed_over_the_wrong_way(later: int, more: int) -> None:
    before, after = [f"b{n}" for n in range(later + more)], [f"a{n}" for n in range(later)]
    made = list(pairs(SeriesOrder(id="x", before="b", after="a"), before, after))
    assert [one.after for one in made] == after
    places = [before.index(one.before) for one in made]
    assert places == sorted(set(places)), "in order, none twice"
    assert places[-1] == len(before) - 1, "the last is before the last"
    shares = {late - early for early, late in pairwise([-1, *places])}
    assert shares <= {len(before) // later, -(-len(before) // later)}, "shared out evenly"
