"""Where a meeting could lie, day by day: each start free, at a price, or closed and by whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal
from urllib.parse import urlencode

from api.pages.visit import Visit
from api.telling import Names, closed_sentence, cost_sentence
from models import Blocked, Choice, Placement

__all__ = ["Choosing", "Run", "Slots", "Start", "choosing", "start_address"]

State = Literal["here", "free", "costs", "closed"]
BEST_FIRST: tuple[State, ...] = ("here", "free", "costs", "closed")
MOST_SAID = 2
"""Reasons said of a closed start in the table; the verdict of the start says all."""


@dataclass(frozen=True)
class Start:
    """A start that can be chosen."""

    clock: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class Run:
    """Starts of a day, one after another, of which the same is to be said."""

    state: State
    says: str
    starts: tuple[Start, ...]


@dataclass(frozen=True)
class Slots:
    """A day: the best that can be said of it, and its starts."""

    runs: tuple[Run, ...]

    @property
    def _best(self) -> Run:
        others = [run for run in self.runs if run.state != "here"] or list(self.runs)
        return min(others, key=lambda run: BEST_FIRST.index(run.state))

    @property
    def state(self) -> State:
        """Of its best start."""
        return self._best.state

    @property
    def best(self) -> str:
        """Address of its best start."""
        return self._best.starts[0].address

    @property
    def says(self) -> str:
        """What is said of that one, with its time where it is open."""
        run = self._best
        return run.says if run.state == "closed" else f"{run.starts[0].clock}: {run.says}"


@dataclass(frozen=True)
class Choosing:
    """The days on which a meeting could lie."""

    days: dict[date, Slots]

    def of(self, day: date) -> Slots | None:
        """One of them; `None` where it cannot lie on that date at all."""
        return self.days.get(day)


def choosing(
    visit: Visit, names: Names, now: Placement | None, choices: Sequence[Choice], *, meeting: str, page: str
) -> Choosing:
    """The choices of a meeting, as the table shows them.

    Args:
        now: where the meeting stands.
        page: address at which a start is looked at.
    """
    maker = _Maker(visit, names, now, meeting, page)
    by_day = groupby(choices, key=lambda one: one.start.date())
    return Choosing({day: Slots(tuple(maker.runs(ones))) for day, ones in by_day})


@dataclass(frozen=True)
class _Maker:
    visit: Visit
    names: Names
    now: Placement | None
    meeting: str
    page: str

    def runs(self, choices: Iterator[Choice]) -> Iterator[Run]:
        """What is said of one start after another, once where it is the same; of those that are closed, together."""
        for (state, says), same in groupby(choices, key=self._says):
            ones = tuple(same)
            yield Run(state, says or self._why(ones), tuple(map(self._start, ones)))

    def _says(self, choice: Choice) -> tuple[State, str]:
        if self.now and (choice.start, choice.place) == (self.now.start, self.now.place):
            return "here", self.visit.say("move.here")
        if choice.closed:
            return "closed", ""
        costs = [cost_sentence(one, self.visit.language) for one in choice.costs]
        if choice.changes_people:
            costs.insert(0, self.visit.say("explain.others_sit"))
        return ("costs", "; ".join(costs)) if costs else ("free", self.visit.say("move.free"))

    def _why(self, choices: Sequence[Choice]) -> str:
        """What closes most of them, and how much more does."""
        closers = Counter(one for choice in choices for one in _enough(choice))
        told = (closed_sentence(one, self.names, self.meeting, self.visit.language) for one, _ in closers.most_common())
        sentences = list(dict.fromkeys(told))
        more = len(sentences) - MOST_SAID
        rest = [self.visit.say("explain.more", count=more)] if more > 0 else []
        return "; ".join((*sentences[:MOST_SAID], *rest))

    def _start(self, choice: Choice) -> Start:
        chosen = self.visit.asked("start") == choice.start.isoformat(timespec="minutes")
        clock = choice.start.strftime(self.visit.say("page.clock"))
        return Start(clock, start_address(self.page, choice.start, choice.place), chosen)


def start_address(page: str, start: datetime, place: str | None) -> str:
    """Where a start is looked at, below the address of the page that moves the meeting."""
    asked = {"start": start.isoformat(timespec="minutes"), **({"place": place} if place else {})}
    return f"{page}?{urlencode(asked)}#verdict"


def _enough(choice: Choice) -> list[Blocked]:
    """What is said of a closed start: where a date, place or meeting closes it, who else is away matters little."""
    whatever_people_do = [one for one in choice.closed if one.kind not in ("person", "seat")]
    return whatever_people_do or list(choice.closed)
