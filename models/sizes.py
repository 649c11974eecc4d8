"""How large a term may be: bounds that keep every run bounded. Each is a setting with this default."""

from dataclasses import dataclass, fields

__all__ = ["Sizes"]


@dataclass(frozen=True)
class Sizes:
    """The greatest number of each; pass another one as pydantic's ``context={"sizes": Sizes(...)}``."""

    organisations: int = 2_000
    units: int = 20_000
    places: int = 10_000
    roles: int = 2_000
    people: int = 50_000
    appointments: int = 100_000
    absences: int = 500_000
    absences_per_person: int = 5_000
    presences: int = 50_000
    closures: int = 50_000
    closed_days: int = 2_000
    legs: int = 200_000
    forums: int = 5_000
    series: int = 5_000
    meetings: int = 10_000
    seats_per_meeting: int = 500
    seats: int = 1_000_000
    """Seats of all meetings together, those that their series and forums give them included."""
    relations: int = 50_000
    term_days: int = 1_100
    starts: int = 2_000_000
    """Possible starts of all meetings together, before any rule has closed one."""

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of the bounds."""
        return tuple(field.name for field in fields(cls))
