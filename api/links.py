"""Links that nobody can guess: `id.mac`, made from a key that lies outside of the database.

A stolen database reveals none of them: it holds ids and generations, and the key lies in a file. And a link can
always be shown again, since it is made anew from the three.
"""

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["Keys", "KeysError", "Purpose", "link_id", "new_id"]

Purpose = Literal["feed", "page", "form", "public"]
"""What a link opens; a link for one purpose opens nothing else."""

_FORMAT = "terminsplan.keys/1"
_MAC_BYTES = 24  # 192 bits
_TOKEN = re.compile(r"([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{32})")


class KeysError(Exception):
    """The key file cannot be used, or lacks a key; the message is a sentence for the operator."""


@dataclass(frozen=True)
class Keys:
    """The keys by version; the newest signs what is new, the older ones what was signed with them."""

    by_version: Mapping[int, bytes]

    @classmethod
    def open(cls, file: Path) -> "Keys":
        """The keys in the file, which is made (mode 0600) with a new key when it is missing.

        Raises:
            KeysError: the file is not a key file.
        """
        with suppress(FileExistsError):
            _write_new(file, {1: secrets.token_bytes(32)})
        try:
            document = json.loads(file.read_text("utf-8"))
            keys = {int(key["version"]): base64.b64decode(key["key"], validate=True) for key in document["keys"]}
        except (ValueError, KeyError, TypeError) as wrong:
            raise KeysError(f"{file} is not a key file: restore it from the backup") from wrong
        if document.get("format") != _FORMAT or not keys or any(len(key) < 32 for key in keys.values()):
            raise KeysError(f"{file} holds no keys of 32 bytes: restore it from the backup")
        return cls(keys)

    def with_new(self, file: Path) -> "Keys":
        """These keys and a new, newest one, written to the file."""
        keys = {**self.by_version, self.newest + 1: secrets.token_bytes(32)}
        beside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        _write_new(beside, keys)
        beside.replace(file)
        return Keys(keys)

    @property
    def newest(self) -> int:
        """The version that new links are made with."""
        return max(self.by_version)

    def fingerprint(self, version: int) -> str:
        """What tells one key from another and says nothing about it."""
        return hmac.digest(self.by_version[version], b"terminsplan fingerprint", hashlib.sha256).hex()[:16]

    def mark(self, text: str) -> str:
        """What stands for a text that is to be known again and not kept."""
        return hmac.digest(self.by_version[self.newest], f"terminsplan mark:{text}".encode(), hashlib.sha256).hex()

    def link(self, purpose: Purpose, id: str, generation: int, version: int) -> str:
        """The token `id.mac` of a link for a purpose, made with the key of that version."""
        said = f"terminsplan:{purpose}:{id}:{generation}".encode()
        mac = hmac.digest(self.by_version[version], said, hashlib.sha256)[:_MAC_BYTES]
        return f"{id}.{base64.urlsafe_b64encode(mac).decode()}"

    def opens(self, token: str, purpose: Purpose, generation: int, version: int) -> bool:
        """Whether the token is the link for that purpose and generation; compared in constant time."""
        subject = link_id(token)
        if subject is None or version not in self.by_version:
            return False
        return hmac.compare_digest(self.link(purpose, subject, generation, version), token)


def new_id() -> str:
    """A random id of 128 bits that fits into a link, and on a command line, where a leading `-` begins an option."""
    return next(one for one in iter(lambda: secrets.token_urlsafe(16), "") if one[0] not in "-_")


def link_id(token: str) -> str | None:
    """The id in a well-formed token, unverified; `None` where it is none."""
    found = _TOKEN.fullmatch(token)
    return found[1] if found else None


def _write_new(file: Path, keys: Mapping[int, bytes]) -> None:
    """Write a key file that is there as a whole or not at all, and never over another one."""
    listed = [{"version": version, "key": base64.b64encode(key).decode()} for version, key in keys.items()]
    if file.exists():
        raise FileExistsError(file)
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "w", encoding="utf-8") as out:
            json.dump({"format": _FORMAT, "keys": listed}, out, indent=1)
            out.flush()
            os.fsync(out.fileno())
        os.link(beside, file)  # fails where another process was first
    finally:
        beside.unlink()
