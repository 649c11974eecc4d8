"""Pages of a list: an opaque cursor says where the next one begins."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

from fastapi import Query

from api.problems import Problem
from api.store import NotFound

__all__ = ["Cursor", "Limit", "page"]

Limit = Annotated[int, Query(ge=1, le=200, description="The most items that are answered.")]
Cursor = Annotated[
    str | None,
    Query(max_length=300, description="`next` of the page before; left out, the list begins with the newest."),
]

_KEY = re.compile(r"[\w.:-]{1,100}")
_NUMBERS = range(2**31)

Key = TypeVar("Key", str, int)
Item = TypeVar("Item")


def page(
    key_type: type[Key],
    read: Callable[[Key | None, int], Sequence[Item]],
    key: Callable[[Item], Key],
    cursor: str | None,
    limit: int,
) -> tuple[list[Item], str | None]:
    """The items after the cursor, and the next cursor where there are more.

    Args:
        key_type: what the list's items are told apart by.
        read: the items after a key, at most so many.
        key: the key of an item.

    Raises:
        Problem: `bad_cursor`.
    """
    after = _decoded(cursor, key_type) if cursor else None
    try:
        items = list(read(after, limit + 1))
    except NotFound as unknown:
        if after is not None and unknown.params.get("id") == str(after):
            raise Problem("bad_cursor") from None
        raise
    more = len(items) > limit
    return items[:limit], _encoded(key(items[limit - 1])) if more else None


def _encoded(after: str | int) -> str:
    return base64.urlsafe_b64encode(json.dumps(after).encode()).decode().rstrip("=")


def _decoded(cursor: str, key_type: type[Key]) -> Key:
    try:
        after = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        raise Problem("bad_cursor") from None
    is_key = after in _NUMBERS if type(after) is int else _KEY.fullmatch(str(after))
    if type(after) is not key_type or not is_key:
        raise Problem("bad_cursor")
    known: Key = after
    return known
