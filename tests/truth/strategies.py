"""Tiny terms for hypothesis."""

from random import Random

from hypothesis import strategies as st

from models import Term
from tests.truth.tiny import tiny

__all__ = ["terms"]


def terms() -> st.SearchStrategy[Term]:
    """Tiny terms, each from a seed of its own.

    Drawn choice by choice they would come out plainer than the same code draws them from a generator: hardly an
    absence mattered. What hypothesis then cannot shrink, ``python -m tests.truth.shrink`` does.
    """
    return st.integers(0, 2**48).map(lambda seed: tiny(Random(seed)))
