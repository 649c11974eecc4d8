"""The timetable's files, read by other libraries than those that wrote them, each as all the text in it."""

import io
import re
import zipfile

import openpyxl
import pypdf

from tests.api.feeds.building import events
from tests.api.timetables.planting import words

__all__ = ["READERS"]


def _pdf(body: bytes) -> str:
    read = pypdf.PdfReader(io.BytesIO(body))
    return words(" ".join([*(page.extract_text() for page in read.pages), *map(str, (read.metadata or {}).values())]))


def _workbook(body: bytes) -> str:
    """Cells, and every part of the file, so that nothing hides beside the cells."""
    rows = openpyxl.load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True)
    cells = " ".join(str(cell) for row in rows for cell in row)
    parts = zipfile.ZipFile(io.BytesIO(body))
    return " ".join([cells, *(parts.read(name).decode(errors="replace") for name in parts.namelist())])


def _calendar(body: bytes) -> str:
    unfolded = re.sub(rb"\r\n ", b"", body).decode()
    return " ".join([unfolded, *(value for one in events(body) for value in one.values())])


READERS = {"": bytes.decode, ".pdf": _pdf, ".xlsx": _workbook, ".ics": _calendar, ".json": bytes.decode}
"""By how the address ends; the page itself ends with nothing."""
