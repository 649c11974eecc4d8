"""The whole of a term from nothing, by forms alone and without scripts; then it is planned and proven."""

import json

import pytest

from tests.api.pages.filling import fill, press, sheet_of
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


def _begun(anna: Visitor) -> str:
    """The address of the setting up of a new term."""
    anna.get("/terms")
    assert 'href="/terms/new"' in anna.answer.text
    fill(anna, "/terms/new", title="Höst", first_day="2026-09-07", last_day="2026-10-30")
    assert anna.at.endswith("/setup")
    return anna.at


def test_from_nothing_to_a_proven_plan(house: House, anna: Visitor) -> None:
    setup = _begun(anna)
    for missing in ("ingen organisation än", "ingen enhet än", "ingen roll än", "ingen serie än", "inget möte än"):
        assert missing in anna.page.text

    def made(noun: str, **typed: str | tuple[str, ...]) -> None:
        fill(anna, f"{setup}/{noun}/new", **typed)
        assert "Sparat" in anna.page.text, anna.page.text

    fill(anna, f"{setup}/frame", grid_minutes="60", buffer_minutes="10", notice_days="7")
    fill(anna, f"{setup}/holidays", public_holidays__country="SE", public_holidays__categories="public, de_facto")
    made("closed_days", reason="Studiedag", first_day="2026-09-21")
    made("localities", name="Ånge")
    made("localities", name="Öland")
    made("places", name="Kommunhuset", locality="ange", rooms="2", capacity="12")
    made("places", name="Vårdcentralen", locality="oland")
    fill(anna, f"{setup}/travel", travel__default_minutes="20")
    made("legs", between__0="ange", between__1="oland", minutes="25")
    made("organisations", name="Kommunen")
    made("areas", name="Norra")
    made("districts", name="Norra 1", area="norra")
    made("units", name="Hemtjänst", organisation="kommunen", place="kommunhuset", area="norra", district="norra-1")
    made("roles", name="Enhetschef")
    made("people", name="Åsa Ek", base="kommunhuset", email="asa@ek.se")
    made("people", name="Bo Al", limits__meetings_per_day="1")
    made("appointments", role="enhetschef", unit="hemtjanst", holder="asa-ek", deputies__0="bo-al")
    made("absences", person="asa-ek", start="2026-09-07T00:00", end="2026-09-09T00:00", reason="Kurs")
    made("absences", person="bo-al", weekly__weekdays=("fri",), weekly__from_time="08:00", weekly__to_time="17:00")
    made("closures", place="kommunhuset", start="2026-09-14T00:00", end="2026-09-15T00:00")
    fill(anna, f"{setup}/limits", limits__meetings_per_week="2")

    anna.get(f"{setup}/series/new")
    press(anna, "add windows", title="Närvårdsmöte", duration_minutes="90", places__0="kommunhuset")
    press(anna, "add seats", windows__0__first_day="2026-09-07", windows__0__last_day="2026-10-30")
    press(anna, "save", seats__0__role="enhetschef", seats__0__unit="hemtjanst")
    assert "Sparat" in anna.page.text, anna.page.text
    made("meetings", series="narvardsmote", title="Första")
    made("meetings", series="narvardsmote", title="Andra")
    made("orders", before="forsta-narvardsmote", after="andra-narvardsmote", at_least_days="7")
    anna.get(f"{setup}/day_relations/new")
    press(anna, "add meetings", kind="different_days", meetings__0="forsta-narvardsmote")
    press(anna, "save", meetings__1="andra-narvardsmote")
    assert "Sparat" in anna.page.text, anna.page.text

    term_id = setup.split("/")[2]
    plan = house.office.plan(house.planned(term_id)).plan
    assert plan.proven
    assert len(plan.placements) == 2
    term = house.office.term(term_id).term
    assert term.series[0].seats[0].id == "enhetschef-hemtjanst"
    assert [one.uid for one in term.meetings if one.uid]
    assert house.office.audit()[0].by == "anna" or house.office.term(term_id).by == "anna"


