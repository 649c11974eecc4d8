"""Releases: a plan gets a number, and every feed of its term the bytes that it answers with from then on."""

import hashlib
from collections.abc import Sequence

from api.feeds import FeedRelease, History, Subscriber, file_name, history
from api.feeds import render as render_feed
from api.store import plans, terms
from api.store.errors import NotFound, Stale
from api.store.news import releases_since
from api.store.records import Preview, Release, Rendering
from api.store.rows import MOST, Row, Rows
from api.store.tables import releases, renderings, subscriptions
from api.store.tables import terms as terms_table

__all__ = ["page", "preview", "publish", "release", "render_newest", "rendering", "roll_back"]


def publish(rows: Rows, term_id: str, plan_id: str, by: str, based_on: int | None) -> Release:
    """Release a plan and render the term's feeds."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    newest = int(terms.head(rows, term_id)["release"])
    plan = plans.plan(rows, plan_id)
    if plan.term_id != term_id:
        raise plans.of_other_term(plan, term_id)
    number = newest + 1
    this = (terms_table.c.id == term_id, terms_table.c.release == newest)
    if based_on not in (None, newest) or not rows.change(terms_table, *this, release=number):
        seen = newest if based_on is None else based_on
        raise Stale("release", term_id, seen, newest, releases_since(rows, term_id, seen))
    term = terms.document(rows, term_id, plan.revision)
    before = _history(rows, term_id, newest)
    told = history(before, term, plan.plan, rows.now, keep_cancelled_days=rows.keep_cancelled_days)
    said = {"plan_id": plan_id, "revision": plan.revision, "history": told.model_dump_json()}
    rows.add(releases, term_id=term_id, number=number, released_at=told.moment, by=by, **said)
    for reader in _readers(rows, term_id):
        _render(rows, term_id, number, FeedRelease(term, told), reader)
    rows.note(by, "release.create", plan_id)
    return release(rows, term_id, number)


def roll_back(rows: Rows, term_id: str, number: int, by: str, based_on: int | None) -> Release:
    """Release the plan of an older release again."""
    terms.head(rows, term_id)
    return publish(rows, term_id, release(rows, term_id, number).plan_id, by, based_on)


def preview(rows: Rows, term_id: str, plan_id: str) -> Preview:
    """What a release of a plan does, by making it: the caller lets go of all that was written."""
    head = terms.head(rows, term_id)
    before = release(rows, term_id).plan_id if head["release"] else None
    made = publish(rows, term_id, plan_id, "preview", None)
    of_term = (subscriptions.c.term_id == term_id, subscriptions.c.revoked_at.is_(None))
    new = (renderings.c.term_id == term_id, renderings.c.release == made.number)
    return Preview(
        number=made.number,
        before=before,
        revision=made.revision,
        current_revision=head["revision"],
        feeds=rows.count(subscriptions, *of_term),
        feeds_changed=rows.count(renderings, *new),
    )


def release(rows: Rows, term_id: str, number: int | None = None) -> Release:
    """A release, or the newest."""
    wanted = terms.head(rows, term_id)["release"] if number is None else number
    where = (releases.c.term_id == term_id, releases.c.number == wanted)
    row = rows.find(releases, *where) if 0 < wanted <= MOST else None
    if row is None:
        raise NotFound("release", f"{term_id}/{'newest' if number is None else number}")
    return _release(row)


def page(rows: Rows, term_id: str, after: int | None, limit: int) -> Sequence[Release]:
    """The releases of a term, newest first."""
    terms.head(rows, term_id)
    where = [releases.c.term_id == term_id]
    if after is not None:
        release(rows, term_id, after)
        where.append(releases.c.number < after)
    return tuple(map(_release, rows.list(releases, *where, order=releases.c.number.desc(), limit=limit)))


def render_newest(rows: Rows, term_id: str, reader: Subscriber) -> None:
    """Make what the newest release, if there is one, tells a reader who came after it."""
    number = int(terms.head(rows, term_id)["release"])
    told = _history(rows, term_id, number)
    if told is None:
        return
    term = terms.document(rows, term_id, release(rows, term_id, number).revision)
    _render(rows, term_id, number, FeedRelease(term, told), reader)


def rendering(rows: Rows, term_id: str, reader: Subscriber) -> Rendering | None:
    """What a reader is told by now."""
    row = _newest_rendering(rows, term_id, reader)
    if row is None:
        return None
    return Rendering(row["body"], row["etag"], row["last_modified"], row["filename"], row["release"])


def _render(rows: Rows, term_id: str, number: int, of: FeedRelease, reader: Subscriber) -> None:
    """Keep the bytes, unless they are those that the reader has been told already."""
    body = render_feed(of, reader)
    before = _newest_rendering(rows, term_id, reader)
    if before and before["body"] == body:
        return
    rows.add(
        renderings,
        term_id=term_id,
        kind=reader.kind,
        subject=reader.subject,
        language=reader.language,
        release=number,
        body=body,
        etag=f'"{hashlib.sha256(body).hexdigest()}"',
        last_modified=of.history.moment,
        filename=file_name(reader),
    )


def _newest_rendering(rows: Rows, term_id: str, reader: Subscriber) -> Row | None:
    where = (
        renderings.c.term_id == term_id,
        renderings.c.kind == reader.kind,
        renderings.c.subject == reader.subject,
        renderings.c.language == reader.language,
    )
    found = rows.list(renderings, *where, order=renderings.c.release.desc(), limit=1)
    return found[0] if found else None


def _history(rows: Rows, term_id: str, number: int) -> History | None:
    row = rows.find(releases, releases.c.term_id == term_id, releases.c.number == number)
    return History.model_validate_json(row["history"]) if row else None


def _readers(rows: Rows, term_id: str) -> Sequence[Subscriber]:
    """Those whose subscriptions are not revoked."""
    where = (subscriptions.c.term_id == term_id, subscriptions.c.revoked_at.is_(None))
    found = rows.list(subscriptions, *where, order=subscriptions.c.number)
    return tuple(Subscriber(kind=row["kind"], subject=row["subject"], language=row["language"]) for row in found)


def _release(row: Row) -> Release:
    return Release(**{key: value for key, value in row.items() if key not in ("workspace_id", "history")})
