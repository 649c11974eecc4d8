"""Which tables are ours: on SQLite those of the job queue lie in the same schema."""

from typing import Any

from api.store.tables import METADATA

__all__ = ["ours"]


def ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Whether Alembic shall look at a thing."""
    return kind != "table" or name in METADATA.tables
