"""Two coordinators at once: other things are put together; of the same thing the second is shown both versions."""

import pytest

from models import Term
from tests.api.pages.filling import fill, press, sheet_of
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


@pytest.fixture
def bo(house: House) -> Visitor:
    return signed_in(house, name="bo")


@pytest.fixture
def setup(house: House) -> str:
    days = [{"first_day": f"2026-09-{day:02}", "reason": f"Dag {day}"} for day in (10, 11, 12)]
    return f"/terms/{house.make_term(closed_days=days)}/setup"


def _term(house: House, setup: str) -> Term:
    return house.office.term(setup.split("/")[2]).term


def test_two_things_are_both_kept(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/people/item/chef-2")
    fill(anna, f"{setup}/people/item/chef-1", name="Annas")
    press(bo, "save", name="Bos")
    assert "Sparat" in bo.page.text
    assert [one.name for one in _term(house, setup).people] == ["Annas", "Bos"]


def test_two_new_things_are_both_kept(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/roles/new")
    fill(anna, f"{setup}/roles/new", name="Läkare")
    press(bo, "save", name="Läkare")
    assert [one.id for one in _term(house, setup).roles][1:] == ["lakare", "lakare-2"]


def test_two_parts_of_the_term_are_both_kept(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/travel")
    fill(anna, f"{setup}/localities/new", name="Ort")
    fill(anna, f"{setup}/legs/new", between__0="ort", between__1="centrum", minutes="5")
    fill(anna, f"{setup}/frame", title="Annas")
    press(bo, "save", travel__default_minutes="7")
    term = _term(house, setup)
    assert (term.title, term.travel.default_minutes, len(term.travel.legs)) == ("Annas", 7, 1)


def test_of_the_same_thing_both_versions_are_shown(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/people/item/chef-1")
    fill(anna, f"{setup}/people/item/chef-1", name="Annas", note="Två\nrader")
    page = press(bo, "save", name="Bos", phone="112")
    assert bo.answer.status_code == 412
    for words in ("Någon annan hann före", "Det som anna sparade", "Annas", "Bos", "112", "olika", "Två rader"):
        assert words in page.text
    assert _term(house, setup).people[0].name == "Annas"
    assert f'href="{setup}/people/item/chef-1"' in bo.answer.text, "theirs can be kept"
    press(bo, "save")
    assert "Sparat" in bo.page.text
    person = _term(house, setup).people[0]
    assert (person.name, person.phone, person.note) == ("Bos", "112", "")


def test_both_are_shown_again_when_it_changes_again(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/people/item/chef-1")
    fill(anna, f"{setup}/people/item/chef-1", name="Annas")
    press(bo, "save", name="Bos")
    fill(anna, f"{setup}/people/item/chef-1", name="Annas andra")
    page = press(bo, "save")
    assert bo.answer.status_code == 412
    assert "Annas andra" in page.text
    press(bo, "save")
    assert _term(house, setup).people[0].name == "Bos"


def test_the_same_change_twice_bothers_nobody(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/people/item/chef-1")
    fill(anna, f"{setup}/people/item/chef-1", name="Ny")
    press(bo, "save", name="Ny")
    assert "Sparat" in bo.page.text
    assert house.office.term(setup.split("/")[2]).revision == 2


def test_rows_keep_their_ids_over_what_the_other_did(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    fill(anna, f"{setup}/roles/new", name="Läkare")
    anna.get(f"{setup}/series/item/höst")
    press(anna, "add seats")
    press(anna, "save", seats__1__role="lakare", seats__1__unit="hemtjänst", seats__1__vacancy="priced")
    bo.get(f"{setup}/series/item/höst")
    anna.get(f"{setup}/series/item/höst")
    press(anna, "remove seats.0")
    press(anna, "save")
    press(bo, "save", seats__1__count="2")
    assert bo.answer.status_code == 412
    press(bo, "save")
    assert [(one.id, one.count) for one in _term(house, setup).series[0].seats] == [
        ("chef", 1),
        ("lakare-hemtjanst", 2),
    ]


def test_what_the_other_removed_can_come_back(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    uid = _term(house, setup).meetings[0].uid
    bo.get(f"{setup}/meetings/item/möte-1")
    anna.get(f"{setup}/meetings/item/möte-1/remove")
    press(anna, "")
    page = press(bo, "save", title="Kvar")
    assert bo.answer.status_code == 412
    assert "anna har tagit bort det" in page.text
    press(bo, "save")
    (meeting,) = _term(house, setup).meetings
    assert (meeting.id, meeting.uid, meeting.title) == ("möte-1", uid, "Kvar")


def test_what_has_changed_is_not_removed_unseen(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/meetings/item/möte-1/remove")
    fill(anna, f"{setup}/meetings/item/möte-1", title="Viktigt")
    page = press(bo, "")
    assert bo.answer.status_code == 412
    assert "Viktigt" in page.text
    assert len(_term(house, setup).meetings) == 1
    press(bo, "save")
    assert "Borttaget" in bo.page.text
    assert _term(house, setup).meetings == ()


def test_removing_twice_bothers_nobody(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    for visitor in (anna, bo):
        visitor.get(f"{setup}/meetings/item/möte-1/remove")
    for visitor in (anna, bo):
        press(visitor, "")
        assert "Borttaget" in visitor.page.text


def test_things_without_ids_are_found_where_they_went(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/closed_days/item/2")
    anna.get(f"{setup}/closed_days/item/0/remove")
    press(anna, "")
    press(bo, "save", reason="Bos")
    assert "Sparat" in bo.page.text
    assert [one.reason for one in _term(house, setup).closed_days] == ["Dag 11", "Bos"]


def test_things_without_ids_clash_too(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/closed_days/item/1")
    fill(anna, f"{setup}/closed_days/item/1", reason="Annas")
    page = press(bo, "save", reason="Bos")
    assert bo.answer.status_code == 412
    assert "Annas" in page.text
    press(bo, "save")
    assert [one.reason for one in _term(house, setup).closed_days] == ["Dag 10", "Bos", "Dag 12"]


def test_a_thing_without_an_id_that_the_other_removed(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    bo.get(f"{setup}/closed_days/item/1")
    anna.get(f"{setup}/closed_days/item/1/remove")
    press(anna, "")
    press(bo, "save", reason="Bos")
    assert bo.answer.status_code == 412
    press(bo, "save")
    assert [one.reason for one in _term(house, setup).closed_days] == ["Dag 10", "Dag 12", "Bos"]


def test_what_the_other_made_impossible_is_told(house: House, anna: Visitor, bo: Visitor, setup: str) -> None:
    fill(anna, f"{setup}/roles/new", name="Läkare")
    bo.get(f"{setup}/appointments/new")
    anna.get(f"{setup}/roles/item/lakare/remove")
    press(anna, "")
    page = press(bo, "save", role="lakare", unit="hemtjänst")
    assert bo.answer.status_code == 422
    assert "”lakare” finns inte här" in page.text
    assert sheet_of(bo).value("unit") == "hemtjänst"


def test_both_write_at_the_same_moment(
    house: House, anna: Visitor, bo: Visitor, setup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other comes between reading and writing: it is tried again with what is there then."""
    bo.get(f"{setup}/people/item/chef-2")
    anna.get(f"{setup}/people/item/chef-1")
    keep = type(house.office).replace_term
    waiting = [True]

    def slowly(office: object, *given: object) -> object:
        if waiting.pop() if waiting else False:
            press(anna, "save", name="Annas")
        return keep(office, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(type(house.office), "replace_term", slowly)
    press(bo, "save", name="Bos")
    assert "Sparat" in bo.page.text
    assert [one.name for one in _term(house, setup).people] == ["Annas", "Bos"]
