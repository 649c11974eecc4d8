"""The ids that a term's parts refer to each other by: each is known, and stands for one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from models.faults import Fault, nearest
from models.resolving import shared_seats

if TYPE_CHECKING:
    from models.duties import Duty
    from models.meetings import Meeting, ResolvedMeeting, Seat
    from models.term import Term

__all__ = ["KINDS", "Known", "owned_seats", "references", "unique_ids"]

Place = tuple[str | int, ...]
KINDS = {
    "organisations": "organisation",
    "areas": "area",
    "districts": "district",
    "units": "unit",
    "roles": "role",
    "people": "person",
    "appointments": "appointment",
    "absences": "absence",
    "presences": "presence",
    "localities": "locality",
    "places": "place",
    "closures": "closure",
    "forums": "forum",
    "series": "series",
    "meetings": "meeting",
    "orders": "order",
    "series_orders": "series order",
    "day_relations": "day relation",
    "stages": "stage",
}
"""Every list of the term whose items have an id, and what one of them is called."""

REFERENCES: dict[str, dict[str, str]] = {
    "districts": {"area": "areas"},
    "units": {"organisation": "organisations", "place": "places", "area": "areas", "district": "districts"},
    "people": {"base": "places"},
    "appointments": {"role": "roles", "unit": "units", "holder": "people", "deputies": "people"},
    "absences": {"person": "people"},
    "presences": {"person": "people"},
    "places": {"locality": "localities"},
    "closures": {"place": "places"},
    "closed_days": {"series": "series"},
    "forums": {"area": "areas", "reports_to": "forums", "formed_by": "forums"},
    "series": {"places": "places", "forum": "forums", "called": "forums"},
    "meetings": {"series": "series", "places": "places"},
    "orders": {"before": "meetings", "after": "meetings"},
    "series_orders": {"before": "series", "after": "series"},
    "day_relations": {"meetings": "meetings"},
    "stages": {"series": "series"},
}
"""For each list, the fields of its items that hold ids, and the list that those must stand in."""

MOST_COMPARISONS = 50_000
"""Ids that are compared at most to find the nearest ones, all hints together: some two seconds."""
_OF_MEETINGS = ("convener", "chair", "agenda_holder")
DUTIES = {"forums": ("convener", "chair", "secretary"), "series": _OF_MEETINGS, "meetings": _OF_MEETINGS}


class Known:
    """The ids that a document may refer to."""

    def __init__(
        self, term: Term, left_out: frozenset[str] = frozenset(), unread: frozenset[str] = frozenset()
    ) -> None:
        self.term = term
        self.ids = {name: {item.id for item in getattr(term, name)} for name in KINDS}
        self.left_out = left_out
        self.unread = unread
        self.comparisons_left = MOST_COMPARISONS
        self._without_forum = {
            one.id for one in term.series if not {one.forum, *one.called} - {None} <= self.ids["forums"]
        }
        self._pools: dict[tuple[str, ...], set[str]] = {}
        self._eligible: dict[tuple[str, str, bool], frozenset[str]] = {}

    @property
    def partial(self) -> bool:
        """Whether there may be more in the document than could be read."""
        return bool(self.left_out or self.unread)

    def nearest(self, wrong: str, known: Collection[str]) -> str:
        """A hint that names the nearest known id; none once so many have been looked for that it would take long."""
        self.comparisons_left -= len(known)
        return nearest(wrong, sorted(known)) if self.comparisons_left >= 0 else ""

    def eligible(self, seat: Seat) -> frozenset[str]:
        """Ids of all who are ever able to sit on the seat."""
        post = (seat.role, seat.unit, seat.deputy != "not")
        if post not in self._eligible:
            appointed = self.term.appointed.get((seat.role, seat.unit), ())
            holders = {one.holder for one in appointed if one.holder}
            deputies = {person for one in appointed for person in one.deputies} if seat.deputy != "not" else set[str]()
            self._eligible[post] = frozenset(holders | deputies)
        return self._eligible[post]

    def has(self, wanted: str, *lists: str) -> bool:
        """Whether one of the lists holds the id, or would if all of the document could be read."""
        unread = not self.unread.isdisjoint(lists)
        return unread or wanted in self.left_out or any(wanted in self.ids[name] for name in lists)

    def has_seats_of(self, meeting: ResolvedMeeting) -> bool:
        """Whether the meeting's seats are all known: none of them is of a forum that is not."""
        return meeting.series not in self._without_forum

    def refer(self, wanted: str | None, lists: tuple[str, ...], place: Place) -> Iterator[Fault]:
        """The fault of an id that none of the lists holds, if it is one."""
        if wanted is None or self.has(wanted, *lists):
            return
        if lists not in self._pools:
            self._pools[lists] = set[str]().union(*(self.ids[name] for name in lists))
        hint = self.nearest(wanted, self._pools[lists])
        kind = " or ".join(KINDS[name] for name in lists)
        yield Fault("unknown_id", place, {"kind": kind, "id": wanted, "nearest": hint, "list": " or ".join(lists)})

    def refer_duty(self, duty: Duty | None, place: Place) -> Iterator[Fault]:
        """The faults of a duty's unit and role, if there is one."""
        if duty is not None:
            yield from self.refer(duty.unit, ("units",), (*place, "unit"))
            yield from self.refer(duty.role, ("roles",), (*place, "role"))