def test_a_new_term_says_at_the_field_what_is_missing(house: House, anna: Visitor) -> None:
    page = fill(anna, "/terms/new", title="", first_day="2026-09-07", last_day="2026-09-01x")
    assert anna.answer.status_code == 422
    wrong = [given["id"] for tag, given in page.tags if tag == "input" and given.get("aria-invalid")]
    assert wrong == ["title", "last_day"]
    assert sheet_of(anna).value("first_day") == "2026-09-07"
    assert house.office.terms() == ()


def test_rows_are_added_and_removed_and_nothing_typed_is_lost(anna: Visitor) -> None:
    setup = _begun(anna)
    anna.get(f"{setup}/series/new")
    page = press(anna, "add windows", title="Möte", note="En\nanteckning")
    press(anna, "add windows", windows__0__first_day="2026-09-07", windows__0__weekdays=("tue",))
    press(anna, "add preferences", windows__1__first_day="2026-10-07")
    sheet = sheet_of(anna)
    assert anna.answer.status_code == 200
    assert (sheet.value("title"), sheet.value("note")) == ("Möte", "En\nanteckning")
    assert sheet.all("windows.0.weekdays") == ["tue"]
    press(anna, "remove windows.0")
    sheet = sheet_of(anna)
    assert sheet.value("windows.0.first_day") == "2026-10-07"
    assert "windows.1.row" not in dict(sheet.fields)
    assert sheet.value("preferences.0.penalty") == "1"
    assert page.open == []


def test_enter_saves_and_does_not_add_a_row(anna: Visitor) -> None:
    setup = _begun(anna)
    for address in (f"{setup}/series/new", f"{setup}/frame", f"{setup}/goals", f"{setup}/places/new"):
        anna.get(address)
        assert sheet_of(anna).buttons[0] == "save", "browsers press the first button of the form"


def test_a_row_that_nobody_fills_in_is_left_out(house: House, anna: Visitor) -> None:
    setup = _begun(anna)
    anna.get(f"{setup}/places/new")
    press(anna, "add hours", name="Huset")
    press(anna, "add hours", hours__0__from_time="09:00")
    press(anna, "save")
    (place,) = house.office.term(setup.split("/")[2]).term.places
    assert [f"{one.from_time:%H:%M}" for one in place.hours] == ["09:00"]


def test_one_is_added_after_another(anna: Visitor) -> None:
    setup = _begun(anna)
    anna.get(f"{setup}/roles/new")
    press(anna, "another", name="Läkare")
    assert anna.at == f"{setup}/roles/new"
    assert "Sparat" in anna.page.text
    press(anna, "another", name="Läkare")
    assert "Läkare (lakare-2)" not in anna.page.text
    anna.get(f"{setup}/roles")
    assert 'item/lakare-2"' in anna.answer.text


def test_a_thing_leads_to_what_belongs_to_it(house: House, anna: Visitor) -> None:
    setup = f"/terms/{house.make_term()}/setup"
    anna.get(f"{setup}/people/item/chef-1")
    link = f"{setup}/absences/new?person=chef-1"
    assert link in anna.answer.text
    anna.get(link)
    assert sheet_of(anna).value("person") == "chef-1"
    press(anna, "save", start="2026-09-01T08:00", end="2026-09-01T12:00", reason="Kurs")
    fill(anna, f"{setup}/absences/new?person=chef-2", start="2026-09-02T08:00", end="2026-09-02T12:00")
    assert "Frånvaro: 1" in anna.get(f"{setup}/people/item/chef-1").text
    page = anna.get(f"{setup}/absences?person=chef-1")
    assert "1 av 2 visas" in page.text
    assert "Kurs" in page.text
    assert "2 sep" not in page.text


def test_a_meeting_that_is_made_again_is_another_one_in_calendars(house: House, anna: Visitor) -> None:
    term_id = house.make_term()
    setup = f"/terms/{term_id}/setup/meetings"
    uids = set()
    for _ in range(2):
        fill(anna, f"{setup}/new", series="höst", title="Extra")
        meeting = house.office.term(term_id).term.meetings[-1]
        uids.add((meeting.id, meeting.uid))
        anna.get(f"{setup}/item/{meeting.id}/remove")
        press(anna, "")
    assert len(uids) == 2
    assert len({own for own, _ in uids}) == 1


