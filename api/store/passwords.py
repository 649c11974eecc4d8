"""Passwords, which people choose: kept as argon2id, slow to try."""

import secrets
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

__all__ = ["LONGEST", "NONE", "SHORTEST", "hashed", "matches", "nobodys"]

SHORTEST = 12
"""Characters of a password; nothing else is asked of it."""
LONGEST = 200
NONE = ""
"""What is kept of an account that has no password."""

_HASHER = PasswordHasher()  # argon2id with the low-memory profile of RFC 9106
_AT_ONCE = BoundedSemaphore(2)  # each takes 64 MiB, and strangers can ask for it


def hashed(password: str) -> str:
    """What is kept of a password."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def matches(kept: str, password: str) -> bool:
    """Whether it is the password that this was kept of; takes as long either way."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False


@cache
def nobodys() -> str:
    """Of a password that nobody has: an unknown name takes as long to refuse as a known one."""
    return hashed(secrets.token_urlsafe(32))
