"""The timetable for the public in words of a language: what the page, the PDF and the workbook have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from api.feeds.entry import one_line
from api.telling import day_text
from api.telling.dates import hours_text, month_text, short_day
from api.texts import Language, say
from api.timetables.timetable import Due, Line, Meeting, Timetable

__all__ = ["Part", "Row", "Sheet", "Shown", "sheet"]

ACROSS = 6
"""Months that stand side by side on a page."""


@dataclass(frozen=True)
class Shown:
    """A meeting in words.

    Attributes:
        start: local time of the term, as `end`.
        day: with weekday and month, without the year.
        title: empty where it is that of its line.
        where: place and address in one line.
        remark: that it is cancelled; else empty.
        due: what is to be done for it until when, a line each.
    """

    start: datetime
    end: datetime
    day: str
    hours: str
    title: str
    place: str
    where: str
    remark: str
    due: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A line of the timetable.

    Attributes:
        cells: its meetings in each month that has a column.
    """

    title: str
    cells: tuple[tuple[Shown, ...], ...]

    @property
    def meetings(self) -> tuple[Shown, ...]:
        """All of its meetings."""
        return tuple(one for cell in self.cells for one in cell)


@dataclass(frozen=True)
class Part:
    """As many months of the timetable as stand side by side, and the lines that meet in them.

    Attributes:
        title: the first and the last month.
    """

    title: str
    months: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Sheet:
    """The timetable in words.

    Attributes:
        months: the names of its columns.
        changed: when it last changed.
        none: what is said where nothing is public.
    """

    language: Language
    title: str
    heading: str
    changed: str
    none: str
    months: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What it is called in full: `Tidplan: Närvård 2026`."""
        return f"{self.heading}: {self.title}"

    @property
    def parts(self) -> tuple[Part, ...]:
        """The whole of it, some months at a time."""
        return tuple(self._part(slice(first, first + ACROSS)) for first in range(0, len(self.months), ACROSS))

    def _part(self, months: slice) -> Part:
        rows = (Row(row.title, row.cells[months]) for row in self.rows)
        first, last = self.months[months][0], self.months[months][-1]
        title = first if first == last else say("timetable.months", self.language, first=first, last=last)
        return Part(title, self.months[months], tuple(row for row in rows if row.meetings))


def sheet(table: Timetable, changed_at: datetime, language: Language) -> Sheet:
    """The timetable in a language.

    Args:
        changed_at: when a release last changed it.
    """
    changed = day_text(changed_at.astimezone(ZoneInfo(table.time_zone)).date(), language)
    return Sheet(
        language=language,
        title=table.title,
        heading=say("timetable.heading", language),
        changed=say("timetable.changed", language, date=changed),
        none=say("timetable.none", language),
        months=tuple(month_text(*one, language) for one in table.months),
        rows=tuple(Row(line.title, tuple(_cells(table, line, language))) for line in table.lines),
    )


def _cells(table: Timetable, line: Line, language: Language) -> Iterator[tuple[Shown, ...]]:
    for month in table.months:
        held = (one for one in line.meetings if (one.start.year, one.start.month) == month)
        yield tuple(_shown(one, line, language) for one in held)


def _shown(one: Meeting, line: Line, language: Language) -> Shown:
    return Shown(
        start=one.start.replace(tzinfo=None),
        end=one.end.replace(tzinfo=None),
        day=short_day(one.start.date(), language),
        hours=hours_text(one.start, one.end, language),
        title="" if one.title == line.title else one.title,
        place=one.place.name if one.place else say("told.place_later", language),
        where=one_line(one.place.name, one.place.address) if one.place else say("told.place_later", language),
        remark=say(f"timetable.{one.status}", language) if one.cancelled else "",
        due=tuple(_due(due, language) for due in one.deadlines),
    )


def _due(due: Due, language: Language) -> str:
    return say("timetable.due", language, what=due.title, day=short_day(due.day, language))
