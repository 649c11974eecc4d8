"""A new term from nothing: what it is called, and from when to when."""

from uuid import uuid4

from starlette.responses import Response

from api.pages.setup.days import TERM
from api.pages.setup.desk import Desk
from api.pages.setup.document import checked
from api.pages.setup.faults import Place, labels_of, sorted_out
from api.pages.setup.kinds import Entered
from api.pages.setup.noun import Noun
from api.pages.visit import Visit
from api.problems import Problem
from models import Term

__all__ = ["began", "beginning"]

_NEW = Noun("frame", TERM)


def beginning(visit: Visit) -> Response:
    """The form."""
    return _shown(visit, _NEW.form.nothing, [])


def began(visit: Visit) -> Response:
    """Keep the new term, and lead on to what it needs."""
    entered = _NEW.form.gather(visit.form, "")
    value = _NEW.form.read(entered, {}, _desk(visit))
    try:
        term = checked({"uid": str(uuid4()), **value}, visit.settings)
    except Problem as problem:
        return _shown(visit, entered, problem.faults)
    kept = visit.office.create_term(term, visit.who)
    return visit.to("terms", kept.id, "setup", done="begun")


def _shown(visit: Visit, entered: Entered, found: list[dict[str, object]]) -> Response:
    desk = _desk(visit)
    known = {one.name for one in _NEW.fields}
    faults, _ = sorted_out(found, Place("", _NEW, None), {}, desk, known)
    nodes = _NEW.form.nodes("", entered, desk)
    labels = labels_of(nodes, desk)
    return visit.page("setup_begin.html", 422 if found else 200, nodes=nodes, faults=faults, labels=labels)


def _desk(visit: Visit) -> Desk:
    """That of a term with nothing in it."""
    today = visit.now.date()
    return Desk(Term(uid=uuid4(), title="?", first_day=today, last_day=today), visit.language)
