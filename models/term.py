"""The root of the request: one document that says all about a term, checked as a whole."""

import hashlib
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self
from uuid import UUID, uuid5

from pydantic import Field, ValidationError, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from models.base import Day, Id, LocalDateTime, Marked, Note, Text
from models.calendar import ClosedDay, PublicHolidays
from models.checks import faults_of
from models.forums import Forum
from models.meetings import DayRelation, Meeting, Order, ResolvedMeeting, Series
from models.orders import SeriesOrder, meetings_by_series, pairs, sequence
from models.people import Absence, Appointment, Limits, Organisation, Person, Presence, Role, Unit
from models.places import Area, Closure, District, Locality, Place, Travel
from models.resolving import resolve, shared_seats
from models.salvage import readable_rest
from models.sizes import Sizes
from models.staging import Stage

__all__ = ["Term"]


class Term(Marked):
    """What is to be planned, all in one document."""

    format: Literal["terminsplan.term/1"] = "terminsplan.term/1"
    """Kind and version of the document."""
    uid: UUID
    """The term's identity, minted once; next year's term has another."""
    title: Text
    """What people call the term."""
    description: Note = ""
    """A few lines for people."""
    time_zone: Text = "Europe/Stockholm"
    """IANA name of the zone that all times are local to."""
    first_day: Day
    """The first date that meetings may lie on."""
    last_day: Day
    """The last date that meetings may lie on."""
    grid_minutes: Annotated[int, Field(ge=5, le=240)] = 30
    """Meetings start on whole multiples of so many minutes after midnight."""
    as_of: LocalDateTime | None = None
    """The moment that the plan is made from; without it nothing is past or too soon."""
    notice_days: Annotated[int, Field(ge=0, le=365)] = 0
    """Nothing is placed on a date fewer than so many days after `as_of`."""
    buffer_minutes: Annotated[int, Field(ge=0, le=1440)] = 0
    """Minutes to spare between two meetings of one person, beside travel."""

    organisations: tuple[Organisation, ...] = ()
    """Principals: municipalities, the region, private care providers."""
    areas: tuple[Area, ...] = ()
    """Local care areas (närvårdsområden)."""
    districts: tuple[District, ...] = ()
    """Parts of areas."""
    units: tuple[Unit, ...] = ()
    """Departments, health centres, clinics."""
    roles: tuple[Role, ...] = ()
    """What people are."""
    people: tuple[Person, ...] = ()
    """Who can be asked to a meeting."""
    appointments: tuple[Appointment, ...] = ()
    """Who holds which role where, and who stands in."""
    absences: tuple[Absence, ...] = ()
    """When people cannot come."""
    presences: tuple[Presence, ...] = ()
    """When people can come after all."""
    localities: tuple[Locality, ...] = ()
    """Towns and villages, for travel."""
    places: tuple[Place, ...] = ()
    """Where meetings can be held."""
    closures: tuple[Closure, ...] = ()
    """When places cannot be used."""
    travel: Travel = Travel()
    """Minutes from place to place."""
    public_holidays: PublicHolidays | None = None
    """Public holidays on which nothing is planned; `null` is none."""
    closed_days: tuple[ClosedDay, ...] = ()
    """Dates on which nothing is planned, beside public holidays."""
    limits: Limits = Limits()
    """Limits of every person who has none of their own."""
    forums: tuple[Forum, ...] = ()
    """Who meets: councils, steering groups, task groups."""
    series: tuple[Series, ...] = ()
    """Meetings of one kind, and what holds for all of them."""
    meetings: tuple[Meeting, ...] = ()
    """What is to be planned."""
    orders: tuple[Order, ...] = ()
    """Which meeting comes before which."""
    series_orders: tuple[SeriesOrder, ...] = ()
    """Which series has a meeting before each of another's."""
    day_relations: tuple[DayRelation, ...] = ()
    """Which meetings share a date, or do not."""
    stages: Annotated[tuple[Stage, ...], Field(max_length=50)] = ()
    """In which order series are planned, where they are not planned at once."""
    goals: Annotated[tuple[Id, ...], Field(max_length=100)] | None = None
    """Ids of the goals that count, the most important first; `null` is the default ranking."""

    @model_validator(mode="wrap")
    @classmethod
    def _every_fault_at_once(cls, data: Any, read: Callable[[Any], Self], info: ValidationInfo) -> Self:
        """Read the fields; then, whatever of them could be read, check what ties them together."""
        sizes = (info.context or {}).get("sizes", Sizes())
        try:
            term = read(data)
        except ValidationError as unreadable:
            rest = readable_rest(data, unreadable)
            try:
                more = rest.faults(read(rest.data), sizes) if rest else ()
            except ValidationError:
                more = ()
            lines = [*map(_as_given, unreadable.errors()), *(fault.details() for fault in more)]
            raise ValidationError.from_exception_data(cls.__name__, lines) from None
        faults = faults_of(term, sizes)
        if faults:
            raise ValidationError.from_exception_data(cls.__name__, [fault.details() for fault in faults])
        return term._with_uids()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced (unchecked); what was worked out from the old ones is forgotten."""
        copied = super().model_copy(update=update, deep=deep)
        for name, worked_out in vars(Term).items():
            if isinstance(worked_out, cached_property):
                copied.__dict__.pop(name, None)
        return copied

    def _with_uids(self) -> Self:
        """The term with a uid on each meeting: those left out are derived from the term's own."""
        if all(meeting.uid for meeting in self.meetings):
            return self
        minted = tuple(m if m.uid else m.model_copy(update={"uid": self._uid_for(m.id)}) for m in self.meetings)
        self.__dict__["meetings"] = minted  # in place: `Term(...)` cannot return another object than itself
        return self

    def _uid_for(self, meeting: str) -> UUID:
        return uuid5(self.uid, "meeting:" + meeting)

    @cached_property
    def resolved(self) -> dict[str, ResolvedMeeting]:
        """Every meeting of a known series by id, with what that says for it, in the document's order."""
        series = {one.id: one for one in self.series}
        shared = {one.id: shared_seats(one, self.forum) for one in self.series}
        found = {}
        for one in self.meetings:
            if own := series.get(one.series):
                forum = self.forum.get(own.forum or "")
                found[one.id] = resolve(one, own, forum, shared[own.id], self._uid_for(one.id))
        return found

    @cached_property
    def timetable_lines(self) -> dict[str, str | None]:
        """By id of each series, the line of the timetable for the public that its meetings stand in: that of its forum,
        or one of its own; ``None`` where they do not stand there."""
        return {one.id: self._timetable_line(one) for one in self.series}

    def _timetable_line(self, series: Series) -> str | None:
        forum = self.forum.get(series.forum or "")
        if not series.public and not (forum and forum.public):
            return None
        return forum.title if forum else series.title

    @cached_property
    def paired(self) -> dict[str, tuple[Order, ...]]:
        """For each order between series, by id, those between meetings that it means."""
        of = meetings_by_series(self)
        return {one.id: tuple(pairs(one, of.get(one.before, ()), of.get(one.after, ()))) for one in self.series_orders}

    @cached_property
    def in_sequence(self) -> dict[str, tuple[tuple[Order, bool], ...]]:
        """For each series that keeps its order, by id, the orders that this means; with whether of two neighbours."""
        of = meetings_by_series(self)
        return {one.id: tuple(sequence(one, of.get(one.id, ()))) for one in self.series if one.in_order}

    @cached_property
    def ordered(self) -> tuple[Order, ...]:
        """Every order between two meetings, those that follow from what is said of series included."""
        of_series = (order for orders in self.paired.values() for order in orders)
        in_sequence = (order for orders in self.in_sequence.values() for order, _ in orders)
        return (*self.orders, *of_series, *in_sequence)

    @cached_property
    def implied(self) -> frozenset[str]:
        """Ids of those that follow from the others where all meetings are placed."""
        return frozenset(order.id for orders in self.in_sequence.values() for order, next_to in orders if not next_to)

    @cached_property
    def appointed(self) -> dict[tuple[str, str], tuple[Appointment, ...]]:
        """The appointments to each (role, unit), in the document's order."""
        found: dict[tuple[str, str], list[Appointment]] = {}
        for one in self.appointments:
            found.setdefault((one.role, one.unit), []).append(one)
        return {post: tuple(appointments) for post, appointments in found.items()}

    @cached_property
    def person(self) -> dict[str, Person]:
        """Every person by id."""
        return {one.id: one for one in self.people}

    @cached_property
    def place(self) -> dict[str, Place]:
        """Every place by id."""
        return {one.id: one for one in self.places}

    @cached_property
    def forum(self) -> dict[str, Forum]:
        """Every forum by id."""
        return {one.id: one for one in self.forums}

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the document as it is stored, in hex: the same content has the same digest."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()


def _as_given(error: Any) -> Any:
    """An error that pydantic has reported, as one to report again."""
    kind = PydanticCustomError(error["type"], error["msg"], error.get("ctx"))
    return {"type": kind, "loc": error["loc"], "input": error["input"]}
