"""The command `terminsplan`: the list of its commands, each a few lines that call what does the work.

Imports stay inside the commands: planning a term must not wait for a web server to be loaded.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.exits import EXIT_CODES, Exit, Stop
from api.texts import Language, say

__all__ = ["app", "main"]

HELP = (
    """Plans a term's meetings so that everyone who is needed can attend, and proves that the plan is the best one."""
)
EPILOG = "Exit codes:\n\n" + "\n".join(f"- `{code.value}` {meaning}" for code, meaning in EXIT_CODES.items())

app = typer.Typer(
    name="terminsplan",
    help=HELP,
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
token = typer.Typer(help="Coordinators' tokens, which writing over HTTP needs.", no_args_is_help=True)
app.add_typer(token, name="token")

DEFAULT_LANGUAGE: Language = "en" if os.environ.get("TERMINSPLAN_LANGUAGE", "sv").lower().startswith("en") else "sv"
InLanguage = Annotated[Language, typer.Option("--language", help="Language of what is printed.")]
TermFile = Annotated[Path | None, typer.Argument(metavar="FILE", help="The term, as JSON; - is standard input.")]
Example = Annotated[bool, typer.Option("--example", help="Take the shipped example, Borås 2026.")]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="T", help="Plan as seen from this local date or date-time, not the term's own as_of."),
]


@app.command()
def plan(
    file: TermFile = None,
    example: Example = False,
    as_of: AsOf = None,
    ics: Annotated[Path | None, typer.Option(metavar="DIR", help="Write calendars to this directory.")] = None,
    json: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write the plan as JSON; - is standard output.")
    ] = None,
    time_limit: Annotated[
        float, typer.Option(metavar="S", min=0.1, max=86_400, help="Seconds to look for a plan.")
    ] = 60.0,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Threads that look.")] = 2,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1, help="The same seed gives the same proven plan.")] = 1,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Plan a term; print its timetable and what was proven of it."""
    from api.commands.files import moment, read_term
    from api.commands.planning import exit_code, make_plan, print_plan, write_plan
    from api.commands.screen import Screen
    from scheduler.options import Options

    source = _source(file, example, language)
    term = read_term(source, language, moment(as_of, language))
    screen = Screen()
    made = make_plan(term, Options(time_limit, workers, seed), str(source), language, screen)
    if json is None or str(json) != "-":
        print_plan(term, made, language, screen)
    if json is not None:
        write_plan(made, json, language)
    if json is not None and str(json) != "-":
        screen.note(say("plan.written", language, file=json))
    if ics is not None:
        from api.commands.calendars import write_calendars

        files = write_calendars(term, made, ics, language)
        screen.note(say("plan.calendars", language, files=files, directory=ics))
    raise typer.Exit(exit_code(made))


Required = Annotated[Path, typer.Argument(metavar="TERM", help="The term, as JSON; - is standard input.")]
Json = Annotated[Path | None, typer.Option(metavar="OUT", help="Write the answer as JSON; - is standard output.")]
TimeLimit = Annotated[float, typer.Option(metavar="S", min=0.1, max=86_400, help="Seconds to look.")]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Threads that look.")]
Seed = Annotated[int, typer.Option(min=0, max=2**31 - 1, help="The same seed gives the same proven plan.")]


@app.command()
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


