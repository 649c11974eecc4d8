"""What the store answers about terms and what has happened to them."""

from dataclasses import dataclass
from datetime import datetime

from models import Change, Term

__all__ = ["Revision", "StoredChange", "StoredTerm", "TermHead"]


@dataclass(frozen=True)
class Revision:
    """One immutable version of a term's document, without the document.

    Attributes:
        revision: 1, 2, 3, ... within the term; its version for `If-Match`.
        digest: SHA-256 of the document.
        by: name of the principal who wrote it.
    """

    term_id: str
    revision: int
    digest: str
    title: str
    created_at: datetime
    by: str


@dataclass(frozen=True)
class StoredTerm(Revision):
    """A revision of a term with its document.

    Attributes:
        newest_plan_id: id of the newest plan that answers the term's newest revision; `None` before there is one.
        newest_release: number of the newest release; `None` before there is one.
    """

    term: Term
    newest_plan_id: str | None = None
    newest_release: int | None = None

    @property
    def id(self) -> str:
        """The term's id: its uid."""
        return self.term_id


@dataclass(frozen=True)
class TermHead(Revision):
    """Where a term stands, told by its newest revision without the document.

    Attributes:
        newest_plan_id: id of the newest plan that answers the newest revision; `None` before there is one.
        newest_release: number of the newest release; `None` before there is one.
        released_plan_id: the plan that it published.
        unplaced: how many meetings the newest plan of the newest revision cannot hold.
        job_id: the job that plans it now.
        waiting: how many reports of participants wait for a coordinator.
    """

    newest_plan_id: str | None
    newest_release: int | None
    released_plan_id: str | None
    unplaced: int
    job_id: str | None
    waiting: int


@dataclass(frozen=True)
class StoredChange:
    """Something that happened to a term, and the revision that it made.

    Attributes:
        number: 1, 2, 3, ... within the term.
        based_on: the revision that it changed.
        revision: the one that it made.
        undone_revision: the one that taking it back made; `None` while it stands.
    """

    term_id: str
    number: int
    change: Change
    based_on: int
    revision: int
    made_at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str | None
    undone_revision: int | None

    @property
    def version(self) -> int:
        """The revision that it or its undoing made last."""
        return self.undone_revision or self.revision
