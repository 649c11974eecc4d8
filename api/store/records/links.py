"""What the store answers about secret links: what each is of, and its secret part."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from api.feeds import Language

__all__ = ["SecretLink", "Subscription", "SubscriptionKind"]

SubscriptionKind = Literal["term", "office", "person", "unit", "series"]
"""Whose calendars there are links of."""


@dataclass(frozen=True)
class SecretLink:
    """A secret link.

    Attributes:
        generation: 1, and one more for each time that the link was renewed.
        token: its secret part, `id.mac`, as it is now; made from the key, not stored. Empty when revoked.
    """

    id: str
    term_id: str
    generation: int
    created_at: datetime
    revoked_at: datetime | None
    token: str


@dataclass(frozen=True)
class Subscription(SecretLink):
    """The link of a feed.

    Attributes:
        subject: id of the person, unit or series; the term's id for the kinds `term` and `office`.
        language: that the feed is written in.
    """

    kind: SubscriptionKind
    subject: str
    language: Language
    last_fetched_at: datetime | None
