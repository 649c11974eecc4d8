"""A small term and its plans, a clock that stands where it is put, and a store to keep them in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from api.jobs.desk import Desk
from api.store import StoredPlan, StoredTerm, Workspace
from models import (
    Appointment,
    Engine,
    GoalResult,
    Meeting,
    Organisation,
    Person,
    Placement,
    Plan,
    Role,
    Seat,
    Series,
    Sitting,
    Term,
    Unit,
    Window,
)
from scheduler.options import Options

MONDAY = date(2026, 9, 7)
NINE = datetime(2026, 8, 3, 7, 0, tzinfo=UTC)  # nine o'clock in Sweden


@dataclass
class SetClock:
    """A clock that moves only when it is told to."""

    now: datetime = NINE

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now

    def advance(self, **by: float) -> None:
        """Move it on."""
        self.now += timedelta(**by)


def town(meetings: Sequence[str] = ("council",), uid: UUID | None = None, **fields: Any) -> Term:
    """A term in which Anna, or Bo for her, heads some meetings.

    `emails` says which of them has which address.
    """
    emails = fields.pop("emails", {})
    said = dict(
        uid=uid or uuid4(),
        title=fields.pop("title", "Autumn"),
        first_day=MONDAY,
        last_day=MONDAY + timedelta(weeks=4),
        organisations=(Organisation(id="org", name="The town"),),
        units=(Unit(id="office", name="The office", organisation="org"),),
        roles=(Role(id="head", name="Head"),),
        people=tuple(Person(id=one, name=one.capitalize(), email=emails.get(one)) for one in ("anna", "bo")),
        appointments=(Appointment(id="anna-head", role="head", unit="office", holder="anna", deputies=("bo",)),),
        series=(
            Series(
                id="series",
                title="The series",
                windows=(Window(first_day=MONDAY, last_day=MONDAY + timedelta(weeks=4)),),
                seats=(Seat(id="head", role="head", unit="office"),),
            ),
        ),
        meetings=tuple(Meeting(id=one, series="series") for one in meetings),
        **fields,
    )
    return Term.model_validate(said)  # and not `Term(...)`, which would leave out the meetings' uids


def planned(term: Term, hour: int = 10, proven: bool = True, head: str = "anna", as_of: datetime | None = None) -> Plan:
    """A plan that holds one meeting a day from Monday on, with Anna at its head, or Bo for her."""
    placements = []
    for n, meeting in enumerate(term.meetings):
        start = datetime(MONDAY.year, MONDAY.month, MONDAY.day + n, hour)
        end = start + timedelta(minutes=term.resolved[meeting.id].duration_minutes)
        sitting = Sitting(seat="head", person=head, appointment="anna-head", deputy_rank=int(head != "anna"))
        placements.append(Placement(meeting=meeting.id, start=start, end=end, place=None, sittings=(sitting,)))
    return Plan(
        term_uid=term.uid,
        term_digest=term.digest,
        time_zone=term.time_zone,
        as_of=as_of,
        placements=tuple(placements),
        unplaced=(),
        goals=(GoalResult(id="placed", value=0, bound=0, proven=proven),),
        engine=Engine(version="test", seed=1, workers=1),
    )


def stored(workspace: Workspace, **fields: Any) -> StoredTerm:
    """A term that is kept."""
    return workspace.create_term(town(**fields), "anna")


def kept_plan(
    workspace: Workspace, term: StoredTerm, hour: int = 10, head: str = "anna", as_of: datetime | None = None
) -> StoredPlan:
    """A plan that a job has made of the term's newest revision."""
    job = workspace.enqueue_plan(term.id, None, Options(), "anna")
    desk = Desk(workspace)
    work = desk.begin(job.id)
    assert work is not None
    desk.publish(job.id, planned(work.term, hour, head=head, as_of=as_of), stopped=False)
    plan_id = workspace.job(job.id).plan_id
    assert plan_id is not None
    return workspace.plan(plan_id)
