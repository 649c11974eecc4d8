"""Who has been told of a release: the digests as coordinators see them, and whom certainly nothing has reached."""

from collections.abc import Collection, Mapping, Sequence

from api.feeds import Subscriber
from api.store import releases, terms
from api.store.errors import NotFound
from api.store.records import DigestInfo, Reach, Release, StoredDigest
from api.store.renderings import rendering_at
from api.store.rows import Row, Rows
from api.store.tables import digests, subscriptions

__all__ = ["digest", "last", "page", "reach", "unreached"]

_WITHIN = ("subject", "text", "html")
_TOLD = (
    *(digests.c[name] for name in ("term_id", "release", "person", "since", "language")),
    *(digests.c[name] for name in ("state", "attempts", "sent_at", "code")),
)


def page(rows: Rows, term_id: str, number: int, after: str | None, limit: int) -> Sequence[DigestInfo]:
    """The digests of a release by person, without what they say."""
    return tuple(DigestInfo(**row) for row in _concerned(rows, term_id, number, after, limit))


def digest(rows: Rows, term_id: str, number: int, person: str) -> StoredDigest:
    """A person's digest of a release."""
    releases.release(rows, term_id, number)
    row = _row(rows, term_id, number, person)
    return StoredDigest(**{column.name: row[column.name] for column in _TOLD}, **{one: row[one] for one in _WITHIN})


def reach(rows: Rows, term_id: str, number: int, after: str | None, limit: int) -> Sequence[Reach]:
    """Of everybody whom a release concerns, whether they can have heard of it, by person."""
    release = releases.release(rows, term_id, number)
    concerned = _concerned(rows, term_id, number, after, limit)
    mails, feeds = _mails(rows, term_id, number), _own_feeds(rows, term_id)
    return tuple(_reach(rows, release, row, mails.get(row["person"], ()), feeds) for row in concerned)


def last(rows: Rows, term_id: str, person: str) -> DigestInfo | None:
    """What a person has been told last that was not taken back; `None` where they have been told of nothing."""
    terms.head(rows, term_id)
    mine = (digests.c.term_id == term_id, digests.c.person == person, digests.c.state != "folded")
    found = (
        rows.list(digests, *mine, order=digests.c.release.desc(), limit=1, columns=_TOLD) if "\0" not in person else ()
    )
    return DigestInfo(**found[0]) if found else None


def unreached(rows: Rows, term_id: str, people: Collection[str]) -> Sequence[str]:
    """Those of some people whom the newest release that concerns them has certainly not reached, by person."""
    terms.head(rows, term_id)
    newest = {row["person"]: row for row in _all_digests(rows, term_id) if row["person"] in people}
    feeds, releases_of = _own_feeds(rows, term_id), {row["release"] for row in newest.values()}
    known = {number: (releases.release(rows, term_id, number), _mails(rows, term_id, number)) for number in releases_of}
    found = []
    for person, row in sorted(newest.items()):
        release, mails = known[row["release"]]
        if _reach(rows, release, row, mails.get(person, ()), feeds).certainly_not_reached:
            found.append(person)
    return found


def _all_digests(rows: Rows, term_id: str) -> Sequence[Row]:
    where = (digests.c.term_id == term_id, digests.c.state != "folded")
    return rows.list(digests, *where, order=digests.c.release, columns=_TOLD)


def _concerned(rows: Rows, term_id: str, number: int, after: str | None, limit: int) -> Sequence[Row]:
    releases.release(rows, term_id, number)
    where = [digests.c.term_id == term_id, digests.c.release == number]
    if after is not None:
        where.append(digests.c.person > _row(rows, term_id, number, after)["person"])
    return rows.list(digests, *where, order=digests.c.person, limit=limit, columns=_TOLD)


def _row(rows: Rows, term_id: str, number: int, person: str) -> Row:
    where = (digests.c.term_id == term_id, digests.c.release == number, digests.c.person == person)
    row = None if "\0" in person else rows.find(digests, *where)
    if row is None:
        raise NotFound("digest", person)
    return row


def _mails(rows: Rows, term_id: str, number: int) -> Mapping[str, Sequence[Row]]:
    """By person, how far the mails have come that tell of a release: its own, and those of later ones."""
    columns = [digests.c[name] for name in ("person", "release", "since", "state", "perhaps", "sent_at")]
    where = (digests.c.term_id == term_id, digests.c.release >= number)
    found: dict[str, list[Row]] = {}
    for row in rows.list(digests, *where, order=digests.c.release, columns=columns):
        found.setdefault(row["person"], []).append(row)
    return found


def _own_feeds(rows: Rows, term_id: str) -> Mapping[str, Sequence[Row]]:
    """By person, the calendars of their own that have been fetched."""
    where = (subscriptions.c.term_id == term_id, subscriptions.c.kind == "person")
    found: dict[str, list[Row]] = {}
    for row in rows.list(subscriptions, *where, order=subscriptions.c.number):
        if row["last_fetched_at"]:
            found.setdefault(row["subject"], []).append(row)
    return found


def _reach(rows: Rows, release: Release, row: Row, mails: Sequence[Row], feeds: Mapping[str, Sequence[Row]]) -> Reach:
    own = feeds.get(row["person"], ())
    sent = [one["sent_at"] for one in mails if one["state"] == "sent"]
    on_the_way = any(one["state"] == "sending" or one["perhaps"] for one in mails)
    fetched = any(_shows(rows, release, one) for one in own)
    return Reach(
        person=row["person"],
        state=row["state"],
        mailed_at=min(sent, default=None),
        fetched_at=max((one["last_fetched_at"] for one in own), default=None),
        certainly_not_reached=not (sent or on_the_way or fetched),
    )


def _shows(rows: Rows, release: Release, feed: Row) -> bool:
    """Whether the bytes that were fetched last are those of the release, or later ones.

    The time alone would not say so: a calendar that is fetched while a release is being made still gets the old bytes.
    It counts only where the release changed nothing in them.
    """
    known = feed["fetched_release"] or 0
    if known >= release.number:
        return True
    reader = Subscriber(kind="person", subject=feed["subject"], language=feed["language"])
    told = rendering_at(rows, release.term_id, reader, release.number)
    unchanged = told is not None and told["release"] <= known
    return unchanged and bool(feed["last_fetched_at"] >= release.released_at)
