"""When people of a generated year cannot come, and how its months are cut: all from a seeded `Random`."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from benchmarks.document import Item

__all__ = ["AUTUMN", "CLOSED", "SPRING", "YEAR", "busy", "slices"]

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
SPRING = (date(2026, 1, 12), date(2026, 6, 12))
AUTUMN = (date(2026, 8, 24), date(2026, 12, 11))
"""First and last date of the two halves of the year that forums meet in."""
CLOSED = (
    (date(2026, 2, 9), date(2026, 2, 13), "Sports break"),
    (date(2026, 4, 7), date(2026, 4, 10), "Easter break"),
    (date(2026, 6, 22), date(2026, 8, 14), "Summer"),
    (date(2026, 10, 26), date(2026, 10, 30), "Autumn break"),
)
SHARES = (0.30, 0.55)
"""The least and the greatest share of office hours that anybody is busy."""
DAYS = ("mon", "tue", "wed", "thu", "fri")
MORNING, AFTERNOON = (480, 720), (750, 1020)
"""First minute of the day, and first minute after, of the two halves that duties take: 8-12 and 12:30-17."""
WEEK_MINUTES = len(DAYS) * (MORNING[1] - MORNING[0] + AFTERNOON[1] - AFTERNOON[0])
STEP = 30
DAYS_AWAY = 5
"""Working days of the year that single absences take, on average: courses, leave, other meetings."""
WORKING_DAYS = 210


def busy(person: str, random: Random) -> Iterator[Item]:
    """Absences that take a share of a person's office hours drawn between the two shares: duties, and days away."""
    wanted = (random.uniform(*SHARES) - DAYS_AWAY / WORKING_DAYS) * WEEK_MINUTES
    taken = 0.0
    for n, (day, half) in enumerate(_halves(random)):
        if taken >= wanted:
            break
        first, last = _block(random, half)
        every = random.choice((1, 1, 2))
        taken += (last - first) / every
        hours = {"weekdays": [day], "from_time": _clock(first), "to_time": _clock(last), "every_weeks": every}
        yield {"id": f"{person}.w{n}", "person": person, "weekly": hours}
    yield from _days_away(person, random)


def _halves(random: Random) -> list[tuple[str, tuple[int, int]]]:
    """Half days that duties may take: three mornings, Friday's afternoon, and two of those that autumn meetings use."""
    mornings = [(day, MORNING) for day in random.sample(DAYS, 3)]
    afternoons = [(day, AFTERNOON) for day in (*random.sample(DAYS[:4], 2), DAYS[4])]
    return random.sample(mornings + afternoons, 6)


def _days_away(person: str, random: Random) -> Iterator[Item]:
    """Single absences of one to four days, anywhere in the year."""
    for n in range(3):
        first = YEAR[0] + timedelta(days=random.randrange(360))
        last = first + timedelta(days=random.randrange(4))
        ends = {"start": _moment(first, MORNING[0]), "end": _moment(last, AFTERNOON[1])}
        yield {"id": f"{person}.d{n}", "person": person, **ends}


def _block(random: Random, half: tuple[int, int]) -> tuple[int, int]:
    """A stretch of three hours or more of half a day."""
    length = random.randrange(180, half[1] - half[0] + STEP, STEP)
    first = random.randrange(half[0], half[1] - length + STEP, STEP)
    return first, first + length


def _clock(minutes: int) -> str:
    return time(minutes // 60, minutes % 60).isoformat("minutes")


def _moment(day: date, minutes: int) -> str:
    return datetime.combine(day, time(minutes // 60, minutes % 60)).isoformat()


def slices(first: date, last: date, count: int, most_days: int) -> list[tuple[date, date]]:
    """So many stretches of dates, evenly from `first` to `last`, each at most so many days long."""
    length = ((last - first).days + 1) / count
    starts = [first + timedelta(days=round(n * length)) for n in range(count)]
    return [(start, start + timedelta(days=min(int(length), most_days) - 1)) for start in starts]
