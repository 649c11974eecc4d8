"""Who chairs a forum, in words."""

from api.telling.names import Names, group_text
from api.texts import Language, say
from models import Officer

__all__ = ["officer_text"]


def officer_text(names: Names, one: Officer, language: Language) -> str:
    """The person who chairs, or is next to, with their side; the side alone while nobody is elected."""
    side = group_text(one.side, language)
    return say("forums.officer", language, person=names.of("person", one.person), side=side) if one.person else side
