"""The independent parts of a term: meetings that no rule and no goal ties are planned apart."""

from collections.abc import Iterable
from itertools import pairwise

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.rules import RULES, Rule

__all__ = ["components"]


def components(case: Case, goals: Iterable[Goal], rules: Iterable[Rule] = RULES) -> list[list[str]]:
    """The meetings in groups that share nothing, the largest first; in each the document's order.

    Every goal adds up over such groups, so the best plans of the groups are together the best plan of the term.
    """
    leader = {meeting: meeting for meeting in case.meetings}

    def lead(meeting: str) -> str:
        while leader[meeting] != meeting:
            leader[meeting] = leader[leader[meeting]]
            meeting = leader[meeting]
        return meeting

    for ties in (*(rule.ties for rule in rules), *(goal.ties for goal in goals)):
        for tied in ties(case):
            for one, other in pairwise(tied):
                leader[lead(other)] = lead(one)
    groups: dict[str, list[str]] = {}
    for meeting in case.meetings:
        groups.setdefault(lead(meeting), []).append(meeting)
    return sorted(groups.values(), key=len, reverse=True)
