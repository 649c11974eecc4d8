"""Who did what: written with every change, read here."""

from collections.abc import Sequence

from api.store.errors import NotFound
from api.store.records import AuditEntry
from api.store.rows import MOST, Rows
from api.store.tables import audit

__all__ = ["audited"]


def audited(rows: Rows, after: int | None, limit: int) -> Sequence[AuditEntry]:
    """The entries, newest first."""
    if after is not None and not 0 < after <= MOST:
        raise NotFound("audit entry", str(after))
    where = [] if after is None else [audit.c.number < after]
    found = rows.list(audit, *where, order=audit.c.number.desc(), limit=limit)
    return tuple(AuditEntry(r["number"], r["at"], r["by"], r["action"], r["subject"]) for r in found)
