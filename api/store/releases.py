"""Releases: a plan gets a number, every feed of its term new bytes, and everybody whom it concerns a digest."""

from collections.abc import Sequence

from api.feeds import FeedRelease, draft, history
from api.store import digests, plans, terms
from api.store.errors import Conflict, NotFound, Stale
from api.store.news import releases_since
from api.store.records import Preview, Release, StoredPlan
from api.store.renderings import Told, newest_told, readers_changed, render_all
from api.store.rows import MOST, Row, Rows
from api.store.tables import releases
from api.store.tables import terms as terms_table
from scheduler import Answered

__all__ = ["page", "preview", "publish", "release", "roll_back"]


def publish(rows: Rows, term_id: str, plan_id: str, by: str, based_on: int | None) -> Release:
    """Release a plan, render the term's feeds and write the digests."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    newest = int(terms.head(rows, term_id)["release"])
    plan = _own_plan(rows, term_id, plan_id)
    number, before = newest + 1, newest_told(rows, term_id)
    this = (terms_table.c.id == term_id, terms_table.c.release == newest)
    if based_on not in (None, newest) or not rows.change(terms_table, *this, release=number):
        seen = newest if based_on is None else based_on
        raise Stale("release", term_id, seen, newest, releases_since(rows, term_id, seen))
    term = terms.document(rows, term_id, plan.revision)
    days = rows.keep_cancelled_days
    told = history(before.history if before else None, term, plan.plan, rows.now, keep_cancelled_days=days)
    said = {"plan_id": plan_id, "revision": plan.revision, "history": told.model_dump_json()}
    rows.add(releases, term_id=term_id, number=number, released_at=told.moment, by=by, **said)
    render_all(rows, term_id, Told(number, 0, plan.revision, told))
    digests.write_all(rows, term_id, number)
    rows.note(by, "release.create", plan_id)
    return release(rows, term_id, number)


def _own_plan(rows: Rows, term_id: str, plan_id: str) -> StoredPlan:
    plan = plans.plan(rows, plan_id)
    if plan.term_id != term_id:
        raise plans.of_other_term(plan, term_id)
    return plan


def roll_back(rows: Rows, term_id: str, number: int, by: str, based_on: int | None) -> Release:
    """Release the plan of an older release again."""
    terms.head(rows, term_id)
    return publish(rows, term_id, _rolled_back_to(rows, term_id, number, based_on), by, based_on)


def _rolled_back_to(rows: Rows, term_id: str, number: int, based_on: int | None = None) -> str:
    """The plan of an older release; of one who has not seen the newest, `publish` says so."""
    wanted, newest = release(rows, term_id, number), release(rows, term_id)
    if wanted.plan_id == newest.plan_id and based_on in (None, newest.number):
        message = f"release {newest.number} shows the plan of release {number}: choose an older one"
        raise Conflict("nothing_to_roll_back", message, term=term_id, release=newest.number, roll_back_to=number)
    return wanted.plan_id


def preview(rows: Rows, term_id: str, plan_id: str | None, roll_back_to: int | None) -> Preview:
    """What a release of a plan would do, worked out without writing anything: no writer waits for whoever looks."""
    head = terms.head(rows, term_id)
    before = release(rows, term_id).plan_id if head["release"] else None
    wanted = _rolled_back_to(rows, term_id, roll_back_to) if roll_back_to is not None else plan_id
    plan = _own_plan(rows, term_id, wanted or "")
    term = terms.document(rows, term_id, plan.revision)
    told, days = newest_told(rows, term_id), rows.keep_cancelled_days
    after = draft(told.history if told else None, term, plan.plan, rows.now, keep_cancelled_days=days)
    feeds, changed = readers_changed(rows, term_id, told, FeedRelease(term, after))
    return Preview(
        number=head["release"] + 1,
        before=before,
        after=plan.id,
        revision=plan.revision,
        current_revision=head["revision"],
        feeds=feeds,
        feeds_changed=changed,
        mails=digests.foreseen(rows, term_id, head["release"] + 1, Answered(term, plan.plan)),
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


def _release(row: Row) -> Release:
    return Release(**{key: value for key, value in row.items() if key not in ("workspace_id", "history")})
