"""Who there is: organisations and their units, roles, people, who holds which role, and when they cannot come."""

from datetime import date
from typing import Annotated

from pydantic import Field

from models.base import Day, Id, LocalDateTime, Marked, Text
from models.calendar import Weekly

__all__ = ["Absence", "Appointment", "Limits", "Organisation", "Person", "Presence", "Role", "Unit"]

Count = Annotated[int, Field(ge=0, le=1000)]


class Limits(Marked):
    """How many meetings one person can be asked to attend; ``null`` is no limit."""

    meetings_per_day: Count | None = None
    """At most so many meetings on one date."""
    meetings_per_week: Count | None = None
    """At most so many meetings in one ISO week (Monday to Sunday)."""
    meetings_per_term: Count | None = None
    """At most so many meetings in the whole term."""

    def over(self, fallback: "Limits") -> "Limits":
        """These limits, with the fallback's wherever these say nothing."""
        own = {name: value for name in _LIMITS if (value := getattr(self, name)) is not None}
        return fallback.model_copy(update=own)


_LIMITS = ("meetings_per_day", "meetings_per_week", "meetings_per_term")


class Organisation(Marked):
    """A principal: a municipality, a region, a private care provider."""

    id: Id
    name: Text


class Unit(Marked):
    """A part of an organisation: a department, a health centre, a clinic."""

    id: Id
    name: Text
    organisation: Id
    """Id of the organisation that it belongs to."""
    kind: Id = "unit"
    """What sort of unit it is, as the workspace names its sorts (`health_centre`, `department`, ...)."""
    place: Id | None = None
    """Id of the place where the unit is."""
    area: Id | None = None
    """Id of the area (närvårdsområde) that it belongs to."""
    district: Id | None = None
    """Id of the district of that area."""
    phone: Text | None = None
    """The unit's one way in, for the phone list."""


class Role(Marked):
    """What somebody is: a head of unit, a nurse, a politician."""

    id: Id
    name: Text


class Person(Marked):
    """Somebody who can be asked to a meeting: a named person or a role holder not named."""

    id: Id
    name: Text
    base: Id | None = None
    """Id of the place that the person travels from; without it their travel to a meeting is not counted."""
    limits: Limits = Limits()
    """Own limits; those left `null` come from the term's."""
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$")] | None = None
    """Where late changes are sent."""
    phone: Text | None = None
    """Telephone number, for the phone list."""


class Appointment(Marked):
    """Who holds a role in a unit, and who stands in, in order."""

    id: Id
    role: Id
    """Id of the role."""
    unit: Id
    """Id of the unit."""
    holder: Id | None
    """Id of the person who holds the role; `null` while the post is vacant."""
    deputies: tuple[Id, ...] = ()
    """Ids of the people who stand in for the holder, the first asked first."""
    first_day: Day | None = None
    """The first date on which the appointment counts; `null` is always."""
    last_day: Day | None = None
    """The last date on which the appointment counts; `null` is for ever."""

    def holds_on(self, day: date) -> bool:
        """Whether the appointment counts on that date."""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)


class Absence(Marked):
    """When a person cannot come: from `start` to `end`, or week after week."""

    id: Id
    person: Id
    """Id of the person."""
    start: LocalDateTime | None = None
    """The first minute of a single absence."""
    end: LocalDateTime | None = None
    """The first minute after a single absence."""
    weekly: Weekly | None = None
    """A recurring absence; given instead of `start` and `end`."""
    reason: Text | None = None
    """Why, for the coordinator; never published."""


class Presence(Marked):
    """When a person can come after all: a meeting that lies within it meets none of their absences."""

    id: Id
    person: Id
    """Id of the person."""
    start: LocalDateTime
    """The first minute at which the person can come."""
    end: LocalDateTime
    """The first minute after."""
