"""Sentences for people, in Swedish and English, keyed by code: the one place where the program speaks Swedish."""

import errno
import re
from collections.abc import Mapping
from typing import Any

from api.texts.catalogue import DOMAINS, LANGUAGES, Language, fill, names, of_domain, texts

__all__ = [
    "LANGUAGES",
    "DOMAINS",
    "Language",
    "fault_sentence",
    "knows",
    "language_named",
    "names",
    "of_domain",
    "problem_sentence",
    "proof_sentence",
    "say",
    "system_sentence",
    "texts",
    "violation_sentence",
]


def say(code: str, language: Language, **params: Any) -> str:
    """A text of the catalogue. Raises `KeyError` for an unknown code or a parameter that is missing."""
    return fill(texts(language)[code], language, params)


def language_named(code: str | None) -> Language | None:
    """The language that somebody asks for by its code; `None` where it is none that is spoken."""
    return next((one for one in LANGUAGES if one == code), None)


def knows(code: str) -> bool:
    """Whether the catalogue holds the code."""
    return code in texts(LANGUAGES[0])


def system_sentence(error: OSError, language: Language) -> str:
    """Why the system refused; in its own English where the catalogue has no words for it."""
    code = f"system.{errno.errorcode.get(error.errno or 0, '')}"
    return say(code, language) if knows(code) else error.strerror or str(error)


def fault_sentence(code: str, language: Language, params: Mapping[str, Any], fallback: str) -> str:
    """What is wrong and what mends it; the fallback where the catalogue has no words for it."""
    text = texts(language).get(f"fault.{code}")
    if text is None or not names(text) <= params.keys():
        return fallback
    return fill(text, language, _swedish(params) if language == "sv" else params)


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
        if knows(code) and names(texts(language)[code]) <= params.keys():
            said = {name: _listed(value) for name, value in params.items()}
            if language == "sv" and "kind" in said:
                said["kind"] = _kind(said["kind"])
            return say(code, language, **said)
    title = say(f"rule.{rule}", language) if knows(f"rule.{rule}") else rule
    return f"{title}: " + ", ".join(f"{name} {_listed(value)}" for name, value in params.items())


def proof_sentence(goal: str, language: Language, value: int, bound: int, proven: bool, part: bool = False) -> str:
    """What was proven about a plan's value on a goal, given that the goals above it stay as they are.

    Args:
        part: whether it was proven of a part, while the rest stands.
    """
    proof = "proof.part" if part else "proof"
    if not proven:
        return say(f"{proof}.open", language, gap=value - bound) if value > bound else say("proof.waits", language)
    if value == 0:
        return say(f"{proof}.none", language)
    return say(f"{proof}.least", language, count=say(f"count.{goal}", language, value=value))


def _kind(english: object) -> object:
    """Swedish for what `models` calls a kind of noun in a fault's parameters."""
    return texts("sv").get(f"kind.{english}", english)


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
            said[name] = _kind(said[name])
    if place := re.search(r"line (\d+) column (\d+)", str(said.get("error", ""))):
        said["error"] = "felet märks på rad {}, tecken {}".format(*place.groups())
    for name, english, swedish in _JOINED:
        if name in said:
            said[name] = str(said[name]).replace(english, swedish)
    return said
