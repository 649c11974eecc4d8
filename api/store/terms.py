"""Terms and their revisions."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from api.store.errors import Conflict, NotFound, Stale
from api.store.news import revisions_since
from api.store.records import Revision, StoredTerm
from api.store.rows import MOST, Row, Rows
from api.store.tables import term_revisions, terms
from models import Term

__all__ = [
    "advance",
    "create",
    "demand_newest",
    "document",
    "head",
    "newest",
    "page",
    "replace",
    "revision",
    "revisions",
    "same_revisions",
]

_WITHOUT_DOCUMENT = tuple(column for column in term_revisions.c if column.name != "document")


def create(rows: Rows, term: Term, by: str) -> StoredTerm:
    """Keep a new term as revision 1."""
    term_id = str(term.uid)
    number = rows.note(by, "term.create", term_id)
    if rows.find(terms, terms.c.id == term_id):
        raise Conflict(
            "exists", f'term "{term_id}" is stored already: replace it, or give the new one another uid', term=term_id
        )
    rows.add(terms, id=term_id, number=number, revision=1, plans=0, release=0)
    _keep(rows, term_id, 1, term, by)
    return revision(rows, term_id)


def replace(rows: Rows, term_id: str, term: Term, based_on: int, by: str) -> StoredTerm:
    """Keep a new revision, if `based_on` is the newest."""
    if str(term.uid) != term_id:
        message = f'the document is of term "{term.uid}", not "{term_id}": correct its uid'
        raise Conflict("other_term", message, term=term_id, other=str(term.uid))
    rows.next_number()  # from here on no other writer of the workspace comes between
    demand_newest(rows, term_id, based_on)
    if newest(rows, term_id)["digest"] != term.digest:
        advance(rows, term_id, term, based_on, by)
        rows.note(by, "term.replace", term_id)
    return revision(rows, term_id)


def same_revisions(rows: Rows, term_id: str) -> Sequence[int]:
    """The revisions with the document that is the newest."""
    same = (term_revisions.c.term_id == term_id, term_revisions.c.digest == newest(rows, term_id)["digest"])
    columns = (term_revisions.c.revision,)
    return tuple(row["revision"] for row in rows.list(term_revisions, *same, order=columns[0], columns=columns))


def demand_newest(rows: Rows, term_id: str, based_on: int) -> None:
    """Raise `Stale`, which says what has happened since, unless it is the newest revision."""
    current = head(rows, term_id)["revision"]
    if current != based_on:
        raise Stale("term", term_id, based_on, current, revisions_since(rows, term_id, based_on))


def advance(rows: Rows, term_id: str, term: Term, based_on: int, by: str) -> int:
    """Keep the next revision, which is answered: compared and swapped, so that of two writers one is `Stale`."""
    this = (terms.c.id == term_id, terms.c.revision == based_on)
    if not rows.change(terms, *this, revision=based_on + 1, plan_id=None):
        demand_newest(rows, term_id, based_on)
    _keep(rows, term_id, based_on + 1, term, by)
    return based_on + 1


def head(rows: Rows, term_id: str) -> Row:
    """The term's own row. Raises `NotFound`."""
    return rows.get("term", terms, term_id)


def newest(rows: Rows, term_id: str) -> Row:
    """The newest revision's row without the document. Raises `NotFound`."""
    return _revision_row(rows, term_id, head(rows, term_id)["revision"], _WITHOUT_DOCUMENT)


def document(rows: Rows, term_id: str, number: int) -> Term:
    """The document of a revision."""
    return _read(rows, _revision_row(rows, term_id, number, _WITHOUT_DOCUMENT))


def revision(rows: Rows, term_id: str, number: int | None = None) -> StoredTerm:
    """A revision with its document."""
    term = head(rows, term_id)
    row = _revision_row(rows, term_id, term["revision"] if number is None else number, _WITHOUT_DOCUMENT)
    said = _without_document(row)
    return StoredTerm(
        **said, term=_read(rows, row), newest_plan_id=term["plan_id"], newest_release=term["release"] or None
    )


def revisions(rows: Rows, term_id: str, after: int | None, limit: int) -> Sequence[Revision]:
    """The revisions, newest first."""
    head(rows, term_id)
    if after is not None:
        _revision_row(rows, term_id, after, _WITHOUT_DOCUMENT)
    where = [term_revisions.c.term_id == term_id]
    where += [] if after is None else [term_revisions.c.revision < after]
    order = term_revisions.c.revision.desc()
    found = rows.list(term_revisions, *where, order=order, limit=limit, columns=_WITHOUT_DOCUMENT)
    return tuple(Revision(**_without_document(row)) for row in found)


def page(rows: Rows, after: str | None, limit: int) -> Sequence[Revision]:
    """The newest revision of each term, the newest terms first."""
    where = [] if after is None else [terms.c.number < head(rows, after)["number"]]
    found = rows.list(terms, *where, order=terms.c.number.desc(), limit=limit)
    newest_ones = (_revision_row(rows, row["id"], row["revision"], _WITHOUT_DOCUMENT) for row in found)
    return tuple(Revision(**_without_document(row)) for row in newest_ones)


def _keep(rows: Rows, term_id: str, number: int, term: Term, by: str) -> None:
    rows.add(
        term_revisions,
        term_id=term_id,
        revision=number,
        digest=term.digest,
        title=term.title,
        document=term.model_dump_json(),
        created_at=rows.now,
        by=by,
    )


def _revision_row(rows: Rows, term_id: str, number: int, columns: Sequence[sa.Column[Any]] = ()) -> Row:
    where = (term_revisions.c.term_id == term_id, term_revisions.c.revision == number)
    row = rows.find(term_revisions, *where, columns=columns) if 0 < number <= MOST else None
    if row is None:
        raise NotFound("revision", f"{term_id}/{number}")
    return row


def _read(rows: Rows, row: Row) -> Term:
    """The document of a revision's row. It is known by its digest: a revision that was not kept after all, as when a
    transaction fails, may come again with another document.
    """

    def text() -> str:
        whole = _revision_row(rows, row["term_id"], row["revision"], (term_revisions.c.document,))
        return str(whole["document"])

    def read(document: str) -> Term:
        return Term.model_validate_json(document, context={"sizes": rows.sizes})

    return rows.read.once((rows.workspace_id, "term", row["digest"]), text, read)


def _without_document(row: Row) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("workspace_id", "document")}
