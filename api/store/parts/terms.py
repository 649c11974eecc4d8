"""The terms of a workspace, and what has happened to them."""

from collections.abc import Sequence

from api.store import (
    changes,
    overview,
    terms,
)
from api.store.parts.part import Part
from api.store.records import (
    Revision,
    StoredChange,
    StoredTerm,
    TermHead,
)
from models import Change, Term

__all__ = ["Terms"]


class Terms(Part):
    """The terms of a workspace, and what has happened to them."""

    # Terms

    def create_term(self, term: Term, by: str) -> StoredTerm:
        """Keep a new term as revision 1; its id is `str(term.uid)`. Raises `Conflict` (`exists`)."""
        with self.writing() as rows:
            return terms.create(rows, term, by)

    def term(self, term_id: str, revision: int | None = None) -> StoredTerm:
        """A revision of a term; `None` is the newest. Raises `NotFound`."""
        with self.reading() as rows:
            return terms.revision(rows, term_id, revision)

    def terms(self, after: str | None = None, limit: int = 50) -> Sequence[Revision]:
        """The newest revision of each term, without documents; the newest terms first."""
        with self.reading() as rows:
            return terms.page(rows, after, limit)

    def overview(self, limit: int = 50) -> Sequence[TermHead]:
        """Where each term stands; the newest terms first."""
        with self.reading() as rows:
            return overview.overview(rows, limit)

    def active_job(self, term_id: str) -> str | None:
        """Id of the job that plans a term now; `None` where none does. Raises `NotFound`."""
        with self.reading() as rows:
            return overview.active_job(rows, term_id)

    def revisions(self, term_id: str, after: int | None = None, limit: int = 50) -> Sequence[Revision]:
        """The revisions of a term without documents. Raises `NotFound`."""
        with self.reading() as rows:
            return terms.revisions(rows, term_id, after, limit)

    def replace_term(self, term_id: str, term: Term, based_on: int, by: str) -> StoredTerm:
        """Keep a new revision of a term.

        The same document again is answered with the newest revision and makes none.

        Raises:
            NotFound: no such term.
            Stale: `based_on` is not the newest revision.
            Conflict: the document's uid is another term's (`other_term`).
        """
        with self.writing() as rows:
            return terms.replace(rows, term_id, term, based_on, by)

    # Changes

    def change_term(self, term_id: str, change: Change, based_on: int, by: str) -> StoredChange:
        """Apply a change to the term's newest revision, and keep it with the revision that it makes, both or neither.

        Raises:
            NotFound: no such term.
            Stale: `based_on` is not the newest revision.
            pydantic.ValidationError: as `scheduler.apply`; its `title` is `Change` or `Term`, whichever has the fault.
        """
        with self.reading() as rows:  # what is slow keeps no other writer waiting: revisions never change
            after = changes.applied(rows, term_id, change, based_on)
        with self.writing() as rows:
            return changes.keep(rows, change, after, by)

    def undo_change(self, term_id: str, number: int, based_on: int, by: str) -> StoredChange:
        """Take a change back while nobody has been told of it; what came later stays. This makes a new revision.

        Raises:
            NotFound: no such term or change.
            Stale: `based_on` is not the newest revision.
            Conflict: it was published (`released`), taken back before (`undone`), or what it made has been changed
                again since (`entangled`).
            pydantic.ValidationError: something later needs what would be taken back.
        """
        with self.reading() as rows:
            after = changes.taken_back(rows, term_id, number, based_on)
        with self.writing() as rows:
            return changes.keep_undone(rows, number, after, by)

    def change(self, term_id: str, number: int) -> StoredChange:
        """A change of a term. Raises `NotFound`."""
        with self.reading() as rows:
            return changes.change(rows, term_id, number)

    def changes(self, term_id: str, after: int | None = None, limit: int = 50) -> Sequence[StoredChange]:
        """The changes of a term, those taken back too. Raises `NotFound`."""
        with self.reading() as rows:
            return changes.page(rows, term_id, after, limit)
