"""The example of Södra Älvsborg says what its sources say of who there is, and marks what is assumed.

`docs/sources.md` names, for each sentence of the sources about meetings, the test that shows it: here, or in one of
the files beside this one.
"""

import json
import re
import unicodedata
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

import scheduler
from benchmarks.sodra_alvsborg import FILE, SodraAlvsborg, as_text
from scheduler.case import Case
from scheduler.components import components
from scheduler.planning import ranking_of
from tests.examples.sodra_alvsborg import MUNICIPALITIES, OFFICE, OTHERS, days, example, forums, meetings

BORAS = FILE.with_name(unicodedata.normalize("NFC", "borås_2026.json"))


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
