"""A town with names, so that an id in a sentence is seen."""

from api.telling import Names
from models import Role, Term, Unit
from tests.build import away, away_weekly, closure, different_days, holds, meeting, order, person, place, seat, series
from tests.build import term as made

__all__ = ["AFTER", "BEFORE", "NAMES", "before"]

BEFORE: Term = made(
    person("p1", name="Eva Alm"),
    person("p2", name="Frans Ek"),
    person("p3", name="Gun Dal"),
    place("l1", name="Närhälsan Boda"),
    place("l2", name="Stadshuset"),
    Role(id="r1", name="Enhetschef"),
    Role(id="r2", name="MAS"),
    Unit(id="u1", name="Hemtjänst 3", organisation="org"),
    holds("p1", "r1", "u1", id="a1", deputies=["p2"]),
    holds("p3", "r2", "u1", id="a2"),
    series("s1", seat("c1", "r1", "u1", groups=("kommunen",)), title="Närvårdsmöte höst"),
    meeting("m1", series="s1", title="Närvårdsmöte höst, Boda", places=("l1",)),
    meeting("m2", seat("c2", "r2", "u1"), series="s1", title="Närvårdsmöte höst, Sjöbo", places=("l2",)),
    meeting("m3", series="s1", title="Närvårdsmöte höst, Heimdal"),
    order("m1", "m2", at_least_days=3),
    different_days("m1", "m3"),
    away("p1", "tue 13:00", "tue 15:00"),
    away_weekly("p2", "tue thu", "13:00-15:00", every_weeks=2),
    closure("l1", "mon 00:00", "wed 00:00"),
    title="Höstens möten",
)
AFTER: Term = BEFORE.model_copy(
    update={
        "meetings": tuple(one for one in BEFORE.meetings if one.id != "m3"),
        "people": (*(one for one in BEFORE.people if one.id != "p3"), person("p4", name="Hans Åberg")),
    }
)
"""Without m3 and p3, with p4."""
NAMES = Names(BEFORE, AFTER)


def before() -> Names:
    """The names of the town before, alone."""
    return Names(None, BEFORE)
