"""Areas that share nobody, planned at once: 12 of them are 204 meetings."""

from benchmarks.area import Area
from benchmarks.autumns import term_of
from models import Term

__all__ = ["areas"]


def areas(count: int, seed: int, busy: float = 0.5, meetings_per_day: int = 1) -> Term:
    """One term of so many seeded areas, 17 meetings each; `busy` is each person's share of busy afternoons."""
    made = [Area(f"a{n}", busy, 1000 * seed + n) for n in range(count)]
    return term_of(made, f"areas {count} {seed} {busy}", meetings_per_day)
