"""The options that several commands share."""

import os
from pathlib import Path
from typing import Annotated

import typer

from api.texts import Language

__all__ = [
    "DEFAULT_LANGUAGE",
    "AnsweredTerm",
    "AsOf",
    "Data",
    "Example",
    "Ics",
    "InLanguage",
    "Json",
    "OldTerm",
    "PlanFile",
    "Required",
    "Seed",
    "TermFile",
    "TimeLimit",
    "Workers",
]

DEFAULT_LANGUAGE: Language = "en" if os.environ.get("TERMINSPLAN_LANGUAGE", "sv").lower().startswith("en") else "sv"
InLanguage = Annotated[Language, typer.Option("--language", help="Language of what is printed.")]
TermFile = Annotated[Path | None, typer.Argument(metavar="FILE", help="The term, as JSON; - is standard input.")]
Example = Annotated[bool, typer.Option("--example", help="Take the shipped example, Borås 2026.")]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="T", help="Plan as seen from this local date or date-time, not the term's own as_of."),
]
Required = Annotated[Path, typer.Argument(metavar="TERM", help="The term, as JSON; - is standard input.")]
Json = Annotated[Path | None, typer.Option(metavar="OUT", help="Write the answer as JSON; - is standard output.")]
TimeLimit = Annotated[float, typer.Option(metavar="S", min=0.1, max=86_400, help="Seconds to look.")]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Threads that look.")]
Seed = Annotated[int, typer.Option(min=0, max=2**31 - 1, help="The same seed gives the same proven plan.")]
Ics = Annotated[Path | None, typer.Option(metavar="DIR", help="Write calendars to this directory.")]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help="The plan, as JSON; - is standard input.")]
AnsweredTerm = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The term that it answers; else looked for beside it and in the example."),
]
OldTerm = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The term as the plan that people know answers it; else looked for.")
]
Data = Annotated[
    Path | None,
    typer.Option("--data-dir", metavar="DIR", help="Where everything is kept [TERMINSPLAN_DATA_DIR; data]."),
]
