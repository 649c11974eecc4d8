"""The application: every route under one roof, made from a store and its settings."""

from fastapi import FastAPI
from starlette.routing import Route

from api import problems
from api.clock import Clock, system_clock
from api.guard import Guard
from api.oidc import Provider
from api.oidc_client import Client
from api.pages import OWN_WAYS, STATIC, WAYS, Door, OwnDoor, Pages, PublicDoor
from api.pages.files import Files
from api.routes import ROUTERS
from api.routes.feeds import Feeds, robots
from api.routes.openapi import describe
from api.routes.timetables import Timetables
from api.settings import Settings
from api.store import Store

__all__ = ["create_app"]


def create_app(settings: Settings, store: Store, clock: Clock = system_clock, *, poll_seconds: float = 0.25) -> FastAPI:
    """The ASGI application over an open store, which it does not close.

    Args:
        clock: says to the pages which meetings are over.
        poll_seconds: how often an event stream looks for news.
    """
    app = FastAPI(
        title="terminsplan",
        version="1",
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
    )
    app.state.settings, app.state.store, app.state.poll_seconds = settings, store, poll_seconds
    client = Client.of(settings)
    app.state.provider = Provider(client) if client else None
    for router in ROUTERS:
        app.include_router(router)
    app.router.routes += [
        Feeds(store).route(),
        *Timetables(store).routes(),
        Route("/", Pages(settings, store, clock).newest, methods=["GET"], name="page"),
        *Door(settings, store, clock).routes(WAYS),
        *OwnDoor(settings, store, clock).routes(OWN_WAYS),
        PublicDoor(settings, store, clock).route(),
        Route("/robots.txt", robots, methods=["GET"]),
    ]
    app.mount("/static", Files(directory=STATIC), name="static")
    app.add_middleware(Guard)
    problems.install(app)
    describe(app)
    return app
