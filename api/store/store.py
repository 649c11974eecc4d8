"""The store as a whole: its engine, its workspaces, and what is asked for with a token instead of a workspace."""

from collections.abc import Sequence

from api.clock import Clock, system_clock
from api.settings import Settings
from api.store.records import Principal, Readiness, Rendering
from api.store.workspace import Workspace

__all__ = ["DEFAULT_WORKSPACE", "Store"]

DEFAULT_WORKSPACE = "default"
"""Id of the workspace that a new database holds."""


class Store:
    """Everything that is kept. Opening migrates an older or empty database; safe to share between threads."""

    def __init__(self, settings: Settings, clock: Clock = system_clock) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database; also at the end of a `with` block."""
        raise NotImplementedError

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def workspace(self, workspace_id: str = DEFAULT_WORKSPACE) -> Workspace:
        """One workspace, which all further work goes through. Raises `NotFound`."""
        raise NotImplementedError

    def create_workspace(self, workspace_id: str, name: str) -> Workspace:
        """A new workspace. Raises `Conflict` (`exists`)."""
        raise NotImplementedError

    def workspaces(self) -> Sequence[str]:
        """Ids of all workspaces."""
        raise NotImplementedError

    def authenticate(self, token: str) -> Principal | None:
        """Whom a coordinator's token speaks for; `None` when it is unknown or revoked."""
        raise NotImplementedError

    def feed(self, token: str) -> Rendering | None:
        """The newest rendering that a feed link opens, and note that it was fetched.

        `None` whatever is wrong (forged, rotated, revoked, nothing released yet): the holder is told nothing.
        """
        raise NotImplementedError

    def readiness(self) -> Readiness:
        """Whether database and solver are there; never raises."""
        raise NotImplementedError
