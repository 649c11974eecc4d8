"""Subscriptions: unguessable links to calendars, which the coordinator can see, renew and end."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.routes.access import Coordinator, Office, settings_of
from api.routes.answers import json_answer, problems
from api.routes.bodies import JsonBody
from api.routes.cursors import Cursor, Limit, page
from api.routes.documents import SubscriptionDocument, SubscriptionList, SubscriptionRequest
from api.routes.examples import accepts
from api.routes.paths import SubscriptionId, TermId
from api.routes.terms import UNREADABLE

__all__ = ["base_url", "router"]

router = APIRouter(prefix="/v1", tags=["subscriptions"])


def base_url(request: Request) -> str:
    """Where people reach the service: as set, or as this request did."""
    return (settings_of(request).public_url or str(request.base_url)).rstrip("/")


@router.post(
    "/terms/{term_id}/subscriptions",
    status_code=201,
    operation_id="createSubscription",
    response_model=SubscriptionDocument,
    responses=problems("not_found", *UNREADABLE),
    openapi_extra=accepts(SubscriptionRequest),
)
def create(
    request: Request,
    office: Office,
    who: Coordinator,
    term_id: TermId,
    wish: Annotated[SubscriptionRequest, Depends(JsonBody(SubscriptionRequest))],
) -> Response:
    """The link to a calendar; asked for again it is the same one, until it is revoked."""
    found = office.subscribe(str(term_id), wish.kind, wish.subject, who.name, wish.language)
    location = f"/v1/subscriptions/{found.id}"
    return json_answer(SubscriptionDocument.of(found, base_url(request)), 201, location=location)


@router.get(
    "/terms/{term_id}/subscriptions",
    operation_id="listSubscriptions",
    response_model=SubscriptionList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def listed(request: Request, office: Office, term_id: TermId, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The subscriptions of a term with their links, revoked ones too, the newest first."""

    def read(after: str | None, most: int) -> list[SubscriptionDocument]:
        found = office.subscriptions(str(term_id), after, most)
        return [SubscriptionDocument.of(one, base_url(request)) for one in found]

    found, following = page(str, read, lambda one: one.id, cursor, limit)
    return json_answer(SubscriptionList(items=found, next=following))


@router.get(
    "/subscriptions/{subscription_id}",
    operation_id="getSubscription",
    response_model=SubscriptionDocument,
    responses=problems("not_found", "invalid"),
)
def one(request: Request, office: Office, subscription_id: SubscriptionId) -> Response:
    """One subscription with its link."""
    return json_answer(SubscriptionDocument.of(office.subscription(subscription_id), base_url(request)))


@router.post(
    "/subscriptions/{subscription_id}/rotate",
    operation_id="rotateSubscription",
    response_model=SubscriptionDocument,
    responses=problems("not_found", "invalid"),
)
def rotate(request: Request, office: Office, who: Coordinator, subscription_id: SubscriptionId) -> Response:
    """A new link in place of the old one, which opens nothing from now on."""
    renewed = office.rotate(subscription_id, who.name)
    return json_answer(SubscriptionDocument.of(renewed, base_url(request)))


@router.post(
    "/subscriptions/{subscription_id}/revoke",
    operation_id="revokeSubscription",
    response_model=SubscriptionDocument,
    responses=problems("not_found", "invalid"),
)
def revoke(request: Request, office: Office, who: Coordinator, subscription_id: SubscriptionId) -> Response:
    """End a subscription for good: its link opens nothing from now on. Again is no fault."""
    ended = office.revoke(subscription_id, who.name)
    return json_answer(SubscriptionDocument.of(ended, base_url(request)))
