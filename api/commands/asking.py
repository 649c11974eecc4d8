"""What somebody asks to have explained: a meeting and a place by id, or by a part of what they are called."""

from collections.abc import Mapping
from datetime import datetime
from difflib import get_close_matches

from api.commands.exits import Exit, Stop
from api.telling import listed
from api.texts import Language, say
from models import Term

__all__ = ["meeting_called", "place_called", "start_given"]

MOST_NAMED = 5


def meeting_called(text: str, term: Term, language: Language) -> str:
    """Id of the meeting with that id or title, or with a title that holds the text as no other does. Raises `Stop`."""
    return _called(text, {one.id: one.title for one in term.resolved.values()}, language)


def place_called(text: str | None, term: Term, language: Language) -> str | None:
    """Id of the place with that id or name, or with a name that holds the text as no other does. Raises `Stop`."""
    return None if text is None else _called(text, {one.id: one.name for one in term.places}, language)


def start_given(text: str, language: Language) -> datetime:
    """A local date and time as it is given on the command line. Raises `Stop`."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo or found.second or found.microsecond or len(text) < len("2026-10-20T15"):
        raise Stop(Exit.FAULTY, say("explain.start_wrong", language))
    return found


def _called(text: str, names: Mapping[str, str], language: Language) -> str:
    if text in names:
        return text
    wanted = text.casefold()
    exactly = [one for one, name in names.items() if name.casefold() == wanted]
    found = exactly or [one for one, name in names.items() if wanted in name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        near = listed((f"{names[one]} ({one})" for one in found[:MOST_NAMED]), language, either=True)
        raise Stop(Exit.FAULTY, say("explain.several", language, text=text, near=near))
    close = get_close_matches(text, [*names, *names.values()], n=1)
    code = "explain.nearest" if close else "explain.unknown"
    raise Stop(Exit.FAULTY, say(code, language, text=text, near=next(iter(close), "")))
