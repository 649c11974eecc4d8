"""Fields that choose: one of a few values, things of the term's lists, days of the week."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.forms import Form
from api.pages.setup.desk import Desk
from api.pages.setup.kinds import ABSENT, Entered, Kind, Node
from models import WEEKDAYS

__all__ = ["Choice", "Refer", "Ticks", "Weekdays"]


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


def _with(entered: str, options: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """What can be chosen, and what came in as it came, so that it can be told what is wrong with it."""
    return options if not entered or entered in dict(options) else (*options, (entered, entered))
