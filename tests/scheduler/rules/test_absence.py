"""Nobody sits at a meeting while they are absent."""

from scheduler.rules import absence
from tests.build import (
    at,
    away,
    away_weekly,
    day,
    found,
    free_at,
    holds,
    lock,
    meeting,
    placed,
    plan,
    rules_broken,
    seat,
    sits,
    term,
)

HEAD = (meeting("m", seat("head")), holds("anna", "head"))


def test_allows_a_meeting_next_to_an_absence() -> None:
    town = term(*HEAD, away("anna", "mon 10:00", "mon 12:00"))
    for start in ("mon 09:00", "mon 12:00", "tue 10:00"):
        assert rules_broken(town, plan(town, placed("m", start, sits("anna", "head")))) == set(), start


def test_forbids_a_meeting_that_an_absence_touches() -> None:
    town = term(*HEAD, away("anna", "mon 10:00", "mon 12:00"))
    for start in ("mon 09:30", "mon 10:00", "mon 11:30"):
        wrong = plan(town, placed("m", start, sits("anna", "head")))
        assert rules_broken(town, wrong) == {"absence"}, start
        assert found(absence.check(town, wrong), "person", "absence") == [("m", "anna", "anna:mon:10:00")]


def test_forbids_a_meeting_within_a_leave_of_weeks() -> None:
    town = term(*HEAD, away("anna", "mon 00:00", "3 mon 00:00"))
    assert rules_broken(town, plan(town, placed("m", "2 wed 10:00", sits("anna", "head")))) == {"absence"}
    assert rules_broken(town, plan(town, placed("m", "3 mon 08:00", sits("anna", "head")))) == set()


def test_allows_others_to_sit_there() -> None:
    town = term(
        meeting("m", seat("head")), holds("anna", "head", deputies=["bo"]), away("anna", "mon 10:00", "mon 12:00")
    )
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("bo", "head")))) == set()


def test_forbids_every_week_of_a_weekly_absence() -> None:
    town = term(*HEAD, away_weekly("anna", "tue", "09:00-11:00"))
    for week in (1, 2, 3, 4):
        assert rules_broken(town, plan(town, placed("m", f"{week} tue 10:30", sits("anna", "head")))) == {"absence"}
        assert rules_broken(town, plan(town, placed("m", f"{week} tue 11:00", sits("anna", "head")))) == set()
        assert rules_broken(town, plan(town, placed("m", f"{week} mon 10:00", sits("anna", "head")))) == set()


def test_every_other_week_is_counted_from_the_first_day_given() -> None:
    for first, busy in ((None, (1, 3)), (day("2 wed"), (2, 4))):
        town = term(*HEAD, away_weekly("anna", "tue thu", every_weeks=2, first_day=first))
        made = {week: plan(town, placed("m", f"{week} thu 10:00", sits("anna", "head"))) for week in (1, 2, 3, 4)}
        assert tuple(week for week in made if rules_broken(town, made[week])) == busy


def test_a_weekly_absence_ends() -> None:
    town = term(*HEAD, away_weekly("anna", "tue", first_day=day("2 mon"), last_day=day("3 mon")))
    made = [plan(town, placed("m", f"{week} tue 10:00", sits("anna", "head"))) for week in (1, 2, 3)]
    assert [rules_broken(town, one) for one in made] == [set(), {"absence"}, set()]


def test_history_was_attended_by_whom_it_was_attended() -> None:
    locked = (meeting("m", seat("head"), lock=lock("mon 10:00", head="anna")), holds("anna", "head"))
    for now, broken in (("tue 08:00", set[str]()), ("mon 08:00", {"absence"})):
        town = term(*locked, away("anna", "mon 00:00", "tue 00:00"), as_of=at(now))
        assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("anna", "head")))) == broken


# ---- whoever can come after all ----


def test_allows_a_meeting_that_a_presence_covers() -> None:
    town = term(*HEAD, away("anna", "mon 08:00", "mon 17:00"), free_at("anna", "mon 10:00", "mon 12:00"))
    for start in ("mon 10:00", "mon 10:30", "mon 11:00"):
        assert rules_broken(town, plan(town, placed("m", start, sits("anna", "head")))) == set(), start


def test_forbids_a_meeting_that_a_presence_covers_in_part() -> None:
    town = term(*HEAD, away("anna", "mon 08:00", "mon 17:00"), free_at("anna", "mon 10:00", "mon 12:00"))
    for start in ("mon 09:30", "mon 11:30", "mon 12:00", "mon 08:00"):
        assert rules_broken(town, plan(town, placed("m", start, sits("anna", "head")))) == {"absence"}, start


def test_forbids_a_meeting_that_two_presences_cover_only_together() -> None:
    presences = (free_at("anna", "mon 10:00", "mon 10:30"), free_at("anna", "mon 10:30", "mon 12:00"))
    town = term(*HEAD, away("anna", "mon 08:00", "mon 17:00"), *presences)
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("anna", "head")))) == {"absence"}
    assert rules_broken(town, plan(town, placed("m", "mon 10:30", sits("anna", "head")))) == set()


def test_a_presence_sets_free_from_one_week_of_a_weekly_absence() -> None:
    town = term(*HEAD, away_weekly("anna", "tue", "09:00-11:00"), free_at("anna", "2 tue 09:00", "2 tue 12:00"))
    made = {week: plan(town, placed("m", f"{week} tue 10:00", sits("anna", "head"))) for week in (1, 2, 3)}
    assert [week for week in made if not rules_broken(town, made[week])] == [2]


def test_a_presence_sets_nobody_else_free() -> None:
    town = term(*HEAD, away("anna", "mon 08:00", "mon 17:00"), free_at("bo", "mon 08:00", "mon 17:00"))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("anna", "head")))) == {"absence"}


def test_a_presence_without_an_absence_says_nothing() -> None:
    town = term(*HEAD, free_at("anna", "mon 10:00", "mon 10:30"))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("anna", "head")))) == set()
