"""Sentences for people, in Swedish and English, keyed by code: the one place where the program speaks Swedish."""

import errno
import re
from collections.abc import Mapping
from typing import Any

from api.texts.accounts import ACCOUNT_WORDINGS
from api.texts.afterwards import AFTERWARDS_WORDINGS
from api.texts.digests import DIGEST_WORDINGS
from api.texts.explaining import EXPLAINING_WORDINGS
from api.texts.faults import FAULT_WORDINGS, SWEDISH_KINDS
from api.texts.goals import GOAL_WORDINGS
from api.texts.loads import LOAD_WORDINGS
from api.texts.moving import MOVING_WORDINGS
from api.texts.office import OFFICE_WORDINGS
from api.texts.oidc import OIDC_WORDINGS
from api.texts.pages import PAGE_WORDINGS
from api.texts.participant import PARTICIPANT_WORDINGS
from api.texts.problems import PROBLEM_TITLES, PROBLEM_WORDINGS
from api.texts.rules import BLOCKER_WORDINGS, RULE_WORDINGS, VIOLATION_WORDINGS
from api.texts.setup import SETUP_WORDINGS
from api.texts.sharing import SHARING_WORDINGS
from api.texts.system import SYSTEM_WORDINGS
from api.texts.telling import TELLING_WORDINGS
from api.texts.wording import LANGUAGES, Language, Wording, fill, names
from api.texts.words import WORDS

__all__ = [
    "CATALOGUE",
    "LANGUAGES",
    "Language",
    "Wording",
    "fault_sentence",
    "knows",
    "names",
    "problem_sentence",
    "proof_sentence",
    "say",
    "system_sentence",
    "violation_sentence",
]

CATALOGUE: Mapping[str, Wording] = {
    **{f"fault.{code}": wording for code, wording in FAULT_WORDINGS.items()},
    **RULE_WORDINGS,
    **VIOLATION_WORDINGS,
    **BLOCKER_WORDINGS,
    **GOAL_WORDINGS,
    **WORDS,
    **SYSTEM_WORDINGS,
    **PAGE_WORDINGS,
    **OFFICE_WORDINGS,
    **MOVING_WORDINGS,
    **LOAD_WORDINGS,
    **PARTICIPANT_WORDINGS,
    **SHARING_WORDINGS,
    **OIDC_WORDINGS,
    **SETUP_WORDINGS,
    **ACCOUNT_WORDINGS,
    **AFTERWARDS_WORDINGS,
    **TELLING_WORDINGS,
    **DIGEST_WORDINGS,
    **EXPLAINING_WORDINGS,
    **PROBLEM_TITLES,
    **PROBLEM_WORDINGS,
}
"""Every text by code: `fault.unknown_id`, `rule.travel`, `violation.venue.hours`, `blocker.absence`, `goal.spread`, ..."""


def say(code: str, language: Language, **params: Any) -> str:
    """A text of the catalogue. Raises `KeyError` for an unknown code or a parameter that is missing."""
    return fill(_in(language, CATALOGUE[code]), params)


def knows(code: str) -> bool:
    """Whether the catalogue holds the code."""
    return code in CATALOGUE


def system_sentence(error: OSError, language: Language) -> str:
    """Why the system refused; in its own English where the catalogue has no words for it."""
    code = f"system.{errno.errorcode.get(error.errno or 0, '')}"
    return say(code, language) if knows(code) else error.strerror or str(error)


def fault_sentence(code: str, language: Language, params: Mapping[str, Any], fallback: str) -> str:
    """What is wrong and what mends it; the fallback where the catalogue has no words for it."""
    wording = FAULT_WORDINGS.get(code)
    if wording is None or not names(_in(language, wording)) <= params.keys():
        return fallback
    return fill(_in(language, wording), _swedish(params) if language == "sv" else dict(params))


def problem_sentence(code: str, language: Language, params: Mapping[str, Any]) -> str:
    """What happened and what to do; in words of its own where the catalogue has some for the kind of thing."""
    ways = (f"problem.{code}.{params.get('kind')}.detail", f"problem.{code}.detail")
    said = _swedish(params) if language == "sv" else dict(params)
    return say(next(filter(knows, ways)), language, **said)


def violation_sentence(rule: str, language: Language, params: Mapping[str, Any]) -> str:
    """How a plan breaks a rule; the rule's title and the bare parameters where the catalogue has no words for it."""
    ways = (
        f"violation.{rule}",
        *(f"violation.{rule}.{params[key]}" for key in ("what", "per", "kind") if key in params),
    )
    for code in ways:
        if code in CATALOGUE and names(_in(language, CATALOGUE[code])) <= params.keys():
            said = {name: _listed(value) for name, value in params.items()}
            if language == "sv" and "kind" in said:
                said["kind"] = SWEDISH_KINDS.get(str(said["kind"]), said["kind"])
            return say(code, language, **said)
    title = say(f"rule.{rule}", language) if knows(f"rule.{rule}") else rule
    return f"{title}: " + ", ".join(f"{name} {_listed(value)}" for name, value in params.items())


def proof_sentence(goal: str, language: Language, value: int, bound: int, proven: bool) -> str:
    """What was proven about a plan's value on a goal, given that the goals above it stay as they are."""
    if not proven:
        return say("proof.open", language, gap=value - bound) if value > bound else say("proof.waits", language)
    if value == 0:
        return say("proof.none", language)
    return say("proof.least", language, count=say(f"count.{goal}", language, value=value))


def _in(language: Language, wording: Wording) -> str:
    return wording.sv if language == "sv" else wording.en


def _listed(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else value


_JOINED = (
    ("list", " or ", " eller "),
    ("expected", " or ", " eller "),
    ("between", " and ", " och "),
    ("what", "absences of ", "frånvaron för "),
)


def _swedish(params: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a fault without the English words that `models` puts into some of them."""
    said = dict(params)
    if '"' in str(said.get("nearest", "")):
        said["nearest"] = ", menade du ”{}”?".format(str(said["nearest"]).split('"')[1])
    for name in ("kind", "other"):
        if name in said:
            said[name] = SWEDISH_KINDS.get(str(said[name]), said[name])
    if place := re.search(r"line (\d+) column (\d+)", str(said.get("error", ""))):
        said["error"] = "felet märks på rad {}, tecken {}".format(*place.groups())
    for name, english, swedish in _JOINED:
        if name in said:
            said[name] = str(said[name]).replace(english, swedish)
    return said
