"""Signing in and out."""

from starlette.responses import RedirectResponse, Response

from api.guard import AS_HEAD
from api.pages.cookies import SESSION, drop_cookie, set_cookie
from api.pages.door import Way, lands_at, refused
from api.pages.organisation import button, takes_passwords
from api.pages.visit import HEADERS, Visit
from api.store import TooManyTries

__all__ = ["WAYS", "let_in"]


def _asked(visit: Visit) -> Response:
    if visit.session:
        return visit.to("terms")
    return _form(visit, 200)


def _form(visit: Visit, status: int, wrong: str = "", **headers: str) -> Response:
    back = lands_at(visit.form.text("next") or visit.asked("next"))
    ways = {"organisation": button(visit, back), "passwords": takes_passwords(visit)}
    return visit.page("login.html", status, headers, wrong=wrong, name=visit.form.text("name"), back=back, **ways)


def _signed_in(visit: Visit) -> Response:
    """Name and password, or the form again; of what is wrong nothing is told."""
    if not takes_passwords(visit):
        return _form(visit, 403)
    address = visit.request.client.host if visit.request.client else ""
    try:
        secret = visit.store.sign_in(visit.form.text("name"), visit.form.fields.get("password", ""), address)
    except TooManyTries as many:
        wrong = visit.say("login.wait", seconds=many.seconds)
        return _form(visit, 429, wrong, **{"Retry-After": str(many.seconds)})
    if secret is None:
        return _form(visit, 422, visit.say("login.wrong"))
    return let_in(visit, secret, lands_at(visit.form.text("next")))


def _by_link(visit: Visit) -> Response:
    """A one-time link, which asking what it is (`HEAD`) does not use up."""
    if AS_HEAD in visit.request.scope:
        return Response(headers=HEADERS)
    found = visit.store.sign_in_by_link(visit.said("secret"))
    return let_in(visit, *found) if found else refused(visit, "link_used", 410)


def let_in(visit: Visit, secret: str, leads_to: str) -> Response:
    """Give the browser the secret of its session, and lead on; the one that it had before is over."""
    if visit.session:
        visit.office.sign_out(visit.session)
    answer = RedirectResponse(leads_to, 303, HEADERS)
    set_cookie(answer, visit.request, visit.settings, SESSION, secret)
    return answer


def _signed_out(visit: Visit) -> Response:
    assert visit.session is not None, "the door lets only those in who are signed in"
    visit.office.sign_out(visit.session)
    return _let_out(visit)


def _signed_out_everywhere(visit: Visit) -> Response:
    assert visit.session is not None, "the door lets only those in who are signed in"
    visit.office.sign_out_everywhere(visit.session.account)
    return _let_out(visit)


def _let_out(visit: Visit) -> Response:
    answer = RedirectResponse("/login", 303, HEADERS)
    drop_cookie(answer, visit.request, visit.settings, SESSION)
    return answer


WAYS = (
    Way("GET", "/login", _asked, "anyone"),
    Way("POST", "/login", _signed_in, "anyone"),
    Way("GET", "/in/{secret}", _by_link, "anyone"),
    Way("POST", "/logout", _signed_out),
    Way("POST", "/logout-everywhere", _signed_out_everywhere),
)
