"""The command `terminsplan`: the list of its commands, each a few lines that call what does the work.

Imports stay inside the commands: planning a term must not wait for a web server to be loaded.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli_accounts import account
from api.cli_changes import change, diff, replan
from api.cli_explain import explain
from api.commands.exits import EXIT_CODES, Exit, Stop
from api.commands.options import (
    DEFAULT_LANGUAGE,
    AnsweredTerm,
    AsOf,
    Data,
    Example,
    Ics,
    InLanguage,
    Json,
    PlanFile,
    Seed,
    TermFile,
    TimeLimit,
    Workers,
)
from api.texts import Language, say

if TYPE_CHECKING:
    from models import Plan, Term

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
app.add_typer(account, name="account")


@app.command()
def plan(
    file: TermFile = None,
    example: Example = False,
    as_of: AsOf = None,
    series: Annotated[
        str | None,
        typer.Option(metavar="IDS", help="Plan these series alone, with commas between; what stands stands."),
    ] = None,
    standing: Annotated[
        Path | None, typer.Option(metavar="PLAN", help="With --series: the plan in which the other meetings stand.")
    ] = None,
    stages: Annotated[
        bool, typer.Option("--stages", help="Plan the term's stages one after the other; what stands stands.")
    ] = False,
    against_whole: Annotated[
        bool, typer.Option("--against-whole", help="With --stages: plan it at once too; say what the stages cost.")
    ] = False,
    ics: Ics = None,
    json: Json = None,
    time_limit: TimeLimit = 60.0,
    workers: Workers = 2,
    seed: Seed = 1,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Plan a term, all of it or a part; print its timetable and what was proven of it."""
    from api.commands.files import moment, read_term
    from api.commands.planning import exit_code, print_plan, written
    from api.commands.screen import Screen
    from api.commands.staging import asked, make_plan, print_costs
    from scheduler.options import Options

    source = _source(file, example, language)
    term = read_term(source, language, moment(as_of, language))
    what = asked(term, series, standing, stages, against_whole, language)
    screen = Screen()
    made = make_plan(term, what, Options(time_limit, workers, seed), str(source), language, screen)
    notes = written(term, made.plan, json, ics, language)
    if json is None or str(json) != "-":
        print_plan(term, made.plan, language, screen)
        print_costs(made.costs, language, screen)
    for note in notes:
        screen.note(note)
    raise typer.Exit(exit_code(made.plan))


for command in (change, replan, diff, explain):
    app.command()(command)


@app.command()
def check(
    plan: PlanFile,
    term: AnsweredTerm = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Check a plan against every rule and goal of its term, without the solver."""
    _obeying(plan, term, language)
    print(say("check.obeys", language))


def _obeying(plan: Path, term: Path | None, language: Language) -> "tuple[Term, Plan]":
    """A term and the plan of it. Raises `Stop` where it breaks a rule."""
    from api.commands.checking import term_for, violation_lines
    from api.commands.files import read_plan
    from scheduler import check as violations_of

    made = read_plan(plan, language)
    answered = term_for(made, plan, term, language)
    violations = violations_of(answered, made)
    if violations:
        raise Stop(Exit.VIOLATED, "\n".join(violation_lines(answered, violations, language)))
    return answered, made


@app.command()
def timetable(
    plan: PlanFile,
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files are written.")],
    term: AnsweredTerm = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Write the timetable for the public: what is marked public, as calendar, PDF, workbook and open JSON."""
    from api.commands.public import write_timetable

    answered, made = _obeying(plan, term, language)
    beside = Path() if str(plan) == "-" else plan.parent
    meetings = write_timetable(answered, made, directory, beside, language)
    print(say("timetable.written", language, meetings=meetings, directory=directory))
    if not meetings:
        print(say("timetable.nothing_public", language))


@app.command()
def forums(
    file: TermFile = None,
    example: Example = False,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="On which date; today unless it is said.")] = None,
    plan: Annotated[Path | None, typer.Option(metavar="PLAN", help="Where the meetings stand.")] = None,
    json: Json = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Say what the forums of a term are on a date: active or not, who chairs, members and meetings."""
    from api.commands.files import read_term
    from api.commands.forums import forums_on, forums_sheet, write_forums
    from api.commands.screen import Screen

    term = read_term(_source(file, example, language), language)
    told = forums_on(term, plan, on, language)
    if json:
        write_forums(json, told, language)
    elif not told:
        print(say("forums.none", language))
    else:
        Screen().table(forums_sheet(term, told, plan is not None, language))


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
