"""Tiny terms for hypothesis, and how many of them are tried."""

import os
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from models import Term
from tests.truth.tiny import tiny

__all__ = ["examples", "terms"]

FUZZ = bool(os.environ.get("TERMINSPLAN_FUZZ"))


def examples(usual: int, fuzz: int) -> settings:
    """So many examples, the same each time; or more of them, new ones each time."""
    unlike = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    many = fuzz if FUZZ else usual
    return settings(max_examples=many, derandomize=not FUZZ, deadline=None, database=None, suppress_health_check=unlike)


def terms() -> st.SearchStrategy[Term]:
    """Tiny terms, each from a seed of its own.

    Drawn choice by choice they would come out plainer than the same code draws them from a generator: hardly an
    absence mattered. What hypothesis then cannot shrink, ``python -m tests.truth.shrink`` does.
    """
    return st.integers(0, 2**48).map(lambda seed: tiny(Random(seed)))
