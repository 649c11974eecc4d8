"""The rules that a plan obeys and the goals that it is measured by, as one thing to hand on: ours, or with a caller's
own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from models import Term
from scheduler.goals import GOALS, Goal, goal, ranking
from scheduler.rules import RULES, Rule, rule

__all__ = ["STANDARD", "Rulebook"]


@dataclass(frozen=True)
class Rulebook:
    """What plans are made and checked by.

    Attributes:
        rules: a plan obeys all of them.
        goals: what a term can rank, the most important first where it does not.
    """

    rules: tuple[Rule, ...] = RULES
    goals: tuple[Goal, ...] = GOALS

    def having(self, *, rules: Sequence[ModuleType] = (), goals: Sequence[ModuleType] = ()) -> "Rulebook":
        """The same with rules and goals of a caller's own, a module each, as ``scheduler.rules`` and
        ``scheduler.goals`` have them. A term ranks such a goal by its name in `goals`; where it ranks none, they come
        last.

        Raises:
            ValueError: one of that name is there already.
        """
        more = replace(self, rules=self.rules + tuple(map(rule, rules)), goals=self.goals + tuple(map(_own, goals)))
        for ones in (more.rules, more.goals):
            names = [one.name for one in ones]
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                raise ValueError(f"{', '.join(twice)}: there is one of that name already; give your own another `NAME`")
        return more

    @property
    def default_ranking(self) -> tuple[str, ...]:
        """Ids of the goals that count where a term does not say."""
        return tuple(one.name for one in self.goals if not one.replanning)

    def ranking(self, term: Term, replanning: bool = False) -> list[Goal]:
        """The goals of a term, the most important first."""
        by_name = {one.name: one for one in self.goals}
        return [by_name[name] for name in ranking(term, replanning, self.default_ranking)]


def _own(module: ModuleType) -> Goal:
    """A caller's goal; where it does not say whether it tells the hours of a day apart, it may."""
    made = goal(module)
    return made if hasattr(module, "tells_apart") else replace(made, tells_apart=lambda case, meeting: True)


STANDARD = Rulebook()
"""Ours."""
