"""The goals as a field: in their order, each with whether it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.forms import Form
from api.pages.setup.desk import Desk
from api.pages.setup.kinds import Entered, Field, Kind, Node, below
from api.pages.setup.noun import Noun
from scheduler import DEFAULT_RANKING

__all__ = ["GOALS_NOUN", "Ranking"]

NEEDED = "placed"
"""The goal that every ranking must hold."""


@dataclass(frozen=True)
class Ranking(Kind):
    """Goals in the order in which they count; `null` is the default one."""

    nothing = ()

    def show(self, value: Any) -> Entered:
        chosen = tuple(value) if value is not None else DEFAULT_RANKING
        return {"order": (*chosen, *(one for one in DEFAULT_RANKING if one not in chosen)), "on": chosen}

    def gather(self, form: Form, name: str) -> Entered:
        order = tuple(one for one in dict.fromkeys(form.all(below(name, "order"))) if one in DEFAULT_RANKING)
        on = (NEEDED, *form.all(below(name, "on")))
        order += tuple(one for one in DEFAULT_RANKING if one not in order)
        return {"order": order, "on": tuple(one for one in order if one in on)}

    def read(self, entered: Entered, before: Any, desk: Desk) -> Any:
        if entered == self.show(before):
            return before
        return None if entered["on"] == DEFAULT_RANKING else list(entered["on"])

    def press(self, entered: Entered, action: str, path: tuple[str, ...]) -> Entered:
        if action == "reset":
            return self.show(None)
        order = list(entered["order"])
        if not path or path[0] not in order or action not in ("up", "down"):
            return entered
        at = order.index(path[0])
        to = min(max(at + (1 if action == "down" else -1), 0), len(order) - 1)
        order[at], order[to] = order[to], order[at]
        return {"order": tuple(order), "on": tuple(one for one in order if one in entered["on"])}

    def told(self, entered: Entered, desk: Desk) -> list[str]:
        return [desk.say(f"goal.{one}") for one in entered["on"]]

    def node(self, name: str, entered: Entered, desk: Desk, given: Mapping[str, Any]) -> Node:
        shown = [
            {"id": one, "title": desk.say(f"goal.{one}"), "meaning": desk.say(f"setup.goal.{one}")}
            for one in entered["order"]
        ]
        return Node("ranking", name, value=entered["on"], given={"goals": shown, "needed": NEEDED}, **given)


GOALS_NOUN = Noun("goals", (Field("goals", Ranking()),))
