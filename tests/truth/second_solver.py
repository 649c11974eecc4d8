"""The second solver in a process of its own.

OR-tools brings another version of the HiGHS library along, and one process cannot load both (google/or-tools#5246).
"""

from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from models import Term

__all__ = ["optimum"]


def optimum(term: Term) -> tuple[int, ...]:
    """The least values of the goals, in the order of the ranking, by `tests.truth.mip`."""
    return _process().submit(_solved, term.model_dump_json()).result(timeout=120)


@cache
def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _solved(document: str) -> tuple[int, ...]:
    from tests.truth import mip

    return mip.optimum(Term.model_validate_json(document))
