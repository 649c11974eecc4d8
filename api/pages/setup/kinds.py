"""What a field can hold: a kind shows a value of the document as something to type in, and reads back what was typed.

What is typed is called *entered*: a text, or lists and dictionaries of texts. Whether it is right, the term itself says
(`models.Term`): a kind hands on what it cannot read, so that the fault is the one that the API tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from api.pages.forms import Form
from api.pages.setup.desk import Desk
from api.texts import knows

__all__ = ["ABSENT", "Decimal", "Entered", "Field", "Kind", "Line", "Lines", "Node", "Number", "Tick", "Words", "below"]

Entered = Any
ABSENT: Any = object()
"""The value of a key that is left out: its default counts, or it is missing."""


@dataclass(frozen=True)
class Node:
    """A field as a template shows it.

    Attributes:
        look: which macro shows it.
        name: of the field in the form; dots lead inwards (`seats.2.role`).
        value: what is entered, a text or several.
        one: what one of several is called.
        options: what can be chosen, each with its words.
        parts: fields within it; of a list a group for each of its rows.
        more: whether it stands among what is seldom needed.
    """

    look: str
    name: str
    label: str
    hint: str = ""
    value: Any = ""
    type: str = "text"
    mode: str = ""
    required: bool = False
    more: bool = False
    one: str = ""
    options: tuple[tuple[str, str], ...] = ()
    parts: tuple["Node", ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """A field of a form.

    Attributes:
        name: the key in the document.
        code: of its words, where they are not those of its name.
        required: whether it must be filled in.
        more: whether it stands among what is seldom needed.
        private: whether only coordinators see it.
    """

    name: str
    kind: "Kind"
    code: str = ""
    required: bool = False
    more: bool = False
    private: bool = False

    def node(self, within: str, entered: Entered, desk: Desk) -> Node:
        """It as a template shows it, within what is called so."""
        code = f"setup.field.{self.code or self.name}"
        label, one = desk.say(code), desk.say(f"{code}.one" if knows(f"{code}.one") else code)
        given = {"label": label, "one": one, "hint": desk.hint(code), "more": self.more, "required": self.required}
        return self.kind.node(below(within, self.name), entered, desk, given)


class Kind:
    """A kind of field."""

    nothing: Entered = ""
    """What is entered where nobody has filled anything in."""

    def show(self, value: Any) -> Entered:
        """A value of the document as it is entered."""
        return "" if value is None else str(value)

    def gather(self, form: Form, name: str) -> Entered:
        """What came in with a form."""
        return form.text(name)

    def tidy(self, entered: Entered) -> Entered:
        """Without rows that nobody has filled in."""
        return entered

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        """The value that is meant, or `ABSENT`; what is not shown of the value before is kept."""
        raise NotImplementedError

    def press(self, entered: Entered, action: str, path: tuple[str, ...]) -> Entered:
        """What is entered once a button within it was pressed that adds, removes or moves something."""
        return entered

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        """What is entered in words, a line each; none where that is nothing."""
        return [str(entered)] if entered else []

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        """It as a template shows it."""
        return Node("line", name, value=entered, **given)


def below(within: str, name: str | int) -> str:
    """The name of a field within another."""
    return f"{within}.{name}" if within else str(name)


@dataclass(frozen=True)
class Line(Kind):
    """One line: a text, or a date or time in the form that the document has.

    Attributes:
        nullable: whether nothing is `null`; else it is left out.
        most: characters of the document's value that are shown (of a clock time the hour and minute).
    """

    nullable: bool = False
    type: str = "text"
    most: int | None = None

    def show(self, value: Any) -> Entered:
        return super().show(value)[: self.most]

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return entered or (None if self.nullable else ABSENT)

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        shown = entered.replace("T", " ") if self.type == "datetime-local" else entered
        return [shown] if shown else []

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        return Node("line", name, value=entered, type=self.type, **given)


@dataclass(frozen=True)
class Lines(Kind):
    """Several lines; browsers end them in their own way."""

    def gather(self, form: Form, name: str) -> Entered:
        text = form.fields.get(name, "").replace("\r\n", "\n")
        return text if text.strip() else ""

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return entered

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        return Node("lines", name, value=entered, **given)


@dataclass(frozen=True)
class Number(Kind):
    """A whole number."""

    nullable: bool = False

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        if not entered:
            return None if self.nullable else ABSENT
        is_number = entered.removeprefix("-").isdecimal() and entered.isascii() and len(entered) < 19
        return int(entered) if is_number else entered

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        return Node("line", name, value=entered, mode="numeric", **given)


@dataclass(frozen=True)
class Decimal(Kind):
    """A number with decimals, after a comma or a point."""

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        try:
            number = float(entered.replace(",", ".")) if entered else None
        except ValueError:
            return entered
        return entered if number is not None and not isfinite(number) else number

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        return Node("line", name, value=entered, mode="decimal", **given)


@dataclass(frozen=True)
class Tick(Kind):
    """Yes or no."""

    def show(self, value: Any) -> Entered:
        return "yes" if value else ""

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return bool(entered)

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        return [desk.say("setup.yes")] if entered else []

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        return Node("tick", name, value=entered, **given)


@dataclass(frozen=True)
class Words(Kind):
    """Some words with commas between them."""

    def show(self, value: Any) -> Entered:
        return ", ".join(value or ())

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return [word.strip() for word in entered.split(",") if word.strip()]
