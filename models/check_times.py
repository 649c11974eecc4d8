"""Times that exist, and ends that come after starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from models.faults import Fault, nearest
from models.references import Known

if TYPE_CHECKING:
    from models.calendar import WeeklyHours
    from models.people import Absence
    from models.places import Closure
    from models.term import Term

__all__ = ["clock_changes", "exists", "happens_twice", "spans", "time_zone"]

Place = tuple[str | int, ...]


def exists(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks of the zone ever show that local time."""
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == moment


def happens_twice(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks of the zone show that local time twice."""
    first, second = (moment.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return exists(moment, zone) and first.utcoffset() != second.utcoffset()


def time_zone(term: Term, known: Known) -> Iterator[Fault]:
    """The time zone is one of the tz database."""
    if not _zone(term):
        hint = nearest(term.time_zone, sorted(available_timezones()))
        yield Fault("unknown_time_zone", ("time_zone",), {"zone": term.time_zone, "nearest": hint})


def _zone(term: Term) -> ZoneInfo | None:
    return ZoneInfo(term.time_zone) if term.time_zone in available_timezones() else None


def spans(term: Term, known: Known) -> Iterator[Fault]:
    """Whatever has two ends has them in order; whatever is absent or closed says when."""
    yield from _in_order(term.first_day, term.last_day, ("last_day",))
    for n, closed in enumerate(term.closed_days):
        yield from _in_order(closed.first_day, closed.last_day, ("closed_days", n, "last_day"))
    for n, one in enumerate(term.appointments):
        yield from _in_order(one.first_day, one.last_day, ("appointments", n, "last_day"))
    for n, absence in enumerate(term.absences):
        yield from _when(absence, ("absences", n))
    for n, closure in enumerate(term.closures):
        yield from _when(closure, ("closures", n))
    for n, place in enumerate(term.places):
        for h, hours in enumerate(place.hours):
            yield from _hours(hours, ("places", n, "hours", h))
    yield from _spans_of_changes(term)


def _spans_of_changes(term: Term) -> Iterator[Fault]:
    """The same of what has happened since the term was planned."""
    for n, presence in enumerate(term.presences):
        if presence.start >= presence.end:
            yield Fault("ends_before_start", ("presences", n, "end"), _texts(presence.start, presence.end))
    for n, meeting in enumerate(term.meetings):
        for c, off in enumerate(meeting.called_off):
            yield from _in_order(off.first_day, off.last_day, ("meetings", n, "called_off", c, "last_day"))


def _when(one: Absence | Closure, place: Place) -> Iterator[Fault]:
    single = one.start is not None and one.end is not None
    if single == (one.weekly is not None) or (one.start is None) != (one.end is None):
        yield Fault("when_needed", place)
    elif one.weekly:
        yield from _hours(one.weekly, (*place, "weekly"))
        yield from _in_order(one.weekly.first_day, one.weekly.last_day, (*place, "weekly", "last_day"))
    elif one.start is not None and one.end is not None and one.start >= one.end:
        yield Fault("ends_before_start", (*place, "end"), _texts(one.start, one.end))


def _hours(hours: WeeklyHours, place: Place) -> Iterator[Fault]:
    if hours.from_time >= hours.to_time:
        yield Fault("ends_before_start", (*place, "to_time"), _texts(hours.from_time, hours.to_time))


def _in_order(first: date | None, last: date | None, place: Place) -> Iterator[Fault]:
    if first is not None and last is not None and first > last:
        yield Fault("ends_before_start", place, _texts(first, last))


def _texts(first: date | datetime | time, last: date | datetime | time) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}


def clock_changes(term: Term, known: Known) -> Iterator[Fault]:
    """Every time that is given exists; a lock's, from which a calendar is made, just once."""
    zone = _zone(term)
    if zone is None:
        return
    changes = dict[date, bool]()  # by date: most moments lie on days without a change, and there may be very many
    for place, moment in _moments(term):
        day = moment.date()
        if day not in changes:
            changes[day] = _changes_on(day, zone)
        if changes[day] and not exists(moment, zone):
            yield Fault("time_does_not_exist", place, {"time": moment.isoformat(), "zone": zone.key})
    for n, meeting in enumerate(term.meetings):
        if meeting.lock and happens_twice(meeting.lock.start, zone):
            params = {"time": meeting.lock.start.isoformat(), "zone": zone.key}
            yield Fault("time_happens_twice", ("meetings", n, "lock", "start"), params)


def _changes_on(day: date, zone: ZoneInfo) -> bool:
    """Whether the zone's offset differs between the day before and the day after."""
    noon = datetime.combine(day, time(12), zone)
    return (noon - timedelta(days=1)).utcoffset() != (noon + timedelta(days=1)).utcoffset()


def _moments(term: Term) -> Iterator[tuple[Place, datetime]]:
    if term.as_of:
        yield ("as_of",), term.as_of
    for name in ("absences", "presences", "closures"):
        for n, one in enumerate(getattr(term, name)):
            yield from (((name, n, key), moment) for key in ("start", "end") if (moment := getattr(one, key)))
    for n, meeting in enumerate(term.meetings):
        if meeting.lock:
            yield ("meetings", n, "lock", "start"), meeting.lock.start
