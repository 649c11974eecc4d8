"""Local groups, task groups and the conference are in the example as in its sources."""

from datetime import date

import pytest

from tests.examples.sodra_alvsborg import MUNICIPALITIES, OFFICE, SIDES, days, example, forum, forums, meetings, orders

# ---- local groups


@pytest.mark.parametrize("one", MUNICIPALITIES)
def test_three_sides_must_be_at_a_local_management_group(one: str) -> None:
    group = forum(f"ledningsgrupp-{one}")
    assert {demand.group for demand in group.representation} == SIDES
    assert {demand.least for demand in group.representation} == {1}
    for held in meetings(group.id):
        assert {demand.group for demand in held.attendance} == SIDES


@pytest.mark.parametrize("one", MUNICIPALITIES)
def test_the_municipality_chairs_and_calls_its_management_group(one: str) -> None:
    city = "kommunen" if one == "boras" else f"{one}-kommunen"
    group = forum(f"ledningsgrupp-{one}")
    assert group.chair
    assert group.convener
    assert (group.chair.unit, group.convener.unit) == (city, city)


def test_management_groups_differ_and_have_others_co_opted() -> None:
    sizes = {len(one.members) for one in forums("ledningsgrupp-")}
    assert len(sizes) > 1
    roles = {seat.role for one in forums("ledningsgrupp-") for seat in one.members if seat.standing == "co_opted"}
    assert {"skolchef", "omradeschef"} <= roles


def test_a_working_group_has_a_question_a_time_and_those_who_formed_it() -> None:
    for one in forums("arbetsgrupp-"):
        assert one.assignment
        assert one.first_day
        assert one.last_day
        assert one.formed_by == one.reports_to
        assert all(parent.startswith("ledningsgrupp-") for parent in one.formed_by)


def test_management_groups_of_two_municipalities_share_a_working_group() -> None:
    assert forum("arbetsgrupp-lakemedel").formed_by == ("ledningsgrupp-svenljunga", "ledningsgrupp-tranemo")


def test_users_take_part_in_groups_that_do_not_wait_for_them() -> None:
    for one in (*forums("arbetsgrupp-"), *forums("uppdragsgrupp-")):
        (user,) = (seat for seat in one.members if seat.role == "brukarrepresentant")
        assert (user.standing, user.vacancy) == ("co_opted", "priced")


def test_boras_preparing_group_meets_before_its_management_group() -> None:
    assert forum("beredningsgrupp-boras").formed_by == ("ledningsgrupp-boras",)
    assert len(orders("beredningsgrupp-boras", "ledningsgrupp-boras")) == 4


# ---- task groups


def test_the_steering_group_forms_task_groups_for_a_time_by_an_assignment() -> None:
    for one in forums("uppdragsgrupp-"):
        assert one.formed_by == ("styrgrupp",)
        assert one.assignment
        assert one.first_day
        assert one.last_day


def test_three_sides_must_be_at_every_task_group_whatever_its_size() -> None:
    assert len({len(one.members) for one in forums("uppdragsgrupp-")}) > 1
    for one in forums("uppdragsgrupp-"):
        assert {demand.group for demand in one.representation} == SIDES


def test_task_groups_are_active_resting_or_ended() -> None:
    states = {one.state_on(date(2026, 3, 1)) for one in forums("uppdragsgrupp-")}
    assert states == {"active", "resting", "ended"}


def test_a_task_group_meets_only_while_it_is_active() -> None:
    elder = forum("uppdragsgrupp-aldre")
    assert (elder.meets_on(date(2026, 6, 30)), elder.meets_on(date(2026, 7, 1))) == (True, False)
    for one in forums("uppdragsgrupp-"):
        assert all(any(map(one.meets_on, days(held))) for held in meetings(one.id))
    assert meetings("uppdragsgrupp-mini-maria") == []
    assert meetings("uppdragsgrupp-tidiga-insatser") == []


# ---- the conference


def test_steering_group_and_council_are_called_to_one_conference() -> None:
    (one,) = meetings("samverkanskonferens")
    (series,) = (own for own in example().series if own.id == one.series)
    assert series.called == ("styrgrupp", "dps")
    called = {seat.unit for seat in one.seats}
    assert {seat.unit for name in series.called for seat in forum(name).members} <= called


def test_the_office_organises_the_conference_and_others_are_invited_without_a_seat() -> None:
    (one,) = meetings("samverkanskonferens")
    assert one.convener
    assert one.agenda_holder
    assert (one.convener.unit, one.agenda_holder.unit) == (OFFICE, OFFICE)
    (series,) = (own for own in example().series if own.id == one.series)
    assert "bjuds in" in series.note
