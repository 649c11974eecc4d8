"""What has happened is said in forms, told in sentences, and taken back while nobody has been told."""

from typing import Any

import pytest

from tests.api.pages.visiting import Outline, Visitor, signed_in
from tests.api.routes.house import House


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


@pytest.fixture
def term(house: House) -> str:
    """A term with a plan, which holds its one meeting on Tuesday 1 September."""
    made = house.make_term()
    house.make_plan(made)
    return made


def _field(page: Outline, name: str) -> dict[str, Any]:
    return next(given for _, given in page.tags if given.get("name") == name)


def _report(visitor: Visitor, term: str, kind: str, **typed: str) -> Outline:
    visitor.get(f"/terms/{term}/changes/{kind}")
    return visitor.send(f"/changes/{kind}", **typed)


def _day(house: House, term: str) -> str:
    return house.office.plans(term)[0].plan.placements[0].start.date().isoformat()


def test_nothing_has_happened_at_first(anna: Visitor, term: str) -> None:
    page = anna.get(f"/terms/{term}/changes")
    assert "Ingenting har ändrats än" in page.text
    for kind in ("Någon kan inte komma", "Någon slutar", "En lokal kan inte användas", "En dag är stängd"):
        assert kind in page.text


def test_an_absence_says_which_meetings_it_hits_and_the_term_is_planned_again(
    house: House, anna: Visitor, term: str
) -> None:
    page = _report(anna, term, "away", person="chef-1", first_day=_day(house, term), reason="Semester")
    assert anna.at == f"/terms/{term}/changes"
    for words in ("Ändringen är sparad", "Väntar på ny plan", "träffar 1 möte", "Skäl: Semester", "av anna"):
        assert words in page.text
    away = house.office.term(term).term.absences[-1]
    assert away.start is not None
    assert away.end is not None
    assert (away.end - away.start).days == 1, "without hours a whole day counts"
    anna.send("/plan", how="replan")
    house.work_on(anna.at.split("/")[-1])
    page = anna.get(f"/terms/{term}/changes")
    assert "Ingen har fått veta än" in page.text
    assert "Planera om" not in page.text


def test_an_absence_elsewhere_hits_nothing(anna: Visitor, term: str) -> None:
    page = _report(anna, term, "away", person="chef-1", first_day="2026-11-27", from_time="08:00", to_time="09:00")
    assert "träffar inget möte" in page.text


def test_an_absence_comes_back_every_other_week(house: House, anna: Visitor, term: str) -> None:
    typed = {"how": "weekly", "on_tue": "yes", "on_thu": "yes", "weekly_from": "13:00", "every_weeks": "2"}
    page = _report(anna, term, "away", person="chef-2", **typed)
    assert "varannan vecka" in page.text
    weekly = house.office.term(term).term.absences[-1].weekly
    assert weekly is not None
    assert (weekly.weekdays, weekly.every_weeks, weekly.from_time.hour) == (("tue", "thu"), 2, 13)


def test_somebody_leaves_to_nobody_to_somebody_or_to_a_newcomer(house: House, anna: Visitor, term: str) -> None:
    page = _report(anna, term, "leave", person="chef-1", day="2026-09-01", who="nobody")
    assert "De blir vakanta" in page.text
    _report(anna, term, "leave", person="chef-2", day="2026-10-01", who="known", successor="chef-1")
    page = _report(anna, term, "leave", person="chef-1", day="2026-11-01", who="new", name="Åsa Öst", email="a@b.se")
    assert "Åsa Öst tar över dem" in page.text
    new = house.office.term(term).term.person["asa-ost"]
    assert (new.name, new.email) == ("Åsa Öst", "a@b.se")


def test_a_place_and_a_day_are_closed(house: House, anna: Visitor, term: str) -> None:
    day = _day(house, term)
    page = _report(anna, term, "close", place="centrum", first_day=day)
    assert "kan inte användas" in page.text
    assert "träffar 1 möte" in page.text
    page = _report(anna, term, "close_day", first_day=day, why="Studiedag", series_höst="yes")
    assert "Studiedag" in page.text
    assert house.office.term(term).term.closed_days[-1].series == ("höst",)


@pytest.mark.parametrize(
    ("kind", "typed", "field"),
    [
        ("away", {"first_day": "2026-10-01"}, "person"),
        ("away", {"person": "chef-1"}, "first_day"),
        ("away", {"person": "chef-1", "first_day": "igår"}, "first_day"),
        ("away", {"person": "chef-1", "first_day": "2026-10-02", "last_day": "2026-10-01"}, "last_day"),
        ("away", {"person": "chef-1", "how": "weekly", "on_mon": "yes", "weekly_to": "00:00"}, "weekly_to"),
        ("away", {"person": "chef-1", "first_day": "2026-10-01", "reason": "x" * 301}, "reason"),
        ("leave", {"person": "chef-1"}, "day"),
        ("leave", {"person": "chef-1", "day": "2026-10-01", "who": "known", "successor": "chef-1"}, "successor"),
        ("leave", {"person": "chef-1", "day": "2026-10-01", "who": "new", "name": "Åsa", "email": "x"}, "email"),
        ("leave", {"person": "chef-1", "day": "2026-10-01", "who": "new"}, "name"),
        (
            "close",
            {"place": "centrum", "first_day": "2026-10-01", "from_time": "12:00", "to_time": "11:00"},
            "last_day",
        ),
        ("close_day", {"first_day": "2026-10-02", "last_day": "2026-10-01", "why": "Studiedag"}, "last_day"),
        ("close_day", {"first_day": "2026-10-02"}, "why"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_all_else_kept(
    house: House, anna: Visitor, term: str, kind: str, typed: dict[str, str], field: str
) -> None:
    page = _report(anna, term, kind, **typed)
    assert anna.answer.status_code == 422
    assert _field(page, field)["aria-invalid"] == "true"
    for name, value in typed.items():
        assert page.forms[-1].fields[name] == value
    assert house.office.changes(term) == ()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"person": "nobody", "first_day": "2026-10-01"}, "person"),
        ({"person": "chef-1", "how": "weekly", "on_mon": "yes", "every_weeks": "99"}, "every_weeks"),
    ],
)
def test_what_the_form_does_not_offer_is_told_at_its_field(
    anna: Visitor, term: str, typed: dict[str, str], field: str
) -> None:
    page = _report(anna, term, "away", **typed)
    assert anna.answer.status_code == 422
    assert _field(page, field)["aria-invalid"] == "true"


