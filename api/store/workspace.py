"""What one office keeps: terms, jobs, plans, releases and subscriptions, closed to all other offices."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from api.clock import Clock
from api.feeds import History, Language, Subscriber
from api.links import Keys
from api.store import (
    accounts,
    changes,
    freshness,
    identities,
    jobs,
    nights,
    overview,
    page_links,
    passwords,
    plans,
    reach,
    releases,
    renderings,
    reports,
    resending,
    sessions,
    subscriptions,
    terms,
    tokens,
)
from api.store.audit import audited
from api.store.participants import Calendar, PageLink, Report
from api.store.queue import Enqueue
from api.store.read import Read
from api.store.records import (
    Account,
    AuditEntry,
    DigestInfo,
    IssuedToken,
    Job,
    JobKind,
    Preview,
    ProgressEvent,
    Reach,
    Release,
    Rendering,
    Revision,
    Role,
    Session,
    StoredChange,
    StoredDigest,
    StoredPlan,
    StoredTerm,
    Subscription,
    SubscriptionKind,
    TermHead,
    TokenInfo,
)
from api.store.rows import Rows
from models import Away, Change, Sizes, Term
from scheduler import Answered, known_at
from scheduler.options import Options

__all__ = ["Opened", "Workspace"]


@dataclass(frozen=True)
class Opened:
    """What all workspaces of a store share.

    Attributes:
        engine: for transactions that write.
        reader: the same one for those that only read.
        mail_domain: what ids of messages end with; empty where no mail is sent.
        read: the documents that have been read.
    """

    engine: sa.Engine
    reader: sa.Engine
    clock: Clock
    keys: Keys
    sizes: Sizes
    keep_cancelled_days: int
    mail_domain: str
    enqueue: Enqueue
    read: Read = field(default_factory=Read)


class Workspace:
    """One workspace of the store. Every id that another workspace holds is unknown here (`NotFound`).

    Lists come newest first; `after` is the id (for revisions, changes, releases and the audit the number)
    of the last one seen, `None` begins; `limit` is the most that are answered. An unknown `after` is `NotFound`.
    `by` is the name of the principal who acts; it is kept with what was done.
    All methods block; call them from a thread.
    """

    def __init__(self, opened: Opened, workspace_id: str) -> None:
        self.id = workspace_id
        self._opened = opened

    @contextmanager
    def writing(self) -> Iterator[Rows]:
        """One transaction that writes: all or nothing, and no other writer in between."""
        with self._opened.engine.begin() as connection:
            yield self.rows(connection)

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """One transaction that only reads, of one state of the database."""
        with self._opened.reader.begin() as connection:
            yield self.rows(connection)

    def rows(self, connection: sa.Connection) -> Rows:
        """The workspace's rows within a transaction that is open already."""
        shared = self._opened
        limits = (shared.sizes, shared.keep_cancelled_days)
        return Rows(connection, self.id, shared.clock(), shared.keys, *limits, shared.mail_domain, shared.read)

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

    # Jobs and plans

    def enqueue_plan(
        self,
        term_id: str,
        revision: int | None,
        options: Options,
        by: str,
        *,
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
            Busy: the term has an active job that plans.
            Conflict: the key came with another `body_digest` or term before (`key_reused`).
        """
        asked = jobs.Asked("plan", options, by, key=idempotency_key, digest=body_digest)
        with self.writing() as rows:
            return jobs.enqueue(rows, self._opened.enqueue, term_id, revision, asked)

    def enqueue_replan(
        self,
        term_id: str,
        revision: int | None,
        options: Options,
        by: str,
        *,
        as_of: datetime | None = None,
        baseline_plan_id: str | None = None,
        idempotency_key: str | None = None,
        body_digest: str = "",
    ) -> Job:
        """Ask for the plan of the term's newest revision that disturbs the fewest people; otherwise as `enqueue_plan`.

        Args:
            as_of: the moment that it is made from, in the term's local time; `None` is now.
            baseline_plan_id: the plan that people know; `None` is the newest release's, before the first the newest.

        Raises:
            NotFound: no such term or plan.
            Stale: `revision` is not the newest.
            Busy: the term has an active job that plans.
            Conflict: as `enqueue_plan`; or the term has no plan yet (`nothing_to_change`); or the plan is another
                term's (`other_term`).
        """
        asked = jobs.Asked("replan", options, by, key=idempotency_key, digest=body_digest)
        with self.writing() as rows:
            given = (rows, self._opened.enqueue, term_id, revision, asked)
            return jobs.enqueue_replan(*given, as_of=as_of, baseline=baseline_plan_id)

    def enqueue_explanation(
        self,
        plan_id: str,
        kind: JobKind,
        request: Mapping[str, Any],
        options: Options,
        by: str,
        *,
        idempotency_key: str | None = None,
        body_digest: str = "",
    ) -> Job:
        """Ask for what explains a plan and must be solved; the term can be planned meanwhile.

        Raises:
            NotFound: no such plan.
            Conflict: the key came with another `body_digest` or term before (`key_reused`), or as many questions about
                the term as may wait for an answer do (`too_many_questions`).
        """
        asked = jobs.Asked(kind, options, by, request, idempotency_key, body_digest)
        with self.writing() as rows:
            return jobs.enqueue_explanation(rows, self._opened.enqueue, plan_id, asked)

    def job(self, job_id: str) -> Job:
        """A job as it stands. Raises `NotFound`."""
        with self.reading() as rows:
            return jobs.job(rows, job_id)

    def jobs(self, after: str | None = None, limit: int = 50, term_id: str | None = None) -> Sequence[Job]:
        """The jobs, of one term or of all, without their results."""
        with self.reading() as rows:
            return jobs.page(rows, after, limit, term_id)

    def cancel_job(self, job_id: str, by: str) -> Job:
        """Ask a job to stop.

        A queued one ends now, a running one soon and keeps the best plan found, one that is over is left as it is.

        Raises:
            NotFound: no such job.
        """
        with self.writing() as rows:
            return jobs.cancel(rows, job_id, by)

    def job_progress(self, job_id: str, after: int = 0, limit: int = 1000) -> Sequence[ProgressEvent]:
        """The events of a job with a number above `after`, in order. Raises `NotFound`."""
        with self.reading() as rows:
            return jobs.events(rows, job_id, after, limit)

    def plan(self, plan_id: str) -> StoredPlan:
        """A plan. Raises `NotFound`."""
        with self.reading() as rows:
            return plans.plan(rows, plan_id)

    def asked_about(self, plan_id: str, as_of: datetime | None = None) -> Answered:
        """A plan with its term, as a question at that local moment means it; `None` is now. Raises `NotFound`."""
        with self.reading() as rows:
            stored = plans.plan(rows, plan_id)
            term = terms.document(rows, stored.term_id, stored.revision)
            released = jobs.released_plan(rows, stored.term_id) == plan_id
            return Answered(term, known_at(stored.plan, as_of or jobs.local_now(rows, term), released))

    def plans(self, term_id: str, after: str | None = None, limit: int = 50) -> Sequence[StoredPlan]:
        """The plans of a term. Raises `NotFound`."""
        with self.reading() as rows:
            return plans.page(rows, term_id, after, limit)

    # Releases

    def release(self, term_id: str, plan_id: str, by: str, based_on: int | None = None) -> Release:
        """Publish a plan: number it, render every feed of the term and write the digests, all or nothing.

        Args:
            based_on: number of the newest release that the caller has seen (0 for none); `None` does not ask.

        Raises:
            NotFound: no such term or plan.
            Conflict: the plan answers another term (`other_term`).
            Stale: there is a newer release than `based_on`.
        """
        with self.writing() as rows:
            return releases.publish(rows, term_id, plan_id, by, based_on)

    def roll_back(self, term_id: str, number: int, by: str, based_on: int | None = None) -> Release:
        """Publish the plan of an older release again, as a new release; otherwise as `release`.

        Raises:
            Conflict: the newest release shows that plan already (`nothing_to_roll_back`).
        """
        with self.writing() as rows:
            return releases.roll_back(rows, term_id, number, by, based_on)

    def preview_release(self, term_id: str, plan_id: str | None = None, roll_back_to: int | None = None) -> Preview:
        """What a release of a plan, or of that of an older release, would do.

        Raises:
            NotFound: no such term, plan or release.
            Conflict: the plan answers another term (`other_term`), or is that of the newest release and was to be
                rolled back to (`nothing_to_roll_back`).
        """
        with self.reading() as rows:
            return releases.preview(rows, term_id, plan_id, roll_back_to)

    def releases(self, term_id: str, after: int | None = None, limit: int = 50) -> Sequence[Release]:
        """The releases of a term. Raises `NotFound`."""
        with self.reading() as rows:
            return releases.page(rows, term_id, after, limit)

    def released(self, term_id: str, number: int | None = None) -> Release:
        """A release; `None` is the newest. Raises `NotFound`."""
        with self.reading() as rows:
            return releases.release(rows, term_id, number)

    def nightly(self, term_id: str, by: str) -> int | None:
        """Drop from the calendars what has been cancelled for long; again is no fault.

        Answers the number of the night, `None` where nothing was to be dropped. Raises `NotFound`.
        """
        with self.reading() as rows:
            if not nights.is_due(rows, term_id):
                return None
        with self.writing() as rows:
            return nights.render_night(rows, term_id, by)

    # Who is told

    def digests(self, term_id: str, number: int, after: str | None = None, limit: int = 50) -> Sequence[DigestInfo]:
        """The digests of a release by id of the person, without what they say. Raises `NotFound`."""
        with self.reading() as rows:
            return reach.page(rows, term_id, number, after, limit)

    def digest(self, term_id: str, number: int, person: str) -> StoredDigest:
        """What a person is told of a release. Raises `NotFound`, also where it changes nothing for them."""
        with self.reading() as rows:
            return reach.digest(rows, term_id, number, person)

    def reach(self, term_id: str, number: int, after: str | None = None, limit: int = 50) -> Sequence[Reach]:
        """Whom of those that a release concerns it can have reached, by id of the person. Raises `NotFound`."""
        with self.reading() as rows:
            return reach.reach(rows, term_id, number, after, limit)

    def send_again(self, term_id: str, number: int, person: str, by: str) -> None:
        """Send a digest after all that was given up, or had no address, to the address that the person has by now.

        Raises:
            NotFound: no such release, or it tells that person nothing.
            Conflict: its mail has left or waits (`not_given_up`), a later digest tells it too (`told_later`), or the
                person has no address still, or there is no mail server (`no_address`).
        """
        with self.writing() as rows:
            resending.send_again(rows, term_id, number, person, by)

    def last_digest(self, term_id: str, person: str) -> DigestInfo | None:
        """What a person has been told last; `None` where they have been told of nothing. Raises `NotFound`: no term."""
        with self.reading() as rows:
            return reach.last(rows, term_id, person)

    def unreached(self, term_id: str, people: Collection[str]) -> Sequence[str]:
        """Those of some people whom the last release that concerns them cannot have reached. Raises `NotFound`."""
        with self.reading() as rows:
            return reach.unreached(rows, term_id, people)

    # Subscriptions

    def subscribe(
        self, term_id: str, kind: SubscriptionKind, subject: str | None, by: str, language: Language = "sv"
    ) -> Subscription:
        """The subscription of a subject (`None` for the kind `term`), made when there is none that is not revoked.

        Raises:
            NotFound: no such term, or no such subject in its newest revision.
        """
        with self.writing() as rows:
            return subscriptions.subscribe(rows, term_id, kind, subject, language=language, by=by)

    def share(self, term_id: str, readers: Sequence[Subscriber], by: str) -> None:
        """See to it that each has a calendar with a link, and each person a page of their own too: all, or nobody.

        Raises:
            NotFound: no such term, or the newest revision does not know one of them.
        """
        with self.writing() as rows:
            terms.head(rows, term_id)
            for one in readers:
                subscriptions.subscribe(rows, term_id, one.kind, one.subject, language=one.language, by=by)
                if one.kind == "person":
                    page_links.give(rows, term_id, one.subject, by)

    def subscription(self, subscription_id: str) -> Subscription:
        """A subscription. Raises `NotFound`."""
        with self.reading() as rows:
            return subscriptions.subscription(rows, subscription_id)

    def subscriptions(self, term_id: str, after: str | None = None, limit: int = 50) -> Sequence[Subscription]:
        """The subscriptions of a term, revoked ones too. Raises `NotFound`."""
        with self.reading() as rows:
            return subscriptions.page(rows, term_id, after, limit)

    def rotate(self, subscription_id: str, by: str) -> Subscription:
        """A new link in place of the old one, which opens nothing from now on.

        Raises:
            NotFound: no such subscription, or it is revoked.
        """
        with self.writing() as rows:
            return subscriptions.rotate(rows, subscription_id, by)

    def revoke(self, subscription_id: str, by: str) -> Subscription:
        """End a subscription for good; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return subscriptions.revoke(rows, subscription_id, by)

    def rendering(self, subscription_id: str) -> Rendering | None:
        """What the feed says now, for a coordinator's preview; `None` before the first release. Raises `NotFound`."""
        with self.reading() as rows:
            return subscriptions.renders(rows, subscription_id)

    def calendars(self, term_id: str) -> Sequence[Calendar]:
        """The calendars that people have links of, and how fresh what they fetched is. Raises `NotFound`."""
        with self.reading() as rows:
            return freshness.calendars(rows, term_id)

    def history(self, term_id: str) -> History | None:
        """What calendars know by now; `None` before the first release. Raises `NotFound`."""
        with self.reading() as rows:
            told = renderings.newest_told(rows, term_id)
            return told.history if told else None

    # Participants' own pages

    def give_page(self, term_id: str, person: str, by: str) -> PageLink:
        """The link of a person's own page, made when there is none that is not revoked.

        Raises:
            NotFound: no such term, or no such person in its newest revision.
        """
        with self.writing() as rows:
            return page_links.give(rows, term_id, person, by)

    def page_links(self, term_id: str) -> Sequence[PageLink]:
        """The links of people's own pages that are not revoked. Raises `NotFound`."""
        with self.reading() as rows:
            return page_links.of_term(rows, term_id)

    def rotate_page(self, page_link_id: str, by: str) -> PageLink:
        """A new link in place of the old one. Raises `NotFound`, also where it is revoked."""
        with self.writing() as rows:
            return page_links.rotate(rows, page_link_id, by)

    def revoke_page(self, page_link_id: str, by: str) -> PageLink:
        """End a link for good; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return page_links.revoke(rows, page_link_id, by)

    def report_away(
        self, term_id: str, away: Away, by: str, *, reason: str | None = None, meeting: str | None = None
    ) -> Report:
        """Keep that a person cannot come, for a coordinator to decide on; the same again is the same report.

        Args:
            away: from when until when.
            reason: told to coordinators alone.
            meeting: title of the meeting that is meant.

        Raises:
            pydantic.ValidationError: the reason is none (too long, or more than a line).
            NotFound: no such term, or no such person in it.
            Conflict: too many of the person's reports wait, or have been made (`too_many_reports`).
        """
        with self.writing() as rows:
            return reports.reported(rows, term_id, away, reason, meeting, by)

    def report(self, term_id: str, number: int) -> Report:
        """A report. Raises `NotFound`."""
        with self.reading() as rows:
            return reports.report(rows, term_id, number)

    def reports(self, term_id: str, person: str | None = None, limit: int = 50) -> Sequence[Report]:
        """The reports of a term, or of one person: what waits longest first, then the newest. Raises `NotFound`."""
        with self.reading() as rows:
            return reports.of_term(rows, term_id, person, limit)

    def waiting(self, term_id: str) -> int:
        """How many reports of a term wait. Raises `NotFound`."""
        with self.reading() as rows:
            terms.head(rows, term_id)
            return reports.waiting(rows, term_id)

    def accept_report(self, term_id: str, number: int, based_on: int, by: str) -> StoredChange:
        """Take a report in as a change of the term; change and decision are kept together, both or neither.

        Raises:
            NotFound: no such term or report.
            Conflict: it waits no more (`decided`).
            Stale: `based_on` is not the newest revision.
            pydantic.ValidationError: as `change_term`.
        """
        with self.reading() as rows:  # what is slow keeps no other writer waiting: revisions never change
            change = reports.as_change(rows, term_id, number)
            after = changes.applied(rows, term_id, change, based_on)
        with self.writing() as rows:
            kept = changes.keep(rows, change, after, by)
            reports.accepted(rows, term_id, number, kept.number, by)
            return kept

    def decline_report(self, term_id: str, number: int, by: str, answer: str = "") -> Report:
        """Do not take a report in, with a word to the person. Raises `NotFound`, or `Conflict` (`decided`)."""
        with self.writing() as rows:
            return reports.declined(rows, term_id, number, answer, by)

    def withdraw_report(self, term_id: str, number: int, person: str, by: str) -> Report:
        """Let a person take a report of theirs back. Raises `NotFound`, or `Conflict` (`decided`)."""
        with self.writing() as rows:
            return reports.withdrawn(rows, term_id, number, person, by)

    # Who signs in

    def create_account(self, name: str, password: str, role: Role, by: str) -> Account:
        """A new account. Raises `Conflict` (`exists`), also where another workspace has the name."""
        kept = passwords.hashed(password)
        with self.writing() as rows:
            return accounts.create(rows, name, kept, role, by)

    def accounts(self) -> Sequence[Account]:
        """The accounts, without passwords."""
        with self.reading() as rows:
            return accounts.listed(rows)

    def change_password(self, name: str, password: str, by: str) -> Account:
        """Another password for an account, which is signed out everywhere. Raises `NotFound`."""
        kept = passwords.hashed(password)
        with self.writing() as rows:
            return accounts.change_password(rows, name, kept, by)

    def disable_account(self, name: str, by: str) -> Account:
        """End an account, which is signed out everywhere; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return accounts.disable(rows, name, by)

    def bind_account(self, name: str, issuer: str, by: str) -> Account:
        """Let whoever comes next from that issuer under that name have the account, within a week; it then has no
        password. Raises `NotFound`.
        """
        with self.writing() as rows:
            return identities.bind(rows, name, issuer, by)

    def login_link(self, name: str, leads_to: str, by: str) -> str:
        """The secret of a link that signs in once, within half an hour, and leads to an address here.

        Raises:
            NotFound: no such account.
        """
        with self.writing() as rows:
            return sessions.link(rows, accounts.named(rows, name), leads_to, by)

    def sign_out(self, session: Session) -> None:
        """End a session; again is no fault. Raises `NotFound`: it is another workspace's."""
        with self.writing() as rows:
            accounts.known(rows, session.account)
            sessions.end(rows, session)

    def sign_out_everywhere(self, account: Account) -> int:
        """End every session of an account; answers how many there were. Raises `NotFound`."""
        with self.writing() as rows:
            accounts.known(rows, account)
            rows.note(account.name, "session.end_all", account.id)
            return sessions.end_all(rows, account.id)

    # Tokens and traces

    def issue_token(self, name: str, by: str) -> IssuedToken:
        """A new coordinator's token; its secret is told here and never again."""
        with self.writing() as rows:
            return tokens.issue(rows, name, by)

    def tokens(self) -> Sequence[TokenInfo]:
        """The tokens, without secrets."""
        with self.reading() as rows:
            return tokens.listed(rows)

    def revoke_token(self, token_id: str, by: str) -> TokenInfo:
        """End a token; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return tokens.revoke(rows, token_id, by)

    def audit(self, after: int | None = None, limit: int = 50) -> Sequence[AuditEntry]:
        """Who did what."""
        with self.reading() as rows:
            return audited(rows, after, limit)
