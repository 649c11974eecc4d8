"""What the API answers with and is asked with, beside the documents themselves and what is said of plans."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.feeds import Language
from api.store import PublicLink, Release, Revision, Subscription, SubscriptionKind
from models import Term
from models.base import Id

__all__ = [
    "AuditEntryDocument",
    "AuditList",
    "Document",
    "Health",
    "Page",
    "PreviewRequest",
    "PublicLinkDocument",
    "Ready",
    "ReleaseDocument",
    "ReleaseList",
    "ReleaseRequest",
    "RevisionList",
    "SubscriptionDocument",
    "SubscriptionList",
    "SubscriptionRequest",
    "TermList",
    "TermSummary",
    "Validated",
]


class Document(BaseModel):
    """A JSON object of the API."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, from_attributes=True, use_attribute_docstrings=True
    )


class Page(Document):
    """A part of a list, newest first."""

    next: str | None
    """`cursor` of the next part; `null` where this is the last."""


class TermSummary(Document):
    """One revision of a term, without its document."""

    id: str
    """The term's uid."""
    revision: int
    """1, 2, 3, ... within the term; also its entity tag."""
    digest: str
    """SHA-256 of the document."""
    title: str
    created_at: datetime
    """When the revision was written."""
    by: str
    """Whose token wrote it."""

    @classmethod
    def of(cls, one: Revision) -> "TermSummary":
        """The summary of a stored revision."""
        return cls(
            id=one.term_id,
            revision=one.revision,
            digest=one.digest,
            title=one.title,
            created_at=one.created_at,
            by=one.by,
        )


class TermList(Page):
    """The newest revision of each term."""

    items: list[TermSummary]


class RevisionList(Page):
    """The revisions of one term."""

    items: list[TermSummary]


class Validated(Document):
    """A document that could be stored as it is."""

    id: str
    """The term's uid."""
    digest: str
    """SHA-256 of the document as it would be stored."""
    title: str
    meetings: int
    people: int

    @classmethod
    def of(cls, term: Term) -> "Validated":
        """What there is to say of a valid term."""
        return cls(
            id=str(term.uid),
            digest=term.digest,
            title=term.title,
            meetings=len(term.meetings),
            people=len(term.people),
        )


class PreviewRequest(Document):
    """Which plan would be published: one that is new, or that of an older release again."""

    plan_id: Id | None = None
    """A plan of the term."""
    roll_back_to: Annotated[int, Field(ge=1, lt=2**31)] | None = None
    """Number of the release whose plan is published again, as a release of its own; given instead of `plan_id`. Refused
    (409) where the newest release shows that plan."""

    @model_validator(mode="after")
    def _names_one_plan(self) -> "PreviewRequest":
        if (self.plan_id is None) is (self.roll_back_to is None):
            raise PydanticCustomError("plan_needed", "give either plan_id or roll_back_to")
        return self


class ReleaseRequest(PreviewRequest):
    """Which plan to publish: one that is new, or that of an older release again."""

    based_on: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    """Number of the newest release that you have seen, 0 for none: refused (412) when there is a newer one."""


class ReleaseDocument(Document):
    """A numbered publication of a plan; it never changes."""

    term_id: str
    number: int
    """1, 2, 3, ... within the term."""
    plan_id: str
    revision: int
    """The revision of the term that the plan answers."""
    released_at: datetime
    by: str
    """Whose token published it."""

    @classmethod
    def of(cls, release: Release) -> "ReleaseDocument":
        """A stored release."""
        return cls.model_validate(release)


class ReleaseList(Page):
    """Releases of a term."""

    items: list[ReleaseDocument]


class SubscriptionRequest(Document):
    """Whose calendar to make a link for."""

    kind: SubscriptionKind
    """`term` is everybody's calendar; `office` is that with a note on the day of each deadline, of a term that has any;
    the others show what concerns one person, unit or series."""
    subject: Id | None = None
    """Id of the person, unit or series; left out for `term` and `office`."""
    language: Language = "sv"
    """That the calendar, and the person's digests, are written in."""


class SubscriptionDocument(Document):
    """A calendar that somebody has the link of."""

    id: str
    term_id: str
    kind: SubscriptionKind
    subject: str
    language: Language
    generation: int
    """1, and one more for each time that the link was renewed."""
    created_at: datetime
    revoked_at: datetime | None
    last_fetched_at: datetime | None
    """When a calendar last asked for it."""
    url: str | None
    """The calendar's address: whoever has it can read the calendar. `null` when revoked."""

    @classmethod
    def of(cls, one: Subscription, base_url: str) -> "SubscriptionDocument":
        """A stored subscription with its link below the service's address."""
        return cls(
            id=one.id,
            term_id=one.term_id,
            kind=one.kind,
            subject=one.subject,
            language=one.language,
            generation=one.generation,
            created_at=one.created_at,
            revoked_at=one.revoked_at,
            last_fetched_at=one.last_fetched_at,
            url=f"{base_url}/feeds/{one.token}.ics" if one.token else None,
        )


class SubscriptionList(Page):
    """Subscriptions of a term, revoked ones too."""

    items: list[SubscriptionDocument]


class PublicLinkDocument(Document):
    """The link of a term's timetable for the public: titles, times and places, and nobody's name."""

    id: str
    term_id: str
    generation: int
    """1, and one more for each time that the link was renewed."""
    created_at: datetime
    revoked_at: datetime | None
    url: str | None
    """The page's address; with `.ics`, `.pdf`, `.xlsx` or `.json` after it, the other forms. `null` when revoked."""

    @classmethod
    def of(cls, one: PublicLink, base_url: str) -> "PublicLinkDocument":
        """A stored link below the service's address."""
        return cls(
            id=one.id,
            term_id=one.term_id,
            generation=one.generation,
            created_at=one.created_at,
            revoked_at=one.revoked_at,
            url=f"{base_url}/public/{one.token}" if one.token else None,
        )


class AuditEntryDocument(Document):
    """Who did what to what."""

    number: int
    """Greater than that of everything done before."""
    at: datetime
    by: str
    """Whose token did it; of what was done without one, what did it."""
    action: str
    """`term.create`, `term.replace`, `change.create`, `change.undo`, `job.create`, `release.create`, ..."""
    subject: str
    """Id of what it was done to."""


class AuditList(Page):
    """What was done in the workspace."""

    items: list[AuditEntryDocument]


class Health(Document):
    """The process answers."""

    status: Literal["up"]


class Ready(Document):
    """The service can do its work."""

    database: bool
    """Whether the database answers and has the tables of this version."""
    solver: bool
    """Whether a solver process has been heard of lately."""
