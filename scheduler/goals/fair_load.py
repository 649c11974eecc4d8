"""Where several people hold the same role in a unit, they share its meetings evenly.

Each pair of meetings that one of them sits at counts: six and no meetings make 15, three and three make 6.
"""

from math import comb

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "fair_load"


def value(term: Term, plan: Plan) -> int:
    """For each holder in a pool the number of pairs of meetings that they sit at as holder, added up."""
    sheet = Sheet(term, plan)
    loads = dict[tuple[str, str, str], set[str]]()
    for one, sitting in sheet.sittings():
        post = sheet.appointment.get(sitting.appointment)
        if post and post.holder == sitting.person and _is_pool(term, post.role, post.unit):
            loads.setdefault((post.role, post.unit, sitting.person), set()).add(one.id)
    return sum(comb(len(meetings), 2) for meetings in loads.values())


def _is_pool(term: Term, role: str, unit: str) -> bool:
    """Whether two people or more hold the role in the unit."""
    return len({one.holder for one in term.appointed.get((role, unit), ()) if one.holder}) > 1
