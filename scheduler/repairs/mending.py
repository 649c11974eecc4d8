"""From what a supposed plan breaks to the actions that make it right: a rule is mended in one way, or in none."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time

from models import (
    WEEKDAYS,
    Action,
    AllowTime,
    Cancel,
    ChangeSeat,
    Lock,
    LowerAttendance,
    Move,
    OtherPlaces,
    Placement,
    Plan,
    RaiseLimit,
    SetFree,
    Space,
    Term,
    Unlock,
    Untie,
    Window,
)
from scheduler.outcome import Violation

__all__ = ["Unmendable", "mended"]


class Unmendable(Exception):
    """Something is broken that no repair of the allowed kinds mends: a holiday, the past, a closed place."""


def mended(term: Term, seen: Term, plan: Plan, violations: Iterable[Violation]) -> tuple[Action, ...]:
    """The actions after which a supposed plan obeys, or obeys but for meetings that the plan itself can move.

    Args:
        term: the document that the actions are to change.
        seen: the same as a re-plan sees it, with what stays locked.
        plan: the supposed plan.
        violations: what it breaks.

    Raises:
        Unmendable: there are none.
    """
    mender = _Mender(term, seen, plan)
    actions = [action for violation in violations for action in mender.mend(violation)]
    moved = {action.meeting for action in actions if isinstance(action, Move)}
    found = list[Action]()
    for action in actions:
        undoes = isinstance(action, Unlock | Cancel) and action.meeting in moved  # where it moves to is its lock
        if action not in found and not undoes:
            found.append(action)
    return tuple(found)


class _Mender:
    def __init__(self, term: Term, seen: Term, plan: Plan) -> None:
        self.term, self.seen = term, seen
        self.held: dict[str, Placement] = {one.meeting: one for one in plan.placements}

    def mend(self, broken: Violation) -> Iterator[Action]:
        """The actions that mend one violation; none where another meeting will do that by moving."""
        mend = getattr(self, f"_mend_{broken.rule}", None)
        if mend is None:
            raise Unmendable(broken.rule)
        yield from mend(broken)

    def _mend_absence(self, broken: Violation) -> Iterator[Action]:
        at = self.held[broken.meeting]
        yield SetFree(person=str(broken.params["person"]), start=at.start, end=at.end)

    def _mend_window(self, broken: Violation) -> Iterator[Action]:
        at = self.held[broken.meeting]
        if broken.params["what"] != "no_window" or at.start.date() != at.end.date():
            raise Unmendable("window")
        yield AllowTime(meeting=broken.meeting, window=_just(at.start, at.end))

    def _mend_notice(self, broken: Violation) -> Iterator[Action]:
        """Moved by hand it may be as soon as it is."""
        at = self.held[broken.meeting]
        yield Move(meeting=broken.meeting, start=at.start, place=None)

    def _mend_seats(self, broken: Violation) -> Iterator[Action]:
        seat, what = str(broken.params.get("seat")), broken.params["what"]
        if what == "too_few":
            yield ChangeSeat(meeting=broken.meeting, seat=seat, vacancy="priced")
        elif what == "not_appointed" and self._is_deputy(broken, seat):
            yield ChangeSeat(meeting=broken.meeting, seat=seat, deputy="may")
        else:
            raise Unmendable("seats")

    def _is_deputy(self, broken: Violation, seat: str) -> bool:
        """Whether all that is wrong with a sitting is that the seat takes no deputy."""
        at = self.held[broken.meeting]
        post = next((one for one in self.term.appointments if one.id == broken.params.get("appointment")), None)
        asked = next((one for one in self.seen.resolved[broken.meeting].seats if one.id == seat), None)
        if post is None or asked is None or asked.deputy != "not" or not post.holds_on(at.start.date()):
            return False
        return (post.role, post.unit) == (asked.role, asked.unit) and broken.params["person"] in post.deputies

    def _mend_attendance(self, broken: Violation) -> Iterator[Action]:
        people, group = broken.params["people"], str(broken.params["group"])
        assert isinstance(people, int)
        yield LowerAttendance(meeting=broken.meeting, group=group, least=people)

    def _mend_limits(self, broken: Violation) -> Iterator[Action]:
        person, per = str(broken.params["person"]), broken.params["per"]
        yield RaiseLimit.model_validate({"person": person, f"meetings_per_{per}": broken.params["meetings"]})

    def _mend_order(self, broken: Violation) -> Iterator[Action]:
        yield Untie(tie=str(broken.params["order"]))

    def _mend_day_relation(self, broken: Violation) -> Iterator[Action]:
        yield Untie(tie=str(broken.params["relation"]))

    def _mend_spacing(self, broken: Violation) -> Iterator[Action]:
        days = broken.params["days"]
        assert isinstance(days, int)
        yield Space(series=self.term.resolved[broken.meeting].series, days=days)

    def _mend_travel(self, broken: Violation) -> Iterator[Action]:
        """Somebody is at two meetings: what the term locks is unlocked, what is not locked the plan moves itself."""
        both = (broken.meeting, str(broken.params["other"]))
        locks = [self._lock(meeting) for meeting in both]
        if all(lock is None for lock in locks):
            return
        loose = [meeting for meeting in both if self._own_lock(meeting) and not self._has_been(meeting)]
        if not loose:
            raise Unmendable("travel")
        yield from (Unlock(meeting=meeting) for meeting in loose)

    def _mend_lock(self, broken: Violation) -> Iterator[Action]:
        lock = self._lock(broken.meeting)
        if self._own_lock(broken.meeting):
            yield Unlock(meeting=broken.meeting)
        elif lock and broken.params["what"] == "start":
            yield Cancel(meeting=broken.meeting, day=lock.start.date())
        else:
            raise Unmendable("lock")

    def _mend_venue(self, broken: Violation) -> Iterator[Action]:
        if broken.params["what"] != "elsewhere" or self.held[broken.meeting].place is not None:
            raise Unmendable("venue")
        yield OtherPlaces(meeting=broken.meeting, places=())

    def _own_lock(self, meeting: str) -> bool:
        return self.term.resolved[meeting].lock is not None

    def _has_been(self, meeting: str) -> bool:
        lock = self._lock(meeting)
        return lock is not None and self.seen.as_of is not None and lock.start < self.seen.as_of

    def _lock(self, meeting: str) -> Lock | None:
        return self.seen.resolved[meeting].lock


def _just(start: datetime, end: datetime) -> Window:
    """A window that holds one start."""
    day, until = start.date(), time(end.hour, end.minute)
    weekday = WEEKDAYS[day.weekday()]
    clock = time(start.hour, start.minute)
    return Window(first_day=day, last_day=day, weekdays=(weekday,), from_time=clock, to_time=until)