@app.command()
def replan(
    file: Required,
    before: Annotated[Path, typer.Option(metavar="PLAN", help="The plan that people know.")],
    what: Annotated[
        Path | None, typer.Option("--change", metavar="CHANGE", help="What happened, to be applied to the term first.")
    ] = None,
    old_term: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The term as PLAN answers it; else looked for beside that.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="T", help="Re-plan as seen from this local date or date-time; else from now.")
    ] = None,
    json: Json = None,
    ics: Annotated[Path | None, typer.Option(metavar="DIR", help="Write calendars to this directory.")] = None,
    term_out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the changed term to this file.")] = None,
    time_limit: TimeLimit = 60.0,
    workers: Workers = 2,
    seed: Seed = 1,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Find the nearest plan that holds after a change; say whom it disturbs, and what was proven."""
    from api.commands.changing import changed, write_term
    from api.commands.differences import old_answer
    from api.commands.files import moment, read_change, read_term
    from api.commands.planning import exit_code, write_plan
    from api.commands.replanning import make_replan, now_in, print_replan
    from api.commands.screen import Screen
    from scheduler import Answered
    from scheduler.options import Options

    term, screen = read_term(file, language), Screen()
    now = moment(as_of, language) or now_in(term)
    old = old_answer(before, old_term, term, language)
    if what is not None:
        term = changed(term, read_change(what, language), str(file), str(what), language)
    made = make_replan(term, old.plan, now, Options(time_limit, workers, seed), str(file), language, screen)
    if json is None or str(json) != "-":
        print_replan(old, Answered(term, made), language, screen)
    if term_out is not None:
        write_term(term, term_out, language)
        screen.note(say("change.written", language, file=term_out))
    if json is not None:
        write_plan(made, json, language)
    if json is not None and str(json) != "-":
        screen.note(say("plan.written", language, file=json))
    if ics is not None:
        from api.commands.calendars import write_calendars

        screen.note(say("plan.calendars", language, files=write_calendars(term, made, ics, language), directory=ics))
    raise typer.Exit(exit_code(made))


@app.command()
def diff(
    file: Required,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The plan that people know.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The plan that takes its place, of TERM.")],
    old_term: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The term as OLD answers it; else looked for beside that.")
    ] = None,
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


@app.command()
def explain(
    file: Required,
    plan: Annotated[Path, typer.Option(metavar="PLAN", help="The plan that is asked about.")],
    meeting: Annotated[
        str | None, typer.Argument(metavar="[MEETING]", help="Id of a meeting, or a part of its title.")
    ] = None,
    start: Annotated[str | None, typer.Option(metavar="T", help="Why not at this local date and time?")] = None,
    place: Annotated[str | None, typer.Option(metavar="P", help="With --start: at this place, by id or name.")] = None,
    force: Annotated[bool, typer.Option("--force", help="With --start: what if the others had to make room?")] = False,
    repairs: Annotated[int, typer.Option(metavar="N", min=0, max=100, help="What would give it a time?")] = 0,
    spare: Annotated[int, typer.Option(metavar="N", min=0, max=1000, help="Where else can it be?")] = 0,
    alternatives: Annotated[int, typer.Option(metavar="N", min=0, max=20, help="Which other plans are there?")] = 0,
    differ: Annotated[
        int, typer.Option(metavar="D", min=1, help="With --alternatives: in so many meetings each differs.")
    ] = 1,
    load: Annotated[bool, typer.Option("--load", help="What do the meetings take of each person?")] = False,
    json: Json = None,
    change_out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With --repairs: write one of them as a change.")
    ] = None,
    take: Annotated[int, typer.Option(metavar="N", min=1, help="With --change-out: which of the repairs.")] = 1,
    time_limit: TimeLimit = 60.0,
    workers: Workers = 2,
    seed: Seed = 1,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Say why a meeting is where it is, why not elsewhere, what would give it a time, and what else there is."""
    from api.commands.asking import meeting_called, place_called, start_given
    from api.commands.differences import same_term
    from api.commands.explaining import Asked, Explainer
    from api.commands.files import read_plan, read_term, seen_by
    from api.commands.screen import Screen
    from scheduler.options import Options

    made = read_plan(plan, language)
    term, screen = read_term(file, language, seen_by(made)), Screen()
    same_term(term, made, plan, language)
    if term.digest != made.term_digest:
        screen.note(say("explain.changed", language))
    if start is None and (place is not None or force):
        raise Stop(Exit.FAULTY, say("explain.start_needed", language))
    asked = Asked(
        meeting=None if meeting is None else meeting_called(meeting, term, language),
        start=None if start is None else start_given(start, language),
        place=place_called(place, term, language),
        force=force,
        repairs=repairs,
        spare=spare,
        alternatives=alternatives,
        differ=differ,
        load=load,
    )
    tells = json is None or str(json) != "-"
    explainer = Explainer(term, made, Options(time_limit, workers, seed), str(file), language, screen, tells)
    explainer.answer(asked)
    if json is not None:
        explainer.write(json)
    if change_out is not None:
        explainer.write_repair(take, change_out)


@app.command()
def check(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="The plan, as JSON; - is standard input.")],
    term: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The term that it answers; else looked for beside it and in the example."),
    ] = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Check a plan against every rule and goal of its term, without the solver."""
    from api.commands.checking import term_for, violation_lines
    from api.commands.files import read_plan
    from scheduler import check as violations_of

    made = read_plan(plan, language)
    answered = term_for(made, plan, term, language)
    violations = violations_of(answered, made)
    if violations:
        raise Stop(Exit.VIOLATED, "\n".join(violation_lines(answered, violations, language)))
    print(say("check.obeys", language))


@app.command()
def validate(file: TermFile = None, example: Example = False, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Say everything that is wrong with a term, or that nothing is."""
    from api.commands.files import check_calendar, read_term

    source = _source(file, example, language)
    term = read_term(source, language)
    check_calendar(term, str(source), language)
    print(say("validate.fine", language, file=source, meetings=len(term.meetings), people=len(term.people)))


