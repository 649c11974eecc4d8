"""Subscriptions: who has the link of which feed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from api.feeds import OF_ALL, Language, Subscriber, SubscriberKind, is_known
from api.store import renderings, terms
from api.store.errors import NotFound
from api.store.records import Rendering, Subscription
from api.store.rows import Row, Rows
from api.store.secret_links import SecretLinks
from api.store.tables import subscriptions

__all__ = [
    "LINKS",
    "NOTE_EVERY",
    "fetched",
    "is_news",
    "of_row",
    "page",
    "rendered",
    "renders",
    "revoke",
    "rotate",
    "subscribe",
    "subscription",
]

LINKS = SecretLinks(subscriptions, "feed", "subscription", "subscription")
NOTE_EVERY = timedelta(minutes=1)  # of `last_fetched_at`: reading a feed shall seldom cost a write


def subscribe(
    rows: Rows, term_id: str, kind: SubscriberKind, subject: str | None, *, language: Language, by: str
) -> Subscription:
    """The subscription of a subject, made when there is none."""
    term = terms.revision(rows, term_id).term
    reader = Subscriber(kind=kind, subject=term_id if kind in OF_ALL else subject or "", language=language)
    if not is_known(term, reader):
        raise NotFound(kind, reader.subject)
    said = {"kind": reader.kind, "subject": reader.subject, "language": reader.language}
    row, is_new = LINKS.give(rows, by, term_id=term_id, **said)
    if is_new:
        renderings.render_for(rows, term_id, reader)
    return of_row(rows, row)


def subscription(rows: Rows, id: str) -> Subscription:
    """A subscription."""
    return of_row(rows, rows.get("subscription", subscriptions, id))


def page(rows: Rows, term_id: str, after: str | None, limit: int) -> Sequence[Subscription]:
    """The subscriptions of a term, newest first."""
    terms.head(rows, term_id)
    where = [subscriptions.c.term_id == term_id]
    if after is not None:
        where.append(subscriptions.c.number < rows.get("subscription", subscriptions, after)["number"])
    found = rows.list(subscriptions, *where, order=subscriptions.c.number.desc(), limit=limit)
    return tuple(of_row(rows, row) for row in found)


def rotate(rows: Rows, id: str, by: str) -> Subscription:
    """A new generation of the link."""
    return of_row(rows, LINKS.rotate(rows, id, by))


def revoke(rows: Rows, id: str, by: str) -> Subscription:
    """End a subscription."""
    return of_row(rows, LINKS.revoke(rows, id, by))


def renders(rows: Rows, id: str) -> Rendering | None:
    """What the feed says now."""
    return rendered(rows, rows.get("subscription", subscriptions, id))


def rendered(rows: Rows, row: Row) -> Rendering | None:
    """What the feed of a subscription's row says now."""
    return renderings.rendering(rows, row["term_id"], _reader(row))


def is_news(row: Row, release: int, now: datetime) -> bool:
    """Whether a fetch is to be noted: the first, the first after a release that changed the feed, or one in a while."""
    last = row["last_fetched_at"]
    return last is None or last < now - NOTE_EVERY or (row["fetched_release"] or 0) < release


def fetched(rows: Rows, id: str, release: int) -> None:
    """Note that a feed was fetched, as a release made it."""
    last, known = subscriptions.c.last_fetched_at, subscriptions.c.fetched_release
    long_ago = sa.or_(last.is_(None), last < rows.now - NOTE_EVERY)
    this = (subscriptions.c.id == id, sa.func.coalesce(known, 0) <= release)  # one that came late takes nothing back
    news = sa.or_(long_ago, sa.func.coalesce(known, 0) < release)
    rows.change(subscriptions, *this, news, last_fetched_at=rows.now, fetched_release=release)


def _reader(row: Row) -> Subscriber:
    return Subscriber(kind=row["kind"], subject=row["subject"], language=row["language"])


def of_row(rows: Rows, row: Row) -> Subscription:
    """A subscription of its row, with its link."""
    return Subscription(**LINKS.told(rows, row))
