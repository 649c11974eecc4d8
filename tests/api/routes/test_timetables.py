"""The timetable for the public over HTTP: five forms under one link, asked for again cheaply, one for other sites."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.routes.examples import TERM
from api.routes.timetables import FILES, TimetableDocument
from tests.api.routes.house import House, changed

FORMS = ["", *(f".{ending}" for ending in FILES)]


@pytest.fixture
def path(house: House) -> str:
    """The address of a timetable with one meeting."""
    house.make_term(series=[changed(TERM["series"][0], public=True)])
    house.make_release(TERM["uid"])
    return f"/public/{house.office.give_public(TERM['uid'], 'Anna').token}"


@pytest.fixture
def anybody(house: House) -> TestClient:
    return house.stranger(**{"Accept-Encoding": "identity"})


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_asked_for_again_cheaply(anybody: TestClient, path: str, form: str) -> None:
    answer = anybody.get(path + form)
    assert answer.status_code == 200
    tag = answer.headers["etag"]
    assert answer.headers["cache-control"] == "private, no-cache"
    assert anybody.get(path + form).headers["etag"] == tag
    again = anybody.get(path + form, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert anybody.get(path + form, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("form", FORMS)
def test_a_form_sets_no_cookie_and_is_not_indexed(anybody: TestClient, path: str, form: str) -> None:
    headers = anybody.get(path + form).headers
    assert "set-cookie" not in headers
    assert "noindex" in headers["x-robots-tag"]
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("form", FORMS)
def test_head_answers_as_get(anybody: TestClient, path: str, form: str) -> None:
    get, head = anybody.get(path + form), anybody.head(path + form)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == get.headers["etag"]


@pytest.mark.parametrize(("ending", "media_type"), FILES.items())
def test_a_file_is_what_its_ending_says(anybody: TestClient, path: str, ending: str, media_type: str) -> None:
    answer = anybody.get(f"{path}.{ending}")
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["content-disposition"] == f'inline; filename="timetable.{ending}"'


def test_pages_of_other_sites_may_read_the_json_and_nothing_else(anybody: TestClient, path: str) -> None:
    allowed = {form: anybody.get(path + form).headers.get("access-control-allow-origin") for form in FORMS}
    assert allowed == {**dict.fromkeys(FORMS), ".json": "*"}
    assert anybody.get(f"{path}.json").headers["cross-origin-resource-policy"] == "cross-origin"
    assert anybody.get("/v1/terms").headers.get("access-control-allow-origin") is None


def test_the_json_is_as_it_is_described(house: House, anybody: TestClient, path: str) -> None:
    said = anybody.get(f"{path}.json").json()
    document = TimetableDocument.model_validate(said)
    assert said["format"] == "terminsplan.timetable/1"
    assert document.model_dump(mode="json") == said
    (meeting,) = said["lines"][0]["meetings"]
    assert (meeting["start"], meeting["status"]) == ("2026-09-01T13:00:00+02:00", "confirmed")
    described = house.app.openapi()
    answers = described["paths"]["/public/{token}.json"]["get"]["responses"]["200"]["content"]
    assert answers["application/json"]["schema"]["$ref"].endswith("/TimetableDocument")
    assert set(described["components"]["schemas"]["TimetableDocument"]["required"]) <= set(said)


def test_files_are_in_the_language_that_the_address_says(anybody: TestClient, path: str) -> None:
    for ending in ("pdf", "xlsx"):
        swedish, english = (anybody.get(f"{path}.{ending}?lang={one}") for one in ("sv", "en"))
        assert swedish.content != english.content
        assert swedish.headers["etag"] != english.headers["etag"]
        assert anybody.get(f"{path}.{ending}?lang=xx").content == swedish.content
    page = anybody.get(f"{path}?lang=en")
    assert page.headers["content-language"] == "en"
    assert "Timetable" in page.text


@pytest.mark.parametrize("form", FORMS)
def test_a_wrong_renewed_or_ended_link_opens_nothing(house: House, anybody: TestClient, path: str, form: str) -> None:
    link = house.office.public_link(TERM["uid"])
    assert link is not None
    assert anybody.get(path + form).status_code == 200
    renewed = f"/public/{house.office.rotate_public(link.id, 'Anna').token}"
    assert anybody.get(path + form).status_code == 404
    assert anybody.get(renewed + form).status_code == 200
    house.office.revoke_public(link.id, "Anna")
    assert anybody.get(renewed + form).status_code == 404
    feed = house.office.subscribe(TERM["uid"], "term", None, "Anna").token
    for wrong in ("x", "x" * 250, "å", "%00", feed, link.id):
        assert anybody.get(f"/public/{wrong}{form}").status_code == 404


def test_before_the_first_release_the_page_says_so_and_there_are_no_files(house: House, anybody: TestClient) -> None:
    house.make_term()
    path = f"/public/{house.office.give_public(TERM['uid'], 'Anna').token}"
    assert "inte publicerad" in anybody.get(path, headers={"Accept-Language": "sv"}).text
    assert [anybody.get(path + form).status_code for form in FORMS[1:]] == [404] * 4


@pytest.mark.parametrize("form", FORMS)
def test_nobody_writes_there(anybody: TestClient, path: str, form: str) -> None:
    assert anybody.post(path + form).status_code == 405


def test_a_passing_fault_does_not_reach_calendars(
    house: House, anybody: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = anybody.get(f"{path}.ics")

    def away(*_: object) -> None:
        raise OSError("the disk is away")

    monkeypatch.setattr(type(house.store), "public_page", away)
    assert anybody.get(f"{path}.ics").content == good.content


def test_the_document_in_the_docs_is_one(tmp_path: Path) -> None:
    said = (Path(__file__).parents[3] / "docs" / "http-api.md").read_text("utf-8")
    block = said.split("terminsplan.timetable/1", 1)[1].split("```json", 1)[1].split("```", 1)[0]
    assert TimetableDocument.model_validate(json.loads(block)).lines
