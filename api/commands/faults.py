"""Everything that is wrong with a document, in lines for whoever wrote it."""

from collections.abc import Iterator
from typing import get_args

from pydantic import ValidationError

from api.texts import Language, fault_sentence, say
from models import Action, pointer

__all__ = ["fault_lines"]

MOST_FAULTS_SHOWN = 100
LONGEST_SENTENCE = 500
_KINDS = {kind.model_fields["kind"].default for kind in get_args(get_args(Action)[0])}


def fault_lines(error: ValidationError, file: str, language: Language) -> Iterator[str]:
    """A heading and a line for each fault: its place in the document, what is wrong, and what mends it."""
    yield say("validate.faults", language, file=file, count=error.error_count())
    for one in error.errors(include_url=False, include_input=False)[:MOST_FAULTS_SHOWN]:
        sentence = fault_sentence(one["type"], language, one.get("ctx", {}), one["msg"])
        short = sentence if len(sentence) <= LONGEST_SENTENCE else sentence[: LONGEST_SENTENCE - 1] + "…"
        yield f"  {pointer(_place(error.title, tuple(one['loc']))) or '/'}: {short}"
    if error.error_count() > MOST_FAULTS_SHOWN:
        yield "  " + say("validate.more", language, count=error.error_count() - MOST_FAULTS_SHOWN)


def _place(document: str, loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Where a fault is: pydantic puts the kind of an action into its place, which the document does not."""
    tagged = document == "Change" and loc[:1] == ("actions",) and len(loc) > 2 and loc[2] in _KINDS
    return loc[:2] + loc[3:] if tagged else loc