def test_goals_are_moved_turned_off_and_put_back(house: House, anna: Visitor) -> None:
    term_id = house.make_term()
    goals = f"/terms/{term_id}/setup/goals"
    anna.get(goals)
    assert "up goals.kept" not in sheet_of(anna).buttons, "it is the first already"
    press(anna, "up goals.travel")
    press(anna, "up goals.travel")
    assert house.office.term(term_id).revision == 1, "nothing is kept before it is saved"
    on = [one for one in sheet_of(anna).all("goals.on") if one != "deputies"]
    press(anna, "save", goals__on=tuple(on))
    ranked = house.office.term(term_id).term.goals
    assert ranked is not None
    assert ranked[-3:] == ("travel", "spread", "fair_load")
    assert "deputies" not in ranked
    anna.get(goals)
    press(anna, "reset goals")
    press(anna, "save")
    assert house.office.term(term_id).term.goals is None


def test_the_overview_counts_and_says_what_is_missing(house: House, anna: Visitor) -> None:
    vacant = {"id": "u2", "role": "enhetschef", "unit": "hemtjänst", "holder": None}
    people = [{"id": "ny", "name": "Ny"}, {"id": "chef-1", "name": "A"}, {"id": "chef-2", "name": "B"}]
    post = {"id": "u1", "role": "enhetschef", "unit": "hemtjänst", "holder": "chef-1", "deputies": ["chef-2"]}
    page = anna.get(f"/terms/{house.make_term(people=people, appointments=[post, vacant])}/setup")
    for words in (
        "3 personer",
        "1 person utan uppdrag",
        "1 uppdrag utan innehavare",
        "1 möte",
        "tis 1 sep 2026 – mån 30 nov 2026",
    ):
        assert words in page.text


def test_every_rule_is_told_with_where_it_is_set(house: House, anna: Visitor) -> None:
    page = anna.get(f"/terms/{house.make_term()}/setup/rules")
    for words in ("Restid", "Ingen är på två ställen samtidigt", "Frånvaro", "Ställs in under: Restider"):
        assert words in page.text


def test_a_list_is_searched_and_paged(house: House, anna: Visitor) -> None:
    people = [{"id": f"p{n}", "name": f"Person {n:03}"} for n in range(250)]
    people += [{"id": "chef-1", "name": "A"}, {"id": "chef-2", "name": "B"}]
    address = f"/terms/{house.make_term(people=people)}/setup/people"
    page = anna.get(address)
    assert "Person 099" in page.text
    assert "Person 100" not in page.text
    assert "Person 100" in anna.get(f"{address}?page=1").text
    page = anna.get(f"{address}?q=person+24")
    assert "10 av 252 visas" in page.text
    for odd in ("?page=9999999", "?page=-1", "?page=x", "?q=" + "x" * 5000):
        anna.get(address + odd)
        assert anna.answer.status_code == 200


def test_why_somebody_is_away_is_for_coordinators(house: House, anna: Visitor) -> None:
    away = {
        "id": "a",
        "person": "chef-1",
        "start": "2026-10-05T08:00",
        "end": "2026-10-06T08:00",
        "reason": "Sjukskriven",
    }
    absences = f"/terms/{house.make_term(absences=[away])}/setup/absences"
    bo = signed_in(house, "reader", "bo")
    for address in (absences, f"{absences}/item/a"):
        assert "Sjukskriven" in str(anna.get(address).tags) + anna.page.text
        assert "Sjukskriven" not in str(bo.get(address).tags) + bo.page.text
        assert "5 okt" in bo.page.text or "2026-10-05" in bo.answer.text
    assert "Inget" in bo.get(f"{absences}?q=sjukskriven").text or "0 av" in bo.page.text


