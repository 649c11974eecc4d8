"""What the API says of digests and of whom they have reached."""

from datetime import datetime

from api.feeds import Language
from api.routes.documents import Document, Page
from api.store import DigestInfo, DigestState, Reach, StoredDigest

__all__ = ["DigestDocument", "DigestList", "DigestSummary", "ReachDocument", "ReachList"]


class DigestSummary(Document):
    """That a release has something to tell a person, and how far their mail has come."""

    person: str
    since: int
    """Number of the release that it compares with; 0 where it is the first that they are told."""
    language: Language
    state: DigestState
    """`none`: no address, or no mail server; `failed`: refused, or given up; `folded`: not sent, because a later
    digest tells it too, or what it told was taken back."""
    attempts: int
    sent_at: datetime | None
    code: int | None
    """The mail server's last answer, as SMTP numbers them."""

    @classmethod
    def of(cls, one: DigestInfo) -> "DigestSummary":
        """The summary of a stored digest."""
        return cls(**{name: getattr(one, name) for name in cls.model_fields})


class DigestList(Page):
    """The digests of a release, in order of the persons' ids."""

    items: list[DigestSummary]


class DigestDocument(DigestSummary):
    """A digest as it is sent; to be copied where no mail goes out."""

    subject: str
    text: str
    """In plain text."""
    html: str
    """The same as a page."""

    @classmethod
    def of(cls, one: DigestInfo) -> "DigestDocument":
        """A stored digest."""
        assert isinstance(one, StoredDigest)
        return cls(**{name: getattr(one, name) for name in cls.model_fields})


class ReachDocument(Document):
    """Whether a person can have heard of a release."""

    person: str
    state: DigestState
    """Of their digest of this release."""
    mailed_at: datetime | None
    """When the mail server took the first mail that tells of it."""
    fetched_at: datetime | None
    """When a calendar of their own was last fetched, of this release or an older one."""
    certainly_not_reached: bool
    """Neither can such a mail have left, nor was a calendar of their own fetched since the release: tell them yourself.
    `false` does not say that they have read it."""

    @classmethod
    def of(cls, one: Reach) -> "ReachDocument":
        """What is known of one person."""
        return cls.model_validate(one)


class ReachList(Page):
    """Whom a release concerns, in order of their ids."""

    items: list[ReachDocument]
