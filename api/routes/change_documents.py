"""What the API says of changes."""

from datetime import datetime

from api.routes.documents import Document, Page
from api.store import StoredChange
from models import Change

__all__ = ["ChangeDocument", "ChangeList"]


class ChangeDocument(Document):
    """Something that happened to a term; only its undoing changes it."""

    term_id: str
    number: int
    """1, 2, 3, ... within the term."""
    change: Change
    based_on: int
    """The revision that it changed."""
    revision: int
    """The revision that it made."""
    made_at: datetime
    by: str
    """Whose token made it."""
    undone_at: datetime | None
    undone_by: str | None
    """Whose token took it back."""
    undone_revision: int | None
    """The revision that taking it back made; `null` while it stands."""

    @classmethod
    def of(cls, one: StoredChange) -> "ChangeDocument":
        """A stored change."""
        return cls.model_validate(one)


class ChangeList(Page):
    """Changes of a term, those that were undone too."""

    items: list[ChangeDocument]
