"""CSPLib problem 046 through ``Term`` and ``scheduler.plan``; its data lies outside the project."""

from typing import Any

import pytest

from benchmarks.csplib046 import DATA, instances, shortest_horizon, term_of, verdict
from scheduler.options import Options

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the published instances are not at hand: ../shared/bench")


def by_number(number: int) -> dict[str, Any]:
    return next(one for one in instances() if one["instance"] == number)


def test_all_instances_can_be_said_as_terms() -> None:
    assert [len(term_of(one).meetings) for one in instances()] == [one["meetings"] for one in instances()]


def test_a_term_says_what_the_instance_does() -> None:
    instance = by_number(1)
    term = term_of(instance)
    seats = {f"agent-{n}": len(own) for n, own in enumerate(instance["agents"])}
    wanted = [seat.unit for one in term.resolved.values() for seat in one.seats]
    assert {agent: wanted.count(agent) for agent in seats} == seats
    assert len(term.travel.legs) == 20 * 19


@pytest.mark.parametrize("number", [1, 6, 12, 20, 26])
def test_verdicts_are_as_published(number: int) -> None:
    instance = by_number(number)
    assert verdict(instance, None, Options(time_limit_seconds=20)).satisfiable is instance["published_satisfiable"]


def test_a_shortest_horizon_is_proven() -> None:
    slots, proven = shortest_horizon(by_number(1), Options())
    assert proven
    assert slots <= by_number(1)["slots"]
