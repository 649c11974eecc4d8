"""Who has a link of which calendar and how fresh what they fetched is; making links, renewing and ending them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from api.feeds import LANGUAGES, Language, Subscriber
from api.pages.door import Way
from api.pages.links import feed_url, page_url, square, webcal
from api.pages.subjects import KINDS, Chosen, Shelf, Subject, shelf_of
from api.pages.visit import HEADERS, Visit
from api.store import Calendar, NotFound
from api.texts import language_named

__all__ = ["WAYS"]

PER_PAGE = 60
MOST_AT_ONCE = 200
"""So many links are made by one press of a button."""


@dataclass(frozen=True)
class _Row:
    """A subject of the list, in words."""

    subject: Subject
    kind: str
    address: str
    fetched: tuple[str, ...]
    page: str


@dataclass(frozen=True)
class _Link:
    """A calendar in one language, with what only coordinators may see: its link."""

    language: Language
    url: str
    fetched: str


def _list(visit: Visit) -> Response:
    shelf = shelf_of(visit, visit.said("term_id"))
    chosen = Chosen.by(visit.asked("kind"), visit.asked("name"))
    found = shelf.chosen(chosen)
    pages = max(-(-len(found) // PER_PAGE), 1)
    page = min(max(visit.asked_number("page") or 1, 1), pages)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    return visit.term_page(
        "calendars.html",
        (shelf.stored.id, shelf.stored.title),
        shelf=shelf,
        chosen=chosen,
        kinds=[("", visit.say("calendars.kind.all")), *((one, visit.say(f"calendars.kind.{one}")) for one in KINDS)],
        rows=[_row(visit, shelf, one) for one in shown],
        found=len(found),
        lacking=sum(one.lacks for one in found),
        handed_out=sum(one.shared for one in found),
        page=page,
        pages=pages,
        waiting=visit.office.waiting(shelf.stored.id),
    )


def _row(visit: Visit, shelf: Shelf, subject: Subject) -> _Row:
    page = ""
    if subject.kind == "person":
        page = visit.say("calendars.page.has" if subject.page else "calendars.page.none")
    return _Row(
        subject=subject,
        kind=visit.say(f"calendars.one.{subject.kind}"),
        address=shelf.address(subject.kind, subject.id),
        fetched=tuple(_fetched(visit, shelf, one) for one in subject.calendars),
        page=page,
    )


def _fetched(visit: Visit, shelf: Shelf, calendar: Calendar) -> str:
    """When it was fetched last, and whether that was all that there is to know."""
    at = calendar.subscription.last_fetched_at
    if at is None:
        return visit.say("calendars.fetched.never")
    code = "calendars.fetched.current" if calendar.is_current else "calendars.fetched.old"
    return visit.say(code, when=visit.moment(at, shelf.stored.term.time_zone))


def _one(visit: Visit) -> Response:
    """Everything of one subject: its links and squares, and what can be done with them."""
    shelf, subject = _subject(visit)
    links = [_link(visit, shelf, one) for one in subject.calendars]
    has = {one.language for one in links}
    return visit.term_page(
        "calendar.html",
        (shelf.stored.id, shelf.stored.title),
        steps=((visit.say("calendars.title"), shelf.address()),),
        shelf=shelf,
        subject=subject,
        links=links,
        missing=[one for one in LANGUAGES if one not in has] if subject.known else [],
        own=page_url(visit, subject.page.token) if subject.page and visit.may_change else "",
        here_address=shelf.address(subject.kind, subject.id),
        webcal=webcal,
        square=square,
    )


def _link(visit: Visit, shelf: Shelf, calendar: Calendar) -> _Link:
    url = feed_url(visit, calendar.subscription.token) if visit.may_change else ""
    return _Link(calendar.subscription.language, url, _fetched(visit, shelf, calendar))


def _subject(visit: Visit) -> tuple[Shelf, Subject]:
    shelf = shelf_of(visit, visit.said("term_id"))
    return shelf, shelf.one(visit.said("kind"), visit.said("subject"))


def _made(visit: Visit) -> Response:
    """Make what one subject of the list lacks, or what all of those that are looked for lack."""
    shelf = shelf_of(visit, visit.said("term_id"))
    kind, _, subject = visit.form.text("one").partition(":")
    chosen = Chosen.by(visit.form.text("kind"), visit.form.text("name"))
    wanted = [shelf.one(kind, subject)] if kind else [one for one in shelf.chosen(chosen) if one.lacks]
    visit.office.share(shelf.stored.id, [_reader(one) for one in wanted[:MOST_AT_ONCE]], visit.who)
    if kind:
        return visit.to("terms", shelf.stored.id, "calendars", kind, subject, done="calendars_made")
    return RedirectResponse(f"{shelf.address()}?{chosen.query(done='calendars_made')}", 303, HEADERS)


def _reader(subject: Subject) -> Subscriber:
    """In the language of the calendar that they have, so that they are not given one more."""
    language = subject.calendars[0].subscription.language if subject.calendars else LANGUAGES[0]
    return Subscriber(kind=subject.kind, subject=subject.id, language=language)


def _done(visit: Visit) -> Response:
    """Do with the links of one subject what the form says. Raises `NotFound` for what there is not."""
    shelf, subject = _subject(visit)
    what = visit.said("what")
    if what not in _DEEDS:
        raise NotFound("page", what)
    _DEEDS[what](visit, subject)
    code = "link_ended" if what.startswith("revoke") else "calendars_made"
    return visit.to("terms", shelf.stored.id, "calendars", subject.kind, subject.id, done=code)


def _make(visit: Visit, subject: Subject) -> None:
    language = language_named(visit.form.text("language")) or LANGUAGES[0]
    visit.office.subscribe(visit.said("term_id"), subject.kind, subject.id, visit.who, language)


def _make_page(visit: Visit, subject: Subject) -> None:
    if subject.kind != "person":
        raise NotFound("person", subject.id)
    visit.office.give_page(visit.said("term_id"), subject.id, visit.who)


def _calendar_id(visit: Visit, subject: Subject) -> str:
    """The calendar in the language that the form names: never one of somebody else."""
    mine = (one.subscription for one in subject.calendars)
    found = next((one.id for one in mine if one.language == visit.form.text("language")), None)
    if found is None:
        raise NotFound("subscription", subject.id)
    return found


def _page_id(subject: Subject) -> str:
    if subject.page is None:
        raise NotFound("page link", subject.id)
    return subject.page.id


_DEEDS: Mapping[str, Callable[[Visit, Subject], object]] = {
    "make": _make,
    "rotate": lambda visit, subject: visit.office.rotate(_calendar_id(visit, subject), visit.who),
    "revoke": lambda visit, subject: visit.office.revoke(_calendar_id(visit, subject), visit.who),
    "make-page": _make_page,
    "rotate-page": lambda visit, subject: visit.office.rotate_page(_page_id(subject), visit.who),
    "revoke-page": lambda visit, subject: visit.office.revoke_page(_page_id(subject), visit.who),
}

WAYS = (
    Way("GET", "/terms/{term_id}/calendars", _list),
    Way("POST", "/terms/{term_id}/calendars/make", _made, "coordinator"),
    Way("GET", "/terms/{term_id}/calendars/{kind}/{subject}", _one),
    Way("POST", "/terms/{term_id}/calendars/{kind}/{subject}/{what}", _done, "coordinator"),
)
