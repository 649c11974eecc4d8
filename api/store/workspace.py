"""What one office keeps: terms, jobs, plans, releases and subscriptions, closed to all other offices."""

from collections.abc import Sequence

from api.store.records import (
    AuditEntry,
    IssuedToken,
    Job,
    ProgressEvent,
    Release,
    Rendering,
    Revision,
    StoredPlan,
    StoredTerm,
    Subscription,
    SubscriptionKind,
    TokenInfo,
)
from models import Term
from scheduler.options import Options

__all__ = ["Workspace"]


class Workspace:
    """One workspace of the store. Every id that another workspace holds is unknown here (`NotFound`).

    Lists come newest first; `after` is the id (for revisions and releases the number, for the audit its number)
    of the last one seen, `None` begins; `limit` is the most that are answered. An unknown `after` is `NotFound`.
    `by` is the name of the principal who acts; it is kept with what was done.
    All methods block; call them from a thread.
    """

    id: str

    # Terms

    def create_term(self, term: Term, by: str) -> StoredTerm:
        """Keep a new term as revision 1; its id is `str(term.uid)`. Raises `Conflict` (`exists`)."""
        raise NotImplementedError

    def term(self, term_id: str, revision: int | None = None) -> StoredTerm:
        """A revision of a term; `None` is the newest. Raises `NotFound`."""
        raise NotImplementedError

    def terms(self, after: str | None = None, limit: int = 50) -> Sequence[Revision]:
        """The newest revision of each term, without documents; the newest terms first."""
        raise NotImplementedError

    def revisions(self, term_id: str, after: int | None = None, limit: int = 50) -> Sequence[Revision]:
        """The revisions of a term without documents. Raises `NotFound`."""
        raise NotImplementedError

    def replace_term(self, term_id: str, term: Term, based_on: int, by: str) -> StoredTerm:
        """Keep a new revision of a term.

        The same document again is answered with the newest revision and makes none.

        Raises:
            NotFound: no such term.
            Stale: `based_on` is not the newest revision.
            Conflict: the document's uid is another term's (`other_term`).
        """
        raise NotImplementedError

    # Jobs and plans

    def enqueue_plan(
        self,
        term_id: str,
        revision: int | None,
        options: Options,
        by: str,
        idempotency_key: str | None = None,
        body_digest: str = "",
    ) -> Job:
        """Ask for a plan of the term's newest revision; once this returns the job is certain to end.

        Args:
            revision: the revision that the caller has seen; `None` takes the newest.
            idempotency_key: with the same key and `body_digest` as before, that job is answered and none is made.
            body_digest: digest of the request, to tell a repeated request from a reused key.

        Raises:
            NotFound: no such term.
            Stale: `revision` is not the newest.
            Busy: the term has an active job.
            Conflict: the key came with another `body_digest` or term before (`key_reused`).
        """
        raise NotImplementedError

    def job(self, job_id: str) -> Job:
        """A job as it stands. Raises `NotFound`."""
        raise NotImplementedError

    def jobs(self, after: str | None = None, limit: int = 50, term_id: str | None = None) -> Sequence[Job]:
        """The jobs, of one term or of all."""
        raise NotImplementedError

    def cancel_job(self, job_id: str, by: str) -> Job:
        """Ask a job to stop: a queued one ends now, a running one soon and keeps the best plan found, one that is over is left.

        Raises:
            NotFound: no such job.
        """
        raise NotImplementedError

    def job_progress(self, job_id: str, after: int = 0, limit: int = 1000) -> Sequence[ProgressEvent]:
        """The events of a job with a number above `after`, in order. Raises `NotFound`."""
        raise NotImplementedError

    def plan(self, plan_id: str) -> StoredPlan:
        """A plan. Raises `NotFound`."""
        raise NotImplementedError

    def plans(self, term_id: str, after: str | None = None, limit: int = 50) -> Sequence[StoredPlan]:
        """The plans of a term. Raises `NotFound`."""
        raise NotImplementedError

    # Releases and subscriptions

    def release(self, term_id: str, plan_id: str, by: str, based_on: int | None = None) -> Release:
        """Publish a plan: number it and render every feed of the term, all or nothing.

        Args:
            based_on: number of the newest release that the caller has seen (0 for none); `None` does not ask.

        Raises:
            NotFound: no such term or plan.
            Conflict: the plan answers another term (`other_term`).
            Stale: there is a newer release than `based_on`.
        """
        raise NotImplementedError

    def releases(self, term_id: str, after: int | None = None, limit: int = 50) -> Sequence[Release]:
        """The releases of a term. Raises `NotFound`."""
        raise NotImplementedError

    def released(self, term_id: str, number: int | None = None) -> Release:
        """A release; `None` is the newest. Raises `NotFound`."""
        raise NotImplementedError

    def subscribe(self, term_id: str, kind: SubscriptionKind, subject: str | None, by: str) -> Subscription:
        """The subscription of a subject (`None` for the kind `term`), made when there is none that is not revoked.

        Raises:
            NotFound: no such term, or no such subject in its newest revision.
        """
        raise NotImplementedError

    def subscription(self, subscription_id: str) -> Subscription:
        """A subscription. Raises `NotFound`."""
        raise NotImplementedError

    def subscriptions(self, term_id: str, after: str | None = None, limit: int = 50) -> Sequence[Subscription]:
        """The subscriptions of a term, revoked ones too. Raises `NotFound`."""
        raise NotImplementedError

    def rotate(self, subscription_id: str, by: str) -> Subscription:
        """A new link in place of the old one, which opens nothing from now on. Raises `NotFound` (also when revoked)."""
        raise NotImplementedError

    def revoke(self, subscription_id: str, by: str) -> Subscription:
        """End a subscription for good; again is no fault. Raises `NotFound`."""
        raise NotImplementedError

    def rendering(self, subscription_id: str) -> Rendering | None:
        """What the feed says now, for a coordinator's preview; `None` before the first release. Raises `NotFound`."""
        raise NotImplementedError

    # Tokens and traces

    def issue_token(self, name: str, by: str) -> IssuedToken:
        """A new coordinator's token; its secret is told here and never again."""
        raise NotImplementedError

    def tokens(self) -> Sequence[TokenInfo]:
        """The tokens, without secrets."""
        raise NotImplementedError

    def revoke_token(self, token_id: str, by: str) -> TokenInfo:
        """End a token; again is no fault. Raises `NotFound`."""
        raise NotImplementedError

    def audit(self, after: int | None = None, limit: int = 50) -> Sequence[AuditEntry]:
        """Who did what."""
        raise NotImplementedError
