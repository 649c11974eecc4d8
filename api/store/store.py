"""The store as a whole: its workspaces, and what is asked for with a token instead of a workspace."""

import logging
from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from api.clock import Clock, system_clock
from api.settings import Settings
from api.store import identities, page_links, passwords, public_links, sessions, subscriptions, tokens, tries
from api.store.accounts import account_of, normal
from api.store.errors import Conflict, NotFound, Unwelcome
from api.store.migrate import current_schema, newest_schema
from api.store.opening import DEFAULT_WORKSPACE, opened
from api.store.records import Identity, PageLink, Principal, PublicLink, Readiness, Rendering, Session
from api.store.rows import Row
from api.store.tables import accounts, solvers, workspaces
from api.store.workspace import Workspace

__all__ = ["Store"]

_log = logging.getLogger(__name__)


class Store:
    """Everything that is kept. Opening migrates an older or empty database; safe to share between threads."""

    def __init__(self, settings: Settings, clock: Clock = system_clock) -> None:
        """Open it.

        Raises:
            KeysError: the key file is unreadable, or lacks a key that links were made with.
            OSError: the directory cannot be written.
            SQLAlchemyError: the database does not answer.
        """
        self.settings = settings
        self.opened = opened(settings, clock)

    def close(self) -> None:
        """Let go of the database; also at the end of a `with` block."""
        self.opened.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def workspace(self, workspace_id: str = DEFAULT_WORKSPACE) -> Workspace:
        """One workspace, which all further work goes through. Raises `NotFound`."""
        with self.opened.reader.begin() as connection:
            known = connection.execute(sa.select(workspaces.c.id).where(workspaces.c.id == workspace_id)).first()
        if known is None:
            raise NotFound("workspace", workspace_id)
        return Workspace(self.opened, workspace_id)

    def create_workspace(self, workspace_id: str, name: str) -> Workspace:
        """A new workspace. Raises `Conflict` (`exists`)."""
        values = {"id": workspace_id, "name": name, "created_at": self.opened.clock(), "counter": 0}
        try:
            with self.opened.engine.begin() as connection:
                connection.execute(sa.insert(workspaces).values(values))
        except sa.exc.IntegrityError:
            message = f'there is a workspace "{workspace_id}" already: choose another id'
            raise Conflict("exists", message, workspace=workspace_id) from None
        return self.workspace(workspace_id)

    def workspaces(self) -> Sequence[str]:
        """Ids of all workspaces, the oldest first."""
        with self.opened.reader.begin() as connection:
            order = (workspaces.c.created_at, workspaces.c.id)
            return tuple(connection.execute(sa.select(workspaces.c.id).order_by(*order)).scalars())

    def authenticate(self, token: str) -> Principal | None:
        """Whom a coordinator's token speaks for; `None` when it is unknown or revoked."""
        with self.opened.reader.begin() as connection:
            return tokens.principal(connection, token)

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """The secret of a new session; `None` where name and password do not belong together, whatever is wrong.

        Args:
            address: where the try comes from.

        Raises:
            TooManyTries: too many have failed under this name, or from there.
        """
        keys, known = self.opened.keys, normal(name)[:200]
        own, there = keys.mark(f"name:{known}"), keys.mark(f"address:{address}")
        marks = ((own, tries.FREE_BY_NAME), (there, tries.FREE_BY_ADDRESS))
        with self.opened.engine.begin() as connection:
            tries.count(connection, self.opened.clock(), marks)
            row = self._account_row(connection, known)
        kept = row["password_hash"] if row else passwords.NONE
        if not passwords.matches(kept or passwords.nobodys(), password):  # as slow, whatever is wrong
            return None
        if row is None:
            return None
        with Workspace(self.opened, row["workspace_id"]).writing() as rows:
            still = (accounts.c.password_hash == kept, accounts.c.disabled_at.is_(None))
            if rows.find(accounts, accounts.c.id == row["id"], *still) is None:  # it may have ended meanwhile
                return None
            tries.forget(rows.connection, own)
            tries.give_back(rows.connection, there)
            return sessions.begin(rows, account_of(row), self._session_lasts)

    def _account_row(self, connection: sa.Connection, name: str) -> Row | None:
        """The account of a name, which says which workspace, so that this one query has none."""
        if "\0" in name:
            return None
        return connection.execute(sa.select(accounts).where(accounts.c.name == name)).mappings().first()

    def sign_in_by_link(self, secret: str) -> tuple[str, str] | None:
        """The secret of a new session and the address that the link leads to; `None` where it is used up, or none."""
        with self.opened.reader.begin() as connection:
            workspace_id = sessions.linked(connection, secret, self.opened.clock())
        if workspace_id is None:
            return None
        with Workspace(self.opened, workspace_id).writing() as rows:
            return sessions.opened_by(rows, secret, self._session_lasts)

    def sign_in_by_organisation(self, identity: Identity) -> str:
        """The secret of a new session for somebody whom the organisation's provider vouches for.

        Raises:
            Unwelcome: they have no role, or an account that is disabled, or another account has their name.
        """
        with self.opened.reader.begin() as connection:
            workspace_id = identities.workspace_of(connection, identity, self.opened.clock())
        try:
            with Workspace(self.opened, workspace_id or DEFAULT_WORKSPACE).writing() as rows:
                come = identities.come(rows, identity, self._session_lasts)
        except Conflict:
            raise Unwelcome("taken") from None
        if isinstance(come, Unwelcome):
            raise come
        return come

    def session(self, secret: str) -> Session | None:
        """Who is signed in with a secret, and note that they are there; `None` once it is over."""
        now = self.opened.clock()
        with self.opened.reader.begin() as connection:
            one = sessions.found(connection, secret, now)
        if one is None:
            return None
        if now - one.seen_at >= sessions.SEEN_EVERY:
            with Workspace(self.opened, one.session.workspace_id).writing() as rows:
                sessions.seen(rows, one, self._session_lasts)
        return one.session

    @property
    def _session_lasts(self) -> timedelta:
        return timedelta(hours=self.settings.session_hours)

    def feed(self, token: str) -> Rendering | None:
        """The newest rendering that a feed link opens, and note that it was fetched.

        `None` whatever is wrong (forged, rotated, revoked, nothing released yet): the holder is told nothing.
        """
        with self.opened.reader.begin() as connection:
            row = subscriptions.LINKS.opened(connection, self.opened.keys, token)
            if row is None:
                return None
            rows = Workspace(self.opened, row["workspace_id"]).rows(connection)
            rendering = subscriptions.rendered(rows, row)
        release = rendering.release if rendering else 0
        if subscriptions.is_news(row, release, self.opened.clock()):
            self._note_fetched(row["workspace_id"], row["id"], release)
        return rendering

    def _note_fetched(self, workspace_id: str, subscription_id: str, release: int) -> None:
        try:
            with Workspace(self.opened, workspace_id).writing() as rows:
                subscriptions.fetched(rows, subscription_id, release)
        except SQLAlchemyError as failed:  # a reader gets the feed all the same
            _log.warning("could not note that a feed was fetched: %s", type(failed).__name__)

    def own_page(self, token: str) -> tuple[Workspace, PageLink] | None:
        """Whose page a link opens, and in which workspace; nothing is noted.

        `None` whatever is wrong (forged, rotated, revoked, the link of a feed): the holder is told nothing.
        """
        with self.opened.reader.begin() as connection:
            row = page_links.LINKS.opened(connection, self.opened.keys, token)
            if row is None:
                return None
            workspace = Workspace(self.opened, row["workspace_id"])
            return workspace, page_links.page_link(workspace.rows(connection), row["id"])

    def public_page(self, token: str) -> tuple[Workspace, PublicLink] | None:
        """Which term's timetable a link opens, and in which workspace; `None` whatever is wrong with it."""
        with self.opened.reader.begin() as connection:
            row = public_links.LINKS.opened(connection, self.opened.keys, token)
            if row is None:
                return None
            workspace = Workspace(self.opened, row["workspace_id"])
            return workspace, public_links.of_row(workspace.rows(connection), row)

    def readiness(self) -> Readiness:
        """Whether database and solver are there; never raises."""
        try:
            with self.opened.reader.begin() as connection:
                database = current_schema(connection) == newest_schema()
                beat = connection.execute(sa.select(sa.func.max(solvers.c.beat_at)).where(~solvers.c.ended)).scalar()
        except SQLAlchemyError:
            return Readiness(database=False, solver=False)
        lease = timedelta(seconds=self.settings.solver_lease_seconds)
        return Readiness(database, beat is not None and self.opened.clock() - beat <= lease)
