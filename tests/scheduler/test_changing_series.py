"""Changes of a term in which something is said of whole series: what they leave alone stays as it was."""

from models import Term
from scheduler import take_back
from tests.build import meeting, series, series_order, term
from tests.scheduler.changing import changed, differing, the

COUNCILS = term(
    series("pre", in_order=True),
    series("dps"),
    *(meeting(f"{kind}{n}", series=kind) for n in (1, 2, 3) for kind in ("pre", "dps")),
    series_order("pre", "dps", at_most_days=14),
)


def _pairs(of: Term) -> set[tuple[str, str]]:
    return {(one.before, one.after) for one in of.ordered if one.at_most_days == 14}


def test_a_withdrawn_meeting_leaves_the_other_pairs_as_they_were() -> None:
    after = changed({"kind": "withdraw", "meeting": "dps2"}, of=COUNCILS)
    assert _pairs(after) == {("pre1", "dps1"), ("pre3", "dps3")}
    assert after.series_orders == ()
    assert {one.id for one in after.orders} == {"pre-dps:dps1", "pre-dps:dps3"}


def test_its_preparation_can_be_withdrawn_alone() -> None:
    assert _pairs(changed({"kind": "withdraw", "meeting": "pre2"}, of=COUNCILS)) == {("pre1", "dps1"), ("pre3", "dps3")}


def test_an_added_meeting_leaves_the_pairs_as_they_were() -> None:
    for kind in ("pre", "dps"):
        after = changed({"kind": "add", "meeting": {"id": "more", "series": kind}}, of=COUNCILS)
        assert _pairs(after) == _pairs(COUNCILS), kind


def test_withdrawn_and_taken_back_the_series_pair_again() -> None:
    after = changed({"kind": "withdraw", "meeting": "dps2"}, of=COUNCILS)
    assert take_back(COUNCILS, after, after) == COUNCILS


def test_one_pair_is_untied_and_the_others_stay() -> None:
    after = changed({"kind": "untie", "tie": "pre-dps:dps2"}, of=COUNCILS)
    assert _pairs(after) == {("pre1", "dps1"), ("pre3", "dps3")}


def test_two_meetings_of_a_series_in_order_are_untied_and_the_others_stay() -> None:
    after = changed({"kind": "untie", "tie": "pre:pre1-pre2"}, of=COUNCILS)
    assert _pairs(after) == _pairs(COUNCILS)
    assert {(one.before, one.after) for one in after.orders} == {("pre1", "pre3"), ("pre2", "pre3")}
    assert not the(after, "series", "pre").in_order


def test_an_order_of_series_is_untied_as_a_whole() -> None:
    after = changed({"kind": "untie", "tie": "pre-dps"}, of=COUNCILS)
    assert _pairs(after) == set()
    assert differing(after, COUNCILS) == {"series_orders"}
