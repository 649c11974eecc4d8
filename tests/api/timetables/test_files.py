"""The files: dates that are dates, letters that show, the same bytes for the same timetable."""

import io
from datetime import UTC, date, datetime, time
from uuid import UUID

import openpyxl
import pypdf
import pytest

from api.timetables import Line, Meeting, Place, Timetable
from api.timetables.pdf import pdf
from api.timetables.sheet import sheet
from api.timetables.workbook import workbook

AT = datetime(2026, 8, 24, 8, 0, tzinfo=UTC)


def _held(n: int, month: int = 9, day: int = 1, title: str = "Möte") -> Meeting:
    start = datetime(2026, month, day, 11, 0, tzinfo=UTC)
    where = Place(name="Åsbo äldreboende", address="Östra vägen 1", latitude=None, longitude=None)
    return Meeting(
        uid=UUID(int=n),
        title=title,
        start=start,
        end=start.replace(hour=12),
        place=where if n % 2 else None,
        status="confirmed" if n else "postponed",
    )


def _table(*lines: Line) -> Timetable:
    days = {"first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31)}
    return Timetable(title="Höstens möten", time_zone="Europe/Stockholm", lines=lines, **days)


TABLE = _table(
    Line(title="Delregionalt politiskt samråd", meetings=(_held(1), _held(2, 10, 6))),
    Line(title="=SUMMA(A1)", meetings=(_held(0, 11, 3, "Styrgrupp <b>&</b>"),)),
)


def _text(body: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)


def test_a_workbook_has_dates_and_times_that_excel_sorts() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook(sheet(TABLE, AT, "sv")))).active
    head, first, *_ = page.iter_rows(values_only=True)
    assert head == ("Forum", "Möte", "Datum", "Från", "Till", "Lokal", "Adress", "Status", "Att göra")
    assert first[2:5] == (datetime(2026, 9, 1), time(11), time(12))
    assert page["C2"].is_date
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:I4")
    assert page.column_dimensions["A"].width > 25


def test_a_workbook_takes_no_title_for_a_formula() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook(sheet(TABLE, AT, "en")))).active
    assert page["A4"].value == "=SUMMA(A1)"
    assert page["A4"].data_type == "s"


def test_a_pdf_shows_swedish_letters_and_what_looks_like_markup() -> None:
    body = pdf(sheet(TABLE, AT, "sv"))
    said = _text(body)
    for words in ("Höstens möten", "Åsbo äldreboende", "Delregionalt", "<b>&</b>", "Inställt", "November 2026"):
        assert words in said
    assert body.count(b"/FontFile2") == 2, "the letters are in the file"


@pytest.mark.parametrize(("written", "shown"), [("Kőszeg", "Koszeg"), ("漢", "?"), ("a\u200db", "ab")])
def test_a_letter_that_there_is_not_becomes_the_nearest(written: str, shown: str) -> None:
    assert shown in _text(pdf(sheet(_table(Line(title=written, meetings=(_held(1),))), AT, "sv")))


def test_a_pdf_of_a_whole_year_is_so_many_sheets_across() -> None:
    """Twelve months are two tables of six; a hundred lines repeat the months on each sheet."""
    lines = (Line(title=f"Forum {n}", meetings=tuple(_held(1, month) for month in range(1, 13))) for n in range(40))
    read = pypdf.PdfReader(io.BytesIO(pdf(sheet(_table(*lines), AT, "sv"))))
    width, height = read.pages[0].mediabox.width, read.pages[0].mediabox.height
    assert (round(width), round(height)) == (842, 595)
    assert all("2026" in page.extract_text() for page in read.pages)
    assert len(read.pages) > 4


def test_a_line_that_is_longer_than_a_sheet_goes_on_on_the_next() -> None:
    lines = (Line(title="Kort", meetings=(_held(1),)), Line(title="Lång", meetings=(_held(1),) * 60))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf(sheet(_table(*lines), AT, "sv")))).pages]
    assert len(pages) > 2
    assert [page.count("September 2026") for page in pages] == [1] * len(pages), "the months stand once on each sheet"


def test_an_empty_timetable_says_so() -> None:
    assert "Inga möten" in _text(pdf(sheet(_table(), AT, "sv")))
    assert openpyxl.load_workbook(io.BytesIO(workbook(sheet(_table(), AT, "en")))).active.max_row == 1


@pytest.mark.parametrize("make", [pdf, workbook])
def test_the_same_timetable_gives_the_same_bytes(make: object) -> None:
    shown = sheet(TABLE, AT, "sv")
    assert make(shown) == make(shown)  # type: ignore[operator]
