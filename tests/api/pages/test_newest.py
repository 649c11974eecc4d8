"""`/`: the newest release for people, and secrets only for those who sit at this machine."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.jobs.desk import Desk
from api.pages import STATIC
from api.routes.examples import PLAN, TERM
from models import Plan
from tests.api.routes.house import House, changed

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[House]:
    """A service that `terminsplan demo` has started: it may show links."""
    made = House.at(tmp_path / "open", open_page=True)
    made.make_term()
    made.make_release(TERM["uid"])
    yield made
    made.store.close()


class _Outline(HTMLParser):
    """Tags, attributes and text of a page; fails on tags that are not closed in order."""

    VOID = ("meta", "link", "br", "img", "input")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


def _page(house: House, base_url: str = HERE) -> Any:
    return house.stranger(base_url).get("/")


def test_says_when_nothing_is_published(house: House) -> None:
    house.make_term()
    answer = _page(house)
    assert answer.status_code == 200
    assert "Ingen plan är publicerad än" in _Outline(answer.text).text


def test_shows_the_timetable_with_names_for_ids(opened: House) -> None:
    text = _Outline(_page(opened).text).text
    for words in ("Närvård, hösten 2026", "September 2026", "tis 1 september", "13.00–14.30", "Vårdcentralen Centrum"):
        assert words in text
    assert "1 av 1 möte har fått tid." in text
    assert "Utgåva 1, publicerad 24 augusti 2026 av Anna." in text
    for hidden in ("möte-1", "chef-1", "u1"):
        assert hidden not in text


def test_says_what_is_proven_of_each_goal(opened: House) -> None:
    text = _Outline(_page(opened).text).text
    assert "Bevisat: det finns ingen bättre plan" in text
    assert "Alla möten får en tid" in text


def test_says_what_is_not_proven_and_what_has_no_time(opened: House) -> None:
    job = opened.client.post(f"/v1/terms/{TERM['uid']}/plan-jobs").json()
    desk = Desk(opened.office)
    desk.begin(job["id"])
    blocked = [{"rule": "absence", "kind": "person", "subject": "chef-1", "starts": 7}]
    unplaced = [{"meeting": "möte-1", "starts": 7, "open_starts": 0, "blocked": blocked}]
    goals = [{"id": "placed", "value": 1, "bound": 0, "proven": False}]
    digest = opened.office.term(TERM["uid"]).digest
    plan = changed(PLAN, term_digest=digest, placements=[], unplaced=unplaced, goals=goals)
    desk.publish(job["id"], Plan.model_validate(plan), stopped=False)
    opened.office.release(TERM["uid"], opened.office.job(job["id"]).plan_id or "", "Anna")
    text = _Outline(_page(opened).text).text
    assert "Möten utan tid" in text
    assert "Enhetschef hemtjänst är frånvarande" in text
    assert "Inte bevisat i alla delar" in text
    assert "Utgåva 2" in text
    assert "frånvarande" not in _Outline(_page(opened, "http://narvard.example").text).text


def test_shows_links_and_names_at_this_machine(opened: House) -> None:
    shared = opened.office.subscribe(TERM["uid"], "term", None, "Anna")
    page = _Outline(_page(opened).text)
    assert f"{HERE}/feeds/{shared.token}.ics" in [attributes.get("href") for _, attributes in page.tags]
    assert "Hela terminen" in page.text
    assert "Enhetschef hemtjänst" in page.text


def test_a_revoked_link_is_not_shown(opened: House) -> None:
    shared = opened.office.subscribe(TERM["uid"], "term", None, "Anna")
    opened.office.revoke(shared.id, "Anna")
    assert "/feeds/" not in _page(opened).text


@pytest.mark.parametrize("base_url", ["http://narvard.example", "http://192.0.2.7:8000", "http://127.0.0.1.example"])
def test_shows_no_secrets_under_another_name(opened: House, base_url: str) -> None:
    opened.office.subscribe(TERM["uid"], "term", None, "Anna")
    answer = _page(opened, base_url)
    assert "13.00–14.30" in answer.text
    assert "/feeds/" not in answer.text
    assert "Enhetschef hemtjänst" not in answer.text


def test_shows_no_secrets_unless_it_is_set_to(house: House) -> None:
    house.make_term()
    house.make_release(TERM["uid"])
    house.office.subscribe(TERM["uid"], "term", None, "Anna")
    answer = _page(house)
    assert "13.00–14.30" in answer.text
    assert "/feeds/" not in answer.text
    assert "Be samordnaren om din" in answer.text


def test_shows_the_newest_terms_first_and_no_other_workspace(opened: House) -> None:
    other = opened.store.create_workspace("other", "Annan")
    newer = opened.make_term(uid=str(uuid4()), title="Närvård, våren 2027")
    assert "våren 2027" not in _page(opened).text  # not before it is published
    opened.make_release(newer)
    text = _page(opened).text
    assert 0 < text.index("våren 2027") < text.index("hösten 2026")
    assert other.terms() == ()


def test_what_the_term_says_is_text_and_never_markup(opened: House) -> None:
    title = "<script>alert(1)</script> & \"'"
    term = opened.make_term(uid=str(uuid4()), title=title)
    opened.make_release(term)
    page = _Outline(_page(opened).text)
    assert "script" not in [tag for tag, _ in page.tags]
    assert title in page.text


def test_is_plain_and_well_built(opened: House) -> None:
    answer = _page(opened)
    page = _Outline(answer.text)
    tags = [tag for tag, _ in page.tags]
    assert [tag for tag in tags if tag in ("script", "style", "iframe", "form")] == []
    assert [attributes for _, attributes in page.tags if "style" in attributes or "onclick" in attributes] == []
    assert dict(page.tags)["html"]["lang"] == "sv"
    assert tags.count("main") == 1
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    labels = " ".join(attributes.get("aria-labelledby") or "" for _, attributes in page.tags)
    assert set(labels.split()) <= set(ids)
    assert {attributes.get("scope") for tag, attributes in page.tags if tag == "th"} == {"col", "row", "rowgroup"}
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("sheet", ["page", "office"])
def test_the_style_sheets_are_served_and_know_dark_narrow_and_print(house: House, sheet: str) -> None:
    answers = [house.stranger().get(f"/static/{name}.css") for name in ("base", sheet)]
    assert all(answer.headers["content-type"].startswith("text/css") for answer in answers)
    text = "".join(answer.text for answer in answers)
    for case in ("prefers-color-scheme: dark", "max-width", "@media print"):
        assert case in text
    assert "url(" not in text


def test_what_is_served_is_what_a_page_asks_for() -> None:
    templates = STATIC.parent / "templates"
    asked = {
        name for file in templates.rglob("*.html") for name in re.findall(r"/static/([\w.-]+)", file.read_text("utf-8"))
    }
    assert {file.name for file in STATIC.iterdir()} == asked


def test_a_style_sheet_is_asked_for_again_after_an_upgrade_and_sent_only_then(house: House) -> None:
    answer = house.stranger().get("/static/base.css")
    assert answer.headers["cache-control"] == "no-cache"
    again = house.stranger().get("/static/base.css", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.headers["cache-control"]) == (304, "no-cache")


def test_the_icon_runs_nothing(house: House) -> None:
    answer = house.stranger().get("/static/icon.svg")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "script" not in answer.text


def test_a_meeting_that_is_over_is_dimmed(house: House) -> None:
    house.make_term()
    house.make_release(TERM["uid"])
    end = datetime(2026, 9, 1, 14, 30, tzinfo=ZoneInfo("Europe/Stockholm"))
    for now, over in ((end - timedelta(minutes=1), False), (end, True)):
        app = create_app(house.app.state.settings, house.store, lambda now=now: now.astimezone(UTC))
        assert ('class="over"' in TestClient(app).get("/").text) is over
