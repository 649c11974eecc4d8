"""Who chairs a forum on a date: worked out of its chairmanship's main rule and its elections."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from models.base import YEARS, Day, Noun
from models.forums import Chairmanship, Election, Forum, Officer

__all__ = ["Officers", "officers_on"]


class Officers(Noun):
    """Who chairs a forum and who is vice chair, and for how long that is known to hold."""

    chair: Officer
    """Who chairs."""
    vice_chair: Officer
    """Who is vice chair, and by the main rule chairs next."""
    by: Literal["rule", "election"]
    """Whether the main rule says so, or an election."""
    elected_from: Day | None
    """The first day of that election; `null` where the main rule says so."""
    first_day: Day
    """The first date on which it holds."""
    last_day: Day
    """The last date on which it holds: the day before the next period, or the next election."""


def officers_on(forum: Forum, day: date) -> Officers | None:
    """Who chairs the forum on a date; ``None`` where no sides take turns, or not yet, or it does not exist then.

    In each period the vice chair of the one before chairs, and the side after theirs is vice chair. An election counts
    from its day to the end of its period. A person follows from vice chair to chair; who is vice chair by the main rule
    alone is a side, nobody being elected yet.
    """
    turns = forum.chairmanship
    if turns is None or not turns.first_day <= day or not forum.exists_on(day) or forum.state_on(day) == "ended":
        return None
    return next((one for one in _in_turn(turns) if one.first_day <= day <= one.last_day), None)


def _in_turn(turns: Chairmanship) -> Iterator[Officers]:
    """Every stretch of time with the same officers, from the first period on."""
    chair, vice = Officer(side=turns.sides[0]), Officer(side=turns.sides[1])
    for number in range(YEARS[-1] - turns.first_day.year + 1):
        first, last = _period(turns, number)
        elected = [one for one in turns.elections if first <= one.first_day <= last]
        for stretch in _stretches(chair, vice, first, last, elected):
            yield stretch
            chair, vice = stretch.chair, stretch.vice_chair
        chair, vice = vice, Officer(side=_after(turns, vice.side))


def _stretches(chair: Officer, vice: Officer, first: date, last: date, elected: list[Election]) -> Iterator[Officers]:
    """One period: what the main rule says until the first election in it, then each of those until the next."""
    ends = [*(one.first_day - timedelta(days=1) for one in elected), last]
    if ends[0] >= first:
        yield _holding(chair, vice, None, first, ends[0])
    for one, end in zip(elected, ends[1:], strict=True):
        yield _holding(one.chair, one.vice_chair, one, one.first_day, end)


def _holding(chair: Officer, vice: Officer, elected: Election | None, first: date, last: date) -> Officers:
    return Officers.model_construct(  # unchecked: the last period may end beyond what a date of a document can be
        chair=chair,
        vice_chair=vice,
        by="election" if elected else "rule",
        elected_from=elected.first_day if elected else None,
        first_day=first,
        last_day=last,
    )


def _after(turns: Chairmanship, side: str) -> str:
    """The side whose turn comes after that one's."""
    place = turns.sides.index(side) if side in turns.sides else 0
    return turns.sides[(place + 1) % len(turns.sides)]


def _period(turns: Chairmanship, number: int) -> tuple[date, date]:
    """The first and the last date of a period, numbered from 0."""
    begins, ends = (_years_later(turns.first_day, n * turns.years) for n in (number, number + 1))
    return begins, ends - timedelta(days=1)


def _years_later(day: date, years: int) -> date:
    """The same day of a later year; of 29 February the day after where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
