"""Every error has one shape, whatever went wrong and wherever."""

from typing import Any

import pytest

from api.problems import PROBLEMS, language_of
from api.routes.examples import TERM
from api.texts import LANGUAGES, knows
from tests.api.routes.house import House, changed

KEYS = ["type", "title", "status", "detail", "instance", "code", "params", "faults"]
SOMEWHERE = "00000000-0000-4000-8000-000000000009"
ELSEWHERE = changed(TERM, uid=SOMEWHERE)
JSON = {"Content-Type": "application/json"}


def _problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    """The problem in an answer, after checking that it has the one shape."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    problem: dict[str, Any] = answer.json()
    assert list(problem) == KEYS
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"].endswith(code)
    return problem


@pytest.mark.parametrize(
    ("method", "path", "send", "status", "code"),
    [
        ("GET", "/nowhere", {}, 404, "not_found"),
        ("GET", "/v1/nowhere", {}, 404, "not_found"),
        ("GET", f"/v1/terms/{SOMEWHERE}", {}, 404, "not_found"),
        ("GET", "/static/nothing.css", {}, 404, "not_found"),
        ("GET", "/static/../newest.py", {}, 404, "not_found"),
        ("GET", "/feeds/abc.ics", {}, 404, "not_found"),
        ("PATCH", "/v1/terms", {}, 405, "method_not_allowed"),
        ("DELETE", "/", {}, 405, "method_not_allowed"),
        ("POST", "/static/page.css", {}, 405, "method_not_allowed"),
        ("GET", "/v1/terms?limit=0", {}, 422, "invalid"),
        ("GET", "/v1/terms?cursor=%00", {}, 400, "bad_cursor"),
        (
            "POST",
            "/v1/terms",
            {"content": b"{", "headers": {"Content-Type": "application/json"}},
            400,
            "malformed_json",
        ),
        ("POST", "/v1/terms", {"content": b"{}"}, 415, "not_json"),
        ("POST", "/v1/terms", {"json": {}}, 422, "invalid"),
        ("PUT", f"/v1/terms/{TERM['uid']}", {"json": TERM}, 428, "if_match_required"),
        (
            "PUT",
            f"/v1/terms/{SOMEWHERE}",
            {"json": changed(TERM, uid=SOMEWHERE), "headers": {"If-Match": "*"}},
            404,
            "not_found",
        ),
    ],
)
def test_has_one_shape(house: House, method: str, path: str, send: dict[str, Any], status: int, code: str) -> None:
    _problem(house.client.request(method, path, **send), status, code)


def test_without_a_token_nothing_is_read_or_written(house: House) -> None:
    for method, path in (("GET", "/v1/terms"), ("POST", "/v1/terms"), ("GET", f"/v1/plan-jobs/{SOMEWHERE}/events")):
        answer = house.stranger().request(method, path)
        _problem(answer, 401, "unauthorized")
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_a_revoked_token_opens_nothing(house: House) -> None:
    assert house.client.get("/v1/terms").status_code == 200
    for token in house.office.tokens():
        house.office.revoke_token(token.id, "test")
    _problem(house.client.get("/v1/terms"), 401, "unauthorized")


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Bearer å", "Basic YTpi", "Bearer " + "x" * 5000])
def test_an_odd_token_is_refused(house: House, header: str) -> None:
    answer = house.stranger().get("/v1/terms", headers={"Authorization": header.encode("latin-1")})
    _problem(answer, 401, "unauthorized")


def test_every_fault_is_listed_with_its_place(house: House) -> None:
    term = changed(TERM, last_day="2026-08-01", orders=[{"id": "o", "before": "mote-1", "after": "möte-1"}], colour=1)
    problem = _problem(house.client.post("/v1/terms", json=term), 422, "invalid")
    found = {fault["pointer"]: fault["code"] for fault in problem["faults"]}
    assert found["/colour"] == "extra_forbidden"
    assert found["/orders/0/before"] == "unknown_id"
    assert problem["params"]["count"] == len(problem["faults"])
    assert {fault["in"] for fault in problem["faults"]} == {"body"}
    assert house.client.get("/v1/terms").json()["items"] == []  # nothing was kept by half


def test_a_fault_of_a_parameter_says_which(house: House) -> None:
    (fault,) = _problem(house.client.get("/v1/terms?limit=0"), 422, "invalid")["faults"]
    assert (fault["in"], fault["pointer"], fault["params"]) == ("query", "/limit", {"ge": 1})


@pytest.mark.parametrize(
    ("path", "body", "said"),
    [
        ("plan-jobs", '{"time_limit_seconds": 0}', "talet ska vara större än 0.0"),
        ("plan-jobs", '{"seed": 2147483648}', "talet ska vara mindre än 2147483648"),
        ("subscriptions", '{"kind": "cat"}', "här ska något av 'term', 'office', 'person', 'unit' eller 'series' stå"),
    ],
)
def test_no_english_stands_in_a_swedish_fault(house: House, path: str, body: str, said: str) -> None:
    answer = house.client.post(f"/v1/terms/{house.make_term()}/{path}", content=body, headers=JSON)
    assert [one["detail"] for one in _problem(answer, 422, "invalid")["faults"]] == [said]


def test_a_parsers_english_does_not_either(house: House) -> None:
    problem = _problem(house.client.post("/v1/terms", content='{"a": }', headers=JSON), 400, "malformed_json")
    assert problem["detail"] == "Innehållet är inte giltig JSON: felet märks på rad 1, tecken 7."


def test_a_release_is_called_a_release_and_no_version(house: House) -> None:
    house.make_release(house.make_term())
    ask = {"roll_back_to": 1, "based_on": 0}
    problem = _problem(house.client.post(f"/v1/terms/{TERM['uid']}/releases", json=ask), 412, "stale")
    assert problem["detail"].startswith("Du har sett utgåva 0, men den senaste är 1:")


def test_what_was_sent_is_not_sent_back_at_length(house: House) -> None:
    term = changed(TERM, title="x" * 10_000, orders=[{"id": "o", "before": "y" * 60, "after": "z" * 5_000}])
    answer = house.client.post("/v1/terms", json=term)
    _problem(answer, 422, "invalid")
    assert len(answer.content) < 3_000


def test_many_faults_are_counted_and_some_listed(house: House) -> None:
    people = [{"id": f"p{n}"} for n in range(2_000)]
    problem = _problem(house.client.post("/v1/terms", json=changed(TERM, people=people)), 422, "invalid")
    assert problem["params"]["count"] >= 2_000
    assert len(problem["faults"]) == 500


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("", "sv"),
        ("en", "en"),
        ("en-GB,sv;q=0.5", "en"),
        ("sv, en", "sv"),
        ("de, en;q=0.3", "en"),
        ("en;q=0", "sv"),
        ("fr", "sv"),
        (";;q=,=", "sv"),
    ],
)
def test_speaks_the_language_asked_for(house: House, wish: str, language: str) -> None:
    answer = house.client.get("/nowhere", headers={"Accept-Language": wish})
    assert answer.headers["content-language"] == language
    assert answer.json()["title"] == {"sv": "Finns inte", "en": "Not found"}[language]


def test_every_problem_has_its_words() -> None:
    assert [code for code in PROBLEMS if not (knows(f"problem.{code}") and knows(f"problem.{code}.detail"))] == []
    assert language_of.__annotations__["return"].__args__ == LANGUAGES


def test_a_fault_of_ours_tells_nothing_but_an_id(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(type(house.store), "readiness", broken)
    answer = house.client.get("/ready")
    problem = _problem(answer, 500, "internal")
    assert problem["instance"].startswith("urn:uuid:")
    assert problem["instance"] in caplog.text
    assert "secret" not in answer.text


def test_an_address_names_all_its_methods(house: House) -> None:
    assert set(house.client.delete("/v1/terms").headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert set(house.client.post(f"/v1/terms/{SOMEWHERE}").headers["allow"].split(", ")) == {"GET", "HEAD", "PUT"}


def test_head_answers_as_get(house: House) -> None:
    for path in ("/", "/health", "/v1/terms", "/nowhere"):
        get, head = house.client.get(path), house.client.head(path)
        assert (head.status_code, head.headers, head.content) == (get.status_code, get.headers, b"")


@pytest.mark.parametrize("path", ["/", "/health", "/v1/terms", "/nowhere", "/static/page.css", "/robots.txt"])
def test_every_answer_has_the_security_headers(house: House, path: str) -> None:
    headers = house.client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert "set-cookie" not in headers
    assert "access-control-allow-origin" not in headers
