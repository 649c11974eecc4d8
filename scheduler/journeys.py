"""How long it takes from place to place, as `models.Travel` says it."""

from functools import cache

from models import Term

__all__ = ["Journeys"]


class Journeys:
    """The travel minutes of a term, each pair of places worked out once."""

    def __init__(self, term: Term) -> None:
        self.travel = term.travel
        self.locality = {one.id: one.locality for one in term.places}
        self.legs: dict[tuple[str | None, str | None], int] = {}
        for leg in term.travel.legs:
            here, there = leg.between
            self.legs[here, there] = leg.minutes
            if not leg.one_way:
                self.legs.setdefault((there, here), leg.minutes)
        self.minutes = cache(self._minutes)

    def _minutes(self, here: str, there: str) -> int:
        """From one place to another: the most exact leg that is known, else by whether they lie in one locality."""
        home, away = self.locality[here], self.locality[there]
        for pair in ((here, there), (here, away), (home, there), (home, away)):
            if pair in self.legs:
                return self.legs[pair]
        return self.travel.within_locality_minutes if home and home == away else self.travel.default_minutes
