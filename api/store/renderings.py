"""What each reader's feed answers with: made by releases, and by nights that drop what is long cancelled."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from api.feeds import Differing, FeedRelease, History, Subscriber, file_name
from api.feeds import render as render_feed
from api.store import terms
from api.store.records import Rendering
from api.store.rows import Row, Rows
from api.store.tables import nights, releases, renderings, subscriptions

__all__ = [
    "Told",
    "newest_told",
    "readers_changed",
    "render_all",
    "render_for",
    "rendering",
    "rendering_at",
]


@dataclass(frozen=True)
class Told:
    """What calendars know since a release or one of the nights after it.

    Attributes:
        night: 0 for the release itself.
        revision: of the term, whose names the calendars show.
    """

    release: int
    night: int
    revision: int
    history: History


def newest_told(rows: Rows, term_id: str) -> Told | None:
    """What calendars know by now; `None` before the first release."""
    number = int(terms.head(rows, term_id)["release"])
    row = rows.find(releases, releases.c.term_id == term_id, releases.c.number == number)
    if row is None:
        return None
    of_release = (nights.c.term_id == term_id, nights.c.release == number)
    last = rows.list(nights, *of_release, order=nights.c.night.desc(), limit=1)
    history = History.model_validate_json((last[0] if last else row)["history"])
    return Told(number, last[0]["night"] if last else 0, row["revision"], history)


def render_all(rows: Rows, term_id: str, told: Told) -> None:
    """Make what every reader is told."""
    of = FeedRelease(terms.document(rows, term_id, told.revision), told.history)
    for reader in _readers(rows, term_id):
        _render(rows, term_id, told, of, reader)


def readers_changed(rows: Rows, term_id: str, before: Told | None, after: FeedRelease) -> tuple[int, int]:
    """How many readers there are, and to how many of them a release that is not made yet would say something else."""
    readers = _readers(rows, term_id)
    if before is None:
        return len(readers), len(readers)
    pair = Differing(FeedRelease(terms.document(rows, term_id, before.revision), before.history), after)
    return len(readers), sum(map(pair.changes, readers))


def render_for(rows: Rows, term_id: str, reader: Subscriber) -> None:
    """Make what a reader is told who came after the newest release, if there is one."""
    told = newest_told(rows, term_id)
    if told:
        of = FeedRelease(terms.document(rows, term_id, told.revision), told.history)
        _render(rows, term_id, told, of, reader)


def rendering(rows: Rows, term_id: str, reader: Subscriber) -> Rendering | None:
    """What a reader is told by now."""
    row = rendering_at(rows, term_id, reader)
    if row is None:
        return None
    return Rendering(row["body"], row["etag"], row["last_modified"], row["filename"], row["release"])


def rendering_at(rows: Rows, term_id: str, reader: Subscriber, release: int | None = None) -> Row | None:
    """The row of what a reader is told by now, or was told by a release."""
    where = [
        renderings.c.term_id == term_id,
        renderings.c.kind == reader.kind,
        renderings.c.subject == reader.subject,
        renderings.c.language == reader.language,
    ]
    if release is not None:
        where.append(renderings.c.release <= release)
    newest = renderings.c.release.desc(), renderings.c.night.desc()
    found = rows.list(renderings, *where, order=newest, limit=1)
    return found[0] if found else None


def _render(rows: Rows, term_id: str, told: Told, of: FeedRelease, reader: Subscriber) -> None:
    """Keep the bytes, unless they are those that the reader has been told already."""
    body = render_feed(of, reader)
    before = rendering_at(rows, term_id, reader)
    if before and before["body"] == body:
        return
    rows.add(
        renderings,
        term_id=term_id,
        kind=reader.kind,
        subject=reader.subject,
        language=reader.language,
        release=told.release,
        night=told.night,
        body=body,
        etag=f'"{hashlib.sha256(body).hexdigest()}"',
        last_modified=of.history.moment,
        filename=file_name(reader),
    )


def _readers(rows: Rows, term_id: str) -> Sequence[Subscriber]:
    """Those whose subscriptions are not revoked."""
    where = (subscriptions.c.term_id == term_id, subscriptions.c.revoked_at.is_(None))
    found = rows.list(subscriptions, *where, order=subscriptions.c.number)
    return tuple(Subscriber(kind=row["kind"], subject=row["subject"], language=row["language"]) for row in found)
