"""Who sits at a meeting, where so many could that not every way can be tried."""

from collections.abc import Sequence

from models import Seat, Term
from scheduler.case import Case, Claim
from scheduler.seating import Seating, seat_all
from tests.build import holds, meeting, seat, term

SEAT = seat("seat", "role", count=10)


def seated(town: Term, empty: tuple[int] | None) -> Seating | None:
    """The cheapest way to fill the seats of meeting `m`, a deputy for 1 and an empty chair for that price."""

    def of_vacancy(seat: Seat) -> tuple[int] | None:
        return empty

    return seat_all(town.resolved["m"].wanted_seats, claims(town), (0,), lambda claim: (claim.rank,), of_vacancy)


def claims(town: Term) -> Sequence[Claim]:
    return Case(town).claims["m"]


def test_posts_that_the_same_few_hold_are_filled_without_trying_every_way() -> None:
    deputies = [f"deputy{n}" for n in range(9)]
    town = term(meeting("m", SEAT), *(holds("anna", "role", deputies=deputies, id=f"post{n}") for n in range(20)))
    found = seated(town, None)
    assert found is not None
    assert len({claim.person for claim in found.claims}) == len({claim.appointment for claim in found.claims}) == 10


def test_where_no_way_fills_all_there_is_still_one_that_leaves_chairs_empty() -> None:
    many = [f"deputy{n}" for n in range(20)]
    few = (holds("anna", "role", deputies=["bo"], id=f"post{n}") for n in range(20))
    town = term(meeting("m", SEAT), *few, holds("carl", "role", deputies=many, id="crowd"))
    found = seated(town, (100,))
    assert found is not None
    assert sorted(claim.person for claim in found.claims)[:2] == ["anna", "bo"]
    assert len(found.claims) == 3
    assert found.price[0] >= 700
    assert seated(town, None) is None
