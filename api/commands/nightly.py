"""`terminsplan nightly`: what a worker does once a night, for those who run none."""

from api.commands.tokens import BY
from api.jobs.nightly import all_nights
from api.store import Store
from api.texts import Language, say

__all__ = ["nightly"]


def nightly(store: Store, language: Language) -> str:
    """Let what has been cancelled for long leave the calendars; answers what was done."""
    terms, changed = all_nights(store, BY)
    return say("nightly.done", language, terms=terms, changed=changed)
