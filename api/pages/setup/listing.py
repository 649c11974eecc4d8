"""The things of a noun: each with its name and a line about it, some on each page, found by what they say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from api.pages.setup.choices import Refer
from api.pages.setup.edit import noun_of
from api.pages.setup.labels import Teller
from api.pages.setup.noun import Noun
from api.pages.visit import Visit, address

__all__ = ["listed"]

MOST = 100
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
    here = ("terms", stored.id, "setup", noun.name)
    asked = _asked(visit, noun)
    found = tuple(_found(noun, Teller(stored.term, visit.language, visit.may_change), asked, here))
    last = max((len(found) - 1) // MOST, 0)
    at = min(visit.asked_number("page") or 0, last)
    of = {name: said for name, said in asked.items() if name != "q"}
    return visit.term_page(
        "setup_list.html",
        (stored.id, stored.title),
        steps=((visit.say("menu.setup"), address(*here[:3])),),
        noun=noun,
        rows=[row() for row in found[at * MOST : (at + 1) * MOST]],
        found=len(found),
        all=len(noun.items(stored.term)),
        asked=asked,
        of=of,
        first=at * MOST + 1,
        new="?" + urlencode(of) if of else "",
        earlier="?" + urlencode({**asked, "page": at - 1}) if at > 0 else "",
        later="?" + urlencode({**asked, "page": at + 1}) if at < last else "",
        action=address(*here),
    )


def _asked(visit: Visit, noun: Noun) -> dict[str, str]:
    """What the things must belong to, by field, and what they must say."""
    fields = (one.name for one in noun.fields if isinstance(one.kind, Refer))
    asked = {name: visit.asked(name).strip()[:LONGEST_SEARCH] for name in (*fields, "q")}
    return {name: said for name, said in asked.items() if said}


def _found(noun: Noun, tell: Teller, asked: Mapping[str, str], here: tuple[str, ...]) -> Iterator[Callable[[], _Row]]:
    """The things that are asked for, each to be told once it is shown: there may be very many."""
    of, wanted = [(name, said) for name, said in asked.items() if name != "q"], asked.get("q", "")
    for at, one in enumerate(noun.items(tell.term)):
        row = partial(_row, noun, tell, here, at, one)
        if all(getattr(one, name) == said for name, said in of) and (not wanted or row().says(wanted)):
            yield row


def _row(noun: Noun, tell: Teller, here: tuple[str, ...], at: int, one: Any) -> _Row:
    return _Row(tell.label(noun.name, one), tell.summary(noun.name, one), address(*here, "item", noun.key(one, at)))
