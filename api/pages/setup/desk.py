"""What the fields of a form need to know of their term: what can be chosen, what that is called, which ids are free."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from api.pages.setup.labels import Teller
from api.texts import Language, knows, say
from models import Term

__all__ = ["Desk", "free_id"]

MOST_OPTIONS = 400
"""Of more than these, all rows of a list together, things are found by their names, not in lists that unfold."""
LONGEST_ID = 50


class Desk:
    """A form's term, and the seats of the meeting that it is about.

    Args:
        seats: as the document has them; those of its series first.
        taken: ids of seats that new ones must not have.
    """

    def __init__(
        self, term: Term, language: Language, seats: Iterable[Mapping[str, Any]] = (), taken: Iterable[str] = ()
    ) -> None:
        self.term = term
        self.language = language
        self.tell = Teller(term, language)
        self._seats, self._taken = tuple(seats), frozenset(taken)
        self._rows, self._found_by_name = 1, set[tuple[str, ...]]()
        self._options: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}

    def say(self, code: str, **params: Any) -> str:
        """A text."""
        return say(code, self.language, **params)

    def hint(self, code: str) -> str:
        """What helps to fill in a field; for most nothing."""
        return self.say(f"{code}.hint") if knows(f"{code}.hint") else ""

    def options(self, lists: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """The ids of some lists and what each is called; none is called as another is, or as another's id is."""
        if lists not in self._options:
            found = [option for name in lists for option in self._of(name)]
            taken = Counter(words for _, words in found) + Counter(own for own, words in found if own != words)
            told = ((own, f"{words} ({own})" if taken[words] > 1 else words) for own, words in found)
            self._options[lists] = tuple(told)
        return self._options[lists]

    def _of(self, name: str) -> Iterable[tuple[str, str]]:
        if name in ("seats", "on_demand"):
            wanted = [one for one in self._seats if name == "seats" or one["need"] == "on_demand"]
            return [(one["id"], self.tell.names.post(one["role"], one["unit"])) for one in wanted]
        return [(one.id, self.tell.label(name, one)) for one in getattr(self.term, name)]

    @contextmanager
    def rows(self, number: int) -> Iterator[None]:
        """While the fields of so many rows are made."""
        before, self._rows = self._rows, self._rows * max(number, 1)
        yield
        self._rows = before

    def is_long(self, lists: tuple[str, ...]) -> bool:
        """Whether there are too many to choose from a list that unfolds."""
        is_long = len(self.options(lists)) * self._rows > MOST_OPTIONS
        if is_long:
            self._found_by_name.add(lists)
        return is_long

    def find(self, lists: tuple[str, ...], entered: str) -> str:
        """The id of what was chosen, or found by its name; what is neither as it came."""
        ids = dict(self.options(lists))
        return entered if entered in ids else {words: own for own, words in ids.items()}.get(entered, entered)

    def called(self, lists: tuple[str, ...], entered: str) -> str:
        """What is called so by its id; what is not known as it came."""
        return dict(self.options(lists)).get(entered, entered)

    def long_lists(self) -> dict[str, tuple[str, ...]]:
        """The names to find things by, of each list that a field of the form has asked for."""
        asked = sorted(self._found_by_name)
        return {"-".join(lists): tuple(words for _, words in self.options(lists)) for lists in asked}

    def give_ids(self, rows: Iterable[dict[str, Any]], named_by: tuple[str, ...]) -> None:
        """An id to each row that has none yet."""
        rows = list(rows)
        used = {str(one["id"]) for one in rows if "id" in one} | self._taken
        for one in rows:
            if "id" not in one:
                one["id"] = free_id("-".join(str(one.get(key, "")) for key in named_by), used)
                used.add(one["id"])


def free_id(words: str, taken: Collection[str]) -> str:
    """An id made of words that nothing else has: letters without their marks, digits, and hyphens between."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(one))
    parts = "".join(one if one.isalpha() or (one.isascii() and one.isdecimal()) else " " for one in plain).split()
    made = "-".join(parts)[:LONGEST_ID].strip("-") or "x"
    numbered = (f"{made}-{n}" for n in range(2, len(taken) + 3))
    return made if made not in taken else next(one for one in numbered if one not in taken)