def test_a_week_without_weekdays_is_told_at_them(anna: Visitor, term: str) -> None:
    page = _report(anna, term, "away", person="chef-1", how="weekly")
    assert anna.answer.status_code == 422
    assert [given for _, given in page.tags if given.get("id") == "weekdays-wrong"]


def test_a_change_is_undone_until_people_have_been_told(house: House, anna: Visitor, term: str) -> None:
    _report(anna, term, "away", person="chef-1", first_day="2026-11-27")
    page = anna.send("/1/undo")
    assert "Ändringen är ångrad" in page.text
    assert "Ångrad 24 augusti 2026 kl. 10.00 av anna" in page.text
    assert "Planen stämmer inte längre" in page.text, "the term is not what the plan was made of"
    assert house.office.term(term).term.absences == ()
    _report(anna, term, "away", person="chef-1", first_day="2026-11-27")
    before = anna.page
    house.office.release(term, house.planned(term), "anna")
    assert "Publicerad i utgåva 1" in anna.get(f"/terms/{term}/changes").text
    assert not [form for form in anna.page.forms if form.action.endswith("/2/undo")]
    form = next(form for form in before.forms if form.action.endswith("/2/undo"))
    anna.answer = anna.client.post(form.action, data=form.fields)
    assert anna.answer.status_code == 409
    assert "publicerad i utgåva 1" in anna.page.text


def test_an_earlier_change_of_the_same_thing_and_one_that_is_undone_say_so(
    house: House, anna: Visitor, term: str
) -> None:
    _report(anna, term, "leave", person="chef-1", day="2026-10-01", who="known", successor="chef-2")
    _report(anna, term, "leave", person="chef-2", day="2026-11-01", who="nobody")
    assert "en senare ändring rör samma sak" in anna.send("/1/undo").text
    assert anna.answer.status_code == 409
    key = anna.get(f"/terms/{term}/changes").forms[-1].fields
    anna.send("/2/undo")
    newest = str(house.office.term(term).revision)
    anna.answer = anna.client.post(f"/terms/{term}/changes/2/undo", data={**key, "based_on": newest})
    assert "redan ångrad" in anna.page.text


def test_what_something_later_needs_is_not_undone(house: House, anna: Visitor, term: str) -> None:
    _report(anna, term, "leave", person="chef-1", day="2026-10-01", who="new", name="Åsa")
    _report(anna, term, "away", person="asa", first_day="2026-11-27")
    page = anna.send("/1/undo")
    assert anna.answer.status_code == 422
    assert "något senare bygger på den" in page.text


@pytest.mark.parametrize("act", ["report", "undo"])
def test_who_is_second_is_shown_both(house: House, anna: Visitor, term: str, act: str) -> None:
    _report(anna, term, "away", person="chef-2", first_day="2026-11-26")
    second = Visitor(house)
    second.sign_in("anna")
    second.get(f"/terms/{term}/changes/away" if act == "report" else f"/terms/{term}/changes")
    _report(anna, term, "away", person="chef-2", first_day="2026-11-25")
    if act == "report":
        page = second.send("/away", person="chef-1", first_day="2026-11-27", reason="Semester")
    else:
        page = second.send("/1/undo")
    assert second.answer.status_code == 412
    assert "Revision 3 av anna" in page.text
    assert house.office.term(term).revision == 3
    second.send("/away" if act == "report" else "/1/undo")
    assert house.office.term(term).revision == 4


def test_a_reader_sees_what_has_happened_and_reports_nothing(house: House, anna: Visitor, term: str) -> None:
    _report(anna, term, "away", person="chef-1", first_day=_day(house, term))
    bo = signed_in(house, "reader", "bo")
    page = bo.get(f"/terms/{term}/changes")
    assert "träffar 1 möte" in page.text
    assert [form.action for form in page.forms if form.action.startswith("/terms")] == []
    for kind in ("away", "leave", "close", "close_day"):
        bo.get(f"/terms/{term}/changes/{kind}")
        assert bo.answer.status_code == 403


def test_older_changes_stand_on_the_next_page(house: House, anna: Visitor, term: str) -> None:
    for n in range(51):
        _report(anna, term, "away", person="chef-1", first_day="2026-11-27", reason=f"nummer {n}")
    page = anna.get(f"/terms/{term}/changes")
    assert "nummer 50" in page.text
    assert "nummer 0" not in page.text
    page = anna.get(f"/terms/{term}/changes?after=2")
    assert "nummer 0" in page.text
    anna.get(f"/terms/{term}/changes?after=99")
    assert anna.answer.status_code == 404
    anna.get(f"/terms/{term}/changes/none")
    assert anna.answer.status_code == 404


def test_what_was_typed_is_text_and_never_markup(anna: Visitor, term: str) -> None:
    name = "<script>alert(1)</script>"
    page = _report(anna, term, "leave", person="chef-1", day="2026-10-01", who="new", name=name, reason=name)
    assert name in page.text
    assert not [tag for tag, _ in page.tags if tag == "script"]
