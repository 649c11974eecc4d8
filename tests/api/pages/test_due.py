"""What is due: by date, on the pages of the term and of the meeting; said on a form, and seen by the public."""

from datetime import UTC, datetime

import pytest

from api.routes.examples import TERM
from models import Deadline
from tests.api.pages.filling import fill, press
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House, changed

OUT = {"id": "ut", "title": "Handlingar ut", "days": 2, "task_of": {"unit": "hemtjänst", "role": "enhetschef"}}
DONE = {"id": "klart", "title": "Protokollet klart", "days": 3, "side": "after", "counted": "working_days"}
LOCK = {"start": "2026-09-08T13:00"}


@pytest.fixture
def term(house: House) -> str:
    """A term whose meeting, on a Tuesday, has one task before it and one after it."""
    series = changed(TERM["series"][0], deadlines=[OUT, {**DONE, "public": True}], public=True)
    made = house.make_term(series=[series], meetings=[changed(TERM["meetings"][0], lock=LOCK)])
    house.office.release(made, house.planned(made), "anna")
    return made


def test_lists_what_is_due_by_date_with_whose_task_it_is(house: House, term: str) -> None:
    page = signed_in(house).get(f"/terms/{term}/due")
    first, _, rest = page.text.partition("Protokollet klart")
    assert "sön 6 september Handlingar ut · Enhetschef, Hemtjänst" in first
    assert "fre 11 september" in first
    assert "till Närvårdsmöte, tis 8 september, 13.00–14.30" in rest


def test_the_term_and_the_meeting_say_it_too(house: House, term: str) -> None:
    anna = signed_in(house)
    for address in (f"/terms/{term}", f"/terms/{term}/meetings/möte-1"):
        assert "sön 6 september Handlingar ut" in anna.get(address).text
    assert ("a", {"href": f"/terms/{term}/due"}) in anna.get(f"/terms/{term}").tags


def test_what_was_due_is_found_once_nothing_is_due_any_more(
    house: House, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.api.routes.house.NOW", datetime(2026, 12, 1, 8, tzinfo=UTC))
    anna = signed_in(house)
    page = anna.get(f"/terms/{term}")
    assert "Handlingar ut" not in page.text
    assert ("a", {"href": f"/terms/{term}/due"}) in page.tags
    assert "Tidigare (2 uppgifter)" in anna.get(f"/terms/{term}/due").text


def test_says_why_there_is_nothing(house: House) -> None:
    anna, term = signed_in(house), house.make_term()
    assert "Det finns ingen plan" in anna.get(f"/terms/{term}/due").text
    house.make_release(term)
    assert "Inget hänger på mötena" in anna.get(f"/terms/{term}/due").text
    assert "Närmast att göra" not in anna.get(f"/terms/{term}").text


def test_the_office_has_a_calendar_of_its_own(house: House, term: str) -> None:
    anna = signed_in(house)
    assert "Kansliet" in anna.get(f"/terms/{term}/calendars").text
    anna.get(f"/terms/{term}/calendars/office/{term}")
    anna.send("/make", language="sv")
    (feed,) = (one for one in house.office.subscriptions(term) if one.kind == "office")
    calendar = house.stranger().get(f"/feeds/{feed.token}.ics").text
    assert calendar.count("DTSTART;VALUE=DATE") == 2
    assert "Kansliet" in calendar


def test_the_public_sees_what_is_public_itself(house: House, term: str) -> None:
    page = Visitor(house).get(f"/public/{house.office.give_public(term, 'anna').token}")
    assert "Protokollet klart: fre 11 september" in page.text
    assert "Handlingar" not in page.text


def test_a_task_is_added_on_the_form_of_a_series(house: House) -> None:
    anna, term = signed_in(house), house.make_term()
    address = f"/terms/{term}/setup/series/item/höst"
    anna.get(address)
    press(anna, "add deadlines")
    press(
        anna, "save", deadlines__0__title="Handlingar ut", deadlines__0__days="7", deadlines__0__counted="working_days"
    )
    (found,) = house.office.term(term).term.series[0].deadlines
    assert found == Deadline(id=found.id, title="Handlingar ut", days=7, counted="working_days")


def test_a_meeting_can_have_none_where_its_series_has(house: House, term: str) -> None:
    fill(signed_in(house), f"/terms/{term}/setup/meetings/item/möte-1", deadlines__series=())
    assert house.office.term(term).term.meetings[0].deadlines == ()
    assert house.office.term(term).term.resolved["möte-1"].deadlines == ()
