"""Everything that is wrong with a document, in lines for whoever wrote it."""

from collections.abc import Iterator

from pydantic import ValidationError

from api.faulty import errors_of
from api.texts import Language, fault_sentence, say
from models import pointer

__all__ = ["fault_lines"]

MOST_FAULTS_SHOWN = 100
LONGEST_SENTENCE = 500


def fault_lines(error: ValidationError, file: str, language: Language) -> Iterator[str]:
    """A heading and a line for each fault: its place in the document, what is wrong, and what mends it."""
    found = errors_of(error)
    yield say("validate.faults", language, file=file, count=len(found))
    for one in found[:MOST_FAULTS_SHOWN]:
        sentence = fault_sentence(one["type"], language, one.get("ctx", {}), one["msg"])
        short = sentence if len(sentence) <= LONGEST_SENTENCE else sentence[: LONGEST_SENTENCE - 1] + "…"
        yield f"  {pointer(one['loc']) or '/'}: {short}"
    if len(found) > MOST_FAULTS_SHOWN:
        yield "  " + say("validate.more", language, count=len(found) - MOST_FAULTS_SHOWN)
