"""Who asks, and what they may see: a coordinator's token opens one workspace."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.problems import Problem
from api.settings import Settings
from api.store import Principal, Store, Workspace

__all__ = ["Coordinator", "Office", "coordinator", "settings_of", "store_of"]

_bearer = HTTPBearer(
    scheme_name="coordinator", description="A coordinator's token, made by `terminsplan token`.", auto_error=False
)


def store_of(request: Request) -> Store:
    """The store that the app was made with."""
    store: Store = request.app.state.store
    return store


def settings_of(request: Request) -> Settings:
    """The settings that the app was made with."""
    settings: Settings = request.app.state.settings
    return settings


def coordinator(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Principal:
    """Whom the request's token speaks for.

    Raises:
        Problem: `unauthorized`, whatever is wrong with the token.
    """
    principal = store_of(request).authenticate(credentials.credentials) if credentials else None
    if principal is None:
        raise Problem("unauthorized", headers={"WWW-Authenticate": 'Bearer realm="terminsplan"'})
    return principal


Coordinator = Annotated[Principal, Depends(coordinator)]


def _office(request: Request, principal: Coordinator) -> Workspace:
    return store_of(request).workspace(principal.workspace_id)


Office = Annotated[Workspace, Depends(_office)]
"""The workspace of the coordinator who asks; nothing of any other can be reached through it."""