@app.command()
def schema(
    what: Annotated[
        str, typer.Argument(metavar="term|plan|change|difference", help="The document to describe.")
    ] = "term",
) -> None:
    """Print the JSON Schema of a document."""
    from api.commands.schema import DOCUMENTS, json_schema

    if what not in DOCUMENTS:
        raise typer.BadParameter("give one of: " + ", ".join(DOCUMENTS))
    print(json_schema(what))


@app.command()
def example() -> None:
    """Print the shipped example, Borås 2026: a term to begin from."""
    from api.commands.files import example_file, text_of

    print(text_of(example_file(), DEFAULT_LANGUAGE), end="")


Data = Annotated[
    Path | None,
    typer.Option("--data-dir", metavar="DIR", help="Where everything is kept [TERMINSPLAN_DATA_DIR; data]."),
]
Host = Annotated[str | None, typer.Option(help="Address to listen at [TERMINSPLAN_HOST; 127.0.0.1].")]
Port = Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen at [TERMINSPLAN_PORT; 8000].")]


@app.command()
def serve(data_dir: Data = None, host: Host = None, port: Port = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Serve the HTTP API, the calendars and the page, with one solver beside."""
    from api.commands.service import serving
    from api.commands.settings import settings
    from api.serving import serve

    with serving(language):
        serve(settings(language, data_dir=data_dir, host=host, port=port))


@app.command()
def demo(data_dir: Data = None, host: Host = None, port: Port = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Plan the shipped example, print the plan and its proof, release and serve it."""
    from api.commands.demo import demonstrate
    from api.commands.settings import settings

    quiet = None if "TERMINSPLAN_LOG_LEVEL" in os.environ else "warning"
    chosen = settings(language, data_dir=data_dir, host=host, port=port, open_page=True, log_level=quiet)
    demonstrate(chosen, language)


@app.command("api")
def api_alone(
    data_dir: Data = None, host: Host = None, port: Port = None, language: InLanguage = DEFAULT_LANGUAGE
) -> None:
    """Serve without a solver: one such on each of several machines, which share a database."""
    from api.commands.service import serving
    from api.commands.settings import settings
    from api.serving import run_api

    with serving(language):
        run_api(settings(language, data_dir=data_dir, host=host, port=port))


@app.command()
def worker(data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Solve alone: as many as there are to be plans at once, which share a database."""
    from api.commands.service import serving
    from api.commands.settings import settings
    from api.serving import run_worker

    with serving(language):
        run_worker(settings(language, data_dir=data_dir))


@app.command()
def nightly(data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Drop from the calendars what has been cancelled for long; a worker does it by itself every night."""
    from api.commands.nightly import nightly as render
    from api.commands.service import opened
    from api.commands.settings import settings

    with opened(settings(language, data_dir=data_dir), language) as store:
        print(render(store, language))


@token.command("create")
def token_create(
    name: Annotated[str, typer.Argument(help="Whose it is, for lists and the audit.")],
    data_dir: Data = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Make a token; its secret is printed, this once."""
    from api.commands.screen import Screen
    from api.commands.service import opened
    from api.commands.settings import settings
    from api.commands.tokens import issue

    with opened(settings(language, data_dir=data_dir), language) as store:
        made = issue(store, name)
    Screen().note(say("token.made", language, id=made.id, name=made.name))
    print(made.secret)


@token.command("list")
def token_list(data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """List the tokens, without their secrets."""
    from api.commands.screen import Screen
    from api.commands.service import opened
    from api.commands.settings import settings
    from api.commands.tokens import tokens_sheet

    with opened(settings(language, data_dir=data_dir), language) as store:
        Screen().table(tokens_sheet(store, language))


@token.command("revoke")
def token_revoke(
    token_id: Annotated[str, typer.Argument(metavar="ID", help="As `token list` shows it.")],
    data_dir: Data = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """End a token."""
    from api.commands.service import opened
    from api.commands.settings import settings
    from api.commands.tokens import revoke

    with opened(settings(language, data_dir=data_dir), language) as store:
        print(revoke(store, token_id, language))


def _source(file: Path | None, example: bool, language: Language) -> Path:
    """The one document that was asked for."""
    from api.commands.files import example_file

    if (file is None) == (not example):
        raise Stop(Exit.FAULTY, say("file.needed", language))
    return example_file() if file is None else file


def main() -> None:
    """Run the command line; a fault of ours is one sentence and exit code 70."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot show å still shows the rest
    try:
        app()
    except Stop as stop:
        print(stop, file=sys.stderr)
        sys.exit(stop.code)
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has gone: `terminsplan … | head`
        sys.exit(Exit.FINE)
    except Exception as error:
        if os.environ.get("TERMINSPLAN_DEBUG"):
            raise
        print(say("internal", DEFAULT_LANGUAGE, error=f"{type(error).__name__}: {error}"), file=sys.stderr)
        sys.exit(Exit.INTERNAL)


if __name__ == "__main__":
    main()
