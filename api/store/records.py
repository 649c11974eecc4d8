"""What the store answers: plain values, each a row or a part of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from api.feeds import Language, SubscriberKind
from models import Change, Plan, Term
from scheduler.options import Options

__all__ = [
    "ACTIVE",
    "PLANNING",
    "Account",
    "AuditEntry",
    "DigestInfo",
    "DigestState",
    "Identity",
    "IssuedToken",
    "Job",
    "JobFailure",
    "JobKind",
    "JobState",
    "Preview",
    "Principal",
    "ProgressEvent",
    "Reach",
    "Readiness",
    "Release",
    "Rendering",
    "Revision",
    "Role",
    "Session",
    "StoredChange",
    "StoredDigest",
    "StoredPlan",
    "StoredTerm",
    "Subscription",
    "SubscriptionKind",
    "TermHead",
    "TokenInfo",
    "WayIn",
]

JobState = Literal["queued", "running", "succeeded", "failed", "cancelled"]
"""Where a job is; the last three are final."""
ACTIVE: tuple[JobState, ...] = ("queued", "running")
"""The states of a job that is not over."""
JobKind = Literal["plan", "replan", "why-not", "repairs", "alternatives"]
"""What a job is asked for: a plan, or what explains one."""
PLANNING: tuple[JobKind, ...] = ("plan", "replan")
"""The kinds that make a plan: a term has at most one such job that is not over."""
SubscriptionKind = SubscriberKind
Role = Literal["coordinator", "reader"]
"""What an account may do."""
WayIn = Literal["password", "organisation", "waits"]
"""How its owner signs in; `waits`: with a password, until the organisation says who the owner is."""
DigestState = Literal["none", "queued", "sending", "sent", "failed", "folded"]
"""Where the mail of a digest is. `none`: nobody's address, or no mail server; `failed`: refused, or given up;
`folded`: not sent, because a later digest tells it too, or what it told was taken back."""


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


@dataclass(frozen=True)
class JobFailure:
    """Why a job failed.

    Attributes:
        code: `violations` (the plan broke rules and was not stored), `faults` (the term cannot be planned),
            `error` (the solver broke down), `lost` (it was interrupted too often).
        details: one mapping each: for violations `rule`, `meeting`, `params`; for faults `code`, `pointer`, `params`.
    """

    code: Literal["violations", "faults", "error", "lost"]
    message: str
    details: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Job:
    """A request to plan one revision of a term, or to explain a plan by solving.

    Attributes:
        revision: the revision of the term that is planned, or that the explained plan answers.
        request: what was asked besides, as JSON: of a replan `as_of` and `baseline_plan_id`, of the kinds that explain
            `plan_id` and what is asked of it.
        attempt: how many times a solver has begun; 0 while queued, above 1 after a solver died.
        cancel_requested: whether it was asked to stop; the best plan found by then is kept.
        plan_id: the plan that it made; also for a job that was cancelled, where one had been found.
        result: what it found out, as JSON; left out of lists.
        last_event: number of its newest progress event; 0 before the first.
    """

    id: str
    term_id: str
    revision: int
    kind: JobKind
    request: Mapping[str, Any]
    options: Options
    state: JobState
    attempt: int
    cancel_requested: bool
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    by: str
    plan_id: str | None
    failure: JobFailure | None
    result: Any | None
    last_event: int

    @property
    def over(self) -> bool:
        """Whether its state is final."""
        return self.state not in ACTIVE


@dataclass(frozen=True)
class ProgressEvent:
    """One durable step of a job.

    Attributes:
        number: 1, 2, 3, ... within the job, over all its attempts (the `id` of a server-sent event).
        attempt: which attempt it tells of; a later attempt begins anew.
        kind: `progress` carries the fields of `scheduler.Progress` (goals as in a plan's JSON);
            `state` carries `state` and, at the end, `plan_id` or `failure`. A final `state` is always the last event.
    """

    number: int
    attempt: int
    kind: Literal["progress", "state"]
    payload: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True)
class StoredPlan:
    """An immutable plan.

    Attributes:
        revision: the revision of the term that it answers.
        number: 1, 2, 3, ... within the term.
        stopped: whether it was cancelled while better ones were still being looked for.
    """

    id: str
    term_id: str
    revision: int
    number: int
    job_id: str
    stopped: bool
    created_at: datetime
    plan: Plan


@dataclass(frozen=True)
class Release:
    """A numbered, immutable publication of one plan.

    Attributes:
        number: 1, 2, 3, ... within the term.
        revision: the revision of the term that the plan answers.
    """

    term_id: str
    number: int
    plan_id: str
    revision: int
    released_at: datetime
    by: str


@dataclass(frozen=True)
class Preview:
    """What a release would do.

    Attributes:
        number: that it would get.
        before: id of the plan of the newest release; `None` before the first.
        after: id of the plan that would be released.
        revision: the revision of the term that the plan answers.
        current_revision: the newest one.
        feeds: how many feeds people have links of.
        feeds_changed: how many of them would have other bytes.
        mails: by person that it would tell something, `queued` where a mail would be sent, else `none`.
    """

    number: int
    before: str | None
    after: str
    revision: int
    current_revision: int
    feeds: int
    feeds_changed: int
    mails: Mapping[str, DigestState]


@dataclass(frozen=True)
class DigestInfo:
    """That a person has something to be told of a release, and how far their mail has come.

    Attributes:
        since: number of the release that it compares with; 0 where it is the first that the person is told.
        attempts: how many times it has been handed to the mail server, or was about to be.
        code: the mail server's last answer, as SMTP numbers them; `None` where there was none.
    """

    term_id: str
    release: int
    person: str
    since: int
    language: Language
    state: DigestState
    attempts: int
    sent_at: datetime | None
    code: int | None


@dataclass(frozen=True)
class StoredDigest(DigestInfo):
    """The digest itself."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Reach:
    """Whether a person whom a release concerns can have heard of it.

    Attributes:
        mailed_at: when a mail that tells of it was accepted by the mail server.
        fetched_at: when a calendar of their own was last fetched, of this release or not.
        certainly_not_reached: neither has such a mail left, perhaps, nor a calendar of their own been fetched since.
    """

    person: str
    state: DigestState
    mailed_at: datetime | None
    fetched_at: datetime | None
    certainly_not_reached: bool


@dataclass(frozen=True)
class Subscription:
    """A feed that somebody has the link of.

    Attributes:
        subject: id of the person, unit or series; the term's id for the kind `term`.
        language: that the feed is written in.
        generation: 1, and one more for each time that the link was renewed.
        token: the secret part of its link, `id.mac`, as it is now; made from the key, not stored. Empty when revoked.
    """

    id: str
    term_id: str
    kind: SubscriptionKind
    subject: str
    language: Language
    generation: int
    created_at: datetime
    revoked_at: datetime | None
    last_fetched_at: datetime | None
    token: str


@dataclass(frozen=True)
class Rendering:
    """A feed as it goes over the wire.

    Attributes:
        etag: strong entity tag, with its quotes.
        filename: for people, `person-mas.ics`.
        last_modified: when the release was made that last changed the bytes.
        release: its number.
    """

    body: bytes
    etag: str
    last_modified: datetime
    filename: str
    release: int


@dataclass(frozen=True)
class Principal:
    """Who a coordinator's token speaks for."""

    workspace_id: str
    name: str


@dataclass(frozen=True)
class TokenInfo:
    """A coordinator's token, without its secret."""

    id: str
    name: str
    created_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True)
