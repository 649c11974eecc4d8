"""Where: places with rooms and opening hours, and the minutes it takes to get from one to another."""

from typing import Annotated

from pydantic import Field

from models.base import Id, LocalDateTime, Marked, Minutes, Text
from models.calendar import Weekly, WeeklyHours

__all__ = ["Area", "Closure", "District", "Leg", "Locality", "Place", "Travel"]


class Area(Marked):
    """A local care area (närvårdsområde): one municipality."""

    id: Id
    name: Text


class District(Marked):
    """A part of an area whose units meet together."""

    id: Id
    name: Text
    area: Id
    """Id of the area that it is a part of."""


class Locality(Marked):
    """A town, a village or a part of one: travel is given between localities."""

    id: Id
    name: Text


class Place(Marked):
    """An address where people can meet."""

    id: Id
    name: Text
    address: Text | None = None
    """Street address, as a calendar should show it."""
    locality: Id | None = None
    """Id of the locality that it lies in."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north (WGS 84)."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east (WGS 84)."""
    rooms: Annotated[int, Field(ge=1, le=1000)] = 1
    """How many meetings fit at once."""
    capacity: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """How many people fit in a room; `null` is no limit."""
    hours: tuple[WeeklyHours, ...] = ()
    """When it is open; empty is always."""


class Closure(Marked):
    """When a place cannot be used: from `start` to `end`, or week after week."""

    id: Id
    place: Id
    """Id of the place."""
    start: LocalDateTime | None = None
    """The first minute of a single closure."""
    end: LocalDateTime | None = None
    """The first minute after a single closure."""
    weekly: Weekly | None = None
    """A recurring closure; given instead of `start` and `end`."""
    reason: Text | None = None
    """Why, for the coordinator."""


class Leg(Marked):
    """How long it takes from one place or locality to another, and back."""

    between: tuple[Id, Id]
    """Two ids, each of a place or a locality."""
    minutes: Minutes
    """Door to door."""
    one_way: bool = False
    """True where the minutes hold only from the first to the second."""


class Travel(Marked):
    """Travel minutes between any two places.

    The first that is known counts: the leg between the two places, from the first place to the
    other's locality, from the first's locality to the other place, between their localities; then
    `within_locality_minutes` where both lie in one locality, else `default_minutes`. From a place
    to itself it is 0.
    """

    legs: tuple[Leg, ...] = ()
    """How long it takes between places and localities; unless `one_way`, the same both ways."""
    within_locality_minutes: Minutes = 0
    """Minutes between two places of one locality."""
    default_minutes: Minutes = 0
    """Minutes between places that no leg joins."""
