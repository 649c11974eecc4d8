"""Links that nobody can guess: `id.mac`, made from a key that lies outside of the database."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["Keys", "Purpose", "link_id"]

Purpose = Literal["feed", "page", "form"]
"""What a link opens; a link for one purpose opens nothing else."""


@dataclass(frozen=True)
class Keys:
    """The keys by version; the newest signs, all of them verify."""

    by_version: dict[int, bytes]

    @classmethod
    def open(cls, file: Path) -> "Keys":
        """The keys in the file, which is made (mode 0600) with a new key when it is missing."""
        raise NotImplementedError

    def link(self, purpose: Purpose, id: str, generation: int) -> str:
        """The token `id.mac` of a subject's link for a purpose."""
        raise NotImplementedError

    def opens(self, token: str, purpose: Purpose, generation: int) -> bool:
        """Whether the token is the link for that purpose and generation; compared in constant time."""
        raise NotImplementedError


def link_id(token: str) -> str | None:
    """The id in a well-formed token, unverified; `None` where it is none."""
    raise NotImplementedError
