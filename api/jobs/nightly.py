"""Once a night, for every term: what has been cancelled for long leaves the calendars."""

import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from api.store import Store
from api.store.tables import terms

__all__ = ["Nights", "all_nights"]

MOST_SECONDS = 1.0
"""How long one look may take: a solver that gives no sign of life for long is taken for dead."""
AFTER_A_FAULT = timedelta(minutes=15)
"""So long a term is left alone whose night failed."""
_log = logging.getLogger(__name__)
Which = tuple[str, str]


class Nights:
    """Which terms have had their night; forgotten with the process, since a night that comes twice does nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._next: dict[Which, datetime] = {}

    def look(self) -> None:
        """Render the terms whose local date is another than when they were last looked at; those left over wait."""
        until = time.monotonic() + MOST_SECONDS
        now = self._store.opened.clock()
        for workspace_id, term_id in _released(self._store):
            if self._next.get((workspace_id, term_id), now) > now:
                continue
            if time.monotonic() > until:
                return
            self._next[workspace_id, term_id] = now + AFTER_A_FAULT  # else one that fails would keep it from all others
            try:
                self._next[workspace_id, term_id] = self._rendered(workspace_id, term_id, now)
            except SQLAlchemyError as failed:
                _log.warning("term %s: its night waits for the database: %s", term_id, type(failed).__name__)
            except Exception:
                _log.exception("term %s: its night failed", term_id)

    def _rendered(self, workspace_id: str, term_id: str, now: datetime) -> datetime:
        """Render a term's night; answers when the next one is."""
        office = self._store.workspace(workspace_id)
        night = office.nightly(term_id, "worker")
        if night:
            _log.info("term %s: night %d", term_id, night)
        newest = office.term(term_id, office.released(term_id).revision).term
        return _midnight_after(now, newest.time_zone)


def all_nights(store: Store, by: str) -> tuple[int, int]:
    """Render the night of every term that has been released; answers how many there are, and how many changed."""
    changed = [bool(store.workspace(workspace_id).nightly(term_id, by)) for workspace_id, term_id in _released(store)]
    return len(changed), sum(changed)


def _released(store: Store) -> Iterator[Which]:
    with store.opened.reader.begin() as connection:
        asked = sa.select(terms.c.workspace_id, terms.c.id).where(terms.c.release > 0)
        found = connection.execute(asked.order_by(terms.c.workspace_id, terms.c.number)).all()
    yield from ((row.workspace_id, row.id) for row in found)


def _midnight_after(moment: datetime, zone: str) -> datetime:
    """When the next local date begins."""
    tomorrow = moment.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time_of_day(0), ZoneInfo(zone)).astimezone(UTC)
