"""How often signing in has failed under a name or from an address, and the growing pauses that follow.

Each try is counted before it is looked at, so that many at once are counted too. The pauses end soon enough that nobody
is kept out for long by others who try their name; a one-time link of the command line opens at any time.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from api.store.errors import TooManyTries
from api.store.tables import login_tries

__all__ = ["FREE_BY_ADDRESS", "FREE_BY_NAME", "LONGEST_PAUSE", "count", "forget", "give_back"]

FREE_BY_NAME = 5
"""So many tries under one name are not paused."""
FREE_BY_ADDRESS = 20
"""So many tries from one address, which many can share, are not paused."""
LONGEST_PAUSE = timedelta(minutes=15)
_FORGOTTEN_AFTER = timedelta(days=1)


def count(connection: sa.Connection, now: datetime, marks: Sequence[tuple[str, int]]) -> None:
    """Count a try under each mark, of which so many are free.

    Raises:
        TooManyTries: one of them is paused; nothing was counted.
    """
    connection.execute(sa.delete(login_tries).where(login_tries.c.tried_at < now - _FORGOTTEN_AFTER))
    for mark, _ in sorted(marks):  # in order, so that two who lock them never wait for each other
        _have(connection, mark, now)
    found = {mark: _row(connection, mark) for mark, _ in sorted(marks)}
    waits = max(row.paused_until - now for row in found.values())
    if waits > timedelta(0):
        raise TooManyTries(-(-waits // timedelta(seconds=1)))
    for mark, free in marks:
        failures = found[mark].failures + 1
        values = {"failures": failures, "tried_at": now, "paused_until": now + _pause(failures - free)}
        connection.execute(sa.update(login_tries).where(login_tries.c.mark == mark).values(values))


def forget(connection: sa.Connection, mark: str) -> None:
    """Begin anew: whoever tried is who they said."""
    connection.execute(sa.delete(login_tries).where(login_tries.c.mark == mark))


def give_back(connection: sa.Connection, mark: str) -> None:
    """Count the last try no more: it was none of a stranger."""
    counted = login_tries.c.failures > 0
    fewer = {"failures": login_tries.c.failures - 1}
    connection.execute(sa.update(login_tries).where(login_tries.c.mark == mark, counted).values(fewer))


def _pause(beyond: int) -> timedelta:
    """1, 2, 4, ... seconds for each try beyond the free ones."""
    return min(timedelta(seconds=2 ** min(beyond, 20)), LONGEST_PAUSE) if beyond >= 0 else timedelta(0)


def _have(connection: sa.Connection, mark: str, now: datetime) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    values = {"mark": mark, "failures": 0, "tried_at": now, "paused_until": now}
    connection.execute(dialect.insert(login_tries).values(values).on_conflict_do_nothing())


def _row(connection: sa.Connection, mark: str) -> sa.Row[int, datetime]:
    columns = (login_tries.c.failures, login_tries.c.paused_until)
    chosen = sa.select(*columns).where(login_tries.c.mark == mark).with_for_update()
    return connection.execute(chosen).one()
