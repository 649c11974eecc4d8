"""The command `explain`, which asks much; `api.cli` lists it. As there, imports stay inside the command."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.exits import Exit, Stop
from api.commands.options import DEFAULT_LANGUAGE, InLanguage, Json, Required, Seed, TimeLimit, Workers
from api.texts import say

__all__ = ["explain"]

AboutPlan = Annotated[Path, typer.Option(metavar="PLAN", help="The plan that is asked about.")]
Meeting = Annotated[str | None, typer.Argument(metavar="[MEETING]", help="Id of a meeting, or a part of its title.")]
Start = Annotated[str | None, typer.Option(metavar="T", help="Why not at this local date and time?")]
Place = Annotated[str | None, typer.Option(metavar="P", help="With --start: at this place, by id or name.")]
Force = Annotated[bool, typer.Option("--force", help="With --start: what if the others had to make room?")]
Repairs = Annotated[int, typer.Option(metavar="N", min=0, max=100, help="What would give it a time?")]
Spare = Annotated[int, typer.Option(metavar="N", min=0, max=1000, help="Where else can it be?")]
Alternatives = Annotated[int, typer.Option(metavar="N", min=0, max=20, help="Which other plans are there?")]
Differ = Annotated[int, typer.Option(metavar="D", min=1, help="With --alternatives: in so many meetings each differs.")]
OfEach = Annotated[bool, typer.Option("--load", help="What do the meetings take of each person?")]
AskedAt = Annotated[
    str | None,
    typer.Option(metavar="T", help="Asked at this local date or date-time; left out, at the plan's own moment."),
]
ChangeOut = Annotated[Path | None, typer.Option(metavar="FILE", help="With --repairs: write one of them as a change.")]
Take = Annotated[int, typer.Option(metavar="N", min=1, help="With --change-out: which of the repairs.")]


def explain(
    file: Required,
    plan: AboutPlan,
    meeting: Meeting = None,
    start: Start = None,
    place: Place = None,
    force: Force = False,
    repairs: Repairs = 0,
    spare: Spare = 0,
    alternatives: Alternatives = 0,
    differ: Differ = 1,
    load: OfEach = False,
    as_of: AskedAt = None,
    json: Json = None,
    change_out: ChangeOut = None,
    take: Take = 1,
    time_limit: TimeLimit = 60.0,
    workers: Workers = 2,
    seed: Seed = 1,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Say why a meeting is where it is, why not elsewhere, what would give it a time, and what else there is."""
    from api.commands.explaining import asked_by, explainer_of
    from scheduler.options import Options

    tells = json is None or str(json) != "-"
    explainer = explainer_of(file, plan, Options(time_limit, workers, seed), language, as_of, tells)
    if start is None and (place is not None or force):
        raise Stop(Exit.FAULTY, say("explain.start_needed", language))
    wanted = {"repairs": repairs, "spare": spare, "alternatives": alternatives, "differ": differ, "load": load}
    explainer.answer(asked_by(explainer.term, language, meeting, start, place, force=force, **wanted))
    if json is not None:
        explainer.write(json)
    if change_out is not None:
        explainer.write_repair(take, change_out)
