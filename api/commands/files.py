"""Documents read from files and standard input, and written so that a file is whole or not there."""

import sys
import tempfile
from contextlib import nullcontext
from datetime import date, datetime, time
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import from_json

from api.commands.exits import Exit, Stop
from api.commands.faults import fault_lines
from api.commands.settings import settings
from api.texts import Language, say, system_sentence
from models import Change, Plan, Term, as_validation_error

__all__ = [
    "EXAMPLE",
    "check_calendar",
    "example_file",
    "moment",
    "read_change",
    "read_plan",
    "read_term",
    "seen_by",
    "term_of",
    "text_of",
    "write",
]

EXAMPLE = "borås_2026.json"


def example_file() -> Path:
    """The shipped example: it lies beside the packages, in a checkout as in an installation."""
    return Path(__file__).parents[2] / "examples" / EXAMPLE


def text_of(file: Path, language: Language) -> str:
    """The text of a file, `-` being standard input. Raises `Stop` with a sentence."""
    limit = settings(language).max_body_bytes
    try:
        with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as source:
            raw = source.read(limit + 1)
    except FileNotFoundError:
        raise Stop(Exit.FAULTY, say("file.missing", language, file=file)) from None
    except OSError as error:
        raise Stop(
            Exit.FAULTY, say("file.unreadable", language, file=file, why=system_sentence(error, language))
        ) from None
    if len(raw) > limit:
        raise Stop(Exit.FAULTY, say("file.too_large", language, file=file, limit=limit))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Stop(Exit.FAULTY, say("file.not_text", language, file=file, byte=error.start)) from None


def read_term(file: Path, language: Language, as_of: datetime | None = None) -> Term:
    """The term in a file, seen from `as_of` where that is given. Raises `Stop` with every fault that it has."""
    try:
        return term_of(text_of(file, language), language, as_of)
    except ValidationError as error:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, str(file), language))) from None


def term_of(text: str, language: Language, as_of: datetime | None = None) -> Term:
    """The term that a text says, seen from `as_of` where that is given. Raises `ValidationError`."""
    context = {"sizes": settings(language).sizes}
    if as_of is None:
        return Term.model_validate_json(text, context=context)
    document = from_json(text)
    if isinstance(document, dict):
        document["as_of"] = as_of.isoformat()
    return Term.model_validate(document, context=context)


def check_calendar(term: Term, name: str, language: Language) -> None:
    """Raise `Stop` with what is wrong with a term that only the planner can see, such as a country it does not know."""
    import scheduler

    faults = scheduler.faults(term)
    if faults:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(as_validation_error("Term", faults), name, language)))


def read_plan(file: Path, language: Language) -> Plan:
    """The plan in a file. Raises `Stop` with every fault that it has."""
    try:
        return Plan.model_validate_json(text_of(file, language))
    except ValidationError as error:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, str(file), language))) from None


def read_change(file: Path, language: Language) -> Change:
    """The change in a file. Raises `Stop` with every fault that it has."""
    try:
        return Change.model_validate_json(text_of(file, language))
    except ValidationError as error:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, str(file), language))) from None


def seen_by(plan: Plan) -> datetime | None:
    """The moment that a term is to be read with so that a plan answers it.

    A plan from nothing answers the term as seen from its moment; one that changes another keeps the moment to itself.
    """
    return plan.as_of if plan.baseline is None else None


def moment(text: str | None, language: Language) -> datetime | None:
    """A local moment as it is given on the command line; a date alone is its first minute. Raises `Stop`."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo or found.second or found.microsecond:
        raise Stop(Exit.FAULTY, say("as_of.wrong", language))
    return datetime.combine(date(found.year, found.month, found.day), time(found.hour, found.minute))


def write(file: Path, content: str | bytes, language: Language) -> None:
    """Write a file, `-` being standard output: first beside it, then in its place. Raises `Stop`."""
    data = content.encode() if isinstance(content, str) else content
    if str(file) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".terminsplan-", delete=False) as new:
            new.write(data)
        Path(new.name).chmod(0o644)
        Path(new.name).replace(file)
    except OSError as error:
        raise Stop(
            Exit.FAULTY, say("file.unwritable", language, file=file, why=system_sentence(error, language))
        ) from None
