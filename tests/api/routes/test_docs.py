"""The page about the API says what the API says."""

import json
import re
from pathlib import Path

from api.problems import PROBLEMS
from api.routes.examples import FAULT
from tests.api.routes.snapshot import COMMAND, SNAPSHOT

PAGE = (Path(__file__).parents[3] / "docs" / "http-api.md").read_text(encoding="utf-8")
BESIDE = {"GET /v1/openapi.json", "GET /", "GET /public/{token}"}
"""Addresses that OpenAPI does not tell of."""


def test_every_address_is_on_the_page_and_no_other() -> None:
    paths = json.loads(SNAPSHOT.read_text(encoding="utf-8"))["paths"]
    known = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert set(re.findall(r"^\| `((?:GET|POST|PUT) /\S*)` \|", PAGE, re.MULTILINE)) == known | BESIDE


def test_every_problem_is_on_the_page_with_its_status() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \|", PAGE, re.MULTILINE)
    assert {code: int(status) for code, status in rows} == {code: int(status) for code, status in PROBLEMS.items()}


def test_the_problem_on_the_page_is_one() -> None:
    blocks = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))
    (shown,) = (block for block in blocks if "faults" in block)
    example = json.loads(SNAPSHOT.read_text(encoding="utf-8"))["components"]["examples"]["invalid"]["value"]
    assert shown == example
    assert shown["faults"][0]["pointer"] == FAULT["pointer"]


def test_the_page_says_how_to_renew_the_snapshot() -> None:
    assert COMMAND in PAGE
