"""The catalogue: every text by code, in gettext files that Babel reads, one a domain and language (`locale/`).

A parameter stands as ``{name}``; ``{name:möte|möten}`` says a number with its noun, in the singular or the plural.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from babel import Locale
from babel.messages.pofile import read_po

__all__ = ["LANGUAGES", "LOCALE", "DOMAINS", "Language", "fill", "names", "of_domain", "texts"]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")

LOCALE = Path(__file__).parent / "locale"
"""Where the files are: `<language>/LC_MESSAGES/<domain>.po`."""

DOMAINS: tuple[str, ...] = tuple(sorted(file.stem for file in (LOCALE / LANGUAGES[0] / "LC_MESSAGES").glob("*.po")))
"""What gettext calls domains: what the texts are about, a file each."""


@cache
def texts(language: Language) -> Mapping[str, str]:
    """Every text of a language by its code."""
    found: dict[str, str] = {}
    for domain in DOMAINS:
        found.update(of_domain(domain, language))
    return found


@cache
def of_domain(domain: str, language: Language) -> Mapping[str, str]:
    """The texts of one domain by their codes, in the file's order."""
    with (LOCALE / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale=language) if one.id}


class _Counting(Formatter):
    """``str.format`` with nouns that follow their number, in the form that the language wants."""

    def __init__(self, language: Language) -> None:
        self._locale = Locale(language)

    def format_field(self, value: Any, format_spec: str) -> Any:
        """A value by its format; a number with its noun."""
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return f"{value} {one if self._locale.plural_form(value) == 'one' else many}"
        return super().format_field(value, format_spec)


@cache
def _formatter(language: Language) -> Formatter:
    return _Counting(language)


def fill(text: str, language: Language, params: Mapping[str, Any]) -> str:
    """The text with its parameters filled in. Raises `KeyError` for one that is not given."""
    return _formatter(language).vformat(text, (), params)


def names(text: str) -> frozenset[str]:
    """The names of a text's parameters."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
