"""The page that explains the documents says what the nouns say: every key, type, default and meaning."""

import json
import re

import pytest

from api.commands.schema import DOCUMENTS, schema_of
from models import Change, Term
from tests.problem_format import PAGE, keys_of, refreshed


def test_the_page_says_what_the_nouns_say() -> None:
    page = PAGE.read_text("utf-8")
    assert page == refreshed(page), "docs/problem-format.md and models/ differ: run `make docs` and read the difference"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_key_is_on_the_page(document: str) -> None:
    page = PAGE.read_text("utf-8")
    for noun, key, _ in keys_of(document):
        section = page.split(f"\n### {noun}\n")[1].split("\n### ")[0]
        assert f"| `{key}` |" in section, f"{noun}.{key} is not explained"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_key_has_a_meaning(document: str) -> None:
    unexplained = [f"{noun}.{key}" for noun, key, field in keys_of(document) if not field.get("description")]
    assert not unexplained, "give these a docstring in models/"


def test_a_page_with_another_default_is_noticed() -> None:
    page = PAGE.read_text("utf-8")
    wrong = page.replace(
        "| `grid_minutes` | whole number 5 – 240 | `30` |", "| `grid_minutes` | whole number 5 – 240 | `15` |"
    )
    assert wrong != page
    assert refreshed(wrong) != wrong


@pytest.mark.parametrize("document", DOCUMENTS)
def test_times_need_no_offset_in_the_schema(document: str) -> None:
    assert '"date-time"' not in str(schema_of(document))


def test_the_least_term_on_the_page_can_be_read() -> None:
    written, _ = re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    term = Term.model_validate_json(written)
    assert set(term.resolved) == {"talk"}
    assert set(json.loads(written)) >= {"uid", "title", "first_day", "last_day"}


def test_the_change_on_the_page_can_be_read() -> None:
    _, written = re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert [one.kind for one in Change.model_validate_json(written).actions] == ["away", "cancel"]
