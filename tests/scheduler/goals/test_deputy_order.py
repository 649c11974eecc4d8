"""The ranks of all who sit are added up."""

from scheduler.goals import deputy_order
from tests.build import holds, meeting, on_demand, placed, plan, rules_broken, seat, sits, term

TOWN = term(
    meeting("m", seat("head", count=2), on_demand("mas"), asked=("mas",)),
    holds("anna", "head", deputies=["dan", "eva"]),
    holds("bo", "head", deputies=["eva"]),
    holds("mia", "mas", deputies=["moa", "dan", "eva"]),
)


def test_adds_the_ranks_on_required_and_on_demand_seats() -> None:
    for sittings, value in (
        ((sits("anna", "head"), sits("bo", "head"), sits("mia", "mas")), 0),
        ((sits("dan", "head"), sits("bo", "head"), sits("mia", "mas")), 1),
        ((sits("eva", "head", "head:anna"), sits("bo", "head"), sits("moa", "mas")), 3),
        ((sits("dan", "head"), sits("bo", "head"), sits("eva", "mas")), 4),
    ):
        made = plan(TOWN, placed("m", "mon 10:00", *sittings))
        assert deputy_order.value(TOWN, made) == value
        assert rules_broken(TOWN, made) == set()