def test_readers_see_everything_and_change_nothing(house: House) -> None:
    bo = signed_in(house, "reader", "bo")
    term_id = house.make_term()
    setup = f"/terms/{term_id}/setup"
    for address in (setup, f"{setup}/people", f"{setup}/people/item/chef-1", f"{setup}/goals", f"{setup}/rules"):
        page = bo.get(address)
        assert bo.answer.status_code == 200
        assert not [one for one in page.forms if "setup" in one.action], address
    page = bo.get(f"{setup}/series/item/höst")
    assert "Närvårdsmöte" in page.text
    assert "Roll: Enhetschef" in page.text
    key = next(form.fields["form_key"] for form in page.forms)
    for address in (f"{setup}/people/item/chef-1", f"{setup}/people/new", f"{setup}/people/item/chef-1/remove"):
        bo.answer = bo.client.post(address, data={"form_key": key, "name": "X", "based_on": "1"})
        assert bo.answer.status_code == 403
    assert bo.get("/terms/new").text
    assert bo.answer.status_code == 403
    assert house.office.term(term_id).revision == 1


def test_a_term_that_was_planned_says_that_it_has_changed(house: House, anna: Visitor) -> None:
    term_id = house.make_term()
    house.make_release(term_id)
    fill(anna, f"/terms/{term_id}/setup/people/item/chef-1", name="Annan")
    assert "har ändrats sedan planen gjordes" in anna.get(f"/terms/{term_id}").text


def test_every_page_speaks_english_too(house: House, anna: Visitor) -> None:
    setup = f"/terms/{house.make_term()}/setup"
    for address in (
        "",
        "/people",
        "/people/new",
        "/series/item/höst",
        "/goals",
        "/rules",
        "/people/item/chef-1/remove",
    ):
        page = anna.get(f"{setup}{address}?lang=en")
        shown = page.text.replace("Närvård", "").replace("hösten", "")
        assert not [word for word in ("och", "inte", "möten", "eller", "Spara ") if f" {word} " in shown], address
    assert json.dumps(dict(anna.page.tags)["html"]) == '{"lang": "en"}'


def test_a_forum_a_series_of_its_meetings_and_another_before_it(house: House, anna: Visitor) -> None:
    setup = f"/terms/{house.make_term()}/setup"
    anna.get(f"{setup}/forums/new")
    press(anna, "add members", title="Samråd", quorum="1", secretary__unit="hemtjänst")
    press(anna, "add states", members__0__role="enhetschef", members__0__unit="hemtjänst", members__0__groups="kommun")
    press(anna, "save", states__0__first_day="2026-12-01", states__0__state="ended")
    assert "Sparat" in anna.page.text, anna.page.text
    for title in ("Samråd", "Presidium"):
        anna.get(f"{setup}/series/new")
        press(anna, "add windows", title=title, forum="samrad" if title == "Samråd" else "", in_order="yes")
        press(anna, "save", windows__0__first_day="2026-09-01", windows__0__last_day="2026-11-30")
        assert "Sparat" in anna.page.text, anna.page.text
    for series in ("presidium", "samrad"):
        fill(anna, f"{setup}/meetings/new", series=series)
    fill(anna, f"{setup}/series_orders/new", before="presidium", after="samrad", at_least_days="7")
    assert "Sparat" in anna.page.text, anna.page.text
    term = house.office.term(setup.split("/")[2]).term
    assert [(one.before, one.after) for one in term.ordered] == [("presidium", "samrad")]
    assert [seat.id for seat in term.resolved["samrad"].seats] == ["enhetschef-hemtjanst"]
    assert term.resolved["samrad"].attendance[0].group == "voting"


def test_a_member_who_is_added_takes_no_id_of_a_seat(house: House, anna: Visitor) -> None:
    setup = f"/terms/{house.make_term()}/setup"
    anna.get(f"{setup}/series/item/höst")
    press(anna, "add seats")
    press(anna, "save", seats__1__role="enhetschef", seats__1__unit="hemtjänst", seats__1__vacancy="priced")
    anna.get(f"{setup}/forums/new")
    press(anna, "add members", title="Samråd")
    press(anna, "save", members__0__role="enhetschef", members__0__unit="hemtjänst", members__0__vacancy="priced")
    fill(anna, f"{setup}/series/item/höst", forum="samrad")
    assert "Sparat" in anna.page.text, anna.page.text
