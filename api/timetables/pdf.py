"""The timetable for the public as a PDF: A4 across, a line for each forum and a column for each month.

Its letters are those of Bitstream Vera, which come with the library: å, ä and ö show without a font on the machine.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import zip_longest
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

from api.texts import say
from api.timetables.sheet import Part, Row, Sheet, Shown

__all__ = ["pdf"]

MARGIN = 12 * mm
LINE_WIDTH = 42 * mm
PADDING = 12
"""Points that the library keeps free within the margins, left and right together."""
INK, QUIET, RULE, HEAD = HexColor("#1a1f24"), HexColor("#4d565e"), HexColor("#b8c0c7"), HexColor("#e8eef2")
PLAIN, BOLD = "Vera", "VeraBd"


def pdf(shown: Sheet) -> bytes:
    """The timetable as a file; the same timetable gives the same bytes."""
    out = BytesIO()
    _fonts()
    document = SimpleDocTemplate(
        out,
        pagesize=landscape(A4),
        title=shown.name,
        author="",
        subject=shown.changed,
        creator="terminsplan",
        lang=shown.language,
        invariant=1,
        **dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN),
    )
    story = [Paragraph(_text(shown.name), _style(15, BOLD)), Paragraph(_text(shown.changed), _style(8.5, color=QUIET))]
    story.append(Spacer(1, 4 * mm))
    if not shown.rows:
        story.append(Paragraph(_text(shown.none), _style(10)))
    for part in shown.parts:
        story += [_table(part, say("timetable.line", shown.language), document.width - PADDING), Spacer(1, 6 * mm)]

    def numbered(canvas: Canvas, _: object) -> None:
        canvas.setFont(PLAIN, 8)
        canvas.setFillColor(QUIET)
        page = say("timetable.page", shown.language, page=canvas.getPageNumber())
        canvas.drawRightString(landscape(A4)[0] - MARGIN, 6 * mm, page)

    document.build(story, onFirstPage=numbered, onLaterPages=numbered)
    return out.getvalue()


def _table(part: Part, lines: str, width: float) -> LongTable:
    """Some of the months, of the lines that meet in them."""
    rows: list[list[object]] = [[Paragraph(_text(one), _style(8.5, BOLD)) for one in (lines, *part.months)]]
    firsts = []
    for row in part.rows:
        firsts.append(len(rows))
        rows += _rows(row)
    column = (width - LINE_WIDTH) / max(len(part.months), 3)
    widths = [LINE_WIDTH, *[column] * len(part.months)]
    ruled = [("LINEABOVE", (0, first), (-1, first), 0.5, RULE) for first in firsts]
    return LongTable(rows, colWidths=widths, repeatRows=1, hAlign="LEFT", style=TableStyle([*_STYLE, *ruled]))


_STYLE = (
    ("BOX", (0, 0), (-1, -1), 0.5, RULE),
    ("LINEAFTER", (0, 0), (-1, -1), 0.5, RULE),
    ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, RULE),
    ("BACKGROUND", (0, 0), (-1, 0), HEAD),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
)


def _rows(row: Row) -> Iterator[list[object]]:
    """A line as rows of a meeting a month each, so that it can go on on the next sheet between any two."""
    title: object = Paragraph(_text(row.title), _style(8.5, BOLD))
    for meetings in zip_longest(*row.cells):
        yield [title, *(_meeting(one) if one else "" for one in meetings)]
        title = ""


def _meeting(one: Shown) -> list[Paragraph]:
    when = _text(f"{one.day} {one.hours}")
    parts = [
        (f"<strike>{when}</strike>" if one.remark else when, _style(8, BOLD)),
        (_text(one.remark), _style(8, BOLD)),
        (_text(one.title), _style(8)),
        (_text(one.place), _style(8, color=QUIET)),
        *((_text(said), _style(7.5, color=QUIET)) for said in one.due),
    ]
    return [Paragraph(words, style) for words, style in parts if words]


@cache
def _style(size: float, font: str = PLAIN, color: HexColor = INK) -> ParagraphStyle:
    return ParagraphStyle(
        f"{font}{size}{color}",
        fontName=font,
        fontSize=size,
        leading=size * 1.25,
        textColor=color,
        splitLongWords=1,
    )


@cache
def _fonts() -> frozenset[int]:
    """Make the letters known; the characters that there are."""
    faces = [TTFont(name, f"{name}.ttf") for name in (PLAIN, BOLD)]
    for one in faces:
        pdfmetrics.registerFont(one)
    return frozenset(faces[0].face.charToGlyph)


def _text(words: str) -> str:
    """A text with the letters that there are: of another one that which it is made of (ő: o), else a question mark."""
    known = _fonts()
    return escape("".join(one if ord(one) in known else _nearest(one, known) for one in words))


def _nearest(letter: str, known: frozenset[int]) -> str:
    base = "".join(one for one in unicodedata.normalize("NFKD", letter) if ord(one) in known)
    return base or ("" if unicodedata.category(letter) in ("Cf", "Mn") else "?")
