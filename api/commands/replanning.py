"""`terminsplan replan`: a term that has changed, and the plan that people know; the nearest plan that holds again."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from api.clock import Clock, system_clock
from api.commands.differences import difference_lines
from api.commands.planning import print_proof, search
from api.commands.screen import Screen
from api.telling import Names
from api.texts import Language
from models import Plan, Term

if TYPE_CHECKING:
    from scheduler import Answered
    from scheduler.options import Options

__all__ = ["make_replan", "now_in", "print_replan"]


def now_in(term: Term, clock: Clock = system_clock) -> datetime:
    """What the clock on the wall shows where the term is, in whole minutes."""
    return clock().astimezone(ZoneInfo(term.time_zone)).replace(tzinfo=None, second=0, microsecond=0)


def make_replan(
    term: Term, before: Plan, as_of: datetime, options: "Options", name: str, language: Language, screen: Screen
) -> Plan:
    """Re-plan with a progress bar; Ctrl-C stops with the best plan found. Raises `Stop` for a faulty term."""
    import scheduler

    return search(
        lambda heard, cancelled: scheduler.replan(term, before, as_of, options, heard, cancelled),
        name,
        language,
        screen,
    )


def print_replan(old: "Answered", new: "Answered", language: Language, screen: Screen) -> None:
    """What the new plan changes, for which people; what it leaves out, and what was proven."""
    from scheduler import compare

    for line in difference_lines(compare(old, new), Names(old.term, new.term), language):
        screen.line(line)
    screen.line()
    print_proof(new.term, new.plan, language, screen)
