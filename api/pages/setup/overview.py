"""The overview: every subject of a term in the order in which one fills it in, and what is missing still."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from api.pages.setup.noun import Noun
from api.pages.setup.nouns import SUBJECTS
from api.pages.visit import Visit, address
from api.telling import days_text
from models import Term
from scheduler import RULES

__all__ = ["overview", "rules"]


@dataclass(frozen=True)
class _Subject:
    """A noun of the overview: how many of it there are, and what is missing."""

    title: str
    address: str
    count: str
    missing: tuple[str, ...]


def overview(visit: Visit) -> Response:
    """The page."""
    stored = visit.office.term(visit.said("term_id"))
    base = ("terms", stored.id, "setup")
    groups = [
        (visit.say(f"setup.group.{name}"), [_subject(visit, stored.term, noun, base) for noun in nouns])
        for name, nouns in SUBJECTS.items()
    ]
    return visit.term_page("setup.html", (stored.id, stored.title), groups=groups, rules=address(*base, "rules"))


def _subject(visit: Visit, term: Term, noun: Noun, base: tuple[str, ...]) -> _Subject:
    count = visit.say(f"setup.count.{noun.name}", n=len(noun.items(term))) if noun.is_list else _said(visit, term, noun)
    missing = tuple(visit.say(f"setup.missing.{code}", n=n) for code, n in _missing(noun.name, term) if n)
    return _Subject(visit.say(f"setup.noun.{noun.name}"), address(*base, noun.name), count, missing)


def _said(visit: Visit, term: Term, noun: Noun) -> str:
    make = _SAYS.get(noun.name)
    return make(visit, term) if make else ""


_SAYS: Mapping[str, Callable[[Visit, Term], str]] = {
    "frame": lambda visit, term: days_text(term.first_day, term.last_day, visit.language),
    "holidays": lambda visit, term: term.public_holidays.country if term.public_holidays else visit.say("setup.none"),
    "goals": lambda visit, term: visit.say("setup.goals.default" if term.goals is None else "setup.goals.own"),
}


def _missing(name: str, term: Term) -> Iterator[tuple[str, int]]:
    """What of a noun is missing, and how many times."""
    make = _LACKS.get(name)
    return make(term) if make else iter(())


def _people(term: Term) -> Iterator[tuple[str, int]]:
    posted = {one for a in term.appointments for one in (a.holder, *a.deputies)}
    yield "people", int(not term.people)
    yield "posts", sum(1 for one in term.people if one.id not in posted)


def _series(term: Term) -> Iterator[tuple[str, int]]:
    yield "series", int(not term.series)
    yield "windows", sum(1 for one in term.series if not one.windows)
    yield "seats", sum(1 for one in term.series if not one.seats and not one.forum and _has_bare(term, one.id))


def _has_bare(term: Term, series: str) -> bool:
    """Whether nobody is to come to a meeting of the series, or it has no meetings."""
    meetings = [one for one in term.meetings if one.series == series]
    return not meetings or any(not one.seats for one in meetings)


_LACKS: Mapping[str, Callable[[Term], Iterator[tuple[str, int]]]] = {
    "organisations": lambda term: iter((("organisations", int(not term.organisations)),)),
    "units": lambda term: iter((("units", int(not term.units)),)),
    "roles": lambda term: iter((("roles", int(not term.roles)),)),
    "people": _people,
    "appointments": lambda term: iter((("holders", sum(1 for one in term.appointments if not one.holder)),)),
    "series": _series,
    "meetings": lambda term: iter((("meetings", int(not term.meetings)),)),
}


def rules(visit: Visit) -> Response:
    """What every plan obeys, in words, and where the numbers that steer it are set."""
    stored = visit.office.term(visit.said("term_id"))
    base = ("terms", stored.id, "setup")
    told: list[dict[str, Any]] = [
        {
            "title": visit.say(f"rule.{rule.name}"),
            "meaning": visit.say(f"setup.rule.{rule.name}"),
            "at": _at(visit, rule.name, base),
        }
        for rule in RULES
    ]
    return visit.term_page(
        "setup_rules.html",
        (stored.id, stored.title),
        steps=((visit.say("menu.setup"), address(*base)),),
        rules=told,
    )


def _at(visit: Visit, rule: str, base: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(visit.say(f"setup.noun.{noun}"), address(*base, noun)) for noun in _SET_AT.get(rule, ())]


_SET_AT: Mapping[str, tuple[str, ...]] = {
    "window": ("series", "meetings", "frame"),
    "closed_day": ("holidays", "closed_days"),
    "called_off": ("meetings",),
    "mandate": ("forums",),
    "past": ("frame",),
    "notice": ("frame",),
    "lock": ("meetings",),
    "stays": ("frame",),
    "venue": ("places", "closures"),
    "absence": ("absences", "presences"),
    "seats": ("appointments", "forums", "series", "meetings"),
    "attendance": ("forums", "series", "meetings"),
    "travel": ("travel", "legs", "frame"),
    "limits": ("limits", "people"),
    "order": ("orders", "series_orders", "series"),
    "spacing": ("series",),
    "day_relation": ("day_relations",),
}
"""For each rule, the forms that say what it goes by."""
