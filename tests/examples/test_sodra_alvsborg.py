"""The example of Södra Älvsborg says what its sources say of the year's forums, and marks what is assumed.

`docs/sources.md` names, for each sentence of the sources about meetings, the test here that shows it.
"""

import json
import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

import scheduler
from benchmarks.sodra_alvsborg import FILE, SodraAlvsborg, as_text
from models import Deadline, Forum, Order, ResolvedMeeting, Seat, Term, officers_on
from models.forums import Election, Officer
from scheduler.case import Case
from scheduler.components import components
from scheduler.planning import ranking_of

BORAS = FILE.with_name(unicodedata.normalize("NFC", "borås_2026.json"))
OTHERS = ("bollebygd", "herrljunga", "mark", "svenljunga", "tranemo", "ulricehamn", "vargarda")
MUNICIPALITIES = ("boras", *OTHERS)
SIDES = {"kommun", "primarvard", "specialistvard"}
OFFICE = "narvardskontoret"


@cache
def example() -> Term:
    return Term.model_validate_json(FILE.read_bytes())


def forum(name: str) -> Forum:
    return example().forum[name]


def forums(prefix: str) -> list[Forum]:
    return [one for one in example().forums if one.id.startswith(prefix)]


def meetings(series: str) -> list[ResolvedMeeting]:
    return [one for one in example().resolved.values() if one.series == series]


def members(name: str, standing: str = "voting") -> dict[str, Seat]:
    return {one.id: one for one in forum(name).members if one.standing == standing}


def posts(seats: dict[str, Seat]) -> set[tuple[str, str]]:
    return {(one.role, one.unit) for one in seats.values()}


def days(one: ResolvedMeeting) -> list[date]:
    return [day for window in one.windows for day in window.days()]


def orders(before: str, after: str) -> list[Order]:
    """The orders between meetings of the one series and the other."""
    series = {one.id: one.series for one in example().meetings}
    return [one for one in example().ordered if (series[one.before], series[one.after]) == (before, after)]


# ---- the file


def test_it_is_what_its_module_writes() -> None:
    assert FILE.read_text("utf-8") == as_text(SodraAlvsborg().document)


def test_it_holds_no_fault() -> None:
    assert scheduler.faults(example()) == ()


def test_its_name_is_nfc_and_its_letters_are_not_escaped() -> None:
    text = FILE.read_text("utf-8")
    assert unicodedata.normalize("NFC", "södra_älvsborg_2026.json") in [one.name for one in FILE.parent.iterdir()]
    assert "\\u" not in text
    assert unicodedata.is_normalized("NFC", text)


def test_everything_of_boras_is_in_it_as_it_is_there() -> None:
    own, whole = (json.loads(file.read_text("utf-8")) for file in (BORAS, FILE))
    others = {"uid", "title", "description", "note"}
    assert {key for key in own if key not in others and not _holds(whole[key], own[key])} == set()


def _holds(whole: Any, own: Any) -> bool:
    """Whether a value of the one document has all of the other's: things of lists just as they are."""
    if isinstance(own, list):
        return all(one in whole for one in own)
    if isinstance(own, dict):
        return all(_holds(whole[key], value) for key, value in own.items())
    return bool(whole == own)


def test_it_has_150_to_250_meetings_in_one_connected_component() -> None:
    assert 150 <= len(example().meetings) <= 250
    assert len(components(Case(example()), ranking_of(example()))) == 1


# ---- who there is


def test_eight_municipalities_are_a_care_area_each_with_a_management_group() -> None:
    assert {one.id for one in example().areas} == set(MUNICIPALITIES)
    assert {one.area for one in forums("ledningsgrupp-")} == set(MUNICIPALITIES)
    assert len(forums("ledningsgrupp-")) == 8


def test_the_federation_has_the_office_and_the_office_has_two_posts() -> None:
    unit = {one.id: one for one in example().units}[OFFICE]
    assert unit.organisation == "borasregionen"
    assert len(example().appointed["sekreterare", OFFICE]) == 2


@pytest.mark.parametrize("post", [("primarvardschef", "narhalsan"), ("omradeschef", "narhalsan-rehab")])
def test_primary_care_and_rehab_are_shared_by_the_area_meetings_of_the_municipalities(post: tuple[str, str]) -> None:
    springs = [one for one in example().series if re.search(r"(^|-)var$", one.id)]
    assert len(springs) == 6
    assert all(any((seat.role, seat.unit) == post for seat in one.seats) for one in springs)


def test_the_hospital_and_habilitation_meet_several_municipalities() -> None:
    seats = [seat.unit for one in forums("ledningsgrupp-") for seat in one.members]
    assert all(count >= 2 for unit, count in Counter(seats).items() if unit.startswith("sas-"))
    assert Counter(seats)["habilitering"] >= 2


