"""The political council, the steering group and what prepares them are in the example as in its sources."""

import re
from datetime import date

import pytest

from models import officers_on
from models.forums import Election, Officer
from tests.examples.sodra_alvsborg import (
    MUNICIPALITIES,
    OFFICE,
    OTHERS,
    days,
    example,
    forum,
    forums,
    meetings,
    members,
    orders,
    posts,
)

# ---- the political council (DPS)


def test_the_council_meets_four_times_in_four_parts_of_the_year() -> None:
    spans = [(min(days(one)), max(days(one))) for one in meetings("dps")]
    assert len(spans) == 4
    assert spans == sorted(spans)
    (series,) = (one for one in example().series if one.id == "dps")
    assert series.spacing_days >= 50


def test_politicians_of_the_federation_and_of_the_regions_boards_sit_in_the_council() -> None:
    assert posts(members("dps")) == {
        ("ledamot", "beredning-valfard"),
        ("ordforande", "namnd-sodra"),
        ("andre-vice-ordforande", "namnd-sodra"),
        ("presidieledamot", "styrelse-bestalld-primarvard"),
        ("presidieledamot", "primarvardsstyrelsen"),
        ("presidieledamot", "styrelsen-sas"),
        ("presidieledamot", "styrelsen-habilitering"),
        ("presidieledamot", "tandvardsstyrelsen"),
    }


def test_a_politician_of_the_council_may_send_a_deputy() -> None:
    for one in members("dps").values():
        assert one.deputy == "may"
        assert all(post.deputies for post in example().appointed[one.role, one.unit])


def test_the_committee_and_the_health_board_can_each_bring_an_official() -> None:
    guests = [one for one in members("dps", "without_vote").values() if one.role == "tjansteperson"]
    assert {one.unit for one in guests} == {"beredning-valfard", "namnd-sodra"}
    assert {one.need for one in guests} == {"on_demand"}


def test_the_steering_groups_chair_speaks_at_the_council_where_that_is_asked_for() -> None:
    seats = [seat for one in meetings("dps") for seat in one.seats if seat.id == "foredragande"]
    assert {(one.role, one.unit, one.need) for one in seats} == {("ordforande", "styrgrupp", "on_demand")}
    assert 0 < sum("foredragande" in one.asked for one in meetings("dps")) < 4


def test_the_council_and_the_steering_group_share_a_day_once() -> None:
    (joint,) = example().day_relations
    series = {one.id: one.series for one in example().meetings}
    assert joint.kind == "same_day"
    assert {series[one] for one in joint.meetings} == {"dps", "styrgrupp"}


# ---- the presidium


def test_the_presidium_is_the_councils_chair_and_vice_chair() -> None:
    assert posts(members("presidium")) == {("ordforande", "dps"), ("vice-ordforande", "dps")}
    assert not any(post.deputies for one in posts(members("presidium")) for post in example().appointed[one])


def test_a_presidium_comes_some_days_before_each_council() -> None:
    prepared = orders("presidium", "dps")
    assert {one.after for one in prepared} == {one.id for one in meetings("dps")}
    assert {one.before for one in prepared} == {one.id for one in meetings("presidium")}
    assert all(one.at_most_days and 0 < one.at_least_days < one.at_most_days for one in prepared)


def test_the_office_calls_and_chairs_the_presidium() -> None:
    for one in meetings("presidium"):
        assert one.convener
        assert one.chair
        assert (one.convener.unit, one.chair.unit) == (OFFICE, OFFICE)


# ---- who chairs, calls and keeps minutes


@pytest.mark.parametrize("name", ["dps", "styrgrupp"])
def test_chair_and_vice_chair_are_of_different_sides_two_years_at_a_time(name: str) -> None:
    turns = forum(name).chairmanship
    assert turns
    assert (set(turns.sides), turns.years) == ({"kommun", "region"}, 2)
    now, then = (officers_on(forum(name), date(year, 6, 1)) for year in (2026, 2027))
    assert now
    assert then
    assert now.chair.side == then.vice_chair.side != then.chair.side == now.vice_chair.side


