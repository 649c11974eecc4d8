"""What is published, and what is due before and after a meeting, is in the example as in its sources."""

import re

import pytest

from tests.examples.sodra_alvsborg import (
    MUNICIPALITIES,
    OFFICE,
    OTHERS,
    SIDES,
    days,
    due,
    example,
    forum,
    forums,
    meetings,
)


def test_what_the_sources_publish_is_public_and_nothing_else_of_the_forums() -> None:
    published = {one.id for one in example().series if one.public}
    groups = {one.id for one in example().series if one.id.startswith(("ledningsgrupp-", "uppdragsgrupp-"))}
    assert published == {"dps", "styrgrupp", "samverkanskonferens", *groups}


def test_the_vice_chair_checks_the_councils_minutes() -> None:
    assert "vice ordförande är ständig justerare" in forum("dps").note


def test_the_agenda_is_closed_days_before_the_area_meetings() -> None:
    springs = [one for one in example().series if re.search(r"(^|-)var$", one.id)]
    assert len(springs) == 6
    assert all(one.agenda_deadline_days for one in springs)


def test_the_three_sides_of_a_management_group_have_a_vote() -> None:
    for one in forums("ledningsgrupp-"):
        assert {group for seat in one.members if seat.standing == "voting" for group in seat.groups} == SIDES


def test_management_groups_meet_all_through_the_year() -> None:
    for one in forums("ledningsgrupp-"):
        assert len({min(days(held)) for held in meetings(one.id)}) == 4
        assert {day.month for held in meetings(one.id) for day in days(held)} > {2, 4, 9, 11}


@pytest.mark.parametrize("series", ["dps", "styrgrupp"])
def test_minutes_and_notes_are_published_after_the_meeting(series: str) -> None:
    one = due(series)["publicerat"]
    assert one.task_of
    assert (one.side, one.public, one.task_of.unit) == ("after", True, OFFICE)


def test_minutes_and_notes_are_mailed_to_the_office_before_it_publishes_them() -> None:
    groups = [one.id for one in example().series if one.id.startswith(("ledningsgrupp-", "uppdragsgrupp-"))]
    for series in groups:
        mailed, published = (due(series)[name] for name in ("till-kontoret", "publicerat"))
        assert (mailed.side, published.side) == ("after", "after")
        assert mailed.days < published.days
        assert mailed.task_of is None
        assert published.task_of
        assert published.task_of.unit == OFFICE


def test_notes_of_the_presidium_are_kept_and_not_published() -> None:
    one = due("presidium")["anteckningar"]
    assert (one.side, one.public) == ("after", False)
    assert "publicerat" not in due("presidium")


def test_calls_go_out_before_the_meeting_by_who_calls_it() -> None:
    calls = {one.id: due(one.id)["kallelse"] for one in example().series if "kallelse" in due(one.id)}
    assert set(calls) == {"dps", "presidium"} | {
        *(f"ledningsgrupp-{one}" for one in MUNICIPALITIES),
        *(f"{one}-host" for one in OTHERS),
    }
    for series, call in calls.items():
        (convener,) = {one.convener.unit for one in meetings(series) if one.convener}
        assert call.task_of
        assert (call.side, call.task_of.unit) == ("before", convener)


def test_others_are_invited_to_the_conference_long_before_it() -> None:
    one = due("samverkanskonferens")["inbjudan"]
    assert one.task_of
    assert (one.side, one.task_of.unit) == ("before", OFFICE)


def test_questions_are_in_before_the_spring_meetings() -> None:
    springs = [one for one in OTHERS if meetings(f"{one}-var")]
    assert len(springs) == 5
    assert {due(f"{one}-var")["fragor"].side for one in springs} == {"before"}


def test_how_many_days_a_deadline_has_is_marked_as_assumed() -> None:
    assert [one for series in example().series for one in series.deadlines if not one.illustrative] == []
