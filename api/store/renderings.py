"""What each reader's feed answers with: made by releases, and by nights that drop what is long cancelled."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from api.feeds import LANGUAGES, Differing, FeedRelease, History, Language, Subscriber, file_name
from api.feeds import render as render_feed
from api.store import terms
from api.store.records import Rendering
from api.store.rows import Row, Rows
from api.store.tables import nights, public_links, releases, renderings, subscriptions
from api.timetables import timetable

__all__ = [
    "Told",
    "newest_told",
    "public_rendering",
    "readers_changed",
    "render_all",
    "render_for",
    "render_public",
    "rendering",
    "rendering_at",
]

TIMETABLE = "timetable"
"""The kind under which the document of the timetable for the public is kept; it is in no language."""


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
    of = _of(rows, term_id, told)
    for reader in _readers(rows, term_id):
        _render(rows, term_id, told, of, reader)
    if rows.find(public_links, public_links.c.term_id == term_id, public_links.c.revoked_at.is_(None)):
        _render_public(rows, term_id, told, of)


def readers_changed(rows: Rows, term_id: str, before: Told | None, after: FeedRelease) -> tuple[int, int]:
    """How many readers there are, and to how many of them a release that is not made yet would say something else."""
    readers = _readers(rows, term_id)
    if before is None:
        return len(readers), len(readers)
    pair = Differing(_of(rows, term_id, before), after)
    return len(readers), sum(map(pair.changes, readers))


def render_for(rows: Rows, term_id: str, reader: Subscriber) -> None:
    """Make what a reader is told who came after the newest release, if there is one."""
    told = newest_told(rows, term_id)
    if told:
        _render(rows, term_id, told, _of(rows, term_id, told), reader)


def render_public(rows: Rows, term_id: str) -> None:
    """Make what the public is told by now, if there is a release."""
    told = newest_told(rows, term_id)
    if told:
        _render_public(rows, term_id, told, _of(rows, term_id, told))


def _of(rows: Rows, term_id: str, told: Told) -> FeedRelease:
    return FeedRelease(terms.document(rows, term_id, told.revision), told.history)


def _render_public(rows: Rows, term_id: str, told: Told, of: FeedRelease) -> None:
    """The timetable for the public: the document that page and files are made of, and the calendar in each language."""
    for language in LANGUAGES:
        _render(rows, term_id, told, of, Subscriber(kind="public", subject=term_id, language=language))
    body = timetable(of).model_dump_json().encode()
    _keep(rows, told, of, _Key(term_id, TIMETABLE, term_id, ""), body, "timetable.json")


def public_rendering(rows: Rows, term_id: str, language: Language | None) -> Rendering | None:
    """What the public is told by now: the calendar in a language, or the document that all else is made of."""
    terms.head(rows, term_id)
    key = _Key(term_id, "public" if language else TIMETABLE, term_id, language or "")
    return _rendering(_at(rows, key))


def rendering(rows: Rows, term_id: str, reader: Subscriber) -> Rendering | None:
    """What a reader is told by now."""
    return _rendering(rendering_at(rows, term_id, reader))


def _rendering(row: Row | None) -> Rendering | None:
    if row is None:
        return None
    return Rendering(row["body"], row["etag"], row["last_modified"], row["filename"], row["release"])


def rendering_at(rows: Rows, term_id: str, reader: Subscriber, release: int | None = None) -> Row | None:
    """The row of what a reader is told by now, or was told by a release."""
    return _at(rows, _key(term_id, reader), release)


class _Key(NamedTuple):
    """What is rendered, apart from when."""

    term_id: str
    kind: str
    subject: str
    language: str


def _key(term_id: str, reader: Subscriber) -> _Key:
    return _Key(term_id, reader.kind, reader.subject, reader.language)


def _at(rows: Rows, key: _Key, release: int | None = None) -> Row | None:
    where = [renderings.c[name] == value for name, value in key._asdict().items()]
    if release is not None:
        where.append(renderings.c.release <= release)
    newest = renderings.c.release.desc(), renderings.c.night.desc()
    found = rows.list(renderings, *where, order=newest, limit=1)
    return found[0] if found else None


def _render(rows: Rows, term_id: str, told: Told, of: FeedRelease, reader: Subscriber) -> None:
    _keep(rows, told, of, _key(term_id, reader), render_feed(of, reader), file_name(reader))


def _keep(rows: Rows, told: Told, of: FeedRelease, key: _Key, body: bytes, filename: str) -> None:
    """Keep the bytes, unless they are those that have been told already."""
    before = _at(rows, key)
    if before and before["body"] == body:
        return
    rows.add(
        renderings,
        **key._asdict(),
        release=told.release,
        night=told.night,
        body=body,
        etag=f'"{hashlib.sha256(body).hexdigest()}"',
        last_modified=of.history.moment,
        filename=filename,
    )


def _readers(rows: Rows, term_id: str) -> Sequence[Subscriber]:
    """Those whose subscriptions are not revoked."""
    where = (subscriptions.c.term_id == term_id, subscriptions.c.revoked_at.is_(None))
    found = rows.list(subscriptions, *where, order=subscriptions.c.number)
    return tuple(Subscriber(kind=row["kind"], subject=row["subject"], language=row["language"]) for row in found)
