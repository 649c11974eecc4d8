"""One seeded municipality's year: area meetings in spring, a meeting at each health centre in autumn, local groups.

The seats are those of Borås (`examples/borås_2026.json`): unit heads wanted at many centres, pools of licensed staff
and of care assessors, deputies, and seats on demand; its size decides how many people share the duties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.document import Document, Item, seat, window
from benchmarks.working_year import AUTUMN, SPRING, slices

__all__ = ["ROLES", "Municipality"]

ROLES = ("director", "chief", "authority-chief", "execution-chief", "school-chief", "unit-head", "execution-head")
ROLES += ("authority-head", "licensed", "assessor", "medical-adviser", "rehab-adviser", "centre-head", "nurse")
ON_DEMAND = (("authority-head", "disability"), ("unit-head", "labour"), ("unit-head", "family"))
ADVISERS = ("medical-adviser", "rehab-adviser")
ASKED_SHARE = 0.15
MONDAY_TO_THURSDAY = ("mon", "tue", "wed", "thu")
AFTERNOON, MORNING = ("13:00", "16:00"), ("09:00", "12:00")


@dataclass
class Municipality:
    """A municipality with so many health centres, put into a document; ids begin with its name.

    Attributes:
        region: id of the organisation that runs half of the centres.
        spot: where it lies on a map, in minutes by car.
    """

    document: Document
    name: str
    centres: int
    region: str
    spot: tuple[int, int]
    random: Random
    heads: list[str] = field(default_factory=list)
    """The chiefs of the health centres."""

    def __post_init__(self) -> None:
        self.document.add("organisations", self.id("city"))
        self.document.add("organisations", self.id("private"))
        self.document.add("areas", self.id("area"))
        self.document.add("localities", self.name)
        self.hall = self.document.add("places", self.id("hall"), locality=self.name, rooms=3)
        self._leaders()
        self._unit_heads()
        self._pools()
        self._health_centres()

    def id(self, *parts: object) -> str:
        """An id of this municipality."""
        return "-".join(map(str, (self.name, *parts)))

    def _unit(self, name: str, organisation: str | None = None, **values: object) -> str:
        owner = organisation or self.id("city")
        return self.document.add("units", self.id(name), organisation=owner, area=self.id("area"), **values)

    def _person(self, name: str, base: str | None = None) -> str:
        return self.document.person(self.id(name), base or self.hall)

    def _leaders(self) -> None:
        """The director, the chiefs below and the medical advisers; chiefs stand in for each other."""
        unit = self._unit("municipality", kind="municipality")
        self.director = self._person("director")
        chiefs = [self._person(role) for role in ("chief", "authority-chief", "execution-chief", "school-chief")]
        self.document.appoint("director", unit, self.director, chiefs[:2])
        for n, role in enumerate(("chief", "authority-chief", "execution-chief", "school-chief")):
            self.document.appoint(role, unit, chiefs[n], [chiefs[(n + 1) % 3], self._person(f"{role}-deputy")])
        for role in ADVISERS:
            self.document.appoint(role, unit, self._person(role), [self._person(f"{role}-deputy")])

    def _unit_heads(self) -> None:
        """Heads of municipal care and of home care, an area each, whose neighbours stand in; heads on demand."""
        self.care = self._areas("care", "unit-head", self.centres // 4)
        self.home = self._areas("home", "execution-head", self.centres // 3)
        self._unit("disability")
        for role, name in ON_DEMAND[1:]:
            self.document.appoint(role, self._unit(name), self._person(name), [self._person(f"{name}-deputy")])
        self.document.appoint("authority-head", self.id("disability"), self._person("authority"))

    def _areas(self, name: str, role: str, count: int) -> list[str]:
        units = [self._unit(f"{name}-{n}") for n in range(max(1, count))]
        people = [self._person(f"{name}-head-{n}") for n in range(max(3, count))]
        for n, unit in enumerate(units):
            self.document.appoint(role, unit, people[n], [people[(n + m) % len(people)] for m in (1, 2)])
        return units

    def _pools(self) -> None:
        """Duties that several share: licensed staff of an area, the assessors, the staff for disability."""
        for unit in self.care:
            self._pool("licensed", unit, 3)
        self._pool("assessor", self._unit("assessors"), max(3, self.centres * 3 // 5))
        for role in ("unit-head", "execution-head", "licensed"):
            self._pool(role, self.id("disability"), 2 + self.centres // 6)

    def _pool(self, role: str, unit: str, holders: int) -> None:
        people = [self.document.person(f"{unit}-{role}-{n}", self.hall) for n in range(holders + 1)]
        for person in people[:-1]:
            self.document.appoint(role, unit, person, people[-1:])

    def _health_centres(self) -> None:
        """Each centre with its chief, two nurses and a deputy of the chief's; half of them are private."""
        for n in range(self.centres):
            place = self.document.add("places", self.id(f"centre-{n}"), locality=self.name)
            owner = self.region if n % 2 == 0 else self.id("private")
            unit = self._unit(f"c{n}", owner, kind="health_centre", place=place)
            head, deputy = self._person(f"c{n}-head", place), self._person(f"c{n}-deputy", place)
            nurses = [self._person(f"c{n}-nurse-{m}", place) for m in range(2)]
            self.heads.append(head)
            self.document.appoint("centre-head", unit, head, [deputy, nurses[0]])
            for m, nurse in enumerate(nurses):
                self.document.appoint("nurse", unit, nurse, [deputy] if m else [])

    # -- meetings ---------------------------------------------------------------------------------------------

    def autumn(self) -> None:
        """One meeting at each centre, from Monday to Thursday in the afternoon."""
        dates = (("2026-09-01", "2026-10-22"), ("2026-11-02", "2026-11-24"))
        days = [window(*both, ("12:30", "17:00"), MONDAY_TO_THURSDAY) for both in dates]
        unit = self.id("disability")
        seats = [seat(role, unit) for role in ("unit-head", "execution-head", "licensed")]
        seats += [seat("assessor", self.id("assessors"))]
        demand = [seat(role, self.id(name), need="on_demand") for role, name in ON_DEMAND]
        demand += [seat(role, self.id("municipality"), need="on_demand") for role in ADVISERS]
        suits = [{"weekdays": MONDAY_TO_THURSDAY[1:]}, {"from_time": "13:00", "to_time": "15:30"}]
        series = self.document.series(
            self.id("autumn"),
            "Autumn meeting",
            duration_minutes=90,
            windows=days,
            seats=seats + demand,
            preferences=suits,
        )
        for n in range(self.centres):
            asked = [one["id"] for one in demand if self.random.random() < ASKED_SHARE]
            own = list(self._at_centre(n))
            place = [self.id(f"centre-{n}")]
            self.document.meeting(self.id("autumn", n), series, places=place, seats=own, asked=asked)

    def _at_centre(self, n: int) -> Iterator[Item]:
        yield seat("centre-head", self.id(f"c{n}"))
        yield seat("nurse", self.id(f"c{n}"))
        yield seat("unit-head", self.care[n % len(self.care)])
        yield seat("licensed", self.care[n % len(self.care)])
        yield seat("execution-head", self.home[n % len(self.home)])

    def spring(self, regional: Sequence[Item]) -> None:
        """One area meeting where there are several centres, two where there are ten or more."""
        count = (self.centres > 1) + (self.centres >= 10)
        if not count:
            return
        unit, priced = self.id("municipality"), {"deputy": "should", "vacancy": "priced"}
        chiefs = ("chief", "authority-chief", "execution-chief")
        seats = [seat(role, unit, **priced, groups=["municipality"]) for role in (*chiefs, *ADVISERS)]
        seats += [seat("unit-head", one, **priced, groups=["municipality"]) for one in self.care]
        days = window("2026-01-12", "2026-02-27", MORNING, (*MONDAY_TO_THURSDAY, "fri"))
        series = self.document.series(
            self.id("spring"),
            "Spring meeting",
            duration_minutes=120,
            windows=[days],
            places=[self.hall],
            seats=[*seats, *regional],
        )
        for n in range(count):
            own = range(n, self.centres, count)
            heads = [seat("centre-head", self.id(f"c{m}"), **priced, groups=["centres"]) for m in own]
            least = [("centres", len(own) // 2 + 1 if len(own) > 1 else 1), ("municipality", 2)]
            attendance = [{"group": group, "least": number} for group, number in least]
            self.document.meeting(self.id("spring", n), series, seats=heads, attendance=attendance)

    def management(self, specialists: Sequence[Item]) -> None:
        """The local management group four times: the municipality, its primary care, and specialist care."""
        unit, priced = self.id("municipality"), {"vacancy": "priced"}
        seats = [seat("director", unit, deputy="should")]
        seats += [seat(role, unit, **priced) for role in ("chief", "execution-chief", "school-chief")]
        seats += [seat("centre-head", self.id(f"c{n}"), **priced, groups=["primary"]) for n in range(self.centres)[:3]]
        sides = [{"group": group, "least": 1} for group in ("primary", "specialist")]
        duty = {"unit": unit, "role": "director"}
        title, name = "Local management group", self.id("management")
        members = [*seats, *specialists]
        self.document.forum(
            name,
            title,
            members,
            area=self.id("area"),
            representation=sides,
            chair=duty,
            convener=duty,
        )
        common = {"duration_minutes": 120, "places": [self.hall], "spacing_days": 30}
        series = self.document.series(name, title, forum=name, **common)
        hours = self.random.choice((MORNING, AFTERNOON))
        for n, (first, last) in enumerate(_quarters()):
            days = window(first, last, hours, (*MONDAY_TO_THURSDAY, "fri"))
            self.document.meeting(self.id("management", n), series, windows=[days])

    def working_groups(self) -> None:
        """One or two local working groups that meet four times in half a year."""
        for group in range(1 + (self.centres > 1)):
            first, last = self.random.choice((SPRING, AUTUMN))
            own = self.random.randrange(self.centres)
            home, city = self.home[group % len(self.home)], {"vacancy": "priced", "groups": ["municipality"]}
            seats = [seat("execution-head", home, **city), seat("assessor", self.id("assessors"), **city)]
            seats += [seat("licensed", self.care[0], **city), seat("nurse", self.id(f"c{own}"))]
            series = self.document.series(
                self.id("group", group),
                "Local working group",
                duration_minutes=90,
                places=[self.hall],
                spacing_days=14,
                seats=seats,
                attendance=[{"group": "municipality", "least": 2}],
            )
            hours = self.random.choice((MORNING, AFTERNOON))
            for n, days in enumerate(slices(first, last, 4, most_days=18)):
                when = window(*days, hours, (*MONDAY_TO_THURSDAY, "fri"))
                self.document.meeting(self.id("group", group, n), series, windows=[when])


def _quarters() -> list[tuple[date, date]]:
    return [*slices(*SPRING, 2, most_days=28), *slices(*AUTUMN, 2, most_days=28)]
