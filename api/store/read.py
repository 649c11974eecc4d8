"""Documents that have been read: they never change, and checking a long one takes longer than all else about a page."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

__all__ = ["Read"]

MOST_CHARACTERS = 24_000_000
"""Of the documents that are kept at once: some hundred terms like the example, or three of the largest."""

Document = TypeVar("Document")


class Read:
    """The documents read last, whole and checked; safe to share between threads."""

    def __init__(self, most_characters: int = MOST_CHARACTERS) -> None:
        self._most = most_characters
        self._kept: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._characters = 0
        self._lock = threading.Lock()

    def once(self, key: Hashable, text: Callable[[], str], read: Callable[[str], Document]) -> Document:
        """A document, from what was read before or else from its text.

        Args:
            key: names this document and no other, for ever.
            text: fetches it.
            read: checks it; what it raises is raised, and nothing is kept.
        """
        known = self._known(key)
        if known is None:
            written = text()
            known = read(written)
            self._keep(key, known, len(written))
        return known  # type: ignore[return-value]  # what `read` made of the same document

    def _known(self, key: Hashable) -> object | None:
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def _keep(self, key: Hashable, document: object, characters: int) -> None:
        """Keep a document, and let go of those that were asked for longest ago until all have room."""
        if characters > self._most:
            return
        with self._lock:
            if key in self._kept:  # another thread has read it too
                return
            self._kept[key] = document, characters
            self._characters += characters
            while self._characters > self._most:
                _, (_, gone) = self._kept.popitem(last=False)
                self._characters -= gone
