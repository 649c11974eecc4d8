"""The link of a term's timetable for the public: who made it when, how it is renewed, and how it ends."""

from api.links import new_id
from api.store import renderings, terms
from api.store.records import PublicLink
from api.store.rows import Row, Rows
from api.store.secret_links import SecretLinks
from api.store.tables import public_links

__all__ = ["LINKS", "give", "of_row", "of_term", "revoke", "rotate"]

LINKS = SecretLinks(public_links, "public", "public link", "public_link")
_UNTOLD = ("workspace_id", "number", "key_version")


def give(rows: Rows, term_id: str, by: str) -> PublicLink:
    """The link of a term's timetable, made when there is none."""
    terms.head(rows, term_id)
    number = rows.next_number()  # from here on no other writer of the workspace comes between
    existing = of_term(rows, term_id)
    if existing:
        return existing
    said = {"term_id": term_id, "generation": 1, "key_version": rows.keys.newest}
    link = new_id()
    rows.add(public_links, id=link, number=number, created_at=rows.now, **said)
    renderings.render_public(rows, term_id)
    rows.note(by, "public_link.create", link)
    return of_row(rows, rows.get("public link", public_links, link))


def of_term(rows: Rows, term_id: str) -> PublicLink | None:
    """The link that is not revoked, if there is one."""
    terms.head(rows, term_id)
    row = rows.find(public_links, public_links.c.term_id == term_id, public_links.c.revoked_at.is_(None))
    return of_row(rows, row) if row else None


def rotate(rows: Rows, id: str, by: str) -> PublicLink:
    """A new generation of the link."""
    return of_row(rows, LINKS.rotate(rows, id, by))


def revoke(rows: Rows, id: str, by: str) -> PublicLink:
    """End a link."""
    return of_row(rows, LINKS.revoke(rows, id, by))


def of_row(rows: Rows, row: Row) -> PublicLink:
    """A link of its row."""
    said = {key: value for key, value in row.items() if key not in _UNTOLD}
    return PublicLink(**said, token=LINKS.token(rows, row))
