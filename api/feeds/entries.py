"""Out of a term and its plan: what calendars are told of every meeting that is placed."""

from collections.abc import Iterator
from datetime import timedelta

from api.feeds.entry import Entry, EntryDuty, EntryPerson, EntrySeat
from models import Duty, Placement, Plan, ResolvedMeeting, Seat, Sitting, Term

__all__ = ["TermNames", "entries"]


def entries(term: Term, plan: Plan) -> Iterator[Entry]:
    """An entry for each placed meeting of the plan, which must answer the term.

    Raises:
        KeyError: the plan names something that the term does not know.
    """
    names = TermNames(term)
    return (names.entry(term.resolved[placement.meeting], placement) for placement in plan.placements)


class TermNames:
    """A term's names by id."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self.roles = {role.id: role.name for role in term.roles}
        self.units = {unit.id: unit.name for unit in term.units}
        self.holders = {one.id: one.holder for one in term.appointments}

    def entry(self, meeting: ResolvedMeeting, placement: Placement) -> Entry:
        """What is told of a meeting that is placed."""
        place = self.term.place[placement.place] if placement.place else None
        days = meeting.agenda_deadline_days
        return Entry(
            uid=meeting.uid,
            series=meeting.series,
            title=meeting.title,
            time_zone=self.term.time_zone,
            start=placement.start,
            end=placement.end,
            place=place and place.name,
            address=place and place.address,
            latitude=place and place.latitude,
            longitude=place and place.longitude,
            seats=tuple(self._seat(seat, placement) for seat in meeting.wanted_seats),
            convener=self.duty(meeting.convener),
            chair=self.duty(meeting.chair),
            agenda_holder=self.duty(meeting.agenda_holder),
            agenda_by=None if days is None else placement.start.date() - timedelta(days=days),
            timetable_line=self.term.timetable_lines[meeting.series],
        )

    def _seat(self, seat: Seat, placement: Placement) -> EntrySeat:
        return EntrySeat(
            role=self.roles[seat.role],
            unit=seat.unit,
            unit_name=self.units[seat.unit],
            on_demand=seat.need == "on_demand",
            people=tuple(self._person(one) for one in placement.sittings if one.seat == seat.id),
            missing=sum(one.missing for one in placement.vacancies if one.seat == seat.id),
        )

    def _person(self, sitting: Sitting) -> EntryPerson:
        holder = self.holders[sitting.appointment] if sitting.deputy_rank else None
        return EntryPerson(
            id=sitting.person,
            name=self.term.person[sitting.person].name,
            deputy=sitting.deputy_rank > 0,
            holder=self.term.person[holder].name if holder else None,
        )

    def duty(self, duty: Duty | None) -> EntryDuty | None:
        """Who answers for something, by name."""
        if duty is None:
            return None
        role = self.roles[duty.role] if duty.role else None
        return EntryDuty(unit=duty.unit, unit_name=self.units[duty.unit], role=role)
