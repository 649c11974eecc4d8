"""Meetings that share a date, and meetings that must not.

Those that are not placed do not count. Broken, at the first one that does not fit: `relation`, its `kind` and
the `other` meeting.
"""

from collections.abc import Iterator

from models import Plan, Term
from scheduler.checking_sheet import Sheet, pairs
from scheduler.outcome import Violation

NAME = "day_relation"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings on different dates that should share one, and the other way round."""
    held = {one.id: one for one in Sheet(term, plan).held}
    for relation in term.day_relations:
        placed = [held[meeting] for meeting in dict.fromkeys(relation.meetings) if meeting in held]
        wrong = [pair for pair in pairs(placed) if (pair[0].day == pair[1].day) != (relation.kind == "same_day")]
        for one, other in wrong[:1]:
            params = {"relation": relation.id, "kind": relation.kind, "other": one.id}
            yield Violation(NAME, other.id, params)
