"""`terminsplan diff`: what one plan changes of another, meeting by meeting and person by person."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.checking import answered_by
from api.commands.exits import Exit, Stop
from api.commands.files import read_plan, read_term, seen_by, write
from api.telling import Names, meeting_sentence, own_sentence
from api.texts import Language, say
from models import Difference, Plan, Term

if TYPE_CHECKING:
    from scheduler import Answered

__all__ = ["difference_lines", "old_answer", "same_term", "write_difference"]


def same_term(term: Term, plan: Plan, file: Path, language: Language) -> None:
    """Raise `Stop` where a plan is of another term."""
    if plan.term_uid != term.uid:
        raise Stop(Exit.FAULTY, say("plan.other_term", language, file=file))


def old_answer(file: Path, term_file: Path | None, now: Term, language: Language) -> "Answered":
    """A plan with the revision of the term that it answers: the file, else what lies beside the plan, else the newest.

    Raises:
        Stop: a file cannot be read, or is of another term.
    """
    from scheduler import Answered

    plan = read_plan(file, language)
    same_term(now, plan, file, language)
    if term_file is None:
        return Answered(answered_by(plan, file, now, language), plan)
    term = read_term(term_file, language, seen_by(plan))
    same_term(term, plan, term_file, language)
    return Answered(term, plan)


def difference_lines(found: Difference, names: Names, language: Language) -> Iterator[str]:
    """The meetings that something became of, then the people with what changed for just them."""
    if found.empty:
        yield say("diff.none", language)
        return
    changes = [one for one in found.meetings if one.what != "untouched"]
    yield say("diff.meetings", language, meetings=len(changes), kept=len(found.meetings) - len(changes))
    yield from (f"  {meeting_sentence(one, names, language)}" for one in changes)
    yield ""
    yield say("diff.people", language, people=len(found.people))
    for person in found.people:
        yield f"  {names.of('person', person.person)}"
        yield from (f"    {own_sentence(one, names, language)}" for one in person.changes)


def write_difference(found: Difference, file: Path, language: Language) -> None:
    """The difference as JSON. Raises `Stop` where it cannot be written."""
    write(file, found.model_dump_json(indent=2) + "\n", language)
