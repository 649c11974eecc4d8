"""What a field can hold: each kind shows a value of the document as something to type in, and reads back what was typed.

What is typed is called *entered*: a text, or lists and dictionaries of texts. Whether it is right, the term itself says
(`models.Term`): a kind hands on what it cannot read, so that the fault is the one that the API tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from api.pages.forms import Form
from api.pages.setup.desk import Desk
from models import WEEKDAYS

__all__ = [
    "ABSENT",
    "Choice",
    "Decimal",
    "Entered",
    "Field",
    "Kind",
    "Line",
    "Lines",
    "Number",
    "Refer",
    "Tick",
    "Ticks",
]
__all__ += ["Node", "Weekdays", "Words", "below"]

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
    """

    name: str
    kind: "Kind"
    code: str = ""
    required: bool = False
    more: bool = False

    def node(self, within: str, entered: Entered, desk: Desk) -> Node:
        """It as a template shows it, within what is called so."""
        code = f"setup.field.{self.code or self.name}"
        given = {"label": desk.say(code), "hint": desk.hint(code), "more": self.more, "required": self.required}
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


def _with(entered: str, options: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """What can be chosen, and what came in as it came, so that it can be told what is wrong with it."""
    return options if not entered or entered in dict(options) else (*options, (entered, entered))


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
class Choice(Kind):
    """One of a few values; `words` begins the codes of what they are called."""

    words: str
    values: tuple[str, ...]
    nullable: bool = False

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return entered or (None if self.nullable else ABSENT)

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        words: dict[str, str] = dict(self._options(desk))
        return [words.get(entered, str(entered))] if entered else []

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        first = (("", desk.say(f"setup.choice.{self.words}.none")),) if self.nullable else ()
        options = _with(entered, first + self._options(desk))
        return Node("select", name, value=entered, options=options, **given)

    def _options(self, desk: Desk) -> tuple[tuple[str, str], ...]:
        return tuple((one, desk.say(f"setup.choice.{self.words}.{one}")) for one in self.values)


@dataclass(frozen=True)
class Refer(Kind):
    """One thing of another list of the term (or of two)."""

    lists: tuple[str, ...]
    nullable: bool = False

    def show(self, value: Any) -> Entered:
        return value or ""

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return desk.find(self.lists, entered) or (None if self.nullable else ABSENT)

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        return [desk.called(self.lists, entered)] if entered else []

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        if desk.is_long(self.lists):
            shown = desk.called(self.lists, entered) if entered else ""
            return Node("find", name, value=shown, given={"list": "-".join(self.lists)}, **given)
        first = desk.say("setup.nothing" if self.nullable else "setup.choose")
        options = _with(entered, (("", first), *desk.options(self.lists)))
        return Node("select", name, value=entered, options=options, **given)


@dataclass(frozen=True)
class Ticks(Kind):
    """Some things of another list of the term; the order that the document has is kept."""

    lists: tuple[str, ...]

    nothing: Entered = ()

    def show(self, value: Any) -> Entered:
        return tuple(value or ())

    def gather(self, form: Form, name: str) -> Entered:
        return form.all(name)

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        known = before if isinstance(before, list) else []
        return [one for one in known if one in entered] + [one for one in dict.fromkeys(entered) if one not in known]

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        words = dict(self.options(desk))
        return [words.get(one, one) for one in entered]

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        options = self.options(desk)
        options += tuple((one, one) for one in entered if one not in dict(options))
        return Node("ticks", name, value=entered, options=options, **given)

    def options(self, desk: Desk) -> tuple[tuple[str, str], ...]:
        """What can be ticked."""
        return desk.options(self.lists)


@dataclass(frozen=True)
class Weekdays(Ticks):
    """Days of the week."""

    lists: tuple[str, ...] = ()

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        return [", ".join(super().told(entered, desk))] if entered else []

    def options(self, desk: Desk) -> tuple[tuple[str, str], ...]:
        return tuple(zip(WEEKDAYS, desk.say("word.weekdays").split(), strict=True))


@dataclass(frozen=True)
class Words(Kind):
    """Some words with commas between them."""

    def show(self, value: Any) -> Entered:
        return ", ".join(value or ())

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return [word.strip() for word in entered.split(",") if word.strip()]
