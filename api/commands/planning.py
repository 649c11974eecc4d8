"""`terminsplan plan`: a term in, its plan with the proof out; and what every command does that has to search."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from api.commands.exits import Exit, Stop
from api.commands.faults import fault_lines
from api.commands.files import write
from api.commands.screen import Bar, Screen
from api.commands.timetable import goals_sheet, part_lines, timetable_sheet, unplaced_lines
from api.telling import goal_title, proof_code
from api.texts import Language, say
from models import GoalResult, Plan, Term

if TYPE_CHECKING:
    from scheduler.options import Cancelled, Heard, Progress

__all__ = ["exit_code", "print_plan", "print_proof", "search", "show_progress", "write_plan", "written"]


T = TypeVar("T")
Work = Callable[["Heard", "Cancelled"], T]
"""Looks for something with the solver: told of by the one, and asked by the other whether to stop."""


def search(work: Work[T], name: str, language: Language, screen: Screen) -> T:
    """Look for something with a progress bar; Ctrl-C stops with the best found.

    Args:
        name: of the document, for its faults.

    Raises:
        Stop: the document is faulty.
    """
    try:
        return _searched(work, name, language, screen)
    except KeyboardInterrupt:  # the second: the usual end of a process would wait for the search
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(Exit.INTERRUPTED)


def _searched(work: Work[T], name: str, language: Language, screen: Screen) -> T:
    with screen.progress(say("plan.searching", language)) as bar, _interruptible() as cancelled:
        looking = _Search(lambda: work(_heard(bar, language), cancelled.is_set))
        looking.start()
        try:
            found = looking.result()
        except ValidationError as error:
            raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, name, language))) from None
    if cancelled.is_set():
        screen.note(say("plan.stopped", language))
    return found


def _heard(bar: Bar, language: Language) -> Callable[["Progress"], None]:
    """Shows how many goals are proven, and what the search is at."""

    def heard(progress: "Progress") -> None:
        several = progress.steps > 1
        step = say("plan.step", language, step=progress.step, steps=progress.steps) + ", " if several else ""
        show_progress(bar, progress.goals, progress.goal, language, step)

    return heard


def show_progress(bar: Bar, goals: Sequence[GoalResult], at: str, language: Language, step: str = "") -> None:
    """Show how many goals are proven, and how far the one has come that the search is at."""
    doing = step
    for number, goal in enumerate(goals, start=1):
        if goal.id == at:
            said = {"number": number, "goals": len(goals), "goal": goal_title(at, language)}
            said |= {"value": goal.value, "bound": goal.bound}
            doing = step + say("plan.proving", language, **said)
    bar(sum(goal.proven for goal in goals), len(goals), doing)


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets; a second Ctrl-C ends the command at once."""
    cancelled = threading.Event()

    def on_interrupt(*_: object) -> None:
        if cancelled.is_set():
            raise KeyboardInterrupt
        cancelled.set()

    if threading.current_thread() is not threading.main_thread():
        yield cancelled
        return
    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield cancelled
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass
class _Search(Generic[T]):
    """The search in a thread of its own: the main one must be free to hear Ctrl-C."""

    work: Callable[[], T]
    found: list[T] = field(default_factory=list)
    failed: list[BaseException] = field(default_factory=list)

    def start(self) -> None:
        """Begin."""
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.found.append(self.work())
        except BaseException as error:  # handed to the main thread, which raises it
            self.failed.append(error)

    def result(self) -> T:
        """What was found, once it is there. Raises what the search raised."""
        while self.thread.is_alive():
            self.thread.join(0.2)  # short enough for a signal to be heard
        if self.failed:
            raise self.failed[0]
        return self.found[0]


def print_plan(term: Term, plan: Plan, language: Language, screen: Screen) -> None:
    """The timetable, what is left out, and the proof."""
    screen.table(timetable_sheet(term, plan, language))
    screen.line()
    print_proof(term, plan, language, screen)


def print_proof(term: Term, plan: Plan, language: Language, screen: Screen) -> None:
    """What is left out, and what was proven."""
    for line in unplaced_lines(term, plan, language):
        screen.line(line)
    if plan.unplaced:
        screen.line()
    for line in part_lines(term, plan, language):
        screen.line(line)
    screen.table(goals_sheet(plan, language))
    screen.strong(say(proof_code(plan, "proof.not_all"), language), good=plan.proven)


def write_plan(plan: Plan, file: Path, language: Language) -> None:
    """The plan as JSON. Raises `Stop` where it cannot be written."""
    write(file, plan.model_dump_json(indent=2) + "\n", language)


def written(term: Term, plan: Plan, json: Path | None, ics: Path | None, language: Language) -> list[str]:
    """Write what is asked for, the plan as JSON and calendars; answers what was written.

    It is done before anything is printed, so that `… | head` loses no file. Raises `Stop` where one cannot be written.
    """
    notes = list[str]()
    if json is not None:
        write_plan(plan, json, language)
    if json is not None and str(json) != "-":
        notes.append(say("plan.written", language, file=json))
    if ics is not None:
        from api.commands.calendars import write_calendars

        files = write_calendars(term, plan, ics, language)
        notes.append(say("plan.calendars", language, files=files, directory=ics))
    return notes


def exit_code(plan: Plan) -> Exit:
    """What a script is told of a plan."""
    if plan.left_out:
        return Exit.UNPLACED
    return Exit.FINE if plan.proven else Exit.UNPROVEN
