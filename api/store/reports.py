"""Reports: what participants say of times at which they cannot come, until a coordinator has decided."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from api.store import terms
from api.store.errors import Conflict, NotFound
from api.store.records import Report
from api.store.rows import MOST, Row, Rows
from api.store.tables import reports
from models import Away, Change

__all__ = [
    "MOST_REPORTS",
    "MOST_WAITING",
    "accepted",
    "as_change",
    "declined",
    "of_term",
    "report",
    "reported",
    "waiting",
    "withdrawn",
]

MOST_WAITING = 20
"""So many reports of one person wait at once."""
MOST_REPORTS = 200
"""So many can one person make in a term, those that are over too."""


def reported(rows: Rows, term_id: str, away: Away, reason: str | None, meeting: str | None, by: str) -> Report:
    """Keep that a person is away; the same time again is the report that waits already, with the newest reason."""
    Change(actions=(away,), reason=reason)  # what could never be taken in is not kept
    start, end = _span(away)
    rows.next_number()  # from here on no other writer of the workspace comes between
    if away.person not in terms.revision(rows, term_id).term.person:
        raise NotFound("person", away.person)
    mine = (reports.c.term_id == term_id, reports.c.person == away.person)
    same = (*mine, reports.c.start == start, reports.c.end == end, reports.c.state == "waiting")
    existing = rows.find(reports, *same)
    if existing:
        rows.change(reports, *same, reason=reason or existing["reason"])
        return report(rows, term_id, existing["number"])
    _demand_room(rows, mine)
    number = _last_number(rows, term_id) + 1
    said = {"person": away.person, "meeting": meeting, "reason": reason, "reported_at": rows.now}
    rows.add(reports, term_id=term_id, number=number, start=start, end=end, state="waiting", **said)
    rows.note(by, "report.create", f"{term_id}/{number}")
    return report(rows, term_id, number)


def report(rows: Rows, term_id: str, number: int) -> Report:
    """A report."""
    terms.head(rows, term_id)
    row = rows.find(reports, *_this(term_id, number)) if 0 < number <= MOST else None
    if row is None:
        raise NotFound("report", f"{term_id}/{number}")
    return _report(row)


def of_term(rows: Rows, term_id: str, person: str | None, limit: int) -> Sequence[Report]:
    """The reports of a term, or of one person in it: those that wait first, the longest, then the newest."""
    terms.head(rows, term_id)
    where = [reports.c.term_id == term_id] + ([reports.c.person == person] if person is not None else [])
    waits = reports.c.state == "waiting"
    order = (sa.case((waits, 0), else_=1), sa.case((waits, reports.c.number), else_=-reports.c.number))
    return tuple(map(_report, rows.list(reports, *where, order=order, limit=limit)))


def waiting(rows: Rows, term_id: str) -> int:
    """How many wait for a coordinator."""
    return rows.count(reports, reports.c.term_id == term_id, reports.c.state == "waiting")


def as_change(rows: Rows, term_id: str, number: int) -> Change:
    """The change that accepting a report makes. Raises `Conflict` (`decided`) where it does not wait any more."""
    one = report(rows, term_id, number)
    if one.state != "waiting":
        raise _decided(one)
    return Change(actions=(one.away,), reason=one.reason)


def accepted(rows: Rows, term_id: str, number: int, change: int, by: str) -> Report:
    """Note the change that has taken a report in."""
    return _ended(rows, term_id, number, by, "accepted", change=change)


def declined(rows: Rows, term_id: str, number: int, answer: str, by: str) -> Report:
    """Note that a report is not taken in."""
    return _ended(rows, term_id, number, by, "declined", answer=answer or None)


def withdrawn(rows: Rows, term_id: str, number: int, person: str, by: str) -> Report:
    """Note that the person takes it back."""
    if report(rows, term_id, number).person != person:
        raise NotFound("report", f"{term_id}/{number}")
    return _ended(rows, term_id, number, by, "withdrawn")


def _ended(rows: Rows, term_id: str, number: int, by: str, state: str, **said: Any) -> Report:
    """End one that waits: compared and swapped, so that of two who decide one is told."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    before = report(rows, term_id, number)
    waits = (*_this(term_id, number), reports.c.state == "waiting")
    ended = {"state": state, "decided_at": rows.now, "decided_by": by, "reason": None}
    if not rows.change(reports, *waits, **ended, **said):
        raise _decided(before)
    rows.note(by, f"report.{state}", f"{term_id}/{number}")
    return report(rows, term_id, number)


def _decided(one: Report) -> Conflict:
    message = f"report {one.number} is {one.state} and waits no more: look at it again"
    return Conflict("decided", message, term=one.term_id, report=one.number, state=one.state)


def _demand_room(rows: Rows, mine: tuple[sa.ColumnElement[bool], ...]) -> None:
    for most, where in ((MOST_WAITING, (reports.c.state == "waiting",)), (MOST_REPORTS, ())):
        if rows.count(reports, *mine, *where) >= most:
            raise Conflict("too_many_reports", f"one person has {most} reports: decide on some first", most=most)


def _span(away: Away) -> tuple[str, str]:
    assert away.start, "a report says from when"
    assert away.end, "and until when"
    return away.start.isoformat(timespec="minutes"), away.end.isoformat(timespec="minutes")


def _this(term_id: str, number: int) -> tuple[sa.ColumnElement[bool], ...]:
    return reports.c.term_id == term_id, reports.c.number == number


def _last_number(rows: Rows, term_id: str) -> int:
    order, columns = reports.c.number.desc(), (reports.c.number,)
    found = rows.list(reports, reports.c.term_id == term_id, order=order, limit=1, columns=columns)
    return int(found[0]["number"]) if found else 0


def _report(row: Row) -> Report:
    said = {key: value for key, value in row.items() if key not in ("workspace_id", "start", "end")}
    return Report(**said, start=datetime.fromisoformat(row["start"]), end=datetime.fromisoformat(row["end"]))