def test_the_vice_chair_of_the_council_chairs_next_as_the_main_rule() -> None:
    now, then = (officers_on(forum("dps"), day) for day in (date(2026, 12, 31), date(2027, 1, 1)))
    assert now
    assert then
    assert now.vice_chair.person is not None
    assert (then.chair.person, then.by) == (now.vice_chair.person, "rule")


def test_an_election_comes_before_the_main_rule() -> None:
    council = forum("dps")
    assert council.chairmanship
    elected = Election(
        first_day=date(2027, 1, 1),
        chair=Officer(side="kommun", person="ledamot-mark"),
        vice_chair=Officer(side="region"),
    )
    turns = council.chairmanship.model_copy(update={"elections": (*council.chairmanship.elections, elected)})
    then = officers_on(council.model_copy(update={"chairmanship": turns}), date(2027, 6, 1))
    assert then
    assert (then.chair.person, then.by) == ("ledamot-mark", "election")


def test_who_chairs_now_is_marked_as_assumed() -> None:
    for name in ("dps", "styrgrupp"):
        turns = forum(name).chairmanship
        assert turns
        assert turns.illustrative
        assert "Antaget" in turns.note


def test_the_office_calls_the_council() -> None:
    assert {one.convener.unit for one in meetings("dps") if one.convener} == {OFFICE}
    assert all(one.convener for one in meetings("dps"))


@pytest.mark.parametrize("name", ["dps", "presidium", "styrgrupp", "au"])
def test_the_office_is_secretary_and_has_no_vote(name: str) -> None:
    duty = forum(name).secretary
    assert duty
    assert (duty.unit, duty.role) == (OFFICE, "sekreterare")
    (own,) = (one for one in forum(name).members if one.unit == OFFICE)
    assert (own.standing, own.must_be_filled) == ("without_vote", True)


@pytest.mark.parametrize("name", ["dps", "styrgrupp", "au", *(f"ledningsgrupp-{one}" for one in MUNICIPALITIES)])
def test_that_the_quorum_is_open_in_the_sources_is_said(name: str) -> None:
    assert re.search(r"Beslutförhet(en)?\b.* öppe[nt] i källorna", forum(name).note)


# ---- the steering group and its committee


def test_every_municipality_and_six_parts_of_care_vote_in_the_steering_group() -> None:
    seats = members("styrgrupp")
    cities = {one.unit for one in seats.values() if one.role == "forvaltningschef"}
    assert cities == {"kommunen", *(f"{one}-kommunen" for one in OTHERS)}
    care = {one.unit for one in seats.values() if one.role == "representant"}
    assert care == {
        "sas",
        "habilitering",
        "privata-vardcentraler",
        "narhalsan",
        "privata-rehab",
        "narhalsan-rehab",
    }
    assert len(seats) == 14


def test_dental_and_ordered_care_are_co_opted_to_the_steering_group() -> None:
    assert {one.unit for one in members("styrgrupp", "co_opted").values()} == {"tandvarden", "bestalld-primarvard"}


def test_the_federation_and_the_board_sit_in_the_steering_group_without_a_vote() -> None:
    guests = {one.unit for one in members("styrgrupp", "without_vote").values()}
    assert guests == {"kommunalforbundet", "namnd-sodra", OFFICE}
    assert "Koncernkontoret" in forum("styrgrupp").note


def test_the_committee_is_chair_vice_chair_and_three_more() -> None:
    found = posts(members("au"))
    assert {("ordforande", "styrgrupp"), ("vice-ordforande", "styrgrupp")} < found
    assert len(found) == 5
    rest = {unit for role, unit in found if unit != "styrgrupp"}
    assert rest == {"ulricehamn-kommunen", "narhalsan", "sas-medicin"}


def test_the_committee_meets_before_each_steering_group() -> None:
    prepared = orders("au", "styrgrupp")
    assert {one.after for one in prepared} == {one.id for one in meetings("styrgrupp")}
    assert all(one.at_least_days > 0 for one in prepared)


def test_each_reports_where_its_assignment_comes_from() -> None:
    assert forum("styrgrupp").reports_to == ("dps",)
    assert forum("au").reports_to == ("styrgrupp",)
    assert {one.reports_to for one in forums("uppdragsgrupp-")} == {("styrgrupp",)}
