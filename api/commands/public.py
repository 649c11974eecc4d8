"""The timetable for the public as files: what is marked public, and nobody's name."""

from pathlib import Path

from api.clock import Clock, system_clock
from api.commands.calendars import remembered, write_memory
from api.commands.files import write
from api.feeds import PUBLIC, FeedRelease, render
from api.texts import Language
from api.timetables import TimetableDocument, timetable
from api.timetables.pdf import pdf
from api.timetables.sheet import sheet
from api.timetables.workbook import workbook
from models import Plan, Term

__all__ = ["write_timetable"]


def write_timetable(
    term: Term, plan: Plan, directory: Path, memory: Path, language: Language, clock: Clock = system_clock
) -> int:
    """Write the timetable as a calendar, a PDF, a workbook and open JSON; answers how many meetings it shows.

    Args:
        term: what the plan answers.
        plan: one that obeys.
        directory: for the files, which hold nothing but what is public: it may be put on a web site as it is.
        memory: the directory in which what calendars were told before is kept, with names and all.
        language: of what they say.
        clock: tells when they were written.

    Raises:
        Stop: a file cannot be read or written.
    """
    now = clock()
    told = remembered(term, plan, memory, language, now)
    release = FeedRelease(term, told)
    table = timetable(release)
    shown = sheet(table, now, language)
    files: dict[str, str | bytes] = {
        "ics": render(release, PUBLIC.model_copy(update={"language": language})),
        "pdf": pdf(shown),
        "xlsx": workbook(shown),
        "json": TimetableDocument.of(table, now).model_dump_json(indent=2) + "\n",
    }
    for ending, content in files.items():
        write(directory / f"timetable.{ending}", content, language)
    write_memory(term, told, memory, language)
    return len(table.meetings)
