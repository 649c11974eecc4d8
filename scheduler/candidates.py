"""Every start that each meeting could have, and what closes the others: made without the solver.

One table serves five ends: the domains of the model's variables, "why not Tuesday?", relaxations, spare slots and
the instant check of a move by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import ResolvedMeeting
from scheduler.bits import members
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.rules import RULES, Rule

__all__ = ["Candidates", "candidates", "candidates_of"]


@dataclass(frozen=True)
class Candidates:
    """The starts of one meeting.

    Attributes:
        meeting: the meeting.
        within: the starts inside its windows, as bits of the term's grid.
        open: for each place (``None``: decided later), the starts that no rule closes.
        blockers: what closes the others, and every start outside the windows.
    """

    meeting: ResolvedMeeting
    within: int
    open: dict[str | None, int]
    blockers: tuple[Blocker, ...]

    def pairs(self) -> Iterator[tuple[int, str | None]]:
        """Every open start with its place, in order of time."""
        either = 0
        for starts in self.open.values():
            either |= starts
        for start in members(either):
            yield from ((start, place) for place, starts in self.open.items() if starts >> start & 1)

    def blocked_at(self, start: int, place: str | None) -> tuple[Blocker, ...]:
        """What closes a start at a place; nothing where it is open."""
        return tuple(b for b in self.blockers if b.starts >> start & 1 and b.place in (None, place))


def candidates(case: Case, rules: Sequence[Rule] = RULES) -> dict[str, Candidates]:
    """The candidates of every meeting, by id."""
    return {meeting.id: candidates_of(case, meeting, rules) for meeting in case.meetings.values()}


def candidates_of(case: Case, meeting: ResolvedMeeting, rules: Sequence[Rule] = RULES) -> Candidates:
    """The candidates of one meeting: what every rule says of a single start."""
    blockers = tuple(blocker for rule in rules for blocker in rule.blocks(case, meeting) if blocker.starts)
    return Candidates(meeting, case.windows(meeting), _open(case, meeting, blockers), blockers)


def _open(case: Case, meeting: ResolvedMeeting, blockers: tuple[Blocker, ...]) -> dict[str | None, int]:
    found = {}
    for place in case.places(meeting):
        closed = 0
        for blocker in blockers:
            if blocker.place in (None, place):
                closed |= blocker.starts
        found[place] = case.grid.every_start & ~closed
    return found
