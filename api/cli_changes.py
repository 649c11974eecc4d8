"""The commands for when something happens: `change`, `replan` and `diff`; `api.cli` lists them.

As there, imports stay inside the commands.
"""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import (
    DEFAULT_LANGUAGE,
    Ics,
    InLanguage,
    Json,
    OldTerm,
    Required,
    Seed,
    TimeLimit,
    Workers,
)
from api.texts import say

__all__ = ["change", "diff", "replan"]

Known = Annotated[Path, typer.Option(metavar="PLAN", help="The plan that people know.")]
Happened = Annotated[
    Path | None, typer.Option("--change", metavar="CHANGE", help="What happened, to be applied to the term first.")
]
SeenFrom = Annotated[
    str | None, typer.Option(metavar="T", help="Re-plan as seen from this local date or date-time; else from now.")
]
TermOut = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the changed term to this file.")]


def change(
    file: Required,
    what: Annotated[Path, typer.Argument(metavar="CHANGE", help="What happened, as JSON; - is standard input.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="OUT", help="Write the changed term; - is standard output.")
    ] = Path("-"),
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Apply what happened to a term, and say in sentences what that does."""
    from api.commands.changing import action_lines, changed, write_term
    from api.commands.files import read_change, read_term
    from api.commands.screen import Screen

    term, happened, screen = read_term(file, language), read_change(what, language), Screen()
    after = changed(term, happened, str(file), str(what), language)
    write_term(after, out, language)
    for line in action_lines(term, after, happened, language):
        screen.note(line) if str(out) == "-" else screen.line(line)
    if str(out) != "-":
        screen.note(say("change.written", language, file=out))


def replan(
    file: Required,
    before: Known,
    what: Happened = None,
    old_term: OldTerm = None,
    as_of: SeenFrom = None,
    json: Json = None,
    ics: Ics = None,
    term_out: TermOut = None,
    time_limit: TimeLimit = 60.0,
    workers: Workers = 2,
    seed: Seed = 1,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Find the nearest plan that holds after a change; say whom it disturbs, and what was proven."""
    from api.commands.changing import changed, write_term
    from api.commands.differences import old_answer
    from api.commands.files import moment, read_change, read_term
    from api.commands.planning import exit_code, written
    from api.commands.replanning import make_replan, now_in, print_replan
    from api.commands.screen import Screen
    from scheduler import Answered
    from scheduler.options import Options

    term, screen = read_term(file, language), Screen()
    now = moment(as_of, language) or now_in(term)
    old = old_answer(before, old_term, term, language)
    if what is not None:
        term = changed(term, read_change(what, language), str(file), str(what), language, [old.plan])
    made = make_replan(term, old.plan, now, Options(time_limit, workers, seed), str(file), language, screen)
    notes = list[str]()
    if term_out is not None:
        write_term(term, term_out, language)
        notes.append(say("change.written", language, file=term_out))
    notes += written(term, made, json, ics, language)
    if json is None or str(json) != "-":
        print_replan(old, Answered(term, made), language, screen)
    for note in notes:
        screen.note(note)
    raise typer.Exit(exit_code(made))


def diff(
    file: Required,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The plan that people know.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The plan that takes its place, of TERM.")],
    old_term: OldTerm = None,
    json: Json = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Say what one plan changes of another: the meetings, and for each person just their own."""
    from api.commands.differences import difference_lines, old_answer, same_term, write_difference
    from api.commands.files import read_plan, read_term
    from api.telling import Names
    from scheduler import Answered, compare

    term, made = read_term(file, language), read_plan(new, language)
    same_term(term, made, new, language)
    was = old_answer(old, old_term, term, language)
    found = compare(was, Answered(term, made))
    if json is not None:
        write_difference(found, json, language)
    if json is None or str(json) != "-":
        print("\n".join(difference_lines(found, Names(was.term, term), language)))
