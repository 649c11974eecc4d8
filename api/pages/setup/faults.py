"""What is wrong with a document, said at the field that it is about, or with a link to the page that it is about."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.setup.desk import Desk
from api.pages.setup.document import Document
from api.pages.setup.kinds import Node
from api.pages.setup.noun import Noun
from api.pages.setup.nouns import BY_LIST, NOUNS
from api.pages.visit import address
from api.texts import fault_sentence, knows, names, texts

__all__ = ["Elsewhere", "Place", "labels_of", "names_of", "sorted_out"]

_NAMED: Mapping[str, tuple[str, ...]] = {
    "role": ("roles",),
    "unit": ("units",),
    "person": ("people",),
    "meeting": ("meetings",),
    "place": ("places",),
    "other": ("meetings",),
    "what": ("people", "places", "series", "meetings"),
    "forum": ("forums",),
    "before": ("series",),
    "after": ("series",),
    "seat": ("seats",),
}
"""The parameters of faults that are ids, and the lists that each stands in."""


@dataclass(frozen=True)
class Place:
    """What a form is about: which noun, and the place of its thing in the list (`None` for a part of the term)."""

    term_id: str
    noun: Noun
    at: int | None


@dataclass(frozen=True)
class Elsewhere:
    """Something that is wrong on another page."""

    what: str
    address: str
    sentence: str


def names_of(nodes: Iterable[Node]) -> Iterator[str]:
    """The names of all fields of a form."""
    for node in nodes:
        yield node.name
        yield from names_of(node.parts)


def labels_of(nodes: Iterable[Node], desk: Desk, within: str = "", row: str = "") -> dict[str, str]:
    """What each field of a form is called where it is spoken of on its own: with the group or the row that it is in.

    Args:
        row: what a row is called, where the nodes are the rows of a list.
    """
    found: dict[str, str] = {}
    for node in nodes:
        own = desk.say("setup.number", label=row, number=node.label) if node.look == "row" else node.label
        inner = found[node.name] = f"{within}: {own}" if within else own
        is_around = node.look in ("group", "row")
        found |= labels_of(node.parts, desk, inner if is_around else within, node.one)
    return found


def sorted_out(
    found: Iterable[Mapping[str, Any]], place: Place | None, document: Document, desk: Desk, known: Collection[str]
) -> tuple[dict[str, list[str]], list[Elsewhere]]:
    """The faults by field of the form (the empty name is the form itself), and those of other pages.

    Args:
        place: what the form is about; `None` where there is no form.
        known: the names of its fields.
    """
    here: dict[str, list[str]] = {}
    elsewhere: list[Elsewhere] = []
    for fault in found:
        steps = [part.replace("~1", "/").replace("~0", "~") for part in fault["pointer"].split("/")[1:]]
        inside = _inside(steps, place) if place else None
        if inside is not None:
            here.setdefault(_nearest(inside, known), []).append(_sentence(fault, desk))
        else:
            is_use = place is None and fault["code"] == "unknown_id"
            sentence = desk.say("setup.remove.is_used", **_params(fault, desk)) if is_use else _sentence(fault, desk)
            elsewhere.append(_page_of(steps, document, desk, sentence))
    return here, elsewhere


def _inside(steps: list[str], place: Place) -> list[str] | None:
    """Where in the form a fault is; `None` where it is not of the form's thing."""
    noun, depth = place.noun, len(place.noun.path)
    if not noun.is_list:
        return steps if steps and steps[0] in {one.name for one in noun.fields} else None
    if tuple(steps[:depth]) != noun.path:
        return None
    if len(steps) == depth:
        return []
    return steps[depth + 1 :] if steps[depth] == str(place.at) else None


def _nearest(inside: list[str], known: Collection[str]) -> str:
    """The field that a fault is about, else the one around it."""
    outwards = (".".join(inside[:length]) for length in range(len(inside), 0, -1))
    return next((name for name in outwards if name in known), "")


def _page_of(steps: list[str], document: Document, desk: Desk, sentence: str) -> Elsewhere:
    base = ("terms", str(desk.term.uid), "setup")
    lists = ["legs", *steps[2:]] if steps[:2] == ["travel", "legs"] else steps
    noun = BY_LIST.get(lists[0]) if lists else None
    if noun is None:
        whole = (one for one in NOUNS.values() if not one.is_list and lists[:1] and _has(one, lists[0]))
        noun = next(whole, NOUNS["frame"])
        return Elsewhere(desk.say(f"setup.noun.{noun.name}"), address(*base, noun.name), sentence)
    title = desk.say(f"setup.noun.{noun.name}")
    items = document["travel"]["legs"] if noun.name == "legs" else document[lists[0]]
    if len(lists) < 2 or not lists[1].isdecimal() or int(lists[1]) >= len(items):
        return Elsewhere(title, address(*base, noun.name), sentence)
    key = str(items[int(lists[1])].get("id", lists[1]))
    item = noun.find(desk.term, key)
    what = f"{title}: {desk.tell.label(noun.name, item) if item else key}"
    return Elsewhere(what, address(*base, noun.name, "item", key), sentence)


def _has(noun: Noun, key: str) -> bool:
    return any(one.name == key for one in noun.fields)


def _sentence(fault: Mapping[str, Any], desk: Desk) -> str:
    """What is wrong, in names: in words for forms where there are some, else in those of the API."""
    params = _params(fault, desk)
    own = f"setup.fault.{fault['code']}"
    for code in (f"{own}.{_key(fault)}", own):
        if knows(code) and names(texts("sv")[code]) <= params.keys():
            return desk.say(code, **params)
    sentence = fault_sentence(str(fault["code"]), desk.language, params, str(fault["message"]))
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _key(fault: Mapping[str, Any]) -> str:
    """The key of the document that a fault is about."""
    return next((step for step in reversed(fault["pointer"].split("/")) if not step.isdecimal()), "")


def _params(fault: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    """What a fault is about, in names instead of ids."""
    params = fault["params"]
    lists = {"id": tuple(str(params["list"]).split(" or "))} if fault["code"] == "unknown_id" else _NAMED
    return {name: desk.called(lists[name], one) if name in lists else one for name, one in params.items()}
