"""One part of a region (delregion): some eight municipalities and the forums in which they meet the region's care.

Politicians meet four times a year, their presidium before each time; the steering group seven times, its committee
(AU) before each; task groups; one conference. The hospital, habilitation and primary care serve all municipalities
of the part; habilitation, dental care and the region's boards serve several parts, so that a whole country is tied.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.document import Document, Item, seat, window
from benchmarks.municipality import AFTERNOON, MORNING, Municipality
from benchmarks.working_year import AUTUMN, SPRING, slices

__all__ = ["BOARDS", "ROLES", "RegionPart", "Shared"]

ROLES = ("politician", "board-member", "manager", "clinic-head", "primary-care-chief", "rehab-chief", "representative")
ROLES += ("coordinator", "party-chair", "party-vice-chair", "group-chair", "group-vice-chair", "member")
BOARDS = ("health", "ordered-care", "primary-care", "habilitation", "dental")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
OFFICE_HOURS = ("09:00", "15:00")
PRICED = {"vacancy": "priced"}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Shared:
    """Units that serve several parts: those of the region, and those that two neighbouring parts share.

    Attributes:
        region: id of the region.
        boards: the units of its boards, in the order of ``BOARDS``.
        head_office: the unit of its head office.
        habilitation: the unit of habilitation that this part uses.
        dental: the unit of dental care that this part uses.
    """

    region: str
    boards: tuple[str, ...]
    head_office: str
    habilitation: str
    dental: str


@dataclass
class RegionPart:
    """The forums of a part, put into a document; ids begin with its name."""

    document: Document
    name: str
    municipalities: Sequence[Municipality]
    shared: Shared
    random: Random

    def __post_init__(self) -> None:
        self.hall = self.municipalities[0].hall
        self._politicians()
        self._care()
        self._offices()
        self._steering_members()
        self._meetings()

    def id(self, *parts: object) -> str:
        """An id of this part."""
        return "-".join(map(str, (self.name, *parts)))

    def _unit(self, name: str, kind: str = "unit") -> str:
        return self.document.add("units", self.id(name), organisation=self.shared.region, kind=kind)

    def _person(self, name: str) -> str:
        return self.document.person(self.id(name), self.hall, meetings_per_day=2)

    # -- people -----------------------------------------------------------------------------------------------

    def _politicians(self) -> None:
        """One politician and a deputy from each municipality; the first chairs with the region's as vice chair."""
        self.party, self.hospital_board = self._unit("politicians"), self._unit("hospital-board")
        people = [self._person(f"politician-{n}") for n in range(len(self.municipalities))]
        for n, person in enumerate(people):
            unit = self._unit(f"politicians-{n}")
            self.document.appoint("politician", unit, person, [self._person(f"politician-{n}-deputy")])
        members = [self._person(f"hospital-board-{n}") for n in range(2)]
        for member in members:
            self.document.appoint("board-member", self.hospital_board, member)
        self.document.appoint("party-chair", self.party, people[0])
        self.document.appoint("party-vice-chair", self.party, members[0])

    def _care(self) -> None:
        """The hospital with its clinic heads, and the region's primary care and rehab, all with deputies."""
        self.hospital, self.primary, self.rehab = (self._unit(name) for name in ("hospital", "primary", "rehab"))
        heads = [self._person(f"clinic-head-{n}") for n in range(max(3, len(self.municipalities) // 2 + 1))]
        self.document.appoint("manager", self.hospital, self._person("hospital-manager"), heads[:2])
        for n in range(len(self.municipalities)):
            unit = self._unit(f"clinic-{n}")
            deputies = [heads[(n + m) % len(heads)] for m in (1, 2)]
            self.document.appoint("clinic-head", unit, heads[n % len(heads)], deputies)
        for role, unit in (("primary-care-chief", self.primary), ("rehab-chief", self.rehab)):
            self.document.appoint(role, unit, self._person(role), [self._person(f"{role}-deputy")])

    def _offices(self) -> None:
        """The coordinating office, whose coordinators share its duties, and the municipalities' federation."""
        self.office, self.federation = self._unit("office"), self._unit("federation")
        for n in range(3):
            self.document.appoint("coordinator", self.office, self._person(f"coordinator-{n}"))
        self.document.appoint("representative", self.federation, self._person("federation"), [self._person("adviser")])

    def _steering_members(self) -> None:
        """Chiefs of health centres who speak for private centres and private rehab, and those who chair."""
        self.private, self.steering = self._unit("private-care"), self._unit("steering")
        heads = [head for one in self.municipalities for head in one.heads]
        first, second = heads[1 % len(heads)], heads[-1]
        self.document.appoint("representative", self.private, first, [second])
        rehab = [self._person("private-rehab"), self._person("private-rehab-deputy")]
        self.document.appoint("member", self.private, rehab[0], rehab[1:])
        last = self.municipalities[-1]
        self.document.appoint("group-chair", self.steering, last.director)
        self.document.appoint("group-vice-chair", self.steering, self.id("hospital-manager"))

    # -- meetings ---------------------------------------------------------------------------------------------

    def _meetings(self) -> None:
        self._municipal()
        party, steering = self._party(), self._steering()
        self.document.joint_day(self.id("joint"), [party[1], steering[2]])
        self._conference()
        for n in range(self.random.randint(3, 5) if len(self.municipalities) >= 4 else 1):
            self._task_group(n)

    def _municipal(self) -> None:
        """What each municipality has of its own, with those of the region who come there."""
        should = {"deputy": "should", **PRICED}
        regional = [seat("primary-care-chief", self.primary, **should), seat("rehab-chief", self.rehab, **should)]
        for n, one in enumerate(self.municipalities):
            one.autumn()
            one.spring(regional)
            specialist = seat("clinic-head", self.id(f"clinic-{n}"), **PRICED, groups=["specialist"])
            others = seat("manager", self.shared.habilitation, **PRICED, groups=["specialist"])
            one.management([specialist, others])
            one.working_groups()

    def _series(self, name: str, title: str, hours: int, seats: Sequence[Item], **values: Any) -> str:
        secretary = seat("coordinator", self.office)
        return self.document.series(
            self.id(name),
            title,
            duration_minutes=hours,
            places=[self.hall],
            seats=[secretary, *seats],
            convener={"unit": self.office},
            **values,
        )

    def _party_seats(self) -> list[Item]:
        """The politicians of both sides; of each board some one comes."""
        count = len(self.municipalities)
        seats = [seat("politician", self.id(f"politicians-{n}"), **PRICED, groups=["city"]) for n in range(count)]
        boards = (*self.shared.boards, self.hospital_board)
        return seats + [seat("board-member", board, **PRICED, groups=["region"]) for board in boards]

    def _party(self) -> list[str]:
        """The political council four times, and its presidium one to three weeks before each."""
        least = [("city", (len(self.municipalities) + 1) // 2), ("region", 3)]
        attendance = [{"group": group, "least": number} for group, number in least]
        speaker = seat("group-chair", self.steering, need="on_demand")
        seats = [*self._party_seats(), speaker]
        council = self._series("dps", "DPS", 150, seats, spacing_days=50, attendance=attendance)
        chairs = [seat("party-chair", self.party), seat("party-vice-chair", self.party)]
        presidium = self._series("presidium", "Presidium", 60, chairs)
        spans = [*slices(*SPRING, 2, most_days=50), *slices(*AUTUMN, 2, most_days=50)]
        found = []
        for n, (first, last) in enumerate(_later(spans)):
            asked = [speaker["id"]] if n % 2 else []
            when = [window(first, last, MORNING, WEEKDAYS)]
            found.append(self.document.meeting(self.id("dps", n), council, windows=when, asked=asked))
            self._before(self.id("presidium", n), presidium, found[-1], (first, last), days=(7, 21), hours=OFFICE_HOURS)
        return found

    def _before(
        self,
        name: str,
        series: str,
        after: str,
        span: tuple[date, date],
        days: tuple[int, int],
        hours: tuple[str, str],
    ) -> None:
        """A meeting that prepares another, a number of days before it."""
        first, last = span[0] - days[1] * DAY, span[1] - days[0] * DAY
        self.document.meeting(name, series, windows=[window(first, last, hours, WEEKDAYS)])
        self.document.order(name, after, *days)

    def _steering_seats(self) -> list[Item]:
        """Everyone with a vote, those co-opted, and those without a vote."""
        cities = [
            seat("director", one.id("municipality"), deputy="should", **PRICED, groups=["city"])
            for one in self.municipalities
        ]
        hospital = seat("manager", self.hospital, deputy="should", **PRICED, groups=["region"])
        primary = [("primary-care-chief", self.primary), ("representative", self.private), ("member", self.private)]
        voting = [("manager", self.shared.habilitation), ("rehab-chief", self.rehab), *primary]
        others = [("representative", self.shared.dental), ("representative", self.federation)]
        others += [("representative", self.shared.head_office)]
        region = [seat(role, unit, **PRICED, groups=["region"]) for role, unit in voting]
        return [*cities, hospital, *region, *(seat(role, unit, **PRICED) for role, unit in others)]

    def _steering(self) -> list[str]:
        """The steering group seven times, and its committee one or two weeks before each."""
        least = [("city", (len(self.municipalities) + 1) // 2), ("region", 3)]
        attendance = [{"group": group, "least": number} for group, number in least]
        group = self._series(
            "steering", "Steering group", 150, self._steering_seats(), spacing_days=25, attendance=attendance
        )
        chairs = [
            seat(role, self.steering, **PRICED, groups=["chairs"]) for role in ("group-chair", "group-vice-chair")
        ]
        sides = [("director", self.municipalities[0].id("municipality")), ("primary-care-chief", self.primary)]
        seats = [*chairs, *(seat(role, unit, deputy="should") for role, unit in sides)]
        demand = [{"group": "chairs", "least": 1}]
        committee = self._series("committee", "Steering group's committee", 90, seats, attendance=demand)
        found = []
        for n, (first, last) in enumerate([*slices(*SPRING, 4, most_days=37), *slices(*AUTUMN, 3, most_days=35)]):
            span = (max(first, date(2026, 1, 26)), last)
            when = [window(*span, AFTERNOON, WEEKDAYS)]
            found.append(self.document.meeting(self.id("steering", n), group, windows=when))
            self._before(self.id("committee", n), committee, found[-1], span, days=(6, 15), hours=MORNING)
        return found

    def _conference(self) -> None:
        """Once a year for everybody of the council and of the steering group."""
        seats = [{**one, "groups": ["called"]} for one in (*self._party_seats(), *self._steering_seats())]
        attendance = [{"group": "called", "least": len(seats) // 2}]
        series = self._series("conference", "Conference", 300, seats, attendance=attendance)
        days = window("2026-09-21", "2026-10-23", ("09:00", "16:00"), WEEKDAYS)
        self.document.meeting(self.id("conference", 0), series, windows=[days])

    def _task_group(self, n: int) -> None:
        """A group of some municipalities, primary care and specialist care, for half a year or the whole."""
        cities = self.random.sample(range(len(self.municipalities)), min(3, len(self.municipalities)))
        clinic = self.random.choice(cities)
        sides = [
            seat("chief", self.municipalities[m].id("municipality"), **PRICED, groups=["municipality"]) for m in cities
        ]
        sides += [seat("clinic-head", self.id(f"clinic-{clinic}"), **PRICED, groups=["specialist"])]
        sides += [seat("manager", self.shared.habilitation, **PRICED, groups=["specialist"])]
        heads = [seat("centre-head", self.municipalities[m].id("c0"), **PRICED, groups=["primary"]) for m in cities]
        attendance = [{"group": group, "least": 1} for group in ("municipality", "specialist", "primary")]
        series = self._series(f"task-{n}", "Task group", 120, [*sides, *heads], spacing_days=18, attendance=attendance)
        spans = [*slices(*SPRING, 4, most_days=21), *slices(*AUTUMN, 3, most_days=21)]
        held = self.random.choice((spans, spans[:4], spans[3:]))
        hours = self.random.choice((MORNING, AFTERNOON))
        for m, span in enumerate(held):
            self.document.meeting(self.id("task", n, m), series, windows=[window(*span, hours, WEEKDAYS)])


def _later(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """The spans, the first of them late enough for a meeting before it."""
    first, *rest = spans
    return [(first[0] + 21 * DAY, first[1] + 7 * DAY), *rest]
