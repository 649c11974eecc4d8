"""Fields that hold fields: a part of a thing, rows that can be added and removed, what a meeting has of its series."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.pages.forms import Form
from api.pages.setup.choices import Refer
from api.pages.setup.desk import Desk
from api.pages.setup.kinds import ABSENT, Entered, Field, Kind, Node, below

__all__ = ["Inherited", "Pair", "Part", "Rows", "Several"]

MOST_ROWS = 500
"""Up to so many rows one more can be added; as many as come are read, so that none is ever left out."""


@dataclass(frozen=True, eq=False)
class Part(Kind):
    """A thing with fields of its own.

    Attributes:
        nullable: whether it is `null` where nothing is entered.
    """

    fields: tuple[Field, ...]
    nullable: bool = True

    @property
    def nothing(self) -> Entered:
        return {one.name: one.kind.nothing for one in self.fields}

    def show(self, value: Any) -> Entered:
        if value is None:
            return self.nothing
        return {one.name: one.kind.show(value.get(one.name)) for one in self.fields}

    def gather(self, form: Form, name: str) -> Entered:
        return {one.name: one.kind.gather(form, below(name, one.name)) for one in self.fields}

    def tidy(self, entered: Entered) -> Entered:
        return {one.name: one.kind.tidy(entered[one.name]) for one in self.fields}

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        if self.nullable and entered == self.nothing:
            return None
        kept = dict(before or {})
        said = {one.name: one.kind.read(entered[one.name], kept.get(one.name), desk) for one in self.fields}
        return {name: value for name, value in {**kept, **said}.items() if value is not ABSENT}

    def press(self, entered: Entered, action: str, path: tuple[str, ...]) -> Entered:
        own = {one.name: one.kind for one in self.fields}
        if not path or path[0] not in own:
            return entered
        return {**entered, path[0]: own[path[0]].press(entered[path[0]], action, path[1:])}

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        said = " · ".join(f"{label}: {', '.join(words)}" for label, words in self.labelled(entered, desk) if words)
        return [said] if said else []

    def labelled(self, entered: Entered, desk: Desk) -> Iterator[tuple[str, list[str]]]:
        """What each field is called, and what is entered there in words."""
        for one in self.fields:
            yield desk.say(f"setup.field.{one.code or one.name}"), one.kind.told(entered[one.name], desk)

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        return Node("group", name, parts=self.nodes(name, entered, desk), **given)

    def nodes(self, name: str, entered: Entered, desk: Desk) -> tuple[Node, ...]:
        """Its fields as a template shows them."""
        return tuple(one.node(name, entered[one.name], desk) for one in self.fields)


@dataclass(frozen=True, eq=False)
class Rows(Kind):
    """A list of things with fields. Each row remembers which thing of the document it was, whose hidden keys it keeps.

    Attributes:
        fresh: what is entered in a row that was just added.
        named_by: the fields that a new row's id is made of; empty where rows have none.
    """

    row: Part
    fresh: Mapping[str, Entered] = field(default_factory=dict)
    named_by: tuple[str, ...] = ()

    nothing: Entered = ()

    @property
    def new(self) -> Entered:
        """A row that was just added."""
        return {**self.row.nothing, **self.fresh, "row": ""}

    def show(self, value: Any) -> Entered:
        return tuple({**self.row.show(one), "row": str(n)} for n, one in enumerate(value or ()))

    def gather(self, form: Form, name: str) -> Entered:
        rows: list[Entered] = []
        while below(name, f"{len(rows)}.row") in form.fields:
            own = below(name, len(rows))
            rows.append({**self.row.gather(form, own), "row": form.text(below(own, "row"))})
        return tuple(rows)

    def tidy(self, entered: Entered) -> Entered:
        new = self.new
        return tuple({**self.row.tidy(one), "row": one["row"]} for one in entered if one != new)

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        known = {str(n): one for n, one in enumerate(before or ())}
        rows = [self.row.read(one, known.get(one["row"]), desk) for one in entered]
        if self.named_by:
            desk.give_ids(rows, self.named_by)
        return rows

    def press(self, entered: Entered, action: str, path: tuple[str, ...]) -> Entered:
        if action == "add" and not path and len(entered) < MOST_ROWS:
            return (*entered, self.new)
        if not path or not path[0].isdecimal() or len(path[0]) > 4 or int(path[0]) >= len(entered):
            return entered
        at = int(path[0])
        changed = () if action == "remove" and len(path) == 1 else (self._pressed(entered[at], action, path[1:]),)
        return (*entered[:at], *changed, *entered[at + 1 :])

    def _pressed(self, row: Entered, action: str, path: tuple[str, ...]) -> Entered:
        return {**row, **self.row.press({key: row[key] for key in row if key != "row"}, action, path)}

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        return [line for one in entered for line in self.row.told(one, desk)]

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        with desk.rows(len(entered)):
            rows = tuple(
                Node("row", own := below(name, n), str(n + 1), value=one["row"], parts=self.row.nodes(own, one, desk))
                for n, one in enumerate(entered)
            )
        return Node("rows", name, parts=rows, **given)


@dataclass(frozen=True)
class Several(Kind):
    """Things of another list in an order that counts, one field each and one more to fill in."""

    lists: tuple[str, ...]

    nothing: Entered = ()

    def show(self, value: Any) -> Entered:
        return tuple(value or ())

    def gather(self, form: Form, name: str) -> Entered:
        found: list[str] = []
        while below(name, len(found)) in form.fields:
            found.append(form.text(below(name, len(found))))
        return tuple(found)

    def tidy(self, entered: Entered) -> Entered:
        return tuple(one for one in entered if one)

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return [desk.find(self.lists, one) for one in entered]

    def press(self, entered: Entered, action: str, path: tuple[str, ...]) -> Entered:
        return (*entered, "") if action == "add" and not path and len(entered) < MOST_ROWS else entered

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        return [desk.called(self.lists, one) for one in entered]

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        one, shown = Refer(self.lists, nullable=True), entered if "" in entered else (*entered, "")
        labels = ({"label": desk.say("setup.number", label=given["one"], number=n + 1)} for n in range(len(shown)))
        parts = (one.node(below(name, n), shown[n], desk, label) for n, label in enumerate(labels))
        return Node("several", name, parts=tuple(parts), given={"add": name}, **given)


@dataclass(frozen=True)
class Pair(Several):
    """Two things of other lists."""

    nothing: Entered = ("", "")

    def gather(self, form: Form, name: str) -> Entered:
        return tuple(form.text(below(name, side)) for side in (0, 1))

    def show(self, value: Any) -> Entered:
        return tuple(value or self.nothing)

    def tidy(self, entered: Entered) -> Entered:
        return entered

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return super().read(entered, before, desk) if any(entered) else ABSENT

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        return super().told([one for one in entered if one], desk)

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        one, words = Refer(self.lists), ("setup.field.here", "setup.field.there")
        parts = (one.node(below(name, n), entered[n], desk, {"label": desk.say(words[n])}) for n in (0, 1))
        return Node("several", name, parts=tuple(parts), **given)


@dataclass(frozen=True, eq=False)
class Inherited(Kind):
    """A list that a meeting has of its own, or as its series has it (`null`); none at all is a third answer.

    Attributes:
        may_be_none: whether it is an answer that can be right.
    """

    own: Kind
    may_be_none: bool = True

    @property
    def nothing(self) -> Entered:
        return {"series": "yes", "own": self.own.nothing}

    def show(self, value: Any) -> Entered:
        return {"series": "" if value is not None and self.may_be_none else "yes", "own": self.own.show(value)}

    def gather(self, form: Form, name: str) -> Entered:
        as_series = form.text(below(name, "series")) if self.may_be_none else "yes"
        return {"series": as_series, "own": self.own.gather(form, name)}

    def tidy(self, entered: Entered) -> Entered:
        return {**entered, "own": self.own.tidy(entered["own"])}

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        return self.own.read(entered["own"], before, desk) or (None if entered["series"] else [])

    def press(self, entered: Entered, action: str, path: tuple[str, ...]) -> Entered:
        return {**entered, "own": self.own.press(entered["own"], action, path)}

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        none = desk.say("setup.as_series" if entered["series"] else "setup.none")
        return self.own.told(entered["own"], desk) or [none]

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        tick = Node("tick", below(name, "series"), desk.say("setup.follows"), value=entered["series"])
        own = self.own.node(name, entered["own"], desk, given)
        return Node("inherited", name, given["label"], parts=(own, tick) if self.may_be_none else (own,))
