"""What every part of a workspace shares: its transactions, and whose rows they see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import sqlalchemy as sa

from api.clock import Clock
from api.links import Keys
from api.store.queue import Enqueue
from api.store.read import Read
from api.store.rows import Rows
from models import Sizes

__all__ = ["Opened", "Part"]


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


class Part:
    """A part of one workspace. All methods block; call them from a thread."""

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
