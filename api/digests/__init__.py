"""What a release tells each person: pure functions, no clock, no store, no network."""

from api.digests.digest import Digest, digest

__all__ = ["Digest", "digest"]
