"""How much each kind of repair asks of people: repairs are ranked by the sum."""

from collections.abc import Mapping, Sequence
from datetime import date

from models import Action, AllowTime, ChangeSeat, LowerAttendance, ResolvedMeeting, Term

__all__ = ["PRICES", "SHIFT", "price_of", "time_price"]

PRICES: Mapping[str, int] = {
    "deputy": 3,  # let a deputy come
    "cancel": 4,  # hold it another day
    "hours": 5,  # another hour of a day that it may lie on
    "unlock": 5,  # leave a locked meeting to the plan
    "limit": 6,  # one meeting more than somebody's limit
    "day": 8,  # a weekday that it may not lie on
    "move": 9,  # at short notice
    "attendance": 8,  # one person fewer of a group
    "places": 9,  # somewhere else
    "free": 10,  # somebody comes though they are away
    "later": 11,  # after its last day
    "spacing": 12,  # nearer to another meeting of the series
    "untie": 12,  # an order or a day relation no longer counts
    "vacancy": 15,  # go without somebody who must be there
}
"""By what is asked. They order repairs; that two of the one are worth three of the other is not meant."""
SHIFT = 3
"""That another meeting has to make room, which is asked of nobody by an action."""


def price_of(term: Term, actions: Sequence[Action]) -> int:
    """What all the actions ask together."""
    return sum(_price(term, action) for action in actions)


def _price(term: Term, action: Action) -> int:
    match action:
        case ChangeSeat():
            return PRICES["vacancy" if action.vacancy else "deputy"]
        case AllowTime():
            return time_price(term.resolved[action.meeting], action.window.first_day)
        case LowerAttendance():
            demands = {one.group: one.least for one in term.resolved[action.meeting].attendance}
            return PRICES["attendance"] * max(1, demands.get(action.group, 0) - action.least)
        case _:
            return PRICES[action.kind]


def time_price(meeting: ResolvedMeeting, day: date) -> int:
    """What a time outside of the meeting's windows asks."""
    spans = [one for one in meeting.windows if one.first_day <= day <= one.last_day]
    return PRICES["hours" if any(one.on(day) for one in spans) else "day" if spans else "later"]
