"""The terms of the office: where each stands, and the ways that a new one comes in."""

from dataclasses import dataclass

from starlette.responses import Response

from api.commands.files import example_file
from api.pages.door import Way
from api.pages.faults import fault_said
from api.pages.setup.document import read_term
from api.pages.visit import Visit, address
from api.problems import Problem
from api.routes.bodies import read_json
from api.store import Conflict, TermHead
from api.telling.dates import long_day
from models import Term

__all__ = ["WAYS"]

MOST_TERMS = 100
MOST_FAULTS = 100


@dataclass(frozen=True)
class _Item:
    """A term of the list."""

    title: str
    address: str
    states: tuple[tuple[str, str], ...]
    """How each is shown (`good`, `open`, `plain`), and what it says."""
    changed: str


@dataclass(frozen=True)
class _Fault:
    """Something wrong with a document: where, and what would mend it."""

    pointer: str
    sentence: str


def _list(visit: Visit) -> Response:
    return _shown(visit)


def _shown(visit: Visit, status: int = 200, wrong: str = "", found: tuple[_Fault, ...] = ()) -> Response:
    items = [_item(visit, one) for one in visit.office.overview(limit=MOST_TERMS)]
    more = max(len(found) - MOST_FAULTS, 0)
    return visit.page("terms.html", status, items=items, wrong=wrong, faults=found[:MOST_FAULTS], more=more)


def _item(visit: Visit, head: TermHead) -> _Item:
    day = long_day(head.created_at.date(), visit.language)
    changed = visit.say("terms.changed", date=day, by=head.by, revision=head.revision)
    return _Item(head.title, address("terms", head.term_id), tuple(_states(visit, head)), changed)


def _states(visit: Visit, head: TermHead) -> list[tuple[str, str]]:
    states = []
    if head.job_id:
        states.append(("open", visit.say("terms.running")))
    if head.newest_release:
        states.append(("good", visit.say("terms.released", number=head.newest_release)))
    if head.newest_plan_id is None:
        states.append(("plain", visit.say("terms.changed_since" if head.newest_release else "terms.unplanned")))
    elif head.newest_plan_id != head.released_plan_id:
        states.append(("plain", visit.say("terms.draft")))
    if head.unplaced:
        states.append(("open", visit.say("terms.unplaced", meetings=head.unplaced)))
    if head.waiting:
        states.append(("open", visit.say("terms.waiting", reports=head.waiting)))
    return states


def _imported(visit: Visit) -> Response:
    """Keep the term of a file, or say at the field all that is wrong with it."""
    sent = visit.form.files.get("file", b"")
    if not sent:
        return _shown(visit, 422, visit.say("import.no_file"))
    try:
        term = read_term(sent, visit.settings)
        kept = visit.office.create_term(term, visit.who)
    except Problem as problem:
        return _shown(visit, 422, *_wrong(visit, problem))
    except Conflict:
        return _shown(visit, 409, visit.say("import.exists"))
    return visit.to("terms", kept.id, done="imported")


def _wrong(visit: Visit, problem: Problem) -> tuple[str, tuple[_Fault, ...]]:
    told = tuple(_Fault(one["pointer"], fault_said(visit, one)) for one in problem.faults)
    if told:
        return visit.say("import.faults", count=len(told)), told
    return visit.say(f"problem.{problem.code}.detail", **problem.params), ()


def _example(visit: Visit) -> Response:
    """Have the example that is shipped, once."""
    example = read_json(Term, example_file().read_bytes(), visit.settings)
    try:
        visit.office.create_term(example, visit.who)
    except Conflict:
        return visit.to("terms", str(example.uid))
    return visit.to("terms", str(example.uid), done="imported")


WAYS = (
    Way("GET", "/terms", _list),
    Way("POST", "/terms/import", _imported, "coordinator"),
    Way("POST", "/terms/example", _example, "coordinator"),
)
