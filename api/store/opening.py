"""Opening the store: directory, keys and database, each made when missing and checked when there."""

from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa

from api.clock import Clock
from api.links import Keys, KeysError
from api.settings import Settings
from api.store.engine import READS, open_engine
from api.store.migrate import alone, migrate
from api.store.queue import queue_of
from api.store.tables import link_keys, page_links, public_links, subscriptions, workspaces
from api.store.workspace import Opened

__all__ = ["DEFAULT_WORKSPACE", "opened"]

DEFAULT_WORKSPACE = "default"
"""Id of the workspace that a new database holds."""


def opened(settings: Settings, clock: Clock) -> Opened:
    """The opened store.

    Raises:
        KeysError: the key file is unreadable, or lacks a key that links were made with.
        OSError: the directory cannot be written.
        SQLAlchemyError: the database does not answer.
    """
    _make_directory(settings.data_dir)
    engine = open_engine(settings.url)
    migrate(engine)
    with engine.begin() as connection:
        alone(connection)
        keys = _checked(connection, Keys.open(settings.key_file), settings)
        _make_default_workspace(connection, clock)
    reader = engine.execution_options(**READS)
    mail_domain = settings.mail_domain if settings.smtp_host else ""
    limits = (settings.sizes, settings.keep_cancelled_days)
    return Opened(engine, reader, clock, keys, *limits, mail_domain, queue_of(engine))


def _make_directory(directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    with suppress(OSError):  # some disks know no modes
        directory.chmod(0o700)


def _make_default_workspace(connection: sa.Connection, clock: Clock) -> None:
    if connection.execute(sa.select(workspaces.c.id)).first() is None:
        values = {"id": DEFAULT_WORKSPACE, "name": DEFAULT_WORKSPACE, "created_at": clock(), "counter": 0}
        connection.execute(sa.insert(workspaces).values(values))


def _checked(connection: sa.Connection, keys: Keys, settings: Settings) -> Keys:
    """The keys, all those among them that links were made with; the database keeps their fingerprints."""
    known = {row.version: row.fingerprint for row in connection.execute(sa.select(link_keys))}
    prints = {version: keys.fingerprint(version) for version in keys.by_version}
    lost = {version for version, fingerprint in known.items() if prints.get(version) != fingerprint}
    if lost and not settings.replace_lost_keys:
        raise KeysError(
            f"{settings.key_file} lacks the key that the links were made with: restore it from the backup, or set "
            "TERMINSPLAN_REPLACE_LOST_KEYS=true once to replace all links (everybody needs a new one then)"
        )
    if lost:
        keys = _replaced(connection, keys, settings, lost, max(known))
    new = keys.by_version.keys() - known.keys() | lost & keys.by_version.keys()
    connection.execute(sa.delete(link_keys).where(link_keys.c.version.in_(lost)))
    for version in sorted(new):
        connection.execute(sa.insert(link_keys).values(version=version, fingerprint=keys.fingerprint(version)))
    return keys


def _replaced(connection: sa.Connection, keys: Keys, settings: Settings, lost: set[int], above: int) -> Keys:
    """The keys with a new one, which the links of the lost ones are made with from now on."""
    while keys.newest <= above:
        keys = keys.with_new(settings.key_file)
    for links in (subscriptions, page_links, public_links):
        fresh = {"key_version": keys.newest, "generation": links.c.generation + 1}
        connection.execute(sa.update(links).where(links.c.key_version.in_(lost)).values(**fresh))
    return keys
