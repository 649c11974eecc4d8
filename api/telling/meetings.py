"""What became of a meeting, for whoever plans."""

from collections.abc import Iterable, Iterator

from api.telling.names import Names
from api.telling.spots import how_moved, said_of
from api.telling.times import listed
from api.texts import Language, say
from models import MeetingChange, SeatChange

__all__ = ["meeting_sentence", "seat_sentences"]


def meeting_sentence(change: MeetingChange, names: Names, language: Language) -> str:
    """What became of it, and after it who sits there instead of whom."""
    said = said_of(change.before, change.after, names, language)
    first = say(_code(change), language, meeting=change.title, **said)
    return " ".join((first, *seat_sentences(change.meeting, change.seats, names, language)))


def _code(change: MeetingChange) -> str:
    if change.what == "moved":
        return f"told.moved.{how_moved(change.before, change.after)}"
    if change.what == "cancelled" and change.withdrawn:
        return "told.withdrawn"
    return f"told.{change.what}"


def seat_sentences(meeting: str, changes: Iterable[SeatChange], names: Names, language: Language) -> Iterator[str]:
    """Who sits on each seat instead of whom."""
    for one in changes:
        said = {"joined": _people(one.joined, names, language), "left": _people(one.left, names, language)}
        yield say(f"told.seat.{_how(one)}", language, seat=names.seat(meeting, one.seat), **said)


def _how(change: SeatChange) -> str:
    if change.joined and change.left:
        return "swapped"
    return "joined" if change.joined else "left"


def _people(ids: tuple[str, ...], names: Names, language: Language) -> str:
    return listed((names.of("person", one) for one in ids), language)
