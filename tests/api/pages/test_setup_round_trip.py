"""Whatever a form shows it can keep: opening the form of anything and saving it changes nothing at all."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.pages.forms import Form
from api.pages.setup.desk import Desk
from api.pages.setup.edit import desk_of
from api.pages.setup.noun import Noun
from api.pages.setup.nouns import NOUNS
from models import Term
from tests.api.pages.filling import fill, sheet_of
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House

EXAMPLE = Path(__file__).parents[3] / "examples" / "borås_2026.json"
MOST = 8
"""Things of a noun whose forms are sent over HTTP; the rest go through the same table without it."""


def _full() -> Term:
    """The example, with a thing of every noun and in every shape that it leaves out."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text("utf-8"))
    host = [one for one in document["meetings"] if one["series"] == "host"]
    host[0] |= {
        "windows": [{"first_day": "2026-10-01", "last_day": "2026-10-20", "weekdays": ["wed", "mon"]}],
        "duration_minutes": 60,
        "priority": 3,
        "places": [],
        "attendance": [],
        "preferences": [{"weekdays": ["tue"], "from_time": "13:00", "penalty": 4, "note": "Två\nrader, & <mer>"}],
        "chair": {"unit": "kommunen", "role": "mas", "note": "Tills vidare"},
        "called_off": [{"first_day": "2026-10-05"}, {"first_day": "2026-10-07", "last_day": "2026-10-08"}],
        "seat_rules": [{"seat": host[0]["seats"][0]["id"], "deputy": "not"}],
        "agenda_deadline_days": 7,
    }
    seat = host[1]["seats"][0]
    holders = [a for a in document["appointments"] if (a["role"], a["unit"]) == (seat["role"], seat["unit"])]
    host[1]["lock"] = {
        "start": "2026-10-06T13:00",
        "seats": [{"seat": seat["id"], "people": [holders[0]["holder"]], "note": "lovat"}],
        "reason": "Lovat",
    }
    document["forums"] = [_forum(document), {"id": "grupp", "title": "Arbetsgrupp", "reports_to": ["led"]}]
    document["series"][0] |= {"called": ["led"]}
    document["series"].append({"id": "led", "title": "Ledning", "forum": "grupp", "in_order": True})
    document["series"][-1]["windows"] = [{"first_day": "2026-02-02", "last_day": "2026-02-27"}]
    document["series_orders"] = [{"id": "s", "before": "var", "after": "led", "at_least_days": 2, "at_most_days": 9}]
    document["orders"] = [{"id": "o", "before": host[0]["id"], "after": host[1]["id"], "at_most_days": 90}]
    document["day_relations"] = [{"id": "d", "kind": "different_days", "meetings": [one["id"] for one in host[2:5]]}]
    document["stages"] = [{"id": "s", "title": "Först", "series": [document["series"][0]["id"]], "note": "x"}]
    document["presences"] = [{"id": "p", "person": "mas", "start": "2026-09-01T08:00", "end": "2026-09-01T12:00"}]
    document["closed_days"].append({"first_day": "2026-06-01", "reason": "Flytt", "series": ["host", "var"]})
    document["places"][0] |= {"latitude": 57.7210839, "longitude": 12.0, "hours": [{"weekdays": ["sun", "mon"]}]}
    document["people"][0] |= {"email": "a@b.se", "limits": {"meetings_per_day": 0, "note": "själv"}}
    document["goals"] = ["placed", "travel", "kept"]
    return Term.model_validate(document)


def _forum(document: dict[str, Any]) -> dict[str, Any]:
    """A forum that says all that one can say."""
    posts = [(one["role"], one["unit"]) for one in document["appointments"][:2]]
    members = [
        {"id": f"l{n}", "role": role, "unit": unit, "groups": [f"g{n}"], "vacancy": "priced", "note": "bi & <x>"}
        for n, (role, unit) in enumerate(posts)
    ]
    members[1]["standing"] = "co_opted"
    elected = {"side": "g0", "person": "mas", "note": "vald"}
    election = {"first_day": "2026-02-01", "chair": {"side": "g1"}, "vice_chair": elected, "note": "val"}
    duty = {"unit": "kommunen", "role": "mas", "note": "x"}
    return {
        "id": "led",
        "title": "Lokal ledningsgrupp",
        "members": members,
        "representation": [{"group": "g0", "note": "n"}],
        "quorum": 1,
        "convener": duty,
        "chair": duty,
        "secretary": {"unit": "kommunen"},
        "chairmanship": {"sides": ["g0", "g1"], "first_day": "2025-01-01", "years": 3, "elections": [election]},
        "assignment": "Två\nrader",
        "first_day": "2025-01-01",
        "last_day": "2027-12-31",
        "states": [{"first_day": "2026-03-01", "state": "resting", "note": "paus"}],
        "formed_by": ["grupp"],
    }


@pytest.fixture(scope="module")
def term() -> Term:
    return _full()


