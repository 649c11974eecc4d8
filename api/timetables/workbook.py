"""The timetable for the public as a workbook: a row for each meeting, to sort and filter, with dates that are dates."""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from api.texts import say
from api.timetables.sheet import Row, Sheet, Shown

__all__ = ["workbook"]

COLUMNS = {
    "line": 32,
    "title": 36,
    "date": 12,
    "from": 8,
    "to": 8,
    "place": 28,
    "where": 40,
    "status": 36,
    "deadlines": 48,
}
"""What each column is about, and how many characters wide it is."""
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Said to be when the file was made: the same timetable gives the same bytes."""


def workbook(shown: Sheet) -> bytes:
    """The timetable as a file."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": shown.name, "created": EPOCH.replace(tzinfo=None)})
    page = book.add_worksheet(shown.heading)
    _frame(page, shown, book)
    formats = {"date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})}
    formats |= dict.fromkeys(("from", "to"), book.add_format({"num_format": "hh:mm", "align": "left"}))
    rows = [(row, one) for row in shown.rows for one in row.meetings]
    for at, (row, one) in enumerate(rows, start=1):
        _write(page, at, _values(row, one), formats)
    page.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    book.close()
    return out.getvalue()


def _frame(page: Worksheet, shown: Sheet, book: Workbook) -> None:
    """Heads that stay in sight and come again on each printed page, A4 across, as many columns as fit."""
    bold = book.add_format({"bold": True, "bottom": 1})
    for at, (column, width) in enumerate(COLUMNS.items()):
        page.write_string(0, at, say(f"timetable.{column}", shown.language), bold)
        page.set_column(at, at, width)
    page.freeze_panes(1, 0)
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L{_header(shown.title)}&R{_header(shown.changed)}")


def _header(words: str) -> str:
    return words.replace("&", "&&")[:120]


def _values(row: Row, one: Shown) -> dict[str, object]:
    return {
        "line": row.title,
        "title": one.title or row.title,
        "date": one.start,
        "from": one.start,
        "to": one.end,
        "place": one.place,
        "where": one.where,
        "status": one.remark,
        "deadlines": "; ".join(one.due),
    }


def _write(page: Worksheet, at: int, values: dict[str, object], formats: dict[str, object]) -> None:
    for n, (column, value) in enumerate(values.items()):
        if column == "date" and isinstance(value, datetime):
            page.write_datetime(at, n, value.date(), formats[column])
        elif isinstance(value, datetime):
            page.write_datetime(at, n, value.time(), formats[column])
        else:
            page.write_string(at, n, str(value))
