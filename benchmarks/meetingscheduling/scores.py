"""Scores as the benchmark counts them, by its own scorer, and those of others to compare with."""

from collections.abc import Sequence
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from benchmarks.meetingscheduling.reading import FOLDER

__all__ = ["PROTOTYPE", "TIMEFOLD", "Score", "as_text", "median", "score_of"]

Score = tuple[int, int, int]
"""Hard, medium and soft, none above 0: the greater tuple is the better score."""

# Both from ../shared/bench/README.md: one core of a shared machine, 60 CPU-seconds each, the better of two seeds.
TIMEFOLD: dict[int, Score] = {
    50: (0, -189, -8_681),
    100: (0, -86, -23_928),
    200: (0, -97, -81_087),
    400: (0, 0, -276_274),
    800: (0, 0, -932_426),
}
"""By the number of meetings, the best of four variants of Timefold 1.24."""
PROTOTYPE: dict[int, Score] = {
    50: (0, -144, -9_777),
    100: (0, -59, -23_676),
    200: (0, -57, -82_015),
    400: (0, 0, -256_104),
    800: (0, 0, -814_851),
}
"""By the number of meetings, the heat bath with CP-SAT neighbourhoods that was tuned on these sets and seeds."""


def score_of(data: dict[str, Any], solution: dict[str, Any]) -> Score | None:
    """What the benchmark's scorer says of a solution; `None` of one that does not place every meeting."""
    if len(solution["assignments"]) < len(data["meetings"]):
        return None
    spec = spec_from_file_location("meetingscheduling_score", FOLDER / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{FOLDER / 'score.py'} cannot be loaded")
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    hard, medium, soft = scorer.score(data, solution)
    return hard, medium, soft


def median(scores: Sequence[Score | None]) -> Score | None:
    """The middle one, of an even number the worse of the two; `None` is worse than any score."""
    known = sorted(one for one in scores if one)
    ranked = [None] * (len(scores) - len(known)) + known
    return ranked[(len(ranked) - 1) // 2]


def as_text(score: Score | None) -> str:
    """As the tables of others have it."""
    return " / ".join(f"{one:,}".replace("-", "−") for one in score) if score else "none"
