"""Scores are compared as the field does, the middle seed counts, and a run over its budget never helps."""

import pytest

from benchmarks.meetingscheduling.__main__ import Run, counted, parser, table
from benchmarks.meetingscheduling.reading import FOLDER, SETS, read
from benchmarks.meetingscheduling.run import reserve
from benchmarks.meetingscheduling.scores import PROTOTYPE, TIMEFOLD, Score, as_text, median, score_of

GOOD, FAIR, POOR = (0, -140, -9_900), (0, -150, -9_000), (-1, -100, -8_000)


def run(seed: int, score: Score | None, cpu_seconds: float = 59.0) -> Run:
    return Run(50, seed, score, 0 if score else 2, cpu_seconds, cpu_seconds <= 60)


def test_the_median_goes_by_hard_then_medium_then_soft() -> None:
    assert median([POOR, GOOD, FAIR]) == FAIR
    assert median([(0, 0, -2), (0, 0, -1), (0, 0, -3)]) == (0, 0, -2)


def test_of_an_even_number_the_worse_of_the_middle_two_counts() -> None:
    assert median([GOOD, FAIR]) == FAIR


def test_an_incomplete_solution_is_worse_than_any_score() -> None:
    assert median([None, GOOD, POOR]) == POOR
    assert median([None, GOOD, None]) is None


def test_a_run_over_its_budget_counts_as_none() -> None:
    assert counted([run(1, GOOD), run(2, GOOD), run(3, FAIR)]) == GOOD
    assert counted([run(1, GOOD, 60.1), run(2, GOOD), run(3, FAIR)]) == FAIR
    assert counted([run(1, GOOD, 60.1), run(2, GOOD, 61), run(3, FAIR)]) is None


def test_the_table_marks_what_is_over_budget_and_says_whether_the_median_is_better() -> None:
    heads, _, line = table([run(11, GOOD), run(12, FAIR, 60.4), run(13, GOOD)]).splitlines()
    cells = dict(zip(heads.split(" | "), line.split(" | "), strict=True))
    assert cells["seed 11"] == cells["median"] == "0 / −140 / −9,900"
    assert cells["seed 12"] == "0 / −150 / −9,000 (over budget)"
    assert cells["Timefold's best"] == "0 / −189 / −8,681"
    assert (cells["better"], cells["reached"]) == ("yes", "yes")
    assert cells["CPU-seconds |"] == "59.0, 60.4 (over), 59.0 |"


def test_no_median_is_never_better() -> None:
    line = table([run(11, None)]).splitlines()[-1]
    assert "| none, 2 unplaced | none | 0 / −189 / −8,681 | no |" in line
    assert as_text(None) == "none"


def test_the_prototype_is_reached_by_as_much_and_not_by_less() -> None:
    hard, medium, soft = PROTOTYPE[50]
    for less, reached in ((0, "yes"), (1, "no")):
        line = table([run(11, (hard, medium, soft - less))]).splitlines()[-1]
        assert line.split(" | ")[-2] == reached


def test_there_is_a_score_to_compare_with_for_each_set() -> None:
    assert TIMEFOLD.keys() == PROTOTYPE.keys() == set(SETS)


def test_more_is_kept_back_for_more_meetings() -> None:
    assert reserve(50) < reserve(400) < reserve(800) < 15


def test_options_are_lists_of_whole_numbers() -> None:
    given = parser().parse_args(["--sets", "50,800", "--seeds", "7", "--cpu-seconds", "20"])
    assert (given.sets, given.seeds, given.cpu_seconds) == ((50, 800), (7,), 20.0)
    given = parser().parse_args([])
    assert (given.sets, given.seeds, given.cpu_seconds) == (SETS, (11, 12, 13), 60.0)


@pytest.mark.parametrize(("wrong", "mend"), [("60", "no set of 60"), ("50;100", "with commas between")])
def test_a_set_that_is_not_there_is_refused(wrong: str, mend: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--sets", wrong])
    assert mend in capsys.readouterr().err


@pytest.mark.skipif(not FOLDER.exists(), reason="the public sets are not at hand: ../shared/bench")
def test_the_scorer_of_the_benchmark_scores() -> None:
    data = read(50)
    together = {"assignments": [{"meeting": one["id"], "start": 0, "room": 0} for one in data["meetings"]]}
    score = score_of(data, together)
    assert score
    assert score[0] < 0
    assert score_of(data, {"assignments": together["assignments"][1:]}) is None
