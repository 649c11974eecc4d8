"""What nobody means well with: bounded in time and memory, and answered with what is wrong."""

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.routes.bodies import is_deeper_than
from api.routes.examples import TERM
from tests.api.routes.house import House, changed

JSON = {"Content-Type": "application/json"}


def _post(house: House, body: bytes | str | Iterator[bytes], **headers: str) -> Any:
    return house.client.post("/v1/term-validations", content=body, headers={**JSON, **headers})


def _codes(answer: Any) -> set[str]:
    return {fault["code"] for fault in answer.json()["faults"]}


def test_a_body_announced_as_too_large_is_not_read(house: House) -> None:
    assert _read_of(house, 50_000_000, {"content-length": "50000000"}) == (413, 0)


def test_a_body_that_grows_too_large_is_not_read_to_its_end(house: House) -> None:
    status, read = _read_of(house, 50_000_000, {})
    assert status == 413
    assert read <= house.app.state.settings.max_body_bytes + 65_536


def test_a_body_of_a_stranger_is_not_read(house: House) -> None:
    assert _read_of(house, 50_000_000, {"authorization": "Bearer x"}) == (401, 0)


def test_who_leaves_in_the_middle_is_no_fault_of_ours(house: House, caplog: pytest.LogCaptureFixture) -> None:
    parts = [{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}]

    async def receive() -> dict[str, Any]:
        return parts.pop(0)

    async def send(message: Any) -> None:
        raise AssertionError(message)

    asyncio.run(house.app(_scope(house, {}), receive, send))
    assert caplog.records == []


def _scope(house: House, headers: dict[str, str]) -> dict[str, Any]:
    """A request with a body, as the server hands it to the app."""
    given = {"content-type": "application/json", "authorization": house.client.headers["authorization"], **headers}
    return {
        "type": "http",
        "method": "POST",
        "path": "/v1/terms",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "server": ("testserver", 80),
    }


def _read_of(house: House, size: int, headers: dict[str, str]) -> tuple[int, int]:
    """The status of the answer, and how many bytes of such a body were asked for before it."""
    read, sent = 0, []

    async def receive() -> dict[str, Any]:
        nonlocal read
        read += 65_536
        return {"type": "http.request", "body": b" " * 65_536, "more_body": read < size}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(house.app(_scope(house, headers), receive, send))
    return sent[0]["status"], read


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b"[{" * 33 + b"}]" * 33])
def test_deep_nesting_is_refused(house: House, body: bytes) -> None:
    answer = _post(house, body)
    assert (answer.status_code, answer.json()["code"]) == (400, "json_too_deep")


def test_brackets_in_texts_are_not_nesting(house: House) -> None:
    answer = _post(house, json.dumps(changed(TERM, description="[{" * 1000 + '\\"' + "[" * 100)))
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("text", "deeper_than_three"),
    [
        (b"[[[]]]", False),
        (b"[[[[]]]]", True),
        (b'[[["[[[["]]]', False),
        (b'[[["\\"[[[["]]]', False),
        (b'[[["\\\\", []]]]', True),
        (b"{}{}{}{}[][][][]", False),
        (b'"' + b'\\"' * 200_000, False),
        (b"]" * 200_000, False),
    ],
)
def test_depth_is_found_without_parsing(text: bytes, deeper_than_three: bool) -> None:
    before = time.monotonic()
    assert is_deeper_than(text, 3) is deeper_than_three
    assert time.monotonic() - before < 2


