"""What the solver has found, in the engine's own numbers: read by the rules that add rows where it breaks them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from scheduler.case import Case, Claim

__all__ = ["At", "Solution"]


@dataclass(frozen=True)
class At:
    """A meeting at a start and a place; minutes are the term's."""

    meeting: str
    start: int
    place: str | None
    begins: int
    ends: int
    day: int

    @classmethod
    def of(cls, case: Case, meeting: str, start: int, place: str | None) -> "At":
        """A meeting of a term at one of its candidates."""
        begins = case.grid.minute(start)
        ends = begins + case.meetings[meeting].duration_minutes
        return cls(meeting, start, place, begins, ends, case.grid.day(start))


class Solution:
    """Where meetings stand and who sits where; obeys every rule, or all but those whose rows come lazily."""

    def __init__(self, case: Case, starts: dict[str, tuple[int, str | None]], sits: Iterable[Claim]) -> None:
        self.case = case
        self.at = {m: At.of(case, m, start, place) for m, (start, place) in starts.items()}
        self.sits = tuple(claim for claim in sits if claim.meeting in starts)

    @cached_property
    def of_person(self) -> dict[str, list[At]]:
        """For each person, the meetings that they sit at, in order of time."""
        found: dict[str, dict[str, At]] = defaultdict(dict)
        for claim in self.sits:
            found[claim.person][claim.meeting] = self.at[claim.meeting]
        return {who: sorted(ones.values(), key=lambda at: (at.begins, at.meeting)) for who, ones in found.items()}

    @cached_property
    def as_holder(self) -> dict[tuple[str, str, str], set[str]]:
        """For each person, role and unit, the meetings at which they sit as its holder."""
        found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for claim in self.sits:
            if claim.rank == 0:
                found[claim.person, claim.seat.role, claim.seat.unit].add(claim.meeting)
        return found

    @cached_property
    def at_place(self) -> dict[str, list[At]]:
        """For each place, the meetings held there, in order of time."""
        found: dict[str, list[At]] = defaultdict(list)
        for at in sorted(self.at.values(), key=lambda at: (at.begins, at.meeting)):
            if at.place is not None:
                found[at.place].append(at)
        return found

    def without(self, meetings: set[str]) -> "Solution":
        """The same without some meetings; since no rule demands that a meeting be held, it obeys as many rules."""
        starts = {m: (at.start, at.place) for m, at in self.at.items() if m not in meetings}
        return Solution(self.case, starts, self.sits)
