"""Sentences for people, in Swedish and English, keyed by code."""

__all__: list[str] = []
