"""The table of what the sources say: each place, file and test that it names is there, and each forum is named."""

import ast
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "sources.md"
EXAMPLES = {"S": "södra_älvsborg_2026.json", "B": "borås_2026.json"}
SODRA, BORAS = "tests/examples/test_sodra_alvsborg*.py", "tests/examples/test_boras.py"
CODE = re.compile(r"`([^`]+)`")


@cache
def rows() -> list[list[str]]:
    """The cells of each row under a source's heading."""
    found, inside = list[list[str]](), False
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            inside = bool(re.match(r"## 00\d: ", line))
        elif inside and line.startswith("| ") and not line.startswith("| line"):
            found.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return found


@cache
def document(short: str) -> Any:
    return json.loads((ROOT / "examples" / unicodedata.normalize("NFC", EXAMPLES[short])).read_text("utf-8"))


def places() -> list[str]:
    return sorted({code for row in rows() for code in CODE.findall(row[2]) if re.match(r"[SB]/", code)})


def files() -> list[str]:
    return sorted({code for row in rows() for code in CODE.findall(row[2]) if re.search(r"\.(py|json)$", code)})


def tests() -> list[str]:
    return sorted({code for row in rows() for code in CODE.findall(row[3])})


def test_each_source_has_rows_and_each_row_four_cells() -> None:
    headings = re.findall(r"^## (\d+): ", TABLE.read_text("utf-8"), re.MULTILINE)
    assert headings == ["000", "001", "002", "003", "004"]
    assert len(rows()) > 80
    assert [row for row in rows() if len(row) != 4] == []
    assert [row for row in rows() if not re.fullmatch(r"\d+(-\d+)?(, \d+(-\d+)?)*", row[0])] == []


def test_each_row_is_carried_and_shown_or_left_out_with_a_reason() -> None:
    for line, _, carried, shown in rows():
        if carried.startswith("**out**"):
            assert len(carried) > len("**out**: ") + 10, line
            assert shown == "-", line
        else:
            assert CODE.search(carried), line
            assert CODE.search(shown), line


@pytest.mark.parametrize("place", places())
def test_a_place_of_an_example_is_there(place: str) -> None:
    short, *steps = place.split("/")
    here = document(short)
    for step in steps:
        here = next(one for one in here if one["id"] == step) if isinstance(here, list) else here[step]


@pytest.mark.parametrize("file", files())
def test_a_file_is_there(file: str) -> None:
    assert (ROOT / file).is_file()


@pytest.mark.parametrize("test", tests())
def test_a_test_is_there(test: str) -> None:
    file, _, name = test.rpartition("::")
    trees = [ast.parse(one.read_text("utf-8")) for one in ROOT.glob({"": SODRA, "boras": BORAS}.get(file, file))]
    assert name in {node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("what", ["forums", "series_orders", "day_relations"])
def test_nothing_of_the_example_is_left_out(what: str) -> None:
    named = {place.split("/")[2] for place in places() if place.startswith(f"S/{what}/")}
    assert {one["id"] for one in document("S")[what]} - named == set()
