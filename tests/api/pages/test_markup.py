"""Markup in every text that people type: each page shows it as it was typed, and no browser takes it for its own."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from models import Away, Change, Term
from tests.api.pages.mending import MEETING, unplaced_term
from tests.api.pages.shots import PAGES
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House

MARK = "'\"><img src=x onerror=alert(1)>{x}"
DEADLINE = {"id": "ut", "title": MARK, "days": 7, "public": True}
TYPED = ("name", "title", "reason", "note", "description", "address")
ALSO = {
    "newest": "/",
    "absences": "/terms/{term}/setup/absences",
    "closed-days": "/terms/{term}/setup/closed_days",
    "meetings": "/terms/{term}/setup/meetings",
}
KEYS = {
    "appointments/item/mas": "appointments/item/u1",
    "roles/item/mas": "roles/item/enhetschef",
    "people/item/mas": "people/item/chef-1",
    "person/mas": "person/chef-1",
    "var-mote-1": MEETING,
    "item/var": "item/höst",
}
"""What the things of the example are called that the addresses of the pages name."""


def _marked(found: Any, key: str = "") -> Any:
    """A document with markup behind each text of it that somebody types."""
    if isinstance(found, dict):
        return {name: _marked(one, name) for name, one in found.items()}
    if isinstance(found, list):
        return [_marked(one) for one in found]
    return f"{found}{MARK}" if key in TYPED and isinstance(found, str) else found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visitor, dict[str, str]]]:
    """A coordinator, and what stands in the addresses of an office full of markup."""
    house = House.at(tmp_path_factory.mktemp("markup"))
    office, term = house.office, unplaced_term(house)
    document = _marked(office.term(term).term.model_dump(mode="json"))
    document["closed_days"] = [{"reason": MARK, "first_day": "2026-10-01", "note": MARK}]
    document["meetings"] = [{**one, "title": MARK} for one in document["meetings"]]
    document["series"] = [{**one, "public": True, "deadlines": [DEADLINE]} for one in document["series"]]
    document["absences"] = [{**one, "reason": MARK} for one in document["absences"]]
    office.replace_term(term, Term.model_validate(document), office.term(term).revision, MARK)
    plan = house.planned(term)
    office.release(term, plan, MARK, 1)
    job = house.client.post(f"/v1/plans/{plan}/repair-jobs", json={"meeting": MEETING}).json()["id"]
    house.work_on(job)
    away = Away(person="chef-1", start=datetime(2026, 9, 1, 8), end=datetime(2026, 9, 1, 17))
    office.report_away(term, away, "participant", reason=MARK, meeting=MARK)
    office.decline_report(term, 1, MARK, MARK)
    office.report_away(term, away, "participant", reason=MARK, meeting=MARK)
    office.subscribe(term, "person", "chef-1", MARK)
    change = Change(actions=(Away(person="chef-2", start=away.start, end=away.end),), reason=MARK)
    office.change_term(term, change, office.term(term).revision, MARK)
    me = office.give_page(term, "chef-1", MARK).token
    public = office.give_public(term, MARK).token
    running = house.client.post(f"/v1/terms/{term}/plan-jobs").json()["id"]
    links = {"me": me, "public": public}
    yield signed_in(house), {"term": term, "unplaced": term, "meeting": MEETING, "running": running, **links}
    house.store.close()


@pytest.mark.parametrize("name", [*(PAGES | ALSO)])
def test_markup_is_shown_as_it_was_typed(pages: tuple[Visitor, dict[str, str]], name: str) -> None:
    anna, known = pages
    address = (PAGES | ALSO)[name]
    for old, new in KEYS.items():
        address = address.replace(old, new)
    page = anna.get(address.format(**known, open="2026-09-02T13:00", closed="2026-09-01T13:00"))
    assert anna.answer.status_code == (404 if name == "refused" else 200)
    assert ("&lt;img src=x" in anna.answer.text) is (name not in ("refused", "begin"))
    assert "<img src=x" not in anna.answer.text
    assert not [one for _, given in page.tags for one in given if one.startswith("on")]
