"""A goal as the model adds it up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

__all__ = ["Tally"]


@dataclass(frozen=True)
class Tally:
    """A sum of non-negative terms that is to be small.

    Attributes:
        terms: pairs of a coefficient and a variable; at least 0 each.
        most: what the sum cannot exceed in any plan.
    """

    terms: Sequence[tuple[int, cp_model.IntVar]]
    most: int

    def expression(self) -> cp_model.LinearExprT:
        """The sum for the solver."""
        return cp_model.LinearExpr.weighted_sum([var for _, var in self.terms], [n for n, _ in self.terms])

    @staticmethod
    def of(terms: Iterable[tuple[int, cp_model.IntVar]], most: int | None = None) -> "Tally":
        """A sum; where it is not said what it cannot exceed, all terms at once (each variable being 0 or 1)."""
        kept = tuple((n, var) for n, var in terms if n)
        return Tally(kept, sum(n for n, _ in kept) if most is None else most)
