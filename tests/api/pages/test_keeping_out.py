"""Who may not come: other offices, those who only look, other sites, and forms of somebody else; on every way in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from httpx import Response

from api.pages import OWN_WAYS, WAYS
from api.pages.door import Way
from api.pages.own_door import OwnWay
from models import Away
from tests.api.pages.mending import MEETING, unplaced_term
from tests.api.pages.visiting import PASSWORD, Visitor, signed_in
from tests.api.routes.house import House

OPEN = ("/login", "/in/", "/logout")
DEEDS = tuple(way for way in WAYS if way.method == "POST" and not way.path.startswith(OPEN))
LOOKS = tuple(way for way in WAYS if way.method == "GET" and "{" in way.path and not way.path.startswith(OPEN))
SECRET = "Migrän"


@dataclass(frozen=True)
class _Town:
    """Two offices: everything there can be is in the one, and Carl coordinates the other."""

    house: House
    term: str
    fields: dict[str, str]
    token: str
    anna: Visitor
    bo: Visitor
    carl: Visitor

    def address(self, path: str, kind: str) -> str:
        """An address of the first office that leads somewhere."""
        parts = {
            "term_id": self.term,
            "meeting": MEETING,
            "forum": "styrgrupp",
            "job_id": self.fields["job"],
            "number": "1",
        }
        setup = {"noun": "absences", "key": "a1"}
        what = {"what": "revoke-page", "subject": "chef-1", "kind": kind}
        return path.replace(":number", "").format(**parts, **setup, **what)

    def state(self) -> tuple[object, ...]:
        """All that a form could have changed."""
        office = self.house.office
        lists = (office.changes, office.releases, office.plans, office.reports, office.page_links, office.calendars)
        jobs = office.jobs(term_id=self.term)
        return (*(one(self.term) for one in lists), office.term(self.term).revision, jobs, office.terms())


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Town]:
    house = House.at(tmp_path_factory.mktemp("town"))
    office, term = house.office, unplaced_term(house)
    plan = office.plans(term)[0].id
    job = house.client.post(f"/v1/plans/{plan}/repair-jobs", json={"meeting": MEETING}).json()["id"]
    house.work_on(job)
    office.subscribe(term, "person", "chef-1", "anna")
    token = office.give_page(term, "chef-1", "anna").token
    _away(house, term)
    other = house.store.create_workspace("other", "Other")
    other.create_account("carl", PASSWORD, "coordinator", "test")
    carl = Visitor(house)
    carl.sign_in("carl")
    fields = {"job": job, "plan": plan, "number": "0", "based_on": "2", "person": "chef-1", "one": "person:chef-1"}
    yield _Town(house, term, fields, token, signed_in(house), signed_in(house, "reader", "bo"), carl)
    house.store.close()


def _away(house: House, term: str) -> None:
    """Report two absences, of which one is taken in."""
    for day in (1, 2):
        away = Away(person="chef-1", start=datetime(2026, 9, day, 8), end=datetime(2026, 9, day, 17))
        house.office.report_away(term, away, "participant", reason=SECRET)
    house.office.accept_report(term, 2, house.office.term(term).revision, "anna")


def _key(visitor: Visitor) -> str:
    return visitor.get("/terms").forms[0].fields["form_key"]


def _posted(visitor: Visitor, address: str, fields: dict[str, str], **headers: str) -> Response:
    return visitor.client.post(address, data=fields, headers=headers, follow_redirects=False)


ITEMS = [(way, kind) for way in DEEDS + LOOKS for kind in (("person", "away") if "{kind}" in way.path else ("",))]
OF_A_TERM = [(way, kind) for way, kind in ITEMS if "{" in way.path]


@pytest.mark.parametrize(("way", "kind"), OF_A_TERM, ids=lambda one: getattr(one, "path", one))
def test_another_office_finds_nothing(town: _Town, way: Way, kind: str) -> None:
    before, address = town.state(), town.address(way.path, kind)
    if way.method == "GET":
        answer = town.carl.client.get(address, follow_redirects=False)
    else:
        answer = _posted(town.carl, address, {**town.fields, "form_key": _key(town.carl)})
    assert answer.status_code == 404
    assert town.state() == before


@pytest.mark.parametrize(
    "path", ["/release", "/meetings/möte-1/repairs/apply", "/calendars/make", "/releases/1/send-again"]
)
def test_fields_of_another_office_lead_nowhere(town: _Town, path: str) -> None:
    """Carl's own term, with ids of Anna's office in the form."""
    office = town.house.store.workspace(town.house.store.session(town.carl.client.cookies["terminsplan"]).workspace_id)
    if not office.terms():
        office.create_term(town.house.office.term(town.term).term, "carl")
    before = town.state()
    answer = _posted(town.carl, f"/terms/{town.term}{path}", {**town.fields, "form_key": _key(town.carl)})
    print(path, answer.status_code)
    assert answer.status_code in (303, 404)
    assert town.state() == before


@pytest.mark.parametrize("way", DEEDS, ids=lambda way: way.path)
def test_those_who_only_look_do_nothing(town: _Town, way: Way) -> None:
    before = town.state()
    answer = _posted(town.bo, town.address(way.path, "person"), {**town.fields, "form_key": _key(town.bo)})
    assert answer.status_code == 403
    assert town.state() == before


def test_the_secrets_are_there_to_be_seen(town: _Town) -> None:
    shown = [town.anna.client.get(town.address(way.path, "person")).text for way in LOOKS if "events" not in way.path]
    assert sum(SECRET in one for one in shown) >= 3
    assert sum(town.token in one for one in shown) == 2


@pytest.mark.parametrize("way", LOOKS, ids=lambda way: way.path)
def test_those_who_only_look_see_no_links_and_no_reasons(town: _Town, way: Way) -> None:
    for kind in ("person", "away"):
        answer = town.bo.client.get(town.address(way.path, kind), follow_redirects=False)
        assert town.token not in answer.text
        assert SECRET not in answer.text
        assert "/feeds/" not in answer.text


@pytest.mark.parametrize(
    "way", [*DEEDS, *(way for way in WAYS if way.path.startswith("/logout"))], ids=lambda way: way.path
)
@pytest.mark.parametrize("why", ["no key", "another's", "another site", "a stranger"])
def test_forms_that_no_page_of_ours_made_do_nothing(town: _Town, way: Way, why: str) -> None:
    before, address = town.state(), town.address(way.path, "person")
    key = {"no key": "", "another's": _key(town.bo), "another site": _key(town.anna), "a stranger": _key(town.anna)}[
        why
    ]
    visitor = Visitor(town.house) if why == "a stranger" else town.anna
    site = {"Sec-Fetch-Site": "cross-site"} if why == "another site" else {}
    answer = _posted(visitor, address, {**town.fields, "form_key": key}, **site)
    assert answer.status_code == (303 if why == "a stranger" else 403)
    assert answer.headers.get("location", "/login") == "/login"
    assert town.state() == before


@pytest.mark.parametrize("way", [way for way in OWN_WAYS if way.method == "POST"], ids=lambda way: way.below)
def test_other_sites_report_nothing(town: _Town, way: OwnWay) -> None:
    before = town.state()
    site = {"Sec-Fetch-Site": "cross-site"}
    answer = _posted(Visitor(town.house), f"/me/{town.token}{way.below}", {"number": "1"}, **site)
    assert (answer.status_code, town.state()) == (403, before)


@pytest.mark.parametrize("way", LOOKS, ids=lambda way: way.path)
def test_no_cache_keeps_a_page_and_no_cookie_is_read_by_scripts(town: _Town, way: Way) -> None:
    answer = town.anna.client.get(town.address(way.path, "person") + "?lang=sv", follow_redirects=False)
    if way.path.endswith("/events"):
        return
    assert answer.headers["cache-control"] == "no-store"
    assert "httponly" in answer.headers["set-cookie"].lower()