class IssuedToken(TokenInfo):
    """A new token with its secret, which is told once and not stored."""

    secret: str


@dataclass(frozen=True)
class Account:
    """Somebody who signs in to the pages.

    Attributes:
        name: that they sign in with; unique in all workspaces.
        role: a reader looks, a coordinator changes too.
        way: how they sign in; told in lists alone.
    """

    id: str
    name: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None
    way: WayIn = "password"


@dataclass(frozen=True)
class Identity:
    """Somebody as the organisation's provider knows them.

    Attributes:
        subject: what never changes of them, within the issuer.
        name: what they are called; can change.
        role: that they have here now; `None` for none.
    """

    issuer: str
    subject: str
    name: str
    role: Role | None


@dataclass(frozen=True)
class Session:
    """Somebody who is signed in.

    Attributes:
        hash: of the secret that their browser holds.
        form_key: what every form that they send must bring back.
    """

    workspace_id: str
    hash: str
    form_key: str
    account: Account


@dataclass(frozen=True)
class AuditEntry:
    """Who did what to what, and when.

    Attributes:
        action: `term.create`, `term.replace`, `change.create`, `change.undo`, `job.create`, `release.create`, ...
        subject: id of what it was done to.
    """

    number: int
    at: datetime
    by: str
    action: str
    subject: str


@dataclass(frozen=True)
class Readiness:
    """Whether the service can do its work.

    Attributes:
        database: whether it answers and has the tables of this version.
        solver: whether a solver process has been heard of lately.
    """

    database: bool
    solver: bool
