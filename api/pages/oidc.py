"""Signing in with the organisation's own accounts: there and back again."""

import logging
import re
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from api.guard import AS_HEAD
from api.oidc import LASTS, Flow, Provider, Refusal, identity_of
from api.pages.cookies import FLOW, cookie, drop_cookie, set_cookie
from api.pages.door import Way, lands_at, refused
from api.pages.links import base_url
from api.pages.organisation import BACK, BEGIN, is_pressed_here, provider_of
from api.pages.signing_in import let_in
from api.pages.visit import HEADERS, Visit
from api.store import Unwelcome

__all__ = ["WAYS"]

_log = logging.getLogger(__name__)

_STATUS = {"stale": 400, "busy": 503, "provider": 502, "token": 502, "taken": 409}
"""Of the page that says why; the others are 403."""


def _begun(visit: Visit) -> Response:
    """Send the browser to the provider, with a cookie by which it is known when it comes back."""
    provider, leads_to = provider_of(visit), lands_at(visit.asked("next"))
    if provider is None:
        return refused(visit, "not_found", 404)
    if visit.session or AS_HEAD in visit.request.scope:
        return RedirectResponse(leads_to, 303, HEADERS)
    if not is_pressed_here(visit):  # another site's link, or an old page: the button is on ours
        return RedirectResponse(f"/login?{urlencode({'next': leads_to})}", 303, HEADERS)
    flow = Flow.begin(visit.store.opened.keys, leads_to, visit.now)
    try:
        address = provider.asked_at(flow, _back(visit), visit.language, visit.now)
    except Refusal as refusal:
        return _kept_out(visit, refusal)
    answer = RedirectResponse(address, 303, HEADERS)
    set_cookie(answer, visit.request, visit.settings, FLOW, flow.cookie, seconds=int(LASTS.total_seconds()))
    return answer


def _came_back(visit: Visit) -> Response:
    """Let in whom the provider vouches for, and have the browser forget its try, however that ends."""
    provider = provider_of(visit)
    if provider is None:
        return refused(visit, "not_found", 404)
    if AS_HEAD in visit.request.scope:  # a code is used up by asking
        return Response(headers=HEADERS)
    if not {"state", "code", "error"} & visit.request.query_params.keys():  # no answer: another language was chosen
        return RedirectResponse("/login", 303, HEADERS)
    kept = cookie(visit.request, visit.settings, FLOW)
    flow = Flow.resumed(visit.store.opened.keys, kept, visit.asked("state"), visit.now)
    if flow is None:
        return _kept_out(visit, Refusal("stale"))
    try:
        answer = _vouched_for(visit, provider, flow)
    except Refusal as refusal:
        answer = _kept_out(visit, refusal)
    except Unwelcome as unwelcome:
        answer = _kept_out(visit, Refusal(unwelcome.why))
    drop_cookie(answer, visit.request, visit.settings, FLOW)
    return answer


def _vouched_for(visit: Visit, provider: Provider, flow: Flow) -> Response:
    if visit.asked("error") or not visit.asked("code"):
        raise _said_no(visit.asked("error"))
    claims = provider.claims(flow, visit.asked("code"), visit.asked("iss"), _back(visit), visit.now)
    secret = visit.store.sign_in_by_organisation(identity_of(claims, provider.client))
    return let_in(visit, secret, lands_at(flow.leads_to))


def _said_no(error: str) -> Refusal:
    code = error if re.fullmatch(r"[a-z_]{1,60}", error) else "no code"
    return Refusal("stopped" if code == "access_denied" else "provider", f"it sends {code} back")


def _kept_out(visit: Visit, refusal: Refusal) -> Response:
    _log.warning("not signed in by the organisation: %s (%s)", refusal.why, refusal.reason)
    return visit.page("not_signed_in.html", _STATUS.get(refusal.why, 403), why=refusal.why)


def _back(visit: Visit) -> str:
    """The address that the provider sends people back to."""
    return base_url(visit) + BACK


WAYS = (Way("GET", BEGIN, _begun, "anyone"), Way("GET", BACK, _came_back, "anyone"))
