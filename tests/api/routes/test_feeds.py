"""Feeds over HTTP: what calendars ask for, and nothing for those who guess."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.routes.examples import TERM
from tests.api.routes.house import House


@pytest.fixture
def path(house: House) -> str:
    """The address of a calendar with one event."""
    house.make_term()
    house.make_release(TERM["uid"])
    return f"/feeds/{house.office.subscribe(TERM['uid'], 'term', None, 'Anna').token}.ics"


@pytest.fixture
def calendar(house: House) -> TestClient:
    """A calendar program: it has no token, and asks for no compression by itself."""
    return house.stranger(**{"Accept-Encoding": "identity"})


def _date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


def test_answers_with_a_calendar(calendar: TestClient, path: str) -> None:
    answer = calendar.get(path)
    assert answer.status_code == 200
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert answer.content.count(b"BEGIN:VEVENT") == 1
    headers = answer.headers
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["cache-control"] == "private, no-cache"
    assert headers["content-disposition"].startswith("inline; filename=")
    assert headers["content-disposition"].endswith('.ics"')
    assert headers["etag"].startswith('"')
    assert "noindex" in headers["x-robots-tag"]
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("accept", ["text/html", "application/json", "*/*", ""])
def test_ignores_what_is_accepted(calendar: TestClient, path: str, accept: str) -> None:
    assert calendar.get(path, headers={"Accept": accept}).headers["content-type"].startswith("text/calendar")


def test_head_answers_as_get(calendar: TestClient, path: str) -> None:
    get, head = calendar.get(path), calendar.head(path)
    assert (head.status_code, head.headers, head.content) == (200, get.headers, b"")


@pytest.mark.parametrize(
    ("wish", "status"),
    [("{tag}", 304), ('"zzz", {tag}', 304), ("W/{tag}", 304), ("*", 304), ('"stale"', 200), ("", 200)],
)
def test_a_calendar_that_has_it_is_told_so(calendar: TestClient, path: str, wish: str, status: int) -> None:
    tag = calendar.get(path).headers["etag"]
    answer = calendar.get(path, headers={"If-None-Match": wish.format(tag=tag)})
    assert (answer.status_code, answer.headers["etag"]) == (status, tag)
    assert bool(answer.content) is (status == 200)


def test_counts_the_date_only_without_a_tag(calendar: TestClient, path: str) -> None:
    changed_at = datetime.strptime(calendar.get(path).headers["last-modified"], "%a, %d %b %Y %H:%M:%S GMT")
    changed_at = changed_at.replace(tzinfo=UTC)
    same, older = _date(changed_at), _date(changed_at - timedelta(seconds=1))

    def status(**headers: str) -> int:
        return calendar.get(
            path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        ).status_code

    assert status(If_Modified_Since=same) == 304
    assert status(If_Modified_Since=older) == 200
    assert status(If_Modified_Since="not a date") == 200
    assert status(If_Modified_Since=same, If_None_Match='"stale"') == 200


@pytest.mark.parametrize(
    ("wish", "encoding"),
    [
        ("gzip", "gzip"),
        ("br, gzip;q=0.5", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0", None),
        ("gzip;q=0.000, identity", None),
        ("*", None),
        ("", None),
    ],
)
def test_compresses_only_when_asked(calendar: TestClient, path: str, wish: str, encoding: str | None) -> None:
    plain = calendar.get(path)
    answer = calendar.get(path, headers={"Accept-Encoding": wish})
    assert answer.headers.get("content-encoding") == encoding
    assert answer.content == plain.content  # the client has decoded it
    assert (answer.headers["etag"] == plain.headers["etag"]) is (encoding is None)
    assert "Accept-Encoding" in answer.headers["vary"]


def test_a_compressed_copy_has_a_tag_of_its_own(calendar: TestClient, path: str) -> None:
    zipped = {"Accept-Encoding": "gzip"}
    tag = calendar.get(path, headers=zipped).headers["etag"]
    assert calendar.get(path, headers={**zipped, "If-None-Match": tag}).status_code == 304
    assert calendar.get(path, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "PROPFIND", "OPTIONS"])
def test_only_reads(calendar: TestClient, path: str, method: str) -> None:
    answer = calendar.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, "HEAD, GET")


def test_a_wrong_link_learns_nothing(house: House, calendar: TestClient, path: str) -> None:
    token = path.removeprefix("/feeds/").removesuffix(".ics")
    revoked = house.office.subscribe(TERM["uid"], "person", "chef-1", "Anna")
    house.office.revoke(revoked.id, "Anna")
    wrong = [token[:-1] + ("A" if token[-1] != "A" else "B"), token[:-4], token + "a", token.swapcase(), revoked.token]
    wrong += ["x", "å", "x" * 500, "%00", "a%2Fb", token.split(".")[0], token.split(".")[0] + ".", "." + token]
    true_tag = calendar.get(path).headers["etag"]
    answers = [calendar.get(f"/feeds/{one}.ics", headers={"If-None-Match": true_tag}) for one in wrong]
    answers += [
        calendar.get("/feeds/.ics"),
        calendar.get("/feeds/"),
        calendar.get(f"/feeds/{token}"),
        calendar.get("/no"),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(answer.headers.items()) for answer in answers}) == 1
    assert all("etag" not in answer.headers for answer in answers)


def test_a_calendar_is_answered_before_the_first_release_as_a_wrong_link_is(house: House, calendar: TestClient) -> None:
    house.make_term()
    early = house.office.subscribe(TERM["uid"], "term", None, "Anna")
    assert calendar.get(f"/feeds/{early.token}.ics").status_code == 404


def test_a_passing_fault_does_not_reach_calendars(
    house: House, calendar: TestClient, path: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    good = calendar.get(path)

    def away(*_: Any) -> None:
        raise OSError("the disk is away")

    monkeypatch.setattr(type(house.store), "feed", away)
    assert calendar.get(path).content == good.content
    assert calendar.get("/feeds/never-seen.ics").status_code == 500
    assert path.removeprefix("/feeds/").removesuffix(".ics") not in caplog.text


def test_what_is_revoked_is_forgotten(
    house: House, calendar: TestClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert calendar.get(path).status_code == 200
    house.office.revoke(house.office.subscriptions(TERM["uid"])[0].id, "Anna")
    assert calendar.get(path).status_code == 404

    def away(*_: Any) -> None:
        raise OSError("the disk is away")

    monkeypatch.setattr(type(house.store), "feed", away)
    assert calendar.get(path).status_code == 500


def test_robots_may_fetch_a_calendar_and_index_none(calendar: TestClient, path: str) -> None:
    robots = calendar.get("/robots.txt")
    assert (robots.status_code, robots.text) == (200, "User-agent: *\nDisallow:\n")
    assert "noindex" in calendar.get(path).headers["x-robots-tag"]
