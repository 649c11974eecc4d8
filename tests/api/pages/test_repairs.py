"""A meeting without a time: what would give it one is looked for, shown with its price, and applied by a button."""

import json
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

import pytest

from api.jobs.desk import Desk
from api.store import Job
from tests.api.pages.mending import MEETING, unplaced_term
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


@pytest.fixture
def term(house: House) -> str:
    """A term with a meeting that has no time."""
    return unplaced_term(house)


def _here(term: str) -> str:
    return f"/terms/{term}/meetings/{MEETING}/repairs"


def _asked(house: House, anna: Visitor, term: str) -> Job:
    """The search, once it is over; the visitor sees what it found."""
    anna.get(_here(term))
    anna.send("/repairs")
    job = house.work_on(house.office.jobs()[0].id)
    anna.get(_here(term))
    return job


def _told(visitor: Visitor, job: str) -> Any:
    """The last event of a job."""
    lines = visitor.client.get(f"/jobs/{job}/events").text.splitlines()
    return json.loads([line for line in lines if line.startswith("data: ")][-1].removeprefix("data: "))


def test_the_way_there_stands_at_the_meeting(anna: Visitor, term: str) -> None:
    for address in (f"/terms/{term}", f"/terms/{term}/meetings/{MEETING}"):
        links = [unquote(given["href"] or "") for _, given in anna.get(address).tags if "href" in given]
        assert _here(term) in links


def test_looks_for_repairs_and_shows_them_with_their_price(house: House, anna: Visitor, term: str) -> None:
    page = anna.get(_here(term))
    assert "Mötet har ingen tid" in page.text
    page = anna.send("/repairs")
    assert "Väntar på sin tur" in page.text
    assert "Sök förslag" not in page.text
    house.work_on(house.office.jobs()[0].id)
    page = anna.get(_here(term))
    for words in ("Förslag 1", "Lindrigast", "Då hålls mötet", "Inget annat möte flyttas", "Söktes 24 augusti 2026"):
        assert words in page.text
    assert "1 person måste säga ja" in page.text
    assert "Ingen behöver tillfrågas" in page.text
    assert len(house.office.jobs()) == 3, "what was found is shown again, not looked for again"


def test_a_repair_is_applied_and_the_term_planned_again(house: House, anna: Visitor, term: str) -> None:
    job = _asked(house, anna, term)
    anna.send("/apply")
    assert anna.at.startswith("/jobs/")
    change = house.office.changes(term)[0].change
    assert [one.model_dump(mode="json") for one in change.actions] == job.result["repairs"][0]["actions"]  # type: ignore[index]
    assert change.reason == "Förslag som ger en tid: Närvårdsmöte"
    house.work_on(anna.at.split("/")[-1])
    assert house.office.plans(term)[0].plan.placement_of(MEETING) is not None
    page = anna.get(_here(term))
    assert "inget att laga" in page.text


def test_a_repair_of_another_meeting_is_not_applied_here(house: House, anna: Visitor, term: str) -> None:
    job = _asked(house, anna, term)
    newest = house.office.term(term)
    other = newest.term.meetings[0].model_copy(update={"id": "other", "uid": uuid4()})
    added = newest.term.model_copy(update={"meetings": (*newest.term.meetings, other)})
    house.office.replace_term(term, added, newest.revision, "bo")
    key = anna.page.forms[0].fields["form_key"]
    fields = {"form_key": key, "job": job.id, "number": "0", "based_on": str(newest.revision + 1)}
    answer = anna.client.post(_here(term).replace(MEETING, "other") + "/apply", data=fields)
    assert answer.status_code == 404
    assert len(house.office.changes(term)) == 1


def test_who_is_second_is_shown_both_and_may_apply_it_all_the_same(house: House, anna: Visitor, term: str) -> None:
    _asked(house, anna, term)
    seen = anna.page.forms
    revision = house.office.term(term).revision
    longer = house.office.term(term).term.model_copy(update={"title": "Later"})
    house.office.replace_term(term, longer, revision, "bo")
    form = next(form for form in seen if form.action.endswith("/apply"))
    anna.answer = anna.client.post(form.action, data=form.fields)
    assert anna.answer.status_code == 412
    assert "Vad du ville göra" in anna.page.text
    anna.send("/apply")
    assert anna.at.startswith("/jobs/")
    assert house.office.term(term).revision == revision + 2


def test_a_term_that_was_changed_since_is_planned_first(house: House, anna: Visitor, term: str) -> None:
    _asked(house, anna, term)
    newest = house.office.term(term)
    house.office.replace_term(term, newest.term.model_copy(update={"title": "Later"}), newest.revision, "bo")
    page = anna.get(_here(term))
    assert "planera om" in page.text
    assert [form.action for form in page.forms if form.action.startswith("/terms")] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("plan_again", "får en tid om ni planerar om"),
        ("proven", "det är bevisat"),
        ("not_found", "men det kan finnas något"),
        ("time", "Tiden tog slut"),
        ("held", "har redan en tid"),
    ],
)
def test_each_reason_for_none_is_said_in_plain_words(
    house: House, anna: Visitor, term: str, code: str, words: str
) -> None:
    anna.get(_here(term))
    anna.send("/repairs")
    job = house.office.jobs()[0]
    blocked = [{"rule": "absence", "kind": "person", "subject": "chef-1", "starts": 3}]
    result = {"meeting": MEETING, "repairs": [], "none": {"code": code, "blocked": blocked}}
    desk = Desk(house.office)
    desk.begin(job.id)
    desk.tell_result(job.id, json.dumps(result), stopped=False)
    page = anna.get(_here(term))
    assert words in page.text
    assert "Enhetschef hemtjänst är frånvarande" in page.text


def test_the_search_is_followed_and_stopped(house: House, anna: Visitor, term: str) -> None:
    anna.get(_here(term))
    anna.send("/repairs")
    job = house.office.jobs()[0].id
    anna.send("/stop")
    assert anna.at == _here(term)
    assert "stoppades innan något hittades" in anna.page.text
    assert anna.get(f"/jobs/{job}").text
    assert anna.at == _here(term), "a job's own address leads to where it is shown"
    assert (_told(anna, job)["over"], _told(anna, job)["leads"]) == (True, False)
    assert _told(anna, _asked(house, anna, term).id)["leads"] is True


def test_a_term_is_not_asked_without_end(house: House, anna: Visitor, term: str) -> None:
    anna.get(_here(term))
    form = next(form for form in anna.page.forms if form.action.endswith("/repairs"))
    for _ in range(10):
        assert anna.client.post(form.action, data=form.fields).status_code == 200
    anna.answer = anna.client.post(form.action, data=form.fields)
    assert anna.answer.status_code == 409
    assert "Redan 10 frågor om terminen väntar" in anna.page.text


def test_a_reader_sees_the_repairs_and_has_no_buttons(house: House, anna: Visitor, term: str) -> None:
    _asked(house, anna, term)
    bo = signed_in(house, "reader", "bo")
    page = bo.get(_here(term))
    assert "Förslag 1" in page.text
    assert [form.action for form in page.forms if form.action.startswith("/terms")] == []


def test_what_is_not_there_is_not_found(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}/meetings/none/repairs")
    assert anna.answer.status_code == 404
    _asked(house, anna, term)
    form = next(form for form in anna.page.forms if form.action.endswith("/apply"))
    plan_job = next(one.id for one in house.office.jobs() if one.kind == "plan")
    for wrong in ({"job": plan_job}, {"job": "none"}, {"number": "99"}):
        assert anna.client.post(form.action, data={**form.fields, **wrong}).status_code == 404
    assert len(house.office.changes(term)) == 1
