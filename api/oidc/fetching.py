"""What is fetched from the provider: soon or not at all, never much, and never from where it points us to."""

import time
from collections.abc import Iterator
from functools import cache
from ssl import SSLContext
from typing import Any

import httpx

from api.oidc.refusal import Refusal

__all__ = ["BROKEN", "document", "session"]

BROKEN = (httpx.HTTPError, httpx.InvalidURL, ValueError, RecursionError)
"""What asking can end in."""

PATIENCE_SECONDS = 5.0
"""For a connection, and for each piece of an answer."""
LONGEST_SECONDS = 10.0
"""For an answer as a whole."""
MOST_BYTES = 512 * 1024


class _Bounded(httpx.SyncByteStream):
    """An answer that ends when it is too long or too slow."""

    def __init__(self, stream: httpx.SyncByteStream) -> None:
        self._stream, self._until = stream, time.monotonic() + LONGEST_SECONDS

    def __iter__(self) -> Iterator[bytes]:
        left = MOST_BYTES
        for piece in self._stream:
            left -= len(piece)
            if left < 0 or time.monotonic() > self._until:
                raise Refusal("provider", "an answer is too long or too slow")
            yield piece

    def close(self) -> None:
        self._stream.close()


def session() -> httpx.Client:
    """What asks the provider. Redirects are not followed: the addresses are those that it has published."""
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    hooks = {"response": [_bound]}
    return httpx.Client(verify=_authorities(), timeout=PATIENCE_SECONDS, headers=headers, event_hooks=hooks)


@cache
def _authorities() -> SSLContext:
    """Whom a certificate is believed of; reading them takes longer than all else."""
    return httpx.create_ssl_context()


def _bound(answer: httpx.Response) -> None:
    if answer.headers.get("content-encoding", "identity").lower() != "identity":  # a little can become very much
        raise Refusal("provider", "an answer is compressed, which was not asked for")
    assert isinstance(answer.stream, httpx.SyncByteStream), "the session is no asynchronous one"
    answer.stream = _Bounded(answer.stream)


def document(at: httpx.Client, address: str) -> dict[str, Any]:
    """The JSON object at an address.

    Raises:
        Refusal: `provider`.
    """
    try:
        found = at.get(address).raise_for_status().json()
    except BROKEN as failed:
        raise Refusal("provider", f"{type(failed).__name__} where it publishes what it is") from failed
    if not isinstance(found, dict):
        raise Refusal("provider", "what it publishes is no JSON object")
    return found