def test_centres_beside_those_of_boras_are_as_many_as_its_inhabitants_would_have_and_marked() -> None:
    units = [one for one in example().units if one.kind == "health_centre" and one.area != "boras"]
    assert Counter(one.area for one in units) == {
        "bollebygd": 1,
        "herrljunga": 1,
        "mark": 5,
        "svenljunga": 2,
        "tranemo": 2,
        "ulricehamn": 4,
        "vargarda": 2,
    }
    assert all(one.illustrative and "Antagande" in one.note for one in units)


def test_people_are_role_holders_and_absences_are_marked() -> None:
    known = {one["id"] for one in json.loads(BORAS.read_text("utf-8"))["people"]}
    added = [one for one in example().people if one.id not in known]
    roles = [re.sub(r" \(\w+\)", "", role.name) for role in example().roles]
    roles += ["MAS", "MAR", "Ledamot", "Presidieledamot", "Närvårdskontoret"]
    opening = re.compile(rf"(Ersättare för )?({'|'.join(roles)})\b", re.IGNORECASE)
    assert all(one.illustrative for one in added)
    assert [one.id for one in added if one.email or one.phone] == []
    assert [one.name for one in added if not opening.match(one.name)] == []
    assert all(one.illustrative for one in example().absences)


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


# ---- meetings of the municipalities beside Borås


@pytest.mark.parametrize("one", OTHERS)
def test_each_centre_has_an_autumn_meeting_like_those_of_boras(one: str) -> None:
    held, boras = meetings(f"{one}-host"), meetings("host")[0]
    hosts = {unit.place for unit in example().units if unit.kind == "health_centre" and unit.area == one}
    assert {place for own in held for place in own.places} == hosts
    for own in held:
        assert (own.windows, own.duration_minutes) == (boras.windows, boras.duration_minutes)
        assert {seat.role for seat in own.seats} == {seat.role for seat in boras.seats}


@pytest.mark.parametrize("one", OTHERS)
def test_each_municipality_of_several_centres_has_a_spring_meeting(one: str) -> None:
    centres = [unit for unit in example().units if unit.kind == "health_centre" and unit.area == one]
    assert len(meetings(f"{one}-var")) == (len(centres) > 1)
    for own in meetings(f"{one}-var"):
        assert {day.month for day in days(own)} == {1, 2}
        assert {seat.deputy for seat in own.seats} == {"should"}


# ---- nothing assumed unmarked


def test_when_where_and_how_often_is_marked_as_assumed() -> None:
    known = {one["id"] for one in json.loads(BORAS.read_text("utf-8"))["meetings"]}
    lists = (example().series, example().series_orders, example().day_relations)
    assert [one.id for items in lists for one in items if not one.illustrative] == []
    assert [one.id for one in example().meetings if one.id not in known and not one.illustrative] == []
    assert [one.id for one in example().series if "Anta" not in one.note] == []


def test_travel_between_towns_is_known_from_everywhere_and_marked() -> None:
    towns = {one.id for one in example().localities}
    known = {frozenset(leg.between) for leg in example().travel.legs}
    assert known == {frozenset((one, other)) for one in towns for other in towns if one < other}
    assert all(leg.illustrative for leg in example().travel.legs)


def test_the_year_lies_between_new_year_and_new_year() -> None:
    assert example().last_day - example().first_day == timedelta(days=364)


# ---- minutes, agendas, and what is open to all


def test_what_the_sources_publish_is_public_and_nothing_else_of_the_forums() -> None:
    published = {one.id for one in example().series if one.public}
    groups = {one.id for one in example().series if one.id.startswith(("ledningsgrupp-", "uppdragsgrupp-"))}
    assert published == {"dps", "styrgrupp", "samverkanskonferens", *groups}


def test_the_vice_chair_checks_the_councils_minutes() -> None:
    assert "vice ordförande är ständig justerare" in forum("dps").note


def test_the_agenda_is_closed_days_before_the_area_meetings() -> None:
    springs = [one for one in example().series if re.search(r"(^|-)var$", one.id)]
    assert all(one.agenda_deadline_days for one in springs)


def test_the_three_sides_of_a_management_group_have_a_vote() -> None:
    for one in forums("ledningsgrupp-"):
        assert {group for seat in one.members if seat.standing == "voting" for group in seat.groups} == SIDES


def test_management_groups_meet_all_through_the_year() -> None:
    for one in forums("ledningsgrupp-"):
        assert len({min(days(held)) for held in meetings(one.id)}) == 4
        assert {day.month for held in meetings(one.id) for day in days(held)} > {2, 4, 9, 11}


def due(series: str) -> dict[str, Deadline]:
    (own,) = (one for one in example().series if one.id == series)
    return {one.id: one for one in own.deadlines}


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
