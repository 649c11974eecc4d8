"""`terminsplan explain`: what somebody asks of a plan, answered by the scheduler and told in sentences."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.commands.asking import meeting_called, place_called, start_given
from api.commands.differences import same_term
from api.commands.exits import Exit, Stop
from api.commands.files import moment, read_plan, read_term, seen_by, write
from api.commands.planning import search
from api.commands.screen import Screen, Sheet
from api.commands.timetable import unplaced_lines
from api.telling import (
    Names,
    cost_sentence,
    meeting_sentence,
    repairs_lines,
    spare_lines,
    verdict_lines,
    why_here_lines,
)
from api.texts import Language, say
from models import Alternative, Change, Load, Noun, Plan, Repairs, Term

if TYPE_CHECKING:
    from scheduler.options import Options

__all__ = ["Asked", "Explainer", "asked_by", "explainer_of"]


@dataclass(frozen=True)
class Asked:
    """What is asked.

    Attributes:
        meeting: id of the meeting that it is about, if of one.
        start: where it might be instead.
        repairs: how many repairs to look for at most; 0 asks for none.
        spare: how many spare starts to list; 0 asks for none.
        alternatives: how many other plans to look for; 0 asks for none.
        differ: in how many meetings each of those must differ.
    """

    meeting: str | None = None
    start: datetime | None = None
    place: str | None = None
    force: bool = False
    repairs: int = 0
    spare: int = 0
    alternatives: int = 0
    differ: int = 1
    load: bool = False

    @property
    def why_here(self) -> bool:
        """Whether only the meeting is named: then it is asked why it lies where it lies."""
        return self.meeting is not None and not (self.start or self.repairs or self.spare or self.general)

    @property
    def general(self) -> bool:
        """Whether something is asked that is about the whole plan."""
        return bool(self.alternatives or self.load)


@dataclass
class Explainer:
    """Answers, one after the other; each is told, and kept as a document.

    Attributes:
        name: of the term, for its faults.
        as_of: the moment that questions about a meeting are asked at; left out, the plan's own.
        tells: whether answers are printed.
        answers: those given so far, as JSON says them.
        found: the repairs, once they were looked for.
    """

    term: Term
    plan: Plan
    options: "Options"
    name: str
    language: Language
    screen: Screen
    as_of: datetime | None = None
    tells: bool = True
    answers: dict[str, Any] = field(default_factory=dict)
    found: Repairs | None = None

    def __post_init__(self) -> None:
        self.names = Names(None, self.term)

    @cached_property
    def asked_about(self) -> Plan:
        """The plan as a question about one of its meetings means it."""
        import scheduler

        return self.plan if self.as_of is None else scheduler.known_at(self.plan, self.as_of)

    def answer(self, asked: Asked) -> None:
        """Everything that is asked. Raises `Stop` where that cannot be answered."""
        if asked.meeting is None:
            self._unplaced(asked)
        else:
            self._of_meeting(asked, asked.meeting)
        if asked.alternatives:
            self._alternatives(asked.alternatives, asked.differ)
        if asked.load:
            self._load()

    def _of_meeting(self, asked: Asked, meeting: str) -> None:
        import scheduler

        if asked.why_here:
            why = scheduler.why_here(self.term, self.asked_about, meeting)
            self._tell("why_here", why, why_here_lines(why, self.names, self.language))
        if asked.start is not None:
            self._verdict(asked, meeting, asked.start)
        if asked.spare:
            spare = scheduler.spare_starts(self.term, self.asked_about, meeting, asked.spare)
            self._tell("spare_starts", spare, spare_lines(meeting, spare, self.names, self.language))
        if asked.repairs:
            self._repairs(meeting, asked.repairs)

    def _unplaced(self, asked: Asked) -> None:
        """Of no meeting in particular: those that have no time."""
        for option, given in (("--start", asked.start), ("--repairs", asked.repairs), ("--spare", asked.spare)):
            if given:
                raise Stop(Exit.FAULTY, say("explain.meeting_needed", self.language, option=option))
        if asked.general:
            return
        lines = unplaced_lines(self.term, self.plan, self.language)
        if not self.plan.unplaced:
            lines = iter((say("explain.all_placed", self.language),))
        self._tell("unplaced", self.plan.unplaced, lines)

    def _verdict(self, asked: Asked, meeting: str, start: datetime) -> None:
        import scheduler

        where = (self.term, self.asked_about, meeting, start, asked.place)
        if asked.force:
            found = self._searched(lambda heard, stop: scheduler.forced(*where, self.options, heard, stop))
        else:
            found = scheduler.verdict(*where)
        now = self.plan.placement_of(meeting)
        self._tell("verdict", found, verdict_lines(found, now, self.names, self.language, asked.force))

    def _repairs(self, meeting: str, most: int) -> None:
        import scheduler

        self.found = self._searched(
            lambda heard, stop: scheduler.repairs(self.term, self.asked_about, meeting, most, self.options, heard, stop)
        )
        self._tell("repairs", self.found, repairs_lines(self.found, self.names, self.language))

    def _alternatives(self, count: int, differ: int) -> None:
        import scheduler

        found = self._searched(
            lambda heard, stop: scheduler.alternatives(self.term, self.plan, count, differ, self.options, heard, stop)
        )
        self._tell("alternatives", found, self._alternative_lines(found))

    def _alternative_lines(self, found: tuple[Alternative, ...]) -> Iterator[str]:
        from scheduler import Answered, compare

        if not found:
            yield say("explain.no_alternatives", self.language)
        for number, one in enumerate(found, start=1):
            yield say("explain.alternative", self.language, number=number, differs=one.differs)
            yield from (f"  {cost_sentence(cost, self.language)}" for cost in one.costs)
            changes = compare(Answered(self.term, self.plan), Answered(self.term, one.plan)).meetings
            moved = (
                change.model_copy(update={"seats": ()})
                for change in changes
                if change.what not in ("untouched", "reseated")
            )
            yield from (f"  {meeting_sentence(change, self.names, self.language)}" for change in moved)

    def _load(self) -> None:
        import scheduler

        loads = scheduler.load(self.term, self.plan)
        self._tell("load", loads, ())
        if self.tells:
            self.screen.table(load_sheet(loads, self.names, self.language))

    def _searched(self, work: Any) -> Any:
        return search(work, self.name, self.language, self.screen)

    def _tell(self, kind: str, answer: Noun | tuple[Noun, ...], lines: Any) -> None:
        self.answers[kind] = [*map(_document, answer)] if isinstance(answer, tuple) else _document(answer)
        if self.tells:
            for line in lines:
                self.screen.line(line)

    def write(self, file: Path) -> None:
        """All answers as JSON. Raises `Stop` where it cannot be written."""
        write(file, json.dumps(self.answers, ensure_ascii=False, indent=2) + "\n", self.language)

    def write_repair(self, number: int, file: Path) -> None:
        """One of the repairs as a change. Raises `Stop` where there is no such repair, or it cannot be written."""
        repairs = self.found.repairs if self.found else ()
        if not 1 <= number <= len(repairs):
            raise Stop(Exit.FAULTY, say("explain.no_repair", self.language, number=number))
        change = Change(actions=repairs[number - 1].actions)
        write(file, change.model_dump_json(indent=2) + "\n", self.language)
        self.screen.note(say("explain.change_written", self.language, number=number, file=file))


def _document(answer: Noun) -> Any:
    return answer.model_dump(mode="json")


def load_sheet(loads: tuple[Load, ...], names: Names, language: Language) -> Sheet:
    """What each person's meetings take, those with the most first."""
    heads = ("person", "meetings", "time", "travel", "week")
    ranked = sorted(loads, key=lambda one: (-one.meetings, -one.minutes - one.travel_minutes, one.person))
    rows = [
        (
            names.of("person", one.person),
            str(one.meetings),
            _hours(one.minutes, language),
            _hours(one.travel_minutes, language),
            str(max((week.meetings for week in one.weeks), default=0)),
        )
        for one in ranked
    ]
    title = say("explain.load", language, people=len(rows))
    return Sheet(title, tuple(say(f"explain.load.{head}", language) for head in heads), rows)


def _hours(minutes: int, language: Language) -> str:
    return say("explain.hours", language, hours=minutes // 60, minutes=minutes % 60)


def explainer_of(
    file: Path, plan: Path, options: "Options", language: Language, as_of: str | None, tells: bool
) -> Explainer:
    """What answers about the plan of a file, for the term of another. Raises `Stop`.

    Args:
        as_of: the moment that it is asked at, as it was given; `None` is the plan's own.
        tells: whether answers are printed, too.
    """
    made = read_plan(plan, language)
    term, screen = read_term(file, language, seen_by(made)), Screen()
    same_term(term, made, plan, language)
    if term.digest != made.term_digest:
        screen.note(say("explain.changed", language))
    return Explainer(term, made, options, str(file), language, screen, moment(as_of, language), tells)


def asked_by(
    term: Term, language: Language, meeting: str | None, start: str | None, place: str | None, **wanted: Any
) -> Asked:
    """What is asked, with the meeting, the start and the place found by how they were called. Raises `Stop`."""
    return Asked(
        meeting=None if meeting is None else meeting_called(meeting, term, language),
        start=None if start is None else start_given(start, language),
        place=place_called(place, term, language),
        **wanted,
    )
