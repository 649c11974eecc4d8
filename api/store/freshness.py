"""How fresh the calendars are that people have: what each says now, and what was fetched of it last."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from api.store import subscriptions, terms
from api.store.records import Calendar
from api.store.rows import Row, Rows
from api.store.tables import renderings
from api.store.tables import subscriptions as table

__all__ = ["calendars"]

_OF = ("kind", "subject", "language")


def calendars(rows: Rows, term_id: str, person: str | None = None) -> Sequence[Calendar]:
    """The calendars of a term, or of one person in it, whose links are not revoked, the newest first."""
    terms.head(rows, term_id)
    newest = _newest(rows, term_id, *_own(renderings, person))
    where = (table.c.term_id == term_id, table.c.revoked_at.is_(None), *_own(table, person))
    found = rows.list(table, *where, order=table.c.number.desc())
    return tuple(_calendar(rows, row, newest.get(_key(row))) for row in found)


def _own(of: sa.Table, person: str | None) -> tuple[sa.ColumnElement[bool], ...]:
    return () if person is None else (of.c.kind == "person", of.c.subject == person)


def _newest(rows: Rows, term_id: str, *own: sa.ColumnElement[bool]) -> Mapping[tuple[str, ...], int]:
    """The release that last changed each calendar."""
    columns = (*(renderings.c[name] for name in _OF), renderings.c.release)
    where = (renderings.c.term_id == term_id, *own)
    found = rows.list(renderings, *where, order=renderings.c.release, columns=columns)
    return {_key(row): row["release"] for row in found}


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in _OF)


def _calendar(rows: Rows, row: Row, newest: int | None) -> Calendar:
    fetched = row["fetched_release"] or None
    is_current = newest is not None and (fetched or 0) >= newest
    return Calendar(subscriptions.of_row(rows, row), fetched, is_current)
