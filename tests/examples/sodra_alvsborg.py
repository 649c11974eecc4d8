"""The example of Södra Älvsborg as it is asked about: its forums, their members, meetings, orders and deadlines."""

from datetime import date
from functools import cache

from benchmarks.sodra_alvsborg import FILE
from models import Deadline, Forum, Order, ResolvedMeeting, Seat, Term

__all__ = [
    "MUNICIPALITIES",
    "OFFICE",
    "OTHERS",
    "SIDES",
    "days",
    "due",
    "example",
    "forum",
    "forums",
    "meetings",
    "members",
    "orders",
    "posts",
]

OTHERS = ("bollebygd", "herrljunga", "mark", "svenljunga", "tranemo", "ulricehamn", "vargarda")
MUNICIPALITIES = ("boras", *OTHERS)
SIDES = {"kommun", "primarvard", "specialistvard"}
OFFICE = "narvardskontoret"


@cache
def example() -> Term:
    return Term.model_validate_json(FILE.read_bytes())


def forum(name: str) -> Forum:
    return example().forum[name]


def forums(prefix: str) -> list[Forum]:
    return [one for one in example().forums if one.id.startswith(prefix)]


def meetings(series: str) -> list[ResolvedMeeting]:
    return [one for one in example().resolved.values() if one.series == series]


def members(name: str, standing: str = "voting") -> dict[str, Seat]:
    return {one.id: one for one in forum(name).members if one.standing == standing}


def posts(seats: dict[str, Seat]) -> set[tuple[str, str]]:
    return {(one.role, one.unit) for one in seats.values()}


def days(one: ResolvedMeeting) -> list[date]:
    return [day for window in one.windows for day in window.days()]


def orders(before: str, after: str) -> list[Order]:
    """The orders between meetings of the one series and the other."""
    series = {one.id: one.series for one in example().meetings}
    return [one for one in example().ordered if (series[one.before], series[one.after]) == (before, after)]


def due(series: str) -> dict[str, Deadline]:
    """The deadlines of a series by id."""
    (own,) = (one for one in example().series if one.id == series)
    return {one.id: one for one in own.deadlines}
