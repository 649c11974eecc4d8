"""Absences that keep a person busy for a given share of the afternoons: weekly duties and single ones."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

__all__ = ["AFTERNOON", "absences"]

AFTERNOON = (750, 1020)
"""First minute, and first minute after it, of the afternoons that meetings may lie in: 12:30 and 17:00."""
STEP = 30
DAYS = ("mon", "tue", "wed", "thu")


def absences(person: str, share: float, days: Sequence[date], random: Random) -> list[dict[str, Any]]:
    """Absences of a person, until they cover at least that share of the minutes of those afternoons.

    About half of the time goes to duties that come back every week or every other, the rest to single absences.
    """
    wanted = share * len(days) * (AFTERNOON[1] - AFTERNOON[0])
    taken = {day: set[int]() for day in days}
    found = list(_duties(person, share, days, taken, random))
    while _minutes(taken) < wanted:
        day = random.choice(days)
        first, last = _block(random, 90, 270)
        if set(range(first, last, STEP)) - taken[day]:
            taken[day] |= set(range(first, last, STEP))
            ends = {"start": _moment(day, first), "end": _moment(day, last)}
            found.append({"id": f"{person}-{len(found)}", "person": person, "illustrative": True, **ends})
    return found


def _duties(
    person: str, share: float, days: Sequence[date], taken: dict[date, set[int]], random: Random
) -> Iterator[dict[str, Any]]:
    """Weekly duties, each on a weekday of its own, until they take half of the share."""
    for n, weekday in enumerate(random.sample(DAYS, 3)):
        if _minutes(taken) >= share / 2 * len(days) * (AFTERNOON[1] - AFTERNOON[0]):
            return
        (first, last), every = _block(random, 90, 180), random.choice((1, 1, 2))
        monday = days[0] - timedelta(days=days[0].weekday())
        for day in days:
            if DAYS[day.weekday()] == weekday and (day - monday).days // 7 % every == 0:
                taken[day] |= set(range(first, last, STEP))
        weekly = {"weekdays": [weekday], "from_time": _clock(first), "to_time": _clock(last), "every_weeks": every}
        yield {"id": f"{person}-w{n}", "person": person, "illustrative": True, "weekly": weekly}


def _block(random: Random, shortest: int, longest: int) -> tuple[int, int]:
    length = random.randrange(shortest, longest + STEP, STEP)
    first = random.randrange(AFTERNOON[0], AFTERNOON[1] - length + STEP, STEP)
    return first, first + length


def _minutes(taken: dict[date, set[int]]) -> int:
    return STEP * sum(map(len, taken.values()))


def _clock(minutes: int) -> str:
    return time(minutes // 60, minutes % 60).isoformat("minutes")


def _moment(day: date, minutes: int) -> str:
    return datetime.combine(day, time(minutes // 60, minutes % 60)).isoformat()
