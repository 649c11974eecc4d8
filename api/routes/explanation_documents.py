"""What the API says to explain a plan without solving: the nouns with sentences beside them."""

from collections.abc import Iterable, Iterator

from api.routes.documents import Document
from api.telling import Names, blocked_sentence, broken_sentence, cost_sentence
from api.texts import Language
from models import Blocked, Choice, GoalChange, Load, SpareStart, Verdict, WhyHere
from models.base import Id

__all__ = ["Choices", "Loads", "SpareStarts", "VerdictDocument", "WhyHereDocument"]


class WhyHereDocument(WhyHere):
    """Why a meeting lies where it lies."""

    details: list[str]
    """What closes the other starts and what it costs here as sentences, in the language asked for."""

    @classmethod
    def told(cls, why: WhyHere, names: Names, language: Language) -> "WhyHereDocument":
        """The same with its sentences."""
        details = [*_closed(why.blocked, names, why.meeting, language), *_costs(why.costs, language)]
        return cls(**dict(why), details=details)


class VerdictDocument(Verdict):
    """What becomes of a meeting at a start, while all others stand where they are."""

    fits: bool
    """Whether it can be there with nothing else touched: nothing closes the start and nothing would be broken."""
    details: list[str]
    """What closes it, what it breaks and what it costs as sentences, in the language asked for."""

    @classmethod
    def told(cls, verdict: Verdict, names: Names, language: Language) -> "VerdictDocument":
        """The same with its sentences."""
        closed = _closed(verdict.closed, names, verdict.meeting, language)
        broken = (broken_sentence(one, names, language) for one in verdict.broken)
        details = [*closed, *broken, *_costs(verdict.costs, language)]
        return cls(**dict(verdict), fits=verdict.allowed, details=details)


def _closed(blocked: Iterable[Blocked], names: Names, meeting: str, language: Language) -> Iterator[str]:
    return (blocked_sentence(one, names, meeting, language) for one in blocked)


def _costs(costs: Iterable[GoalChange], language: Language) -> Iterator[str]:
    return (cost_sentence(one, language) for one in costs)


class SpareStarts(Document):
    """Where a meeting can lie with nothing else touched."""

    meeting: Id
    starts: list[SpareStart]
    """The best first."""


class Choices(Document):
    """Every start that a meeting could have, with nothing else touched."""

    meeting: Id
    choices: list[Choice]
    """In order of time."""


class Loads(Document):
    """What a plan asks of each person."""

    people: list[Load]
    """In order of their ids."""
