"""What has happened since a version: told to whoever was second, so that nobody need compare documents."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from api.store.rows import MOST, Row, Rows
from api.store.tables import changes, releases, term_revisions
from models import Change

__all__ = ["MOST_NEWS", "releases_since", "revisions_since"]

MOST_NEWS = 20
"""So many are told, the newest."""
News = dict[str, Any]


def revisions_since(rows: Rows, term_id: str, revision: int) -> Sequence[News]:
    """The revisions of a term above one, the newest first: who made each, when, and by what.

    `what` is `replaced` (the whole document), `changed` (by the change of that `change` number, of those kinds of
    `actions`) or `undone` (that change was taken back).
    """
    table = term_revisions
    where = (table.c.term_id == term_id, table.c.revision > min(revision, MOST))
    columns = (table.c.revision, table.c.by, table.c.created_at)
    found = rows.list(table, *where, order=table.c.revision.desc(), limit=MOST_NEWS, columns=columns)
    return [_revision(rows, term_id, row) for row in found]


def _revision(rows: Rows, term_id: str, row: Row) -> News:
    number = row["revision"]
    made_or_undone = sa.or_(changes.c.revision == number, changes.c.undone_revision == number)
    change = rows.find(changes, changes.c.term_id == term_id, made_or_undone)
    told: News = {"revision": number, "by": row["by"], "at": row["created_at"].isoformat(), "what": "replaced"}
    if change is None:
        return told
    actions = Change.model_validate_json(change["document"]).actions
    kinds = list(dict.fromkeys(action.kind for action in actions))
    what = "changed" if change["revision"] == number else "undone"
    return {**told, "what": what, "change": change["number"], "actions": kinds}


def releases_since(rows: Rows, term_id: str, number: int) -> Sequence[News]:
    """The releases of a term above one, the newest first: who made each, when, and of which plan."""
    where = (releases.c.term_id == term_id, releases.c.number > min(number, MOST))
    columns = (releases.c.number, releases.c.by, releases.c.released_at, releases.c.plan_id)
    found = rows.list(releases, *where, order=releases.c.number.desc(), limit=MOST_NEWS, columns=columns)
    return [
        {"number": row["number"], "by": row["by"], "at": row["released_at"].isoformat(), "plan_id": row["plan_id"]}
        for row in found
    ]
