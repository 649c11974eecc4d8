"""Make a term on which the engine and the brute force disagree smaller: ``python -m tests.truth.shrink SEED``.

Without a seed it looks for one: ``python -m tests.truth.shrink --from 1 --count 1000``.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from pydantic import ValidationError

import scheduler
from models import Term
from scheduler.options import Options
from tests.truth.answer import answer
from tests.truth.brute_force import TooLarge, best
from tests.truth.tiny import tiny

__all__ = ["disagreement", "shrunk"]


def disagreement(term: Term) -> str:
    """What is wrong with the engine's plan, by the brute force and by the check; empty where nothing is."""
    truth = answer(term, best(term))
    try:
        made = scheduler.plan(term, Options(time_limit_seconds=20))
    except Exception as error:  # whatever it is, it is found out here
        return f"{type(error).__name__}: {error}"
    wrong = [f"{violation}" for violation in scheduler.check(term, made)]
    for said, true in zip(made.goals, truth.goals, strict=True):
        if said != true:
            wrong.append(f"{said} instead of {true.value}")
    return "; ".join(wrong)


def shrunk(document: Any, fails: Callable[[Any], bool]) -> Any:
    """The document with all that left out, list item by list item and key by key, without which it still fails."""
    smaller = True
    while smaller:
        smaller = False
        for other in _simpler(document):
            if fails(other):
                document, smaller = other, True
                break
    return document


def _simpler(value: Any) -> Iterator[Any]:
    """The value with one thing left out, anywhere in it."""
    if isinstance(value, list):
        yield from (value[:n] + value[n + 1 :] for n in range(len(value)))
        for n, item in enumerate(value):
            yield from ([*value[:n], other, *value[n + 1 :]] for other in _simpler(item))
    elif isinstance(value, dict):
        yield from ({key: one for key, one in value.items() if key != left_out} for left_out in value)
        for key, item in value.items():
            yield from ({**value, key: other} for other in _simpler(item))


def _fails(document: Any) -> bool:
    try:
        return bool(disagreement(Term.model_validate(document)))
    except (ValidationError, TooLarge, StopIteration, KeyError):
        return False


def main() -> None:
    """Print the smallest term found and what is wrong with its plan."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int, nargs="?")
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    given = parser.parse_args()
    seeds = [given.seed] if given.seed is not None else range(given.first, given.first + given.count)
    for seed in seeds:
        document = json.loads(tiny(Random(seed)).model_dump_json(exclude_defaults=True))
        if _fails(document):
            small = shrunk(document, _fails)
            print(f"seed {seed}: {disagreement(Term.model_validate(small))}")
            print(json.dumps(small, ensure_ascii=False))


if __name__ == "__main__":
    main()
