"""The link of a term's timetable for the public: who made it when, how it is renewed, and how it ends."""

from api.store import renderings, terms
from api.store.records import PublicLink
from api.store.rows import Row, Rows
from api.store.secret_links import SecretLinks
from api.store.tables import public_links

__all__ = ["LINKS", "give", "of_row", "of_term", "revoke", "rotate"]

LINKS = SecretLinks(public_links, "public", "public link", "public_link")


def give(rows: Rows, term_id: str, by: str) -> PublicLink:
    """The link of a term's timetable, made when there is none."""
    terms.head(rows, term_id)
    row, is_new = LINKS.give(rows, by, term_id=term_id)
    if is_new:
        renderings.render_public(rows, term_id)
    return of_row(rows, row)


def of_term(rows: Rows, term_id: str) -> PublicLink | None:
    """The link that is not revoked, if there is one."""
    terms.head(rows, term_id)
    row = LINKS.of(rows, term_id=term_id)
    return of_row(rows, row) if row else None


def rotate(rows: Rows, id: str, by: str) -> PublicLink:
    """A new generation of the link."""
    return of_row(rows, LINKS.rotate(rows, id, by))


def revoke(rows: Rows, id: str, by: str) -> PublicLink:
    """End a link."""
    return of_row(rows, LINKS.revoke(rows, id, by))


def of_row(rows: Rows, row: Row) -> PublicLink:
    """A link of its row."""
    return PublicLink(**LINKS.told(rows, row))
