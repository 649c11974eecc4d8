"""One person's digest of a release: what changes for them and nobody else, and what they have from now on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from api.feeds.entry import one_line
from api.telling import Names, own_sentence, span_text
from api.texts import Language, say
from models import PersonChange, Placement
from scheduler import Answered

__all__ = ["Digest", "digest"]


@dataclass(frozen=True)
class Digest:
    """A message to one person, twice: in plain text and in HTML."""

    subject: str
    text: str
    html: str


def digest(
    change: PersonChange,
    before: Answered | None,
    after: Answered,
    *,
    number: int,
    now: datetime,
    language: Language,
    mailed: bool = True,
) -> Digest:
    """What a person is told of a release.

    Args:
        change: what changed for them between `before` and `after`.
        before: what they were told of last; ``None`` where they have been told of nothing yet.
        number: of the release.
        now: local time of the term; meetings that are over by then are not listed.
        mailed: whether it is sent by itself, which it then says; else somebody copies it into a letter of their own.
    """
    subject = say("digest.changed" if before else "digest.first", language, term=after.term.title)
    told = {
        "language": language,
        "subject": subject,
        "hello": say("digest.hello", language, name=_name(change.person, before, after)),
        "planned": None if before else say("digest.planned", language, term=after.term.title),
        "changes": tuple(_changes(change, before, after, language)),
        "meetings": tuple(_meetings(change.person, after, now, language)),
        "sender": _sender(number, mailed, language),
        "say": lambda code: say(code, language),
    }
    written = (_templates().get_template(f"digest.{kind}").render(told) for kind in ("txt", "html"))
    return Digest(subject, *written)


def _sender(number: int, mailed: bool, language: Language) -> str:
    release = say("digest.release", language, number=number)
    return f"{release} {say('digest.automatic', language)}" if mailed else release


def _name(person: str, before: Answered | None, after: Answered) -> str:
    """What the person is called, also when the term no longer knows them."""
    terms = [one.term for one in (after, before) if one]
    return next((term.person[person].name for term in terms if person in term.person), person)


def _changes(change: PersonChange, before: Answered | None, after: Answered, language: Language) -> Iterator[str]:
    """A sentence for each change; the first digest has none, since its meetings say it all."""
    if before:
        names = Names(before.term, after.term)
        yield from (own_sentence(one, names, language) for one in change.changes)


def _meetings(person: str, after: Answered, now: datetime, language: Language) -> Iterator[tuple[str, str]]:
    """When, and what and where, of each meeting that the person has ahead."""
    for placement in after.of_person.get(person, ()):
        if placement.end > now:
            title = after.term.resolved[placement.meeting].title
            yield span_text(placement.start, placement.end, language), f"{title}, {_where(placement, after, language)}"


def _where(placement: Placement, after: Answered, language: Language) -> str:
    place = after.term.place[placement.place] if placement.place else None
    if place is None:
        return say("told.place_later", language)
    return one_line(place.name, place.address)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("api.digests"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
