"""What each thing of a term is called in a list, and what a line says of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from api.telling import Names, day_text, listed, span_text, weekly_text, window_text
from api.telling.ties import tie_text
from api.texts import Language, say
from models import Absence, Appointment, Closure, Forum, Meeting, Term
from models.resolving import shared_seats

__all__ = ["Teller"]

_DURATION, _SEATS = "setup.says.minutes", "setup.says.seats"


class Teller:
    """Says things of one term in one language; why somebody is away, which may be private, to coordinators alone."""

    def __init__(self, term: Term, language: Language, tells_why: bool = True) -> None:
        self.term, self.language, self.tells_why = term, language, tells_why
        self.names = Names(None, term)

    def say(self, code: str, **params: Any) -> str:
        """A text."""
        return say(code, self.language, **params)

    def label(self, name: str, item: Any) -> str:
        """What a thing of that list is called."""
        make = _LABELS.get(name)
        return make(self, item) if make else str(item.name)

    def summary(self, name: str, item: Any) -> str:
        """A line about it."""
        make = _SUMMARIES.get(name)
        return " · ".join(part for part in make(self, item) if part) if make else ""

    def end(self, id: str) -> str:
        """A place or locality by its name."""
        locality = next((one.name for one in self.term.localities if one.id == id), None)
        return locality or self.names.of("place", id)

    def item(self, name: str, id: str | None) -> str:
        """What a thing of that list is called by its id."""
        return next((str(one.name) for one in getattr(self.term, name) if one.id == id), id or "")


def _meeting(tell: Teller, one: Meeting) -> str:
    return tell.names.meeting(one.id)


_LABELS: Mapping[str, Callable[[Teller, Any], str]] = {
    "appointments": lambda tell, one: tell.names.post(one.role, one.unit),
    "absences": lambda tell, one: tell.names.of("person", one.person),
    "presences": lambda tell, one: tell.names.of("person", one.person),
    "closures": lambda tell, one: tell.names.of("place", one.place),
    "legs": lambda tell, one: " – ".join(map(tell.end, one.between)),
    "closed_days": lambda tell, one: str(one.reason),
    "forums": lambda tell, one: str(one.title),
    "series": lambda tell, one: str(one.title),
    "meetings": _meeting,
    "orders": lambda tell, one: tie_text(one.id, tell.names, tell.language),
    "series_orders": lambda tell, one: tie_text(one.id, tell.names, tell.language),
    "day_relations": lambda tell, one: tie_text(one.id, tell.names, tell.language),
    "stages": lambda tell, one: str(one.title),
}


def _unit(tell: Teller, one: Any) -> Iterator[str]:
    yield tell.item("organisations", one.organisation)
    yield tell.names.of("place", one.place) if one.place else ""


def _place(tell: Teller, one: Any) -> Iterator[str]:
    yield one.address or ""
    yield tell.say("setup.says.capacity", people=one.capacity) if one.capacity else ""


def _person(tell: Teller, one: Any) -> Iterator[str]:
    posts = [a for a in tell.term.appointments if one.id == a.holder or one.id in a.deputies]
    for post in posts[:3]:
        said = tell.names.post(post.role, post.unit)
        yield said if post.holder == one.id else tell.say("setup.says.deputy", post=said)
    yield tell.say("setup.says.no_post") if not posts else ""
    yield "…" if len(posts) > 3 else ""


def _appointment(tell: Teller, one: Appointment) -> Iterator[str]:
    yield tell.names.of("person", one.holder) if one.holder else tell.say("setup.says.vacant")
    deputies = listed((tell.names.of("person", who) for who in one.deputies), tell.language)
    yield tell.say("setup.says.deputies", people=deputies) if deputies else ""
    yield tell.say("told.from_day", first=day_text(one.first_day, tell.language)) if one.first_day else ""
    yield tell.say("told.to_day", last=day_text(one.last_day, tell.language)) if one.last_day else ""


def _away(tell: Teller, one: Absence | Closure) -> Iterator[str]:
    if one.weekly:
        yield weekly_text(one.weekly, tell.language)
    elif one.start and one.end:
        yield span_text(one.start, one.end, tell.language)
    yield one.reason or "" if tell.tells_why else ""


def _closed(tell: Teller, one: Any) -> Iterator[str]:
    first = day_text(one.first_day, tell.language)
    last = day_text(one.last_day, tell.language) if one.last_day and one.last_day != one.first_day else ""
    yield tell.say("told.from_to", first=first, last=last) if last else first
    yield listed((tell.names.of("series", own) for own in one.series), tell.language)


def _forum(tell: Teller, one: Forum) -> Iterator[str]:
    yield tell.item("areas", one.area)
    yield tell.say("setup.says.members", members=len(one.members))
    yield tell.say("setup.says.states", states=len(one.states)) if one.states else ""


def _series(tell: Teller, one: Any) -> Iterator[str]:
    yield tell.say(_DURATION, minutes=one.duration_minutes)
    yield tell.names.of("forum", one.forum) if one.forum else ""
    yield tell.say(_SEATS, seats=len(shared_seats(one, tell.term.forum)))
    yield from (window_text(window, tell.language) for window in one.windows[:1])
    yield tell.say("setup.says.meetings", meetings=sum(1 for m in tell.term.meetings if m.series == one.id))


def _of_meeting(tell: Teller, one: Meeting) -> Iterator[str]:
    found = tell.term.resolved.get(one.id)
    if found:
        yield tell.names.of("series", one.series) if one.title else ""
        yield listed((tell.names.of("place", own) for own in found.places), tell.language, either=True)
        yield tell.say(_DURATION, minutes=found.duration_minutes)
        yield tell.say(_SEATS, seats=len(found.seats))
    yield tell.say("setup.says.locked") if one.lock else ""


def _order(tell: Teller, one: Any) -> Iterator[str]:
    yield tell.say("setup.says.at_least", days=one.at_least_days)
    yield tell.say("setup.says.at_most", days=one.at_most_days) if one.at_most_days is not None else ""


_SUMMARIES: Mapping[str, Callable[[Teller, Any], Iterator[str]]] = {
    "districts": lambda tell, one: iter((tell.item("areas", one.area),)),
    "units": _unit,
    "places": _place,
    "people": _person,
    "appointments": _appointment,
    "absences": _away,
    "presences": lambda tell, one: iter((span_text(one.start, one.end, tell.language),)),
    "closures": _away,
    "legs": lambda tell, one: iter((tell.say(_DURATION, minutes=one.minutes),)),
    "closed_days": _closed,
    "forums": _forum,
    "series": _series,
    "meetings": _of_meeting,
    "orders": _order,
    "series_orders": _order,
    "stages": lambda tell, one: iter((listed((tell.names.of("series", own) for own in one.series), tell.language),)),
}
