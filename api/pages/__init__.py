"""Pages for people: plain HTML without scripts, read-only."""

from pathlib import Path

from api.pages.newest import Pages

__all__ = ["STATIC", "Pages"]

STATIC = Path(__file__).parent / "static"
"""Directory of the style sheet."""
