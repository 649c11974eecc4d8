"""Why not, and at what price: what closes starts, which rules would be broken, what a goal gains or loses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from api.telling.names import Names, group_text
from api.telling.ties import tie_text
from api.telling.times import day_text, listed, moment_text, span_text, weekly_text
from api.texts import Language, knows, say, violation_sentence
from models import VOTING, Absence, Blocked, Broken, Closure, GoalChange, Unplaced

__all__ = ["blocked_sentence", "broken_sentence", "closed_sentence", "cost_sentence", "why_unplaced"]


def cost_sentence(change: GoalChange, language: Language) -> str:
    """`2 ersättare fler`, `1 minut restid mindre`."""
    more, much = ("cost.more", "cost.much") if change.change > 0 else ("cost.fewer", "cost.less")
    said = {"value": abs(change.change), "more": say(more, language), "much": say(much, language)}
    if knows(f"cost.{change.id}"):
        return say(f"cost.{change.id}", language, **said)
    counted = say(f"count.{change.id}", language, value=said["value"]) if knows(f"count.{change.id}") else change.id
    return say("cost.other", language, count=counted, much=said["much"])


def why_unplaced(unplaced: Unplaced, names: Names, language: Language, most: int | None = None) -> Iterator[str]:
    """What stood in the way of a meeting: that its turn has not come; or the others, and what closed most starts.

    Args:
        most: how many of those to say; ``None`` says all in the order of the plan.
    """
    if unplaced.waits:
        yield say("plan.waits", language)
    if unplaced.open_starts:
        yield say("plan.open_starts", language, open=unplaced.open_starts, starts=unplaced.starts)
    blocked: Sequence[Blocked] = unplaced.blocked
    if most is not None:
        blocked = sorted(blocked, key=lambda one: -one.starts)[:most]
    yield from (blocked_sentence(one, names, unplaced.meeting, language) for one in blocked)


def blocked_sentence(blocked: Blocked, names: Names, meeting: str, language: Language) -> str:
    """How many starts of a meeting a rule closed, and because of whom or what."""
    subject = _subject(blocked, names, meeting, language)
    return say(f"blocker.{blocked.rule}", language, subject=subject, starts=blocked.starts)


def closed_sentence(blocked: Blocked, names: Names, meeting: str, language: Language) -> str:
    """Why a rule closes one start of a meeting."""
    ways = (f"closed.{blocked.rule}.{blocked.kind}", f"closed.{blocked.rule}")
    return say(next(filter(knows, ways)), language, subject=_subject(blocked, names, meeting, language))


def _subject(blocked: Blocked, names: Names, meeting: str, language: Language) -> str:
    match blocked.kind:
        case "seat":
            return _seat_or_group(blocked.subject, names, meeting, language)
        case "day":
            return _day(blocked.subject, language)
    return names.of(blocked.kind, blocked.subject)


def _seat_or_group(subject: str, names: Names, meeting: str, language: Language) -> str:
    """The role and unit of a seat; of a group its name, which for those with a vote is a word of ours."""
    return group_text(subject, language) if subject == VOTING else names.seat(meeting, subject)


def broken_sentence(broken: Broken, names: Names, language: Language) -> str:
    """Which rule would be broken, at which meeting and how, with names."""
    teller = _Teller(broken, names, language)
    said = {name: teller.said(name) for name in broken.params}
    sentence = violation_sentence(broken.rule, language, said)
    if broken.rule == "travel" and int(str(said["minutes"])) < 0:
        sentence = say("told.both_at_once", language, **said)
    if not broken.meeting:
        return sentence
    return say("told.of_meeting", language, meeting=names.meeting(broken.meeting), sentence=sentence)


@dataclass(frozen=True)
class _Teller:
    """The parameters of a broken rule in words."""

    broken: Broken
    names: Names
    language: Language

    def said(self, name: str) -> str | int | None:
        """One of them: names for ids, dates and times as people say them, numbers as they are."""
        value = self.broken.params[name]
        if value is None or isinstance(value, int):
            return value
        told = self._ways.get(name, str)
        return told(value) if isinstance(value, str) else listed(map(told, value), self.language)

    @property
    def _ways(self) -> Mapping[str, Callable[[str], str]]:
        return {
            "person": lambda one: self.names.of("person", one),
            "wrong": lambda one: self.names.of("person", one),
            "left_out": lambda one: self.names.of("person", one),
            "place": lambda one: self.names.of("place", one),
            "forum": lambda one: self.names.of("forum", one),
            "group": lambda one: group_text(one, self.language),
            "other": self.names.meeting,
            "others": self.names.meeting,
            "before": self.names.meeting,
            "seat": lambda one: self.names.seat(self.broken.meeting, one),
            "appointment": self.names.appointed,
            "order": lambda one: tie_text(one, self.names, self.language),
            "relation": lambda one: tie_text(one, self.names, self.language),
            "absence": lambda one: self._when(self.names.absence(one), one),
            "closure": lambda one: self._when(self.names.closure(one), one),
            "locked": self._locked,
            "day": lambda day: _day(day, self.language),
            "first_day": lambda day: _day(day, self.language),
            "start": lambda moment: _moment(moment, self.language),
            "end": lambda moment: _moment(moment, self.language),
            "as_of": lambda moment: _moment(moment, self.language),
            "stated": lambda moment: _moment(moment, self.language),
            "expected": lambda moment: _moment(moment, self.language),
        }

    def _when(self, found: Absence | Closure | None, id: str) -> str:
        """When somebody is away or a place is closed: an id tells people nothing, and a reason is not for everyone."""
        if found and found.weekly:
            return weekly_text(found.weekly, self.language)
        return span_text(found.start, found.end, self.language) if found and found.start and found.end else id

    def _locked(self, to: str) -> str:
        """A start, a place or a person."""
        what = str(self.broken.params.get("what"))
        return _moment(to, self.language) if what == "start" else self.names.of(what, to)


def _day(value: str, language: Language) -> str:
    try:
        return day_text(date.fromisoformat(value), language)
    except ValueError:
        return value


def _moment(value: str, language: Language) -> str:
    try:
        return moment_text(datetime.fromisoformat(value), language)
    except ValueError:
        return value
