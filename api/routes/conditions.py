"""Conditional requests (RFC 9110 13): entity tags, and whether the client's copy still holds."""

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.datastructures import Headers

__all__ = ["etag_of", "holds", "http_date", "strong_tags"]

_TAG = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
_LONGEST = 2000


def etag_of(version: int | str) -> str:
    """The strong entity tag of a version."""
    return f'"{version}"'


def strong_tags(header: str) -> tuple[str, ...]:
    """The strong tags that an `If-Match` names, without quotes; weak ones never match (RFC 9110 13.1.1)."""
    return tuple(tag for weak, tag in _TAG.findall(header[:_LONGEST]) if not weak)


def holds(headers: Headers, etag: str, last_modified: datetime | None = None) -> bool:
    """Whether the client's copy is the current one, so that the answer is 304.

    `If-None-Match` counts alone where it is given; `If-Modified-Since` only without it, and only when it is a date.
    """
    if_none_match = headers.get("if-none-match")
    if if_none_match is not None:
        known = {f'"{tag}"' for _, tag in _TAG.findall(if_none_match[:_LONGEST])}
        return if_none_match.strip() == "*" or etag in known
    since = _moment(headers.get("if-modified-since"))
    return since is not None and last_modified is not None and last_modified.replace(microsecond=0) <= since


def http_date(moment: datetime) -> str:
    """A moment as HTTP writes it."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def _moment(header: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header or "")
    except (ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
