"""The two ends of a change in words: where a meeting stood and where it stands."""

from typing import Literal

from api.telling.names import Names
from api.telling.times import span_text
from api.texts import Language, say
from models import Spot

__all__ = ["how_moved", "place_text", "said_of", "spot_text"]


def place_text(place: str | None, names: Names, language: Language) -> str:
    """A place's name, or that it is decided later."""
    return names.of("place", place) if place else say("told.place_later", language)


def spot_text(spot: Spot, names: Names, language: Language) -> str:
    """`tis 20 okt 2026 kl. 15.00–16.30 (Närhälsan Sjöbo)`."""
    when = span_text(spot.start, spot.end, language)
    return say("told.spot", language, when=when, place=place_text(spot.place, names, language))


def said_of(before: Spot | None, after: Spot | None, names: Names, language: Language) -> dict[str, str]:
    """What a sentence can say of either end: `before`, `place_before`, `spot_before`, and the same of `after`."""
    said = dict[str, str]()
    for end, spot in (("before", before), ("after", after)):
        if spot:
            said[end] = span_text(spot.start, spot.end, language)
            said[f"place_{end}"] = place_text(spot.place, names, language)
            said[f"spot_{end}"] = spot_text(spot, names, language)
    return said


def how_moved(before: Spot | None, after: Spot | None) -> Literal["time", "place", "both"]:
    """Whether another time, another place, or both."""
    assert before is not None, "what has moved stood somewhere"
    assert after is not None, "what has moved stands somewhere"
    if before.place == after.place and after.place is not None:
        return "time"
    return "place" if (before.start, before.end) == (after.start, after.end) else "both"
