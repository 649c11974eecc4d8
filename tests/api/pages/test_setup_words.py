"""The forms say all their words and no other, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.pages.setup.choices import Choice
from api.pages.setup.groups import Inherited, Part, Rows
from api.pages.setup.kinds import Field, Kind
from api.pages.setup.noun import Noun
from api.pages.setup.nouns import NOUNS, SUBJECTS
from api.texts import DOMAINS, knows, of_domain, texts
from scheduler import DEFAULT_RANKING, RULES

WORDS = [code for domain in DOMAINS if domain.startswith("setup") for code in of_domain(domain, "sv")]
PAGES = Path(__file__).parents[3] / "api" / "pages"


def _within(kind: Kind) -> tuple[Field, ...]:
    match kind:
        case Part():
            return kind.fields
        case Rows():
            return kind.row.fields
        case Inherited():
            return _within(kind.own)
    return ()


def _fields(fields: tuple[Field, ...]) -> Iterator[Field]:
    for one in fields:
        yield one
        yield from _fields(_within(one.kind))


def _needed() -> Iterator[str]:
    """Every code that the table of nouns makes."""
    for noun in NOUNS.values():
        yield from (f"setup.noun.{noun.name}", f"setup.lead.{noun.name}")
        yield from (f"setup.new.{noun.name}", f"setup.count.{noun.name}") if noun.is_list else ()
        for one in _fields(noun.fields):
            yield f"setup.field.{one.code or one.name}"
            if isinstance(one.kind, Choice):
                yield from (f"setup.choice.{one.kind.words}.{value}" for value in one.kind.values)
                yield from (f"setup.choice.{one.kind.words}.none",) if one.kind.nullable else ()
    yield from ("setup.field.here", "setup.field.there")
    yield from (f"setup.group.{name}" for name in SUBJECTS)
    yield from (f"setup.rule.{rule.name}" for rule in RULES)
    yield from (f"setup.goal.{goal}" for goal in DEFAULT_RANKING)


def test_everything_that_the_forms_can_show_has_words() -> None:
    assert sorted({code for code in _needed() if not knows(code)}) == []


@pytest.mark.parametrize("code", WORDS)
def test_no_word_is_kept_that_nobody_says(code: str) -> None:
    written = "".join(file.read_text("utf-8") for ext in ("*.html", "*.py") for file in PAGES.rglob(ext))
    kind = code.rpartition(".")[0]
    if code.startswith("setup.fault."):
        assert knows(f"fault.{code.split('.')[2]}")
    elif kind in ("done", "setup.missing"):
        assert f'"{code.rpartition(".")[2]}"' in written
    else:
        said = set(_needed())
        own = code.removesuffix(".hint").removesuffix(".one")
        assert own in said or f'"{code}"' in written or f"'{code}'" in written


def test_no_page_says_a_word_that_is_not_there() -> None:
    written = "".join(file.read_text("utf-8") for ext in ("*.html", "*.py") for file in PAGES.rglob(ext))
    said = set(re.findall(r"""["'](setup\.[\w.]+\w)["']""", written))
    assert [code for code in said if not knows(code) and not code.endswith(".html")] == []


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_no_two_fields_of_a_form_have_the_same_name_or_words(noun: Noun) -> None:
    for fields in (noun.fields, *(_within(one.kind) for one in _fields(noun.fields))):
        names = [one.name for one in fields]
        words = [texts("sv")[f"setup.field.{one.code or one.name}"] for one in fields]
        assert len(set(names)) == len(names)
        assert len(set(words)) == len(words)
