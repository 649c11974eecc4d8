"""Changes of terms: each a document of its own beside the revision that it made, which can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from api.store import plans, terms
from api.store.errors import Conflict, NotFound
from api.store.records import StoredChange
from api.store.rows import MOST, Row, Rows
from api.store.tables import changes, releases
from models import Change, Plan, Term
from scheduler import Entangled, apply, take_back

__all__ = ["After", "applied", "change", "keep", "keep_undone", "page", "taken_back"]


@dataclass(frozen=True)
class After:
    """The term that comes of a change of its newest revision, or of taking one back, before it is kept."""

    term_id: str
    based_on: int
    term: Term


def applied(rows: Rows, term_id: str, change: Change, based_on: int) -> After:
    """The term after a change."""
    terms.demand_newest(rows, term_id, based_on)
    before = terms.document(rows, term_id, based_on)
    return After(term_id, based_on, apply(before, change, rows.sizes, _known(rows, term_id)))


def _known(rows: Rows, term_id: str) -> list[Plan]:
    """The plan of the newest release, and the newest plan, which may be about to be released."""
    newest = plans.page(rows, term_id, None, 1)
    head = terms.head(rows, term_id)
    row = rows.find(releases, releases.c.term_id == term_id, releases.c.number == head["release"])
    released = [plans.plan(rows, row["plan_id"])] if row else []
    return [one.plan for one in (*released, *newest)]


def keep(rows: Rows, change_made: Change, after: After, by: str) -> StoredChange:
    """Keep a change and the revision that it makes."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    revision = terms.advance(rows, after.term_id, after.term, after.based_on, by)
    number = _last_number(rows, after.term_id) + 1
    rows.add(
        changes,
        term_id=after.term_id,
        number=number,
        document=change_made.model_dump_json(),
        based_on=after.based_on,
        revision=revision,
        made_at=rows.now,
        by=by,
    )
    rows.note(by, "change.create", f"{after.term_id}/{number}")
    return change(rows, after.term_id, number)


def taken_back(rows: Rows, term_id: str, number: int, based_on: int) -> After:
    """The newest revision without what a change did to it."""
    undone = change(rows, term_id, number)
    terms.demand_newest(rows, term_id, based_on)
    _demand_own(rows, undone)
    before, after = (terms.document(rows, term_id, one) for one in (undone.based_on, undone.revision))
    now = after if based_on == undone.revision else terms.document(rows, term_id, based_on)
    try:
        return After(term_id, based_on, take_back(before, after, now, rows.sizes))
    except Entangled as later:
        params = {"term": term_id, "change": number, "list": later.list_name, "id": later.id}
        raise Conflict("entangled", str(later), **params) from None


def keep_undone(rows: Rows, number: int, after: After, by: str) -> StoredChange:
    """Mark a change as taken back and keep the revision that this makes."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    terms.demand_newest(rows, after.term_id, after.based_on)
    _demand_own(rows, change(rows, after.term_id, number))
    revision = terms.advance(rows, after.term_id, after.term, after.based_on, by)
    this = (changes.c.term_id == after.term_id, changes.c.number == number)
    rows.change(changes, *this, undone_at=rows.now, undone_by=by, undone_revision=revision)
    rows.note(by, "change.undo", f"{after.term_id}/{number}")
    return change(rows, after.term_id, number)


def _demand_own(rows: Rows, one: StoredChange) -> None:
    """Raise `Conflict` for a change that is nobody's own business any more: undone already, or told to people."""
    params = {"term": one.term_id, "change": one.number}
    if one.undone_revision is not None:
        message = f"change {one.number} was taken back in revision {one.undone_revision}: make it again if it is wanted"
        raise Conflict("undone", message, **params, revision=one.undone_revision)
    told = rows.find(releases, releases.c.term_id == one.term_id, releases.c.revision >= one.revision)
    if told:
        message = f"change {one.number} was published by release {told['number']}: make a change that mends it"
        raise Conflict("released", message, **params, release=told["number"])


def change(rows: Rows, term_id: str, number: int) -> StoredChange:
    """A change."""
    terms.head(rows, term_id)
    this = (changes.c.term_id == term_id, changes.c.number == number)
    row = rows.find(changes, *this) if 0 < number <= MOST else None
    if row is None:
        raise NotFound("change", f"{term_id}/{number}")
    return _stored(row)


def page(rows: Rows, term_id: str, after: int | None, limit: int) -> Sequence[StoredChange]:
    """The changes of a term, newest first."""
    terms.head(rows, term_id)
    where: list[sa.ColumnElement[bool]] = [changes.c.term_id == term_id]
    if after is not None:
        change(rows, term_id, after)
        where.append(changes.c.number < after)
    return tuple(map(_stored, rows.list(changes, *where, order=changes.c.number.desc(), limit=limit)))


def _last_number(rows: Rows, term_id: str) -> int:
    order, columns = changes.c.number.desc(), (changes.c.number,)
    found = rows.list(changes, changes.c.term_id == term_id, order=order, limit=1, columns=columns)
    return int(found[0]["number"]) if found else 0


def _stored(row: Row) -> StoredChange:
    said = {key: value for key, value in row.items() if key not in ("workspace_id", "document")}
    return StoredChange(**said, change=Change.model_validate_json(row["document"]))
