"""What is wrong is said at its field and nothing typed is lost; what is wrong elsewhere leads to where it is mended."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.routes.examples import TERM
from tests.api.pages.filling import Typed, fill, press, sheet_of
from tests.api.pages.visiting import Outline, Visitor, signed_in
from tests.api.routes.house import House


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


@pytest.fixture
def setup(house: House) -> str:
    return f"/terms/{house.make_term()}/setup"


@dataclass
class Refusing:
    """A term that many wrong forms are sent for; none of them is kept, so one will do."""

    house: House
    anna: Visitor
    setup: str


@pytest.fixture(scope="module")
def refusing(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refusing]:
    directory = tmp_path_factory.mktemp("refusing")
    shutil.copytree(blank, directory, dirs_exist_ok=True)
    house = House.at(directory)
    yield Refusing(house, signed_in(house), f"/terms/{house.make_term()}/setup")
    house.store.close()


def _wrong_at(page: Outline) -> set[str]:
    """The names of what the page says is wrong."""
    told = {
        str(given["id"]).removesuffix("-wrong") for _, given in page.tags if str(given.get("id")).endswith("-wrong")
    }
    for name in told:
        field = next(given for _, given in page.tags if given.get("id") == name)
        assert field.get("aria-invalid") == "true" or "fieldset" in [tag for tag, given in page.tags if given is field]
    return told


WINDOW = {"windows__0__first_day": "2026-09-01", "windows__0__last_day": "2026-11-30"}

WRONG: list[tuple[str, dict[str, Typed], str, str]] = [
    ("people/item/chef-1", {"name": ""}, "name", "Fyll i fältet."),
    ("people/item/chef-1", {"name": "x" * 301}, "name", "Texten är längre än 300 tecken"),
    ("people/item/chef-1", {"name": "a\x07b"}, "name", "tecken som inte går att använda"),
    ("people/item/chef-1", {"email": "a.b"}, "email", "Skriv en e-postadress"),
    ("people/item/chef-1", {"base": "nowhere"}, "base", "”nowhere” finns inte här"),
    ("people/item/chef-1", {"note": "x" * 4001}, "note", "Texten är längre än 4000 tecken"),
    ("people/item/chef-1", {"limits__meetings_per_day": "två"}, "limits.meetings_per_day", "heltal"),
    ("frame", {"last_day": "2026-08-01"}, "last_day", "ligger inte före"),
    ("frame", {"last_day": ""}, "last_day", "Fyll i fältet"),
    ("frame", {"first_day": "1/9"}, "first_day", "datum"),
    ("frame", {"grid_minutes": "4"}, "grid_minutes", "minst 5"),
    ("frame", {"grid_minutes": "1" * 30}, "grid_minutes", "högst 240"),
    ("frame", {"as_of": "nyss"}, "as_of", "datum och klockslag"),
    ("frame", {"time_zone": "Europe/Boras"}, "time_zone", "Okänd tidszon"),
    ("holidays", {"public_holidays__country": "XX", "public_holidays__categories": "public"}, "public_holidays", "XX"),
    ("places/item/centrum", {"latitude": "57,7"}, "latitude", "både latitud och longitud"),
    ("places/item/centrum", {"latitude": "norr"}, "latitude", "Här ska ett tal stå"),
    ("places/item/centrum", {"rooms": "0"}, "rooms", "minst 1"),
    ("absences/new", {"person": "chef-1"}, "", "Ange antingen när det börjar och slutar"),
    ("absences/new", {"person": "", "start": "2026-09-01T08:00", "end": "2026-09-01T09:00"}, "person", "Fyll i"),
    (
        "absences/new",
        {"person": "chef-1", "weekly__weekdays": "mon", "weekly__from_time": "kl 8"},
        "weekly.from_time",
        "klockslag",
    ),
    ("absences/new", {"person": "chef-1", "weekly__from_time": "08:00"}, "weekly.weekdays", "Välj minst 1"),
    ("appointments/item/u1", {"deputies__0": "chef-1"}, "deputies.0", "Ingen kan vara sin egen ersättare"),
    ("appointments/item/u1", {"deputies__1": "chef-2"}, "deputies.1", "två gånger"),
    ("series/item/höst", {"windows__0__to_time": "12:00"}, "windows.0.to_time", "ligger inte före"),
    ("series/item/höst", {"seats__0__count": "3"}, "seats.0.count", "Bara 1 kan sitta här"),
    ("series/item/höst", {"seats__0__need": "maybe"}, "seats.0.need", "Välj något av det som finns"),
    ("series/item/höst", {"seats__0__unit": ""}, "seats.0.unit", "Fyll i"),
    ("meetings/item/möte-1", {"lock__start": "2026-09-01T13:10"}, "lock.start", "starttiderna"),
    ("meetings/item/möte-1", {"lock__reason": "x"}, "lock.start", "Fyll i"),
    ("series/item/höst", {"seats__0__groups": "a, b c"}, "seats.0.groups", "utan mellanslag"),
    ("meetings/item/möte-1", {"asked": "nobody"}, "asked", "”nobody” finns inte här"),
    ("legs/new", {"between__0": "centrum", "between__1": "centrum", "minutes": "5"}, "between", "två olika"),
    ("legs/new", {"minutes": "5"}, "between", "Fyll i"),
    ("closed_days/new", {"reason": "x", "first_day": "2026-09-02", "last_day": "2026-09-01"}, "last_day", "före"),
    ("forums/new", {"title": "x", "quorum": "2"}, "quorum", "0 ledamöter med rösträtt"),
    ("forums/new", {"title": "x", "first_day": "2026-09-02", "last_day": "2026-09-01"}, "last_day", "före"),
    ("forums/new", {"title": "x", "chairmanship__sides": "a, b"}, "chairmanship.first_day", "Fyll i"),
    (
        "forums/new",
        {"title": "x", "chairmanship__sides": "a, b", "chairmanship__first_day": "2026-01-01"},
        "chairmanship.sides",
        "Ingen ledamot i forumet",
    ),
    ("series/item/höst", {"called__0": "nobody"}, "called.0", "”nobody” finns inte här"),
    ("series_orders/new", {"before": "höst", "after": "höst"}, "after", "kan inte ligga före sig själv"),
    ("closed_days/new", {"reason": "x", "first_day": "2026-09-02", "series": ("höst", "vår")}, "series", "”vår”"),
]


@pytest.mark.parametrize(("page", "typed", "name", "words"), WRONG, ids=[f"{one[0]} {one[2]}" for one in WRONG])
def test_what_is_wrong_is_said_at_its_field(
    refusing: Refusing, page: str, typed: dict[str, Typed], name: str, words: str
) -> None:
    anna, setup = refusing.anna, refusing.setup
    shown = fill(anna, f"{setup}/{page}", **typed)
    assert anna.answer.status_code == 422, shown.text
    assert words in shown.text
    assert name in _wrong_at(shown) | {""}
    links = [given.get("href") for tag, given in shown.tags if tag == "a"]
    assert not name or f"#{name}" in links, "the list above leads to the field"
    fields = dict(sheet_of(anna).fields)
    for own, value in typed.items():
        kept = [one for key, one in sheet_of(anna).fields if key == own.replace("__", ".")]
        assert kept == list((value,) if isinstance(value, str) else value), fields
    assert refusing.house.office.term(setup.split("/")[2]).revision == 1


def test_a_row_that_is_wrong_is_said_at_the_row(house: House, anna: Visitor, setup: str) -> None:
    fill(anna, f"{setup}/roles/new", name="Läkare")
    anna.get(f"{setup}/series/item/höst")
    press(anna, "add seats")
    page = press(anna, "save", seats__1__role="lakare", seats__1__unit="hemtjänst")
    assert "Ingen har uppdraget Läkare i Hemtjänst" in page.text
    assert anna.answer.status_code == 422
    page = press(anna, "save", seats__1__vacancy="priced")
    assert "Sparat" in page.text


def test_what_is_needed_elsewhere_is_not_removed(house: House, anna: Visitor, setup: str) -> None:
    address = f"{setup}/roles/item/enhetschef"
    anna.get(address)
    assert f"{address}/remove" in anna.answer.text
    page = anna.get(f"{address}/remove")
    assert "Uppdrag: Enhetschef, Hemtjänst" in page.text
    assert "Mötesserier: Närvårdsmöte" in page.text
    page = press(anna, "")
    assert anna.answer.status_code == 422
    assert "Inget är borttaget" in page.text
    assert "”Enhetschef” används här" in page.text
    links = [given.get("href") for tag, given in page.tags if tag == "a"]
    assert {f"{setup}/appointments/item/u1", f"{setup}/series/item/h%C3%B6st"} <= set(links)
    assert house.office.term(setup.split("/")[2]).revision == 1


def test_what_nobody_needs_is_removed(house: House, anna: Visitor, setup: str) -> None:
    page = anna.get(f"{setup}/meetings/item/möte-1/remove")
    assert "Inget annat i terminen hänvisar hit" in page.text
    press(anna, "")
    assert "Borttaget" in anna.page.text
    assert anna.at == f"{setup}/meetings"
    assert house.office.term(setup.split("/")[2]).term.meetings == ()
    anna.get(f"{setup}/meetings/item/möte-1")
    assert anna.answer.status_code == 404


def test_what_is_wrong_elsewhere_leads_there(anna: Visitor, setup: str) -> None:
    page = fill(anna, f"{setup}/frame", first_day="2027-01-01", last_day="2027-02-01")
    assert anna.answer.status_code == 422
    assert "Mötesserier: Närvårdsmöte : Tidsfönstret innehåller ingen dag i terminen" in page.text
    links = [given.get("href") for tag, given in page.tags if tag == "a"]
    assert f"{setup}/series/item/h%C3%B6st" in links


def test_a_meeting_chooses_among_the_seats_on_demand(house: House, anna: Visitor) -> None:
    series = [{**TERM["series"][0]}]
    series[0]["seats"] = [*series[0]["seats"], {"id": "till", "role": "enhetschef", "unit": "hemtjänst"}]
    series[0]["seats"][1] |= {"need": "on_demand"}
    term_id = house.make_term(series=series)
    page = fill(anna, f"/terms/{term_id}/setup/meetings/item/möte-1", asked="till")
    assert "Sparat" in page.text
    assert house.office.term(term_id).term.meetings[0].asked == ("till",)


HOSTILE: list[tuple[str, dict[str, Any]]] = [
    ("people/new", {"name": "x" * 10_000}),
    ("people/new", {"name": "\x00\x1f\ufeff", "note": "\x00"}),
    ("people/new", {"name": "\u202e\U0010ffff", "base": "../../x", "email": "<script>@x"}),
    ("people/new", {}),
    ("series/new", {"title": "x", **{f"windows.{n}.row": "9" * 50 for n in range(600)}}),
    ("series/new", {"title": "x", "seats.0.row": "-1", "seats.0.role": "enhetschef", "seats.0.unit": "\x00"}),
    ("series/item/höst", {"title": "x", "seats.0.row": "0", "seats.1.row": "0"}),
    ("meetings/new", {"series": "höst", "lock.seats.0.row": "x", "lock.seats.0.people.0": "x"}),
    ("goals", {"goals.order": ["x", "x"], "goals.on": ["y"]}),
    ("frame", {"title": ["a", "b"], "first_day": "0000-00-00", "last_day": "9999-12-31"}),
    ("day_relations/new", {"kind": "same_day", "meetings.0": "möte-1", "meetings.1": "möte-1"}),
    ("people/item/chef-1", {"do": "remove limits.9999999999999999999999"}),
    ("series/new", {"do": "add windows.0.x.y.z"}),
    ("series/new", {"do": "remove windows.²"}),
    ("goals", {"do": "up goals.nothing"}),
]


@pytest.mark.parametrize(("page", "sent"), HOSTILE)
def test_nothing_that_is_sent_breaks_it(refusing: Refusing, page: str, sent: dict[str, Any]) -> None:
    anna, setup = refusing.anna, refusing.setup
    anna.get(f"{setup}/people/new")
    key = sheet_of(anna).value("form_key")
    answer = anna.client.post(f"{setup}/{page}", data={"form_key": key, "based_on": "1", **sent})
    assert answer.status_code in (200, 422), answer.text


def test_the_list_of_what_is_wrong_says_which_field(refusing: Refusing) -> None:
    refusing.anna.get(f"{refusing.setup}/series/new")
    press(refusing.anna, "add windows", title="Samråd")
    page = press(refusing.anna, "save", windows__0__from_time="13:00")
    assert refusing.anna.answer.status_code == 422
    assert "Tidsfönster 1: Första dag : Fyll i fältet." in page.text
    fill(refusing.anna, "/terms/new", title="")
    assert '<a href="#title">Namn på terminen</a>: Fyll i fältet.' in refusing.anna.answer.text


@pytest.mark.parametrize("based_on", ["0", "9", "-1", "99999999999999999999", "x"])
def test_a_revision_that_never_was_is_not_found(refusing: Refusing, based_on: str) -> None:
    anna, setup = refusing.anna, refusing.setup
    anna.get(f"{setup}/people/item/chef-1")
    press(anna, "save", based_on=based_on)
    assert anna.answer.status_code == 404


def test_too_many_fields_are_too_large(anna: Visitor, setup: str) -> None:
    anna.get(f"{setup}/people/new")
    sent = {"form_key": sheet_of(anna).value("form_key"), **{f"f{n}": "" for n in range(6000)}}
    assert anna.client.post(f"{setup}/people/new", data=sent).status_code == 413


@pytest.mark.parametrize(
    "address", ["none", "none/new", "none/item/x", "people/item/none", "closed_days/item/7", "closed_days/item/²"]
)
def test_what_is_not_there_is_not_found(refusing: Refusing, address: str) -> None:
    refusing.anna.get(f"{refusing.setup}/{address}")
    assert refusing.anna.answer.status_code == 404


def test_what_a_term_says_is_text_and_never_markup(anna: Visitor, setup: str) -> None:
    name = "<script>alert(1)</script> & \"'"
    fill(anna, f"{setup}/people/item/chef-1", name=name, note=name)
    for page in ("people", "people/item/chef-1", "appointments", "appointments/item/u1", "people/item/chef-1/remove"):
        shown = anna.get(f"{setup}/{page}")
        assert "<script>" not in anna.answer.text
        assert name in shown.text or sheet_of(anna).fields