@pytest.mark.parametrize("literal", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_is_refused(house: House, literal: str) -> None:
    places = [{"id": "p", "name": "P", "latitude": "LITERAL", "longitude": 1}]
    answer = _post(house, json.dumps(changed(TERM, places=places)).replace('"LITERAL"', literal))
    assert answer.status_code in (400, 422)
    assert answer.json()["faults"] or answer.json()["code"] == "malformed_json"


def test_a_million_starts_too_many_are_refused(house: House) -> None:
    window = changed(TERM["series"][0]["windows"][0], from_time="00:00", to_time="23:59")
    series = [changed(TERM["series"][0], windows=[window], duration_minutes=5)]
    meetings = [{"id": f"m{n}", "series": "höst"} for n in range(300)]
    answer = _post(house, json.dumps(changed(TERM, grid_minutes=5, series=series, meetings=meetings)))
    assert (answer.status_code, _codes(answer)) == (422, {"too_many"})
    house.app.state.settings = house.app.state.settings.model_copy(
        update={"sizes": type(house.app.state.settings.sizes)(starts=1_000)}
    )
    answer = _post(house, json.dumps(changed(TERM, series=series)))
    assert (answer.status_code, _codes(answer)) == (422, {"too_many"})


def test_ten_thousand_absences_of_one_person_are_refused(house: House) -> None:
    absences = [
        {"id": f"a{n}", "person": "chef-1", "start": "2026-09-01T08:00", "end": "2026-09-01T09:00"}
        for n in range(10_000)
    ]
    answer = _post(house, json.dumps(changed(TERM, absences=absences)))
    assert (answer.status_code, _codes(answer)) == (422, {"too_many"})


@pytest.mark.parametrize(
    ("key", "items"),
    [
        ("goals", ["placed"] * 500_000),
        ("absences", [{"id": f"a{n}", "person": f"chef-{n}", "weekly": {}} for n in range(40_000)]),
        ("people", [{"id": "same", "name": "X"}] * 40_000),
        ("units", [{"id": f"u{n}", "name": "X", "organisation": f"kommune{n}"} for n in range(19_000)]),
        ("orders", [{"id": f"o{n}", "before": "möte-1", "after": "möte-1"} for n in range(40_000)]),
    ],
)
def test_faults_by_the_thousand_are_found_soon(house: House, key: str, items: list[Any]) -> None:
    before = time.monotonic()
    answer = _post(house, json.dumps(changed(TERM, **{key: items})))
    assert answer.status_code == 422
    assert len(answer.content) < 250_000
    assert time.monotonic() - before < 30


@pytest.mark.parametrize("title", ["a\x00b", "a\x1bb", "a\u2028b", "a\ufeffb", "a\rb", "x" * 10_000, "", "   "])
def test_names_that_break_calendars_are_refused(house: House, title: str) -> None:
    answer = _post(house, json.dumps(changed(TERM, title=title)))
    assert answer.status_code == 422
    assert {fault["pointer"] for fault in answer.json()["faults"]} == {"/title"}
    assert len(answer.content) < 2_000


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b'"\xff"',
        b'{"uid": "\\ud800"}',
        b"{'a': 1}",
        b'{"a": 1,}',
        b"{} {}",
        b"nul",
    ],
)
def test_what_is_no_json_is_refused(house: House, body: bytes) -> None:
    answer = _post(house, body)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed_json")


@pytest.mark.parametrize("body", ["null", "[]", "1", '"x"', "{}", '{"meetings": 1}', '{"meetings": [null, 1, []]}'])
def test_what_is_no_term_is_refused(house: House, body: str) -> None:
    assert _post(house, body).status_code == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": ""},
        {"Content-Encoding": "gzip"},
    ],
)
def test_only_plain_json_is_read(house: House, headers: dict[str, str]) -> None:
    answer = _post(house, json.dumps(TERM), **headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "not_json")


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", 'APPLICATION/JSON;charset="UTF-8"']
)
def test_json_in_utf_8_is_read(house: House, kind: str) -> None:
    assert _post(house, json.dumps(TERM, ensure_ascii=False).encode(), **{"Content-Type": kind}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/v1/plans/%00", "/v1/plans/..", "/v1/plans/" + "x" * 5000, "/v1/plan-jobs/'%20or%201=1"]
)
def test_odd_ids_name_nothing(house: House, path: str) -> None:
    assert house.client.get(path).status_code in (404, 422)


def test_the_largest_allowed_body_is_answered_soon(tmp_path: Path) -> None:
    house = House.at(tmp_path / "small", max_body_bytes=2_000_000)
    text = json.dumps(changed(TERM, people=[{"id": f"p{n}", "name": "x" * 40} for n in range(25_000)]))
    before = time.monotonic()
    answer = _post(house, text.encode())
    assert answer.status_code in (200, 413, 422)
    assert time.monotonic() - before < 20
    house.store.close()
