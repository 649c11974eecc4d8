"""The field's benchmark as terms: its own scorer and the two goals count alike; its data is not the project's."""

import importlib.util
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from benchmarks.meetingscheduling import comfort, preferred_conflicts
from benchmarks.meetingscheduling.reading import FOLDER, SETS, read, solution_of, term_of
from models import Plan, Term
from scheduler.answering import placements
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.rulebook import STANDARD
from scheduler.solution import Solution
from tests.build import plan

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the published sets are not at hand: ../shared/bench")
RULEBOOK = STANDARD.having(goals=[preferred_conflicts, comfort])


@pytest.fixture(scope="module")
def score() -> Callable[..., Any]:
    """The benchmark's scorer: hard, medium and soft points, each below 0."""
    spec = importlib.util.spec_from_file_location("score", FOLDER / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., Any] = module.score
    return found


def _somehow(town: Term, random: Random) -> Plan:
    """Each meeting at some candidate."""
    case = Case(town)
    starts = {m: random.choice(list(own.pairs())) for m, own in candidates(case).items()}
    claims = [claim for m in starts for claim in case.claims[m]]
    return plan(town, *placements(Solution(case, starts, claims)), goals=(), unplaced=())


@pytest.mark.parametrize("meetings", SETS[:2])
def test_the_goals_count_what_the_scorer_counts(meetings: int, score: Callable[..., Any]) -> None:
    data = read(meetings)
    town = term_of(data)
    for seed in range(3):
        made = _somehow(town, Random(seed))
        _, medium, soft = score(data, solution_of(data, made))
        assert preferred_conflicts.value(town, made) == -medium > 0
        assert comfort.value(town, made) == -soft > 0


def test_what_the_scorer_calls_hard_breaks_a_rule(score: Callable[..., Any]) -> None:
    data = read(50)
    town = term_of(data)
    for seed in range(3):
        made = _somehow(town, Random(seed))
        hard, *_ = score(data, solution_of(data, made))
        broken = [one for rule in STANDARD.rules for one in rule.check(town, made)]
        assert (hard < 0) == bool(broken)
        assert {one.rule for one in broken} <= {"travel", "venue"}, "candidates leave no other rule to break"


@pytest.mark.parametrize("meetings", SETS)
def test_every_set_can_be_said_as_a_term(meetings: int) -> None:
    data = read(meetings)
    town = term_of(data)
    assert len(town.resolved) == meetings == len(data["meetings"])
    assert [goal.name for goal in RULEBOOK.ranking(town)] == ["placed", "preferred_conflicts", "comfort"]
