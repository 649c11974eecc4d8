"""Terms whose meetings share people, to be cut into blocks."""

from random import Random

import pytest

from models import Term
from scheduler import planning
from scheduler.large import beginning, decomposed
from tests.build import away, holds, leg, meeting, seat, series, term, window

__all__ = ["bathed", "crowded", "cut_into", "sharing"]


def cut_into(monkeypatch: pytest.MonkeyPatch, meetings: int) -> None:
    """From here on no block has more meetings than that."""
    monkeypatch.setattr(decomposed, "BESIDE_MEETINGS", meetings)
    monkeypatch.setattr(decomposed, "ALONE_MEETINGS", meetings)
    monkeypatch.setattr(decomposed, "SMALLER_MEETINGS", meetings)


def bathed(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on every component with a choice of who sits begins with a bath, however little time there is."""
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 0)
    monkeypatch.setattr(beginning, "BATHED_MEETINGS", 0)
    monkeypatch.setattr(beginning, "BATHED_SECONDS", 0)


def sharing(random: Random) -> Term:
    """Five meetings in three days that share a pool, heads with deputies, and a room."""
    ones = [
        meeting(
            f"m{n}",
            seat("head", deputy=random.choice(("may", "should"))),
            seat("nurse"),
            series=f"s{n % 2}",
            places=("hall",),
        )
        for n in range(5)
    ]
    kinds = [
        series(f"s{n}", windows=(window("mon", "wed", "09:00-12:00"),), spacing_days=random.choice((0, 1)))
        for n in range(2)
    ]
    people = (
        holds("anna", "head", deputies=["bo", "cia"]),
        holds("bo", "nurse", deputies=["dan"]),
        holds("eva", "nurse"),
    )
    return term(*kinds, *ones, *people, grid_minutes=60)


def crowded(random: Random) -> Term:
    """Six meetings in two mornings at two places an hour from each other, of people who are away at times."""
    ones = [meeting(f"m{n}", *SEATS, series="s", places=("hall" if n % 2 else "school",)) for n in range(6)]
    days = series("s", windows=(window("mon", "tue", "09:00-13:00"),))
    absent = [
        away(person, f"{random.choice(('mon', 'tue'))} 09:00", f"tue {random.choice((10, 11, 12))}:00")
        for person in random.sample(("anna", "bo", "eva", "dan"), 2)
    ]
    heads = (holds("anna", "head", deputies=["bo", "cia"]), holds("eva", "nurse", deputies=["dan", "bo"]))
    return term(days, *ones, *heads, leg("hall", "school", 60), *absent, grid_minutes=60)


SEATS = (seat("head", deputy="should", vacancy="priced"), seat("nurse", deputy="should", vacancy="priced"))
