"""Who sits at one meeting while all others stand: the cheapest way to fill its seats, by whatever price is asked."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from models import Seat
from scheduler.case import Claim

__all__ = ["Price", "Seating", "seat_all"]

Price = tuple[int, ...]
"""What matters most comes first; prices of one question have the same length."""
ClaimPrice = Callable[[Claim], Price | None]
"""What it costs that somebody sits somewhere; ``None`` where they cannot."""
VacancyPrice = Callable[[Seat], Price | None]
"""What one person costs who is missing on a seat; ``None`` where nobody may be."""
MOST_STEPS = 2_000
"""So many ways are tried for seats that compete for people; then the best one so far is good enough."""
AT_THE_MOST = 50_000
"""So many where there is none yet; then it counts as if there were none."""


@dataclass(frozen=True)
class Seating:
    """A way to fill the seats of a meeting.

    Attributes:
        claims: who sits where.
        price: what that costs, with the seats that stay empty.
    """

    claims: tuple[Claim, ...]
    price: Price


def seat_all(
    seats: Sequence[Seat], claims: Sequence[Claim], nothing: Price, claim_price: ClaimPrice, vacancy_price: VacancyPrice
) -> Seating | None:
    """The cheapest way to fill the seats, nobody and no appointment twice; ``None`` where there is none.

    Args:
        seats: those that are to be filled.
        claims: every way in which somebody can come to sit on one of them.
        nothing: the price of nothing.
        claim_price: of each claim.
        vacancy_price: of each person missing.
    """
    priced = [(price, claim) for claim in claims if (price := claim_price(claim)) is not None]
    found, total = list[Claim](), nothing
    for group in _competing(seats, priced):
        best = _Search(group, vacancy_price, nothing).best()
        if best is None:
            return None
        found += best.claims
        total = _sum(total, best.price)
    return Seating(tuple(found), total)


Priced = tuple[Price, Claim]


def _competing(seats: Sequence[Seat], priced: Sequence[Priced]) -> Iterator[list[tuple[Seat, list[Priced]]]]:
    """The seats with their claims, the cheapest first, in groups that share neither people nor appointments."""
    of_seat = defaultdict[str, list[Priced]](list)
    for one in priced:
        of_seat[one[1].seat.id].append(one)
    groups: list[tuple[set[object], list[Seat]]] = []
    for seat in seats:
        wanted = {key for one in of_seat[seat.id] for key in _keys(one)}
        apart = [group for group in groups if not group[0] & wanted]
        joined = [group for group in groups if group[0] & wanted]
        together = [seat for _, ones in joined for seat in ones]
        groups = [*apart, (wanted.union(*(keys for keys, _ in joined)), [*together, seat])]
    for _, ones in groups:
        yield [(seat, sorted(of_seat[seat.id], key=_order)) for seat in ones]


def _order(priced: Priced) -> tuple[Price, int, str, str]:
    price, claim = priced
    return price, claim.rank, claim.appointment, claim.person


class _Search:
    """Tries the ways to fill some seats, the cheapest claims first; what is dearer than the best so far is left."""

    def __init__(self, seats: list[tuple[Seat, list[Priced]]], vacancy_price: VacancyPrice, nothing: Price) -> None:
        self.seats, self.vacancy_price, self.nothing = seats, vacancy_price, nothing
        self.found: Seating | None = None
        self.steps = 0

    def best(self) -> Seating | None:
        """The cheapest way of all, or of those that there was time for."""
        self._fill(0, (), self.nothing)
        return self.found or self._first_come()

    def _first_come(self) -> Seating | None:
        """Each seat to the cheapest who are left: for when there was no time to find any way that fills more."""
        claims, price, taken = list[Claim](), self.nothing, set[object]()
        for seat, priced in self.seats:
            missing, missing_price = seat.count, self.vacancy_price(seat)
            for one in priced:
                if missing and taken.isdisjoint(_keys(one)):
                    taken.update(_keys(one))
                    claims.append(one[1])
                    price, missing = _sum(price, one[0]), missing - 1
            if missing and missing_price is None:
                return None
            price = _sum(price, _times(missing, missing_price)) if missing and missing_price else price
        return Seating(tuple(claims), price)

    def _fill(self, n: int, claims: tuple[Claim, ...], price: Price) -> None:
        if self.found is not None and price >= self.found.price:
            return
        if n == len(self.seats):
            self.found = Seating(claims, price)
            return
        for more, dearer in self._ways(n, claims):
            self.steps += 1
            if self._over:
                return
            self._fill(n + 1, claims + more, _sum(price, dearer))

    @property
    def _over(self) -> bool:
        """Whether enough has been tried."""
        return self.steps > (MOST_STEPS if self.found else AT_THE_MOST)

    def _ways(self, n: int, taken: tuple[Claim, ...]) -> Iterator[tuple[tuple[Claim, ...], Price]]:
        """Ways to fill a seat beside those who sit elsewhere: with as many people as it wants, or with fewer."""
        seat, priced = self.seats[n]
        people, posts = {one.person for one in taken}, {one.appointment for one in taken}
        free = [(p, c) for p, c in priced if c.person not in people and c.appointment not in posts]
        missing_price = self.vacancy_price(seat)
        for count in range(min(seat.count, len(free)), -1, -1):
            missing = seat.count - count
            if missing and missing_price is None:
                return
            empty = _times(missing, missing_price) if missing and missing_price else self.nothing
            for chosen in self._together(free, count):
                yield tuple(claim for _, claim in chosen), _sum(empty, *(price for price, _ in chosen))

    def _together(self, free: list[Priced], count: int) -> Iterator[list[Priced]]:
        """So many of the claims, nobody and no appointment twice, in their order; what cannot be is a step too."""
        chosen, taken, n = list[int](), set[object](), 0
        while True:
            if len(chosen) == count:
                yield [free[one] for one in chosen]
            elif n + count - len(chosen) <= len(free):
                if taken.isdisjoint(_keys(free[n])):
                    chosen.append(n)
                    taken.update(_keys(free[n]))
                else:
                    self.steps += 1
                n += 1
                continue
            if not chosen or self._over:
                return
            n = chosen.pop() + 1
            taken.difference_update(_keys(free[n - 1]))


def _keys(priced: Priced) -> tuple[object, object]:
    """The person and the appointment of a claim: what may be there once."""
    return ("person", priced[1].person), priced[1].appointment


def _sum(*prices: Price) -> Price:
    return tuple(map(sum, zip(*prices, strict=True)))


def _times(count: int, price: Price) -> Price:
    return tuple(count * one for one in price)