def unique_ids(term: Term, known: Known) -> Iterator[Fault]:
    """No id stands for two things of a kind, nor for both a place and a locality (legs join either)."""
    for name in KINDS:
        yield from _repeats(((n, item.id) for n, item in enumerate(getattr(term, name))), name)
    both = known.ids["places"] & known.ids["localities"]
    for n, locality in enumerate(term.localities):
        if locality.id in both:
            yield Fault("duplicate_id", ("localities", n, "id"), {"id": locality.id, "list": "places and localities"})
    for place, seats in owned_seats(term):
        own = [(n, seat.id) for n, seat in enumerate(seats)]
        yield from (Fault(f.code, (*place[:-1], *f.location), f.params) for f in _repeats(own, str(place[-1])))
    yield from _shared_ids(term)
    worked_out = {one.id for one in term.ordered[len(term.orders) :]}
    for n, order in enumerate(term.orders):
        if order.id in worked_out:
            params = {"id": order.id, "list": "orders, counting those that orders of series mean"}
            yield Fault("duplicate_id", ("orders", n, "id"), params)


def _shared_ids(term: Term) -> Iterator[Fault]:
    """No seat of a series has the id of a member's, no seat of a meeting that of one of its series."""
    shared = dict[str, set[str]]()
    for n, series in enumerate(term.series):
        forum = term.forum.get(series.forum or "")
        members = [member.id for member in forum.members] if forum else []
        for s, seat in enumerate(series.seats):
            if seat.id in members:
                where = ("series", n, "seats", s, "id")
                yield Fault("duplicate_id", where, {"id": seat.id, "list": "the series' seats and its forum's members"})
        ids = [seat.id for seat in shared_seats(series, term.forum)]
        shared[series.id] = set(ids)
        first_called = len(members) + len(series.seats)
        yield from _clashing_calls(ids[:first_called], ids[first_called:], ("series", n, "called"))
    for n, meeting in enumerate(term.meetings):
        for s, seat in enumerate(meeting.seats):
            if seat.id in shared.get(meeting.series, ()):
                where = ("meetings", n, "seats", s, "id")
                yield Fault("duplicate_id", where, {"id": seat.id, "list": "the meeting's and its series' seats"})


def _clashing_calls(own: list[str], called: list[str], place: Place) -> Iterator[Fault]:
    """Ids that members of forums that are called would share with other seats."""
    for one in sorted(one for one, times in Counter(called).items() if times > 1 or one in own):
        yield Fault("duplicate_id", place, {"id": one, "list": "the series' seats and those of the forums it calls"})


def references(term: Term, known: Known) -> Iterator[Fault]:
    """Every id that refers to something refers to something known."""
    for name, fields in REFERENCES.items():
        for n, item in enumerate(getattr(term, name)):
            for key, target in fields.items():
                yield from _refer(known, getattr(item, key), target, (name, n, key))
    for n, leg in enumerate(term.travel.legs):
        for side, end in enumerate(leg.between):
            yield from known.refer(end, ("places", "localities"), ("travel", "legs", n, "between", side))
    for place, seats in owned_seats(term):
        yield from _seat_references(known, seats, place)
    yield from _duty_references(term, known)
    yield from _officer_references(term, known)
    for n, meeting in enumerate(term.meetings):
        yield from _lock_references(known, meeting, ("meetings", n, "lock"))
        yield from _seat_rule_references(known, meeting, ("meetings", n, "seat_rules"))