def _things(term: Term, noun: Noun) -> list[tuple[str, Any]]:
    """The things of a noun by key; of a part of the term the term."""
    return [(noun.key(one, at), one) for at, one in enumerate(noun.items(term))] if noun.is_list else [("", term)]


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_what_is_shown_is_read_back_as_it_was(term: Term, noun: Noun) -> None:
    desk = Desk(term, "sv")
    assert _things(term, noun), "the example has none"
    for key, thing in _things(term, noun):
        before = dict(noun.document(thing))
        entered = noun.form.show(before)
        assert noun.form.tidy(entered) == entered
        after = noun.form.read(entered, before, desk)
        again = Term.model_validate({**json.loads(term.model_dump_json()), **after}) if not noun.is_list else None
        if again is not None:
            assert again == term
        else:
            assert type(thing).model_validate(after) == thing, key


@pytest.fixture(scope="module")
def shown(blank: Path, term: Term, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visitor, str]]:
    """A visitor, and where the term is set up; these tests only look."""
    directory = tmp_path_factory.mktemp("shown")
    shutil.copytree(blank, directory, dirs_exist_ok=True)
    house = House.at(directory)
    yield signed_in(house), f"/terms/{house.office.create_term(term, 'test').id}/setup"
    house.store.close()


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_what_a_page_shows_is_what_it_sends(shown: tuple[Visitor, str], term: Term, noun: Noun) -> None:
    visitor, setup = shown
    for key, thing in _things(term, noun):
        visitor.answer = visitor.client.get(f"{setup}/{noun.name}" + (f"/item/{key}" if noun.is_list else ""))
        form = Form.of((name, value.replace("\n", "\r\n")) for name, value in sheet_of(visitor).fields)
        sent = noun.form.tidy(noun.form.gather(form, ""))
        before = dict(noun.document(thing))
        desk = desk_of(term, "sv", noun, before)
        assert noun.form.read(sent, before, desk) == noun.form.read(noun.form.show(before), before, desk), key


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_saving_a_form_as_it_is_changes_nothing(house: House, term: Term, noun: Noun) -> None:
    anna = signed_in(house)
    term_id = house.office.create_term(term, "test").id
    things = _things(term, noun)
    for key, _ in things[:MOST]:
        address = f"/terms/{term_id}/setup/{noun.name}" + (f"/item/{key}" if noun.is_list else "")
        fill(anna, address)
        assert anna.answer.status_code == 200, anna.page.text
        assert "Sparat" in anna.page.text
    stored = house.office.term(term_id)
    assert (stored.revision, stored.term.digest) == (1, term.digest)


def test_every_key_of_a_noun_has_a_field(term: Term) -> None:
    hidden = {"id", "uid", "format"}
    for noun in NOUNS.values():
        if noun.is_list:
            keys = set(type(noun.items(term)[0]).model_fields)
            assert keys - {one.name for one in noun.fields} <= hidden, noun.name
    own = {one.name for noun in NOUNS.values() if not noun.is_list for one in noun.fields}
    lists = {noun.path[0] for noun in NOUNS.values() if noun.is_list}
    assert set(Term.model_fields) - own - lists <= hidden


def test_a_changed_field_is_the_only_change(house: House, term: Term) -> None:
    anna = signed_in(house)
    term_id = house.office.create_term(term, "test").id
    fill(anna, f"/terms/{term_id}/setup/people/item/mas", name="En annan")
    after = json.loads(house.office.term(term_id).term.model_dump_json())
    assert after["people"][0]["name"] == "En annan"
    after["people"][0]["name"] = term.people[0].name
    assert after == json.loads(term.model_dump_json())


def test_a_long_list_loses_nothing(house: House) -> None:
    meetings = [{"id": f"m{n}", "series": "höst", "title": f"Möte {n}"} for n in range(620)]
    relation = {"id": "d", "kind": "different_days", "meetings": [one["id"] for one in meetings]}
    term_id = house.make_term(meetings=meetings, day_relations=[relation])
    anna = signed_in(house)
    fill(anna, f"/terms/{term_id}/setup/day_relations/item/d", note="x")
    (kept,) = house.office.term(term_id).term.day_relations
    assert (len(kept.meetings), kept.note) == (620, "x")


def test_a_long_list_is_found_by_name(house: House) -> None:
    document: dict[str, Any] = json.loads(EXAMPLE.read_text("utf-8"))
    document["people"] += [{"id": f"p{n}", "name": "Karin Ek" if n < 2 else f"Person {n}"} for n in range(500)]
    document["appointments"][0] |= {"holder": "p1", "deputies": ["p0", "p499"]}
    term = Term.model_validate(document)
    term_id = house.office.create_term(term, "test").id
    anna: Visitor = signed_in(house)
    address = f"/terms/{term_id}/setup/appointments/item/{term.appointments[0].id}"
    fill(anna, address)
    assert house.office.term(term_id).revision == 1
    anna.get(address)
    assert sheet_of(anna).value("holder") == "Karin Ek (p1)", "two of the same name are told apart"
    fill(anna, address, holder="Person 7", deputies__0="Nobody")
    assert anna.answer.status_code == 422
    assert "”Nobody” finns inte här" in anna.page.text
    fill(anna, address, holder="Person 7")
    assert house.office.term(term_id).term.appointments[0].holder == "p7"
