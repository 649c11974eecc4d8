"""How a sentence is kept and said: Swedish and English side by side, parameters by name."""

from string import Formatter
from typing import Any, Literal, NamedTuple

__all__ = ["LANGUAGES", "Language", "Wording", "fill", "names"]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


class Wording(NamedTuple):
    """One text in each language.

    A parameter stands as ``{name}``; ``{name:möte|möten}`` says a number with its noun, in the singular or the plural.
    """

    sv: str
    en: str


class _Counting(Formatter):
    """``str.format`` with nouns that follow their number."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return f"{value} {one if value == 1 else many}"
        return super().format_field(value, format_spec)


_FORMATTER = _Counting()


def fill(text: str, params: dict[str, Any]) -> str:
    """The text with its parameters filled in. Raises `KeyError` for one that is not given."""
    return _FORMATTER.vformat(text, (), params)


def names(text: str) -> frozenset[str]:
    """The names of a text's parameters."""
    return frozenset(name for _, name, _, _ in _FORMATTER.parse(text) if name)
