"""The things of a noun: each with its name and a line about it, some on each page, found by what they say."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from api.pages.setup.choices import Refer
from api.pages.setup.edit import noun_of
from api.pages.setup.labels import Teller
from api.pages.visit import Visit, address

__all__ = ["listed"]

MOST = 100
MOST_AT_A_GLANCE = 10
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class _Row:
    """A thing of the list."""

    name: str
    line: str
    address: str

    def says(self, wanted: str) -> bool:
        """Whether it holds what is looked for."""
        return wanted.casefold() in f"{self.name} {self.line}".casefold()


def listed(visit: Visit) -> Response:
    """The list: all of it, or what belongs to something, or what says what is looked for."""
    noun, stored = noun_of(visit), visit.office.term(visit.said("term_id"))
    tell = Teller(stored.term, visit.language)
    here = ("terms", stored.id, "setup", noun.name)
    wanted = visit.asked("q").strip()[:LONGEST_SEARCH]
    items = list(enumerate(noun.items(stored.term)))

    def row(at: int, one: Any) -> _Row:
        return _Row(tell.label(noun.name, one), tell.summary(noun.name, one), address(*here, "item", noun.key(one, at)))

    of = {one.name: said for one in noun.fields if isinstance(one.kind, Refer) and (said := visit.asked(one.name))}
    belonging = ((at, one) for at, one in items if all(getattr(one, name) == said for name, said in of.items()))
    found = [(at, one) for at, one in belonging if not wanted or row(at, one).says(wanted)]
    asked = {**of, "q": wanted} if wanted else of
    last = max((len(found) - 1) // MOST, 0)
    at = min(_number(visit.asked("page")), last)
    return visit.term_page(
        "setup_list.html",
        (stored.id, stored.title),
        steps=((visit.say("menu.setup"), address(*here[:3])),),
        noun=noun,
        rows=[row(*one) for one in found[at * MOST : (at + 1) * MOST]],
        found=len(found),
        all=len(items),
        wanted=wanted,
        first=at * MOST + 1,
        is_part=bool(asked),
        of=of,
        new="?" + urlencode(of) if of else "",
        earlier="?" + urlencode({**asked, "page": at - 1}) if at > 0 else "",
        later="?" + urlencode({**asked, "page": at + 1}) if at < last else "",
        is_searchable=len(items) > MOST_AT_A_GLANCE,
        action=address(*here),
    )


def _number(asked: str) -> int:
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0
