"""Deputies on required seats are counted, those on on-demand seats are not."""

from scheduler.goals import deputies
from tests.build import holds, meeting, on_demand, placed, plan, rules_broken, seat, sits, term

TOWN = term(
    *(meeting(name, seat("head", count=2), on_demand("mas"), asked=("mas",)) for name in ("m", "n")),
    holds("anna", "head", deputies=["dan", "eva"]),
    holds("bo", "head", deputies=["eva"]),
    holds("mia", "mas", deputies=["moa"]),
)


def test_counts_each_deputy_at_each_meeting_once_whatever_the_rank() -> None:
    made = plan(
        TOWN,
        placed("m", "mon 10:00", sits("anna", "head"), sits("eva", "head", "head:bo"), sits("moa", "mas")),
        placed("n", "tue 10:00", sits("eva", "head", "head:anna"), sits("bo", "head"), sits("mia", "mas")),
    )
    assert deputies.value(TOWN, made) == 2
    assert rules_broken(TOWN, made) == set()


def test_holders_cost_nothing() -> None:
    made = plan(TOWN, placed("m", "mon 10:00", sits("anna", "head"), sits("bo", "head"), sits("moa", "mas")))
    assert deputies.value(TOWN, made) == 0
    assert rules_broken(TOWN, made) == set()
