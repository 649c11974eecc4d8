"""`terminsplan change`: what happened, made into the next revision of a term, and told."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from api.commands.exits import Exit, Stop
from api.commands.faults import fault_lines
from api.commands.files import write
from api.commands.settings import settings
from api.telling import Names, action_sentence
from api.texts import Language
from models import Change, Plan, Term

__all__ = ["action_lines", "changed", "write_term"]


def changed(
    term: Term, change: Change, term_name: str, change_name: str, language: Language, known: Sequence[Plan] = ()
) -> Term:
    """The term after a change. Raises `Stop` with what is wrong with the change, or with what comes of it."""
    import scheduler

    try:
        return scheduler.apply(term, change, settings(language).sizes, known)
    except ValidationError as error:
        name = change_name if error.title == Change.__name__ else f"{term_name} + {change_name}"
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, name, language))) from None


def action_lines(before: Term, after: Term, change: Change, language: Language) -> Iterator[str]:
    """What each action did."""
    names = Names(before, after)
    yield from (action_sentence(action, names, language) for action in change.actions)


def write_term(term: Term, file: Path, language: Language) -> None:
    """The term as JSON. Raises `Stop` where it cannot be written."""
    write(file, term.model_dump_json(indent=2) + "\n", language)
