"""What ties meetings to each other, in words."""

from api.telling.names import Names
from api.telling.times import listed
from api.texts import Language, say
from models import Order, SeriesOrder

__all__ = ["tie_text"]


def tie_text(id: str, names: Names, language: Language) -> str:
    """An order or a day relation by the meetings that it ties; its id where neither term has it."""
    tie = names.tie(id)
    if tie is None:
        return id
    if isinstance(tie, Order):
        return say("told.tie.order", language, first=names.meeting(tie.before), last=names.meeting(tie.after))
    if isinstance(tie, SeriesOrder):
        first, last = (names.of("series", one) for one in (tie.before, tie.after))
        return say("told.tie.series_order", language, first=first, last=last)
    meetings = listed((names.meeting(one) for one in tie.meetings), language)
    return say(f"told.tie.{tie.kind}", language, meetings=meetings)
