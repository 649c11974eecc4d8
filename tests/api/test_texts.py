"""The catalogue: everything that the program can say, it can say in Swedish and in English."""

import errno
import io
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from api.texts import (
    DOMAINS,
    LANGUAGES,
    fault_sentence,
    knows,
    names,
    of_domain,
    proof_sentence,
    say,
    system_sentence,
    texts,
    violation_sentence,
)
from api.texts.catalogue import LOCALE
from models import FAULTS
from scheduler.goals import GOALS
from scheduler.rules import RULES


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_say_the_same_things_with_the_same_parameters(domain: str) -> None:
    swedish, english = (of_domain(domain, language) for language in LANGUAGES)
    assert list(swedish) == list(english)
    assert [code for code in swedish if not swedish[code].strip() or not english[code].strip()] == []
    assert [code for code in swedish if names(swedish[code]) != names(english[code])] == []


def test_no_text_is_kept_twice() -> None:
    assert sum(len(of_domain(domain, "sv")) for domain in DOMAINS) == len(texts("sv"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_a_file_stands_as_the_tools_of_translators_write_it(domain: str, language: str) -> None:
    """So that a translator's edit changes the lines that were edited; and nothing is marked as doubtful."""
    file = LOCALE / language / "LC_MESSAGES" / f"{domain}.po"
    read = read_po(io.BytesIO(file.read_bytes()), locale=language)
    written = io.BytesIO()
    write_po(written, read, width=120, omit_header=True)
    assert file.read_text("utf-8").endswith(written.getvalue().decode())
    assert not any(one.fuzzy for one in read if one.id)


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_has_words(code: str) -> None:
    assert knows(f"fault.{code}")
    assert texts("sv")[f"fault.{code}"] != texts("en")[f"fault.{code}"] == FAULTS[code], "as `models` says it itself"


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_has_a_title_a_violation_and_a_blocker(rule: str) -> None:
    assert knows(f"rule.{rule}")
    assert knows(f"blocker.{rule}")
    assert any(code == f"violation.{rule}" or code.startswith(f"violation.{rule}.") for code in texts("sv"))


@pytest.mark.parametrize("goal", [goal.name for goal in GOALS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_has_a_title_and_a_proof(goal: str, language: str) -> None:
    assert say(f"goal.{goal}", language)
    assert "9" in proof_sentence(goal, language, value=9, bound=9, proven=True)


def test_every_fault_of_a_single_value_has_words() -> None:
    written = (Path(__file__).parents[2] / "models" / "base.py").read_text("utf-8")
    codes = re.findall(r'PydanticCustomError\("(\w+)"', written)
    assert codes
    assert [code for code in codes if not knows(f"fault.{code}")] == []


@pytest.mark.parametrize("code", of_domain("words", "sv"))
def test_no_word_is_kept_that_nobody_says(code: str) -> None:
    room = Path(__file__).parents[2] / "api"
    said = "".join(file.read_text("utf-8") for file in room.rglob("*.py") if file.parent.name != "texts")
    kind, _, name = code.partition(".")
    assert f'"{code}"' in said or (kind == "word" and f'"{name}"' in said)


def test_numbers_take_their_noun() -> None:
    assert say("plan.title", "sv", title="Vår", meetings=1) == "Vår: 1 möte"
    assert say("plan.title", "sv", title="Vår", meetings=2) == "Vår: 2 möten"


def test_a_proof_says_what_no_plan_can_do() -> None:
    said = proof_sentence("deputies", "sv", value=9, bound=9, proven=True)
    assert said == "Bevisat: ingen plan klarar sig med färre än 9 ersättare"


def test_without_a_proof_the_gap_is_said() -> None:
    assert proof_sentence("deputies", "sv", value=9, bound=7, proven=False) == "Inte bevisat: högst 2 bättre"


def test_what_models_says_in_english_is_said_in_swedish() -> None:
    params = {"kind": "person", "id": "p17", "nearest": ', did you mean "p71"?', "list": "people"}
    said = fault_sentence("unknown_id", "sv", params, "fallback")
    assert said == "okänt id ”p17” (person), menade du ”p71”?: lägg till det i people eller rätta id:t"


def test_a_parsers_english_gives_way_to_the_place() -> None:
    said = fault_sentence("json_invalid", "sv", {"error": "expected value at line 1 column 7"}, "fallback")
    assert said == "filen är inte giltig JSON: felet märks på rad 1, tecken 7"


def test_says_why_the_system_refuses_and_its_own_words_where_there_are_none() -> None:
    assert system_sentence(OSError(errno.EISDIR, "Is a directory"), "sv") == "det är en katalog"
    assert system_sentence(OSError(errno.EDEADLK, "Deadlock"), "sv") == "Deadlock"
    assert system_sentence(OSError("no number"), "sv") == "no number"


def test_a_fault_without_words_falls_back() -> None:
    assert fault_sentence("no_such_code", "sv", {}, "fallback") == "fallback"
    assert fault_sentence("unknown_id", "sv", {}, "fallback") == "fallback"


def test_a_rule_broken_in_several_ways_is_said_by_the_way() -> None:
    said = violation_sentence("venue", "en", {"what": "capacity", "place": "hall", "people": 31, "capacity": 30})
    assert said == "hall holds 30 people, the meeting has 31"


def test_a_violation_names_the_kind_of_thing_in_the_language_asked_for() -> None:
    params = {"what": "unknown", "kind": "meeting", "id": "m9"}
    assert violation_sentence("structure", "sv", params) == "okänt id ”m9” (möte)"
    assert violation_sentence("structure", "en", params) == 'unknown meeting "m9"'


def test_a_violation_without_words_names_its_rule_and_parameters() -> None:
    assert violation_sentence("travel", "en", {"who": "p1"}) == "Travel: who p1"


def test_the_office_pages_say_all_their_words_and_no_other() -> None:
    pages = Path(__file__).parents[2] / "api" / "pages"
    written = "".join(file.read_text("utf-8") for ext in ("*.html", "*.py") for file in pages.rglob(ext))
    said = set(re.findall(r"""\b(?:t|say)\(\s*["']([\w.]+\w)["'][,)\s]""", written))
    assert [code for code in said if not knows(code)] == []
    made_up = (
        "refused.",
        "done.",
        "run.failed.",
        "changes.undo.",
        "happened.away",
        "happened.leave",
        "happened.close",
        "repairs.none.",
        "reach.mail.",
    )
    here = (*of_domain("office", "sv"), *of_domain("afterwards", "sv"))
    named = (code for code in here if not code.startswith(made_up))
    assert [code for code in named if f'"{code}"' not in written and f"'{code}'" not in written] == []
