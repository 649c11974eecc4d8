"""A form that was sent: what the visitor saw, what is there now, and whether somebody else was first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.setup.desk import Desk
from api.pages.setup.kinds import Entered
from api.pages.setup.noun import Noun
from api.pages.setup.nouns import NOUNS
from api.pages.visit import Visit
from api.store import NotFound, StoredTerm
from api.texts import Language
from models import Term
from models.resolving import shared_seats

__all__ = ["Edit", "desk_of", "noun_of"]


@dataclass(frozen=True)
class Edit:
    """One thing of a term, as a form is about it.

    Attributes:
        key: of the thing; `None` of a new one, empty of a part of the term.
        seen: the revision that the visitor's form was made from.
        newest: the newest revision.
        over: the revision that the visitor has been shown since, and wants to write over.
    """

    noun: Noun
    key: str | None
    seen: StoredTerm
    newest: StoredTerm
    over: StoredTerm

    @classmethod
    def of(cls, visit: Visit) -> "Edit":
        """What the form is about. Raises `NotFound`."""
        noun, key = noun_of(visit), visit.request.path_params.get("key")
        newest = visit.office.term(visit.said("term_id"))
        seen = _revision(visit, newest, "based_on") or newest
        over = _revision(visit, newest, "over") or seen
        edit = cls(noun, key if noun.is_list else "", seen, newest, over)
        if key is not None and edit.was is None:
            raise NotFound(noun.name, key)
        return edit

    @property
    def was(self) -> Any:
        """The thing as the visitor saw it; `None` of a new one."""
        return self.noun.find(self.seen.term, self.key) if self.key is not None else None

    @property
    def is_again(self) -> bool:
        """Whether the visitor has been shown that somebody else has changed it."""
        return self.over.revision != self.seen.revision

    def now(self) -> tuple[str, Any]:
        """The thing as it is now, and its key; `None` where it is there no longer."""
        if self.key is None:
            return "", None
        if self.noun.named_by or not self.noun.is_list or self.newest.revision == self.seen.revision:
            return self.key, self.noun.find(self.newest.term, self.key)
        items = self.noun.items(self.newest.term)
        same = next((at for at, one in enumerate(items) if one == self.was), None)
        if same is not None:
            return str(same), items[same]
        stayed = len(items) == len(self.noun.items(self.seen.term))
        return self.key, self.noun.find(self.newest.term, self.key) if stayed else None

    @property
    def clashes(self) -> bool:
        """Whether the thing is another one, or gone, since the visitor was shown it last."""
        if self.key is None or self.over.revision == self.newest.revision:
            return False
        shown = self.was if not self.is_again else self.noun.find(self.over.term, self.key)
        return bool(self.entered(shown) != self.entered(self.now()[1]))

    def entered(self, item: Any) -> Entered:
        """A thing as its form shows it; `None` of nothing."""
        return None if item is None else self.noun.form.show(self.noun.document(item))

    def base(self) -> Mapping[str, Any]:
        """The thing whose hidden parts are kept: what the rows of the form are numbered by."""
        kept = self.was if self.is_again and self.noun.is_list else self.now()[1]
        kept = self.was if kept is None else kept
        return {} if kept is None else self.noun.document(kept)


def noun_of(visit: Visit) -> Noun:
    """The noun of the address. Raises `NotFound`."""
    noun = NOUNS.get(visit.said("noun"))
    if noun is None:
        raise NotFound("noun", visit.said("noun"))
    return noun


def _revision(visit: Visit, newest: StoredTerm, name: str) -> StoredTerm | None:
    """The revision that a form names; `None` where it names none."""
    number = visit.form.number(name)
    if not visit.form.text(name):
        return None
    return newest if number == newest.revision else visit.office.term(newest.id, number)


def desk_of(term: Term, language: Language, noun: Noun, item: Mapping[str, Any], series: str = "") -> Desk:
    """What the fields of a form about a thing need to know.

    Args:
        series: of a meeting, as it is entered.
    """
    own = tuple(item.get("seats", item.get("members", ())))
    members = {one.id for forum in term.forums for one in forum.members}
    if noun.name == "forums":
        taken = (seat.id for owned in (term.series, term.meetings) for one in owned for seat in one.seats)
        return Desk(term, language, own, taken)
    if noun.name == "series":
        of_meetings = {seat.id for one in term.meetings if one.series == item.get("id") for seat in one.seats}
        return Desk(term, language, own, of_meetings | members)
    if noun.name != "meetings":
        return Desk(term, language)
    of = (one for one in term.series if one.id == (series or item.get("series")))
    shared = next((shared_seats(one, term.forum) for one in of), ())
    seats = [*(one.model_dump(mode="json") for one in shared), *own]
    return Desk(term, language, seats, {one.id for one in shared} | members)