def _refer(known: Known, value: str | tuple[str, ...] | None, target: str, place: Place) -> Iterator[Fault]:
    if isinstance(value, tuple):
        for n, one in enumerate(value):
            yield from known.refer(one, (target,), (*place, n))
        yield from _twice(value, place)
    else:
        yield from known.refer(value, (target,), place)


def _twice(ids: Iterable[str], place: Place) -> Iterator[Fault]:
    seen = set[str]()
    for n, one in enumerate(ids):
        if one in seen:
            yield Fault("repeated", (*place, n), {"id": one})
        seen.add(one)


def _seat_references(known: Known, seats: tuple[Seat, ...], place: Place) -> Iterator[Fault]:
    for s, seat in enumerate(seats):
        yield from known.refer(seat.role, ("roles",), (*place, s, "role"))
        yield from known.refer(seat.unit, ("units",), (*place, s, "unit"))


def _duty_references(term: Term, known: Known) -> Iterator[Fault]:
    for name, keys in DUTIES.items():
        duties = (((name, n, key), getattr(one, key)) for n, one in enumerate(getattr(term, name)) for key in keys)
        for place, duty in duties:
            yield from known.refer_duty(duty, place)


def _officer_references(term: Term, known: Known) -> Iterator[Fault]:
    """Those elected in a forum are people of the term."""
    for n, forum in enumerate(term.forums):
        for e, election in enumerate(forum.chairmanship.elections if forum.chairmanship else ()):
            own = ("forums", n, "chairmanship", "elections", e)
            yield from known.refer(election.chair.person, ("people",), (*own, "chair", "person"))
            yield from known.refer(election.vice_chair.person, ("people",), (*own, "vice_chair", "person"))


def _lock_references(known: Known, meeting: Meeting, place: Place) -> Iterator[Fault]:
    if meeting.lock is None:
        return
    yield from known.refer(meeting.lock.place, ("places",), (*place, "place"))
    yield from _twice((locked.seat for locked in meeting.lock.seats), (*place, "seats"))
    elsewhere = set[str]()
    for s, locked in enumerate(meeting.lock.seats):
        own = (*place, "seats", s, "people")
        yield from _refer(known, locked.people, "people", own)
        yield from (
            Fault("repeated", (*own, p), {"id": one}) for p, one in enumerate(locked.people) if one in elsewhere
        )
        elsewhere |= set(locked.people)


def _seat_rule_references(known: Known, meeting: Meeting, place: Place) -> Iterator[Fault]:
    resolved = known.term.resolved.get(meeting.id)
    seats = {seat.id for seat in resolved.seats} if resolved and known.has_seats_of(resolved) else None
    for n, rule in enumerate(meeting.seat_rules):
        if seats is not None and rule.seat not in seats and not known.partial:
            params = {"kind": "seat", "id": rule.seat, "nearest": known.nearest(rule.seat, seats), "list": "seats"}
            yield Fault("unknown_id", (*place, n, "seat"), params)
    yield from _twice((rule.seat for rule in meeting.seat_rules), place)


def owned_seats(term: Term) -> Iterator[tuple[Place, tuple[Seat, ...]]]:
    """The members of every forum and the seats of every series and every meeting, with their place in the document."""
    yield from ((("forums", n, "members"), one.members) for n, one in enumerate(term.forums))
    yield from ((("series", n, "seats"), one.seats) for n, one in enumerate(term.series))
    yield from ((("meetings", n, "seats"), one.seats) for n, one in enumerate(term.meetings))


def _repeats(ids: Iterable[tuple[int, str]], name: str) -> Iterator[Fault]:
    seen = Counter[str]()
    for n, one in ids:
        seen[one] += 1
        if seen[one] > 1:
            yield Fault("duplicate_id", (name, n, "id"), {"id": one, "list": name})
