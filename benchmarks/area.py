"""One seeded area's autumn, as lists of a term document: 17 health centres and the municipality they meet.

The shape is that of the autumn meetings in Borås: at each centre its head and its nurse, unit heads of two
departments that are wanted at many centres, pools of nurses and assessors with deputies, and seats on demand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.busy import absences

__all__ = ["FIRST_DAY", "LAST_DAY", "AUTUMN_BREAK", "Area", "afternoons"]

FIRST_DAY, LAST_DAY = date(2026, 9, 1), date(2026, 11, 30)
AUTUMN_BREAK = (date(2026, 10, 26), date(2026, 10, 30))
CENTRES = 17
POOLS = (("home-care", "nurse", 5), ("disability", "nurse", 2), ("elder-care", "assessor", 5))
"""Unit, role, and how many holders share the duty; one more person is deputy of them all."""
Item = dict[str, Any]


def afternoons() -> list[date]:
    """Mondays to Thursdays of the autumn, outside its break (none of them is a public holiday in Sweden)."""
    days = (FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1))
    return [day for day in days if day.weekday() < 4 and not AUTUMN_BREAK[0] <= day <= AUTUMN_BREAK[1]]


@dataclass
class Area:
    """The lists of a term document that one area fills; its ids all begin with `name`.

    Attributes:
        name: what its ids begin with.
        busy: share of the afternoons that each person is busy, from 0 to 1.
        seed: the same seed makes the same area.
    """

    name: str
    busy: float
    seed: int
    lists: dict[str, list[Item]] = field(default_factory=dict)
    legs: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self._add("areas", self.id("area"))
        self._add("organisations", self.id("municipality"))
        self._add("organisations", self.id("care"))
        for role in ("head", "nurse", "assessor", "adviser"):
            self._add("roles", self.id(role))
        self._geography()
        self._centres()
        self._municipality()
        self._on_demand()
        for person in self.lists["people"]:
            self.lists.setdefault("absences", []).extend(absences(person["id"], self.busy, afternoons(), self.random))
        self._meetings()

    def id(self, *parts: object) -> str:
        """An id of this area."""
        return "-".join(map(str, (self.name, *parts)))

    def _add(self, into: str, name: str, **values: Any) -> str:
        self.lists.setdefault(into, []).append({"id": name, "name": name, **values})
        return name

    def _geography(self) -> None:
        """Eight localities on a map, half an hour across; the 17 centres lie in them, the offices in the first."""
        spots = [(0, 0), *((self.random.randint(-15, 15), self.random.randint(-15, 15)) for _ in range(7))]
        for n in range(len(spots)):
            self._add("localities", self.id("locality", n))
        for n, (x, y) in enumerate(spots):
            for m, (u, v) in enumerate(spots[:n]):
                minutes = max(10, 5 * round((abs(x - u) + abs(y - v)) / 5))
                self.legs.append({"between": [self.id("locality", m), self.id("locality", n)], "minutes": minutes})
        for n in range(CENTRES):
            where = 0 if n < 6 else 1 + n % 7
            self._add("places", self.id("centre", n), locality=self.id("locality", where))
        for n in range(3):
            self._add("places", self.id("office", n), locality=self.id("locality", n))

    def _person(self, name: str, base: str) -> str:
        return self._add("people", self.id(name), base=self.id(base))

    def _appoint(self, role: str, unit: str, holder: str, deputies: Sequence[str] = ()) -> None:
        appointed = {"role": self.id(role), "unit": self.id(unit), "holder": holder, "deputies": list(deputies)}
        known = self.lists.setdefault("appointments", [])
        known.append({"id": self.id("appointment", len(known)), **appointed})

    def _unit(self, name: str, organisation: str = "municipality", **values: Any) -> None:
        values = {"organisation": self.id(organisation), "area": self.id("area"), **values}
        self._add("units", self.id(name), **values)

    def _centres(self) -> None:
        """Each centre's head and nurse; the deputies are those of the next centre."""
        heads = [self._person(f"centre-head-{n}", f"centre-{n}") for n in range(CENTRES)]
        nurses = [self._person(f"centre-nurse-{n}", f"centre-{n}") for n in range(CENTRES)]
        for n in range(CENTRES):
            self._unit(f"centre-{n}", "care", kind="health_centre", place=self.id("centre", n))
            self._appoint("head", f"centre-{n}", heads[n], [heads[(n + 1) % CENTRES]])
            self._appoint("nurse", f"centre-{n}", nurses[n], [nurses[(n + 1) % CENTRES]])

    def _municipality(self) -> None:
        """Unit heads who each serve several centres, and pools of nurses and assessors."""
        for unit, heads in (("home-care", 5), ("elder-care", 4), ("disability", 2), ("support", 2)):
            people = [self._person(f"{unit}-head-{n}", f"office-{n % 3}") for n in range(heads)]
            for n, person in enumerate(people):
                self._unit(f"{unit}-{n}")
                self._appoint("head", f"{unit}-{n}", person, [people[(n + 1) % heads]])
        for unit, role, holders in (
            ("home-care", "nurse", 5),
            ("disability", "nurse", 2),
            ("elder-care", "assessor", 5),
        ):
            self._unit(f"{unit}-{role}-pool")
            people = [self._person(f"{unit}-{role}-{n}", f"office-{n % 3}") for n in range(holders + 1)]
            for person in people[:-1]:
                self._appoint(role, f"{unit}-{role}-pool", person, people[-1:])

    def _on_demand(self) -> None:
        """Those who come where they are asked for; some of them have a deputy."""
        for unit, role in (("authority", "head"), ("labour", "head"), ("family", "head"), ("medicine", "adviser")):
            self._unit(unit)
            deputies = [self._person(f"{unit}-deputy", "office-0")] if unit in ("authority", "medicine") else []
            self._appoint(role, unit, self._person(unit, "office-0"), deputies)

    def _meetings(self) -> None:
        hours = {"weekdays": ["mon", "tue", "wed", "thu"], "from_time": "12:30", "to_time": "17:00"}
        series = {"id": self.id("autumn"), "title": "Autumn meetings", "duration_minutes": 90}
        series["windows"] = [{"first_day": FIRST_DAY.isoformat(), "last_day": LAST_DAY.isoformat(), **hours}]
        series["preferences"] = [{"weekdays": ["tue", "wed", "thu"]}, {"from_time": "13:00", "to_time": "16:00"}]
        series["seats"] = list(self._shared_seats())
        self.lists["series"] = [series]
        self.lists["meetings"] = [self._meeting(n) for n in range(CENTRES)]

    def _shared_seats(self) -> Iterator[Item]:
        yield self._seat("nurse", "home-care-nurse-pool")
        yield self._seat("nurse", "disability-nurse-pool", vacancy="priced")
        yield self._seat("assessor", "elder-care-assessor-pool")
        for unit, role in (("authority", "head"), ("labour", "head"), ("family", "head"), ("medicine", "adviser")):
            yield self._seat(role, unit, need="on_demand")

    def _meeting(self, n: int) -> Item:
        own = [self._seat("head", f"centre-{n}"), self._seat("nurse", f"centre-{n}")]
        own += [self._seat("head", f"{unit}-{n % heads}") for unit, heads in (("home-care", 5), ("elder-care", 4))]
        own += [self._seat("head", f"{unit}-{n % 2}", vacancy="priced") for unit in ("disability", "support")]
        asked = [unit for unit in ("authority", "labour", "family", "medicine") if self.random.random() < 0.3]
        found: Item = {"id": self.id("meeting", n), "series": self.id("autumn"), "places": [self.id("centre", n)]}
        return {**found, "seats": own, "asked": asked}

    def _seat(self, role: str, unit: str, **values: Any) -> Item:
        name = unit if values.get("need") == "on_demand" else f"{unit}-{role}"
        return {"id": name, "role": self.id(role), "unit": self.id(unit), **values}
