"""What changed for one person, said to them."""

from api.telling.names import Names
from api.telling.spots import how_moved, said_of
from api.texts import Language, say
from models import OwnChange

__all__ = ["own_sentence"]


def own_sentence(change: OwnChange, names: Names, language: Language) -> str:
    """`Du ...`: what is new for them at one meeting, and where they sit if that is new too."""
    said = said_of(change.before, change.after, names, language)
    said["seats_before"] = names.seats(change.meeting, change.seats_before)
    said["seats_after"] = names.seats(change.meeting, change.seats_after)
    sentence = say(_code(change), language, meeting=names.meeting(change.meeting), **said)
    moved_seat = change.kind == "moved" and change.seats_before != change.seats_after
    if change.kind == "joins" or moved_seat:
        sentence += " " + say("own.your_seat", language, seats_after=said["seats_after"])
    return sentence


def _code(change: OwnChange) -> str:
    if change.kind == "moved":
        return f"own.moved.{how_moved(change.before, change.after)}"
    if change.kind == "cancelled" and change.withdrawn:
        return "own.withdrawn"
    if change.kind == "leaves" and change.before != change.after:
        return "own.leaves.moved"
    return f"own.{change.kind}"
