"""Other plans: as many as are wanted, while there is time."""

import sys
import time

import pytest

import scheduler
from scheduler import Options, alternatives
from scheduler.planning import Task, carry_out
from tests.build import holds, meeting, seat, term


def test_the_time_limit_is_of_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a job that may take an hour, ten alternatives must not take ten."""
    town = term(meeting("m", seat("head")), holds("anna", "head"))
    stands, limits = scheduler.plan(town), list[float]()

    def slow(task: Task, options: Options, *rest: object) -> object:
        limits.append(options.time_limit_seconds)
        time.sleep(0.1)
        return carry_out(task)

    monkeypatch.setattr(sys.modules["scheduler.alternatives"], "carry_out", slow)
    found = alternatives(town, stands, 5, options=Options(time_limit_seconds=60))
    assert len(found) == 5
    assert limits[0] > limits[1] + 0.05 > limits[4]
