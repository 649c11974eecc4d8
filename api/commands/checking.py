"""`terminsplan check`: whether a plan obeys the rules of its term."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from api.commands.exits import Exit, Stop
from api.commands.files import example_file, read_term, seen_by, term_of
from api.telling import Names, broken_sentence
from api.texts import Language, say
from models import Broken, Plan, Term

if TYPE_CHECKING:
    from scheduler import Violation

__all__ = ["answered_by", "term_for", "violation_lines"]

MOST_FILES_LOOKED_AT = 200
LARGEST_FILE_LOOKED_AT = 20_000_000


def term_for(plan: Plan, plan_file: Path, term_file: Path | None, language: Language) -> Term:
    """The term that a plan answers, seen from the same moment.

    Without a file it is looked for among the JSON files beside the plan and in the shipped example: the very
    document that was planned, else one with its uid that has changed since.

    Raises:
        Stop: there is no such term, or the file's is another one.
    """
    if term_file is not None:
        term = read_term(term_file, language, seen_by(plan))
        if term.uid != plan.term_uid:
            raise Stop(Exit.FAULTY, say("check.other_term", language, file=term_file))
        return term
    near = list(_terms_near(plan, plan_file, language))
    if not near:
        raise Stop(Exit.FAULTY, say("check.no_term", language))
    return next((term for term in near if term.digest == plan.term_digest), near[0])


def answered_by(plan: Plan, plan_file: Path, otherwise: Term, language: Language) -> Term:
    """The very term that a plan was made of, looked for in the same places; where it is gone, another revision."""
    near = (otherwise, *_terms_near(plan, plan_file, language))
    return next((term for term in near if term.digest == plan.term_digest), otherwise)


def _terms_near(plan: Plan, plan_file: Path, language: Language) -> Iterator[Term]:
    near = [] if str(plan_file) == "-" else sorted(islice(plan_file.parent.glob("*.json"), MOST_FILES_LOOKED_AT))
    for file in (*near, example_file()):
        term = _term_in(file, plan, language)
        if term:
            yield term


def _term_in(file: Path, plan: Plan, language: Language) -> Term | None:
    """The term in a file where that is readable and has the plan's uid."""
    try:
        text = file.read_text("utf-8-sig") if file.stat().st_size <= LARGEST_FILE_LOOKED_AT else ""
        if str(plan.term_uid) not in text.lower():
            return None
        term = term_of(text, language, seen_by(plan))
    except (OSError, UnicodeDecodeError, ValidationError, ValueError):
        return None
    return term if term.uid == plan.term_uid else None


def violation_lines(term: Term, violations: Sequence["Violation"], language: Language) -> Iterator[str]:
    """A heading, and a line for each thing that the plan breaks."""
    names = Names(None, term)
    yield say("check.breaks", language, count=len(violations))
    for one in violations:
        params = {name: _plain(value) for name, value in one.params.items()}
        yield f"  {broken_sentence(Broken(rule=one.rule, meeting=one.meeting, params=params), names, language)}"


def _plain(value: object) -> str | int | tuple[str, ...] | None:
    if isinstance(value, tuple | list):
        return tuple(map(str, value))
    return value if value is None or isinstance(value, str | int) else str(value)
