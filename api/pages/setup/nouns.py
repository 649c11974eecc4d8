"""Every noun of the term that has a form, in the order in which one fills a term in."""

from api.pages.setup.days import DAYS
from api.pages.setup.forums import FORUMS
from api.pages.setup.noun import Noun
from api.pages.setup.ranking import GOALS_NOUN
from api.pages.setup.what import WHAT
from api.pages.setup.where import WHERE
from api.pages.setup.who import ORGANISATION, WHO

__all__ = ["BY_LIST", "NOUNS", "SUBJECTS"]

SUBJECTS: dict[str, tuple[Noun, ...]] = {
    "term": DAYS,
    "where": WHERE,
    "organisation": ORGANISATION,
    "who": WHO,
    "what": (*FORUMS, *WHAT),
    "ranked": (GOALS_NOUN,),
}
"""By what they are about."""

NOUNS: dict[str, Noun] = {noun.name: noun for nouns in SUBJECTS.values() for noun in nouns}
"""By name."""

BY_LIST: dict[str, Noun] = {noun.path[-1]: noun for noun in NOUNS.values() if noun.path}
"""By the last key of where their list stands."""
