"""The links of participants' own pages: who has one, how it is renewed, and how it ends."""

from collections.abc import Sequence

from api.store import terms
from api.store.errors import NotFound
from api.store.records import PageLink
from api.store.rows import Row, Rows
from api.store.secret_links import SecretLinks
from api.store.tables import page_links

__all__ = ["LINKS", "give", "of_term", "page_link", "revoke", "rotate"]

LINKS = SecretLinks(page_links, "page", "page link", "page_link")


def give(rows: Rows, term_id: str, person: str, by: str) -> PageLink:
    """The link of a person's page, made when there is none."""
    term = terms.revision(rows, term_id).term
    if person not in term.person:
        raise NotFound("person", person)
    row, _ = LINKS.give(rows, by, term_id=term_id, person=person)
    return _page_link(rows, row)


def page_link(rows: Rows, id: str) -> PageLink:
    """A link."""
    return _page_link(rows, rows.get("page link", page_links, id))


def of_term(rows: Rows, term_id: str) -> Sequence[PageLink]:
    """The links of a term that are not revoked, the newest first."""
    terms.head(rows, term_id)
    where = (page_links.c.term_id == term_id, page_links.c.revoked_at.is_(None))
    return tuple(_page_link(rows, row) for row in rows.list(page_links, *where, order=page_links.c.number.desc()))


def rotate(rows: Rows, id: str, by: str) -> PageLink:
    """A new generation of the link."""
    return _page_link(rows, LINKS.rotate(rows, id, by))


def revoke(rows: Rows, id: str, by: str) -> PageLink:
    """End a link."""
    return _page_link(rows, LINKS.revoke(rows, id, by))


def _page_link(rows: Rows, row: Row) -> PageLink:
    return PageLink(**LINKS.told(rows, row))
