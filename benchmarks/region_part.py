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
from benchmarks.working_year import AUTUMN, SPRING, YEAR, slices

__all__ = ["BOARDS", "ROLES", "RegionPart", "Shared"]

ROLES = ("politician", "board-member", "manager", "clinic-head", "primary-care-chief", "rehab-chief", "representative")
ROLES += ("coordinator", "party-chair", "party-vice-chair", "group-chair", "group-vice-chair", "member")
BOARDS = ("health", "ordered-care", "primary-care", "habilitation", "dental")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
OFFICE_HOURS = ("09:00", "15:00")
PRICED = {"vacancy": "priced"}
DAY = timedelta(days=1)
TURNS: Item = {"chairmanship": {"sides": ["city", "region"], "first_day": "2025-01-01"}}
RESTS = "2026-07-01"
"""When task groups of the spring rest, and those of the autumn become active."""


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

    def _forum(
        self,
        name: str,
        title: str,
        minutes: int,
        members: Sequence[Item],
        sides: Item,
        more: Item | None = None,
        **values: Any,
    ) -> str:
        """A forum of the part and its series, with the office as secretary.

        Args:
            name: what the ids of both end with.
            title: of both.
            minutes: how long its meetings are.
            members: those beside the secretary.
            sides: least numbers of members by group.
            more: what else the forum says.
            values: what else the series says.
        """
        secretary = seat("coordinator", self.office, standing="without_vote")
        representation = [{"group": group, "least": least} for group, least in sides.items()]
        duty = {"unit": self.office}
        says = {"representation": representation, "convener": duty, "secretary": duty, **(more or {})}
        forum = self.document.forum(self.id(name), title, [secretary, *members], **says)
        places = {"duration_minutes": minutes, "places": [self.hall]}
        return self.document.series(self.id(name), title, forum=forum, **places, **values)

    def _party_seats(self) -> list[Item]:
        """The politicians of both sides; of each board some one comes."""
        count = len(self.municipalities)
        seats = [seat("politician", self.id(f"politicians-{n}"), **PRICED, groups=["city"]) for n in range(count)]
        boards = (*self.shared.boards, self.hospital_board)
        return seats + [seat("board-member", board, **PRICED, groups=["region"]) for board in boards]

    def _party(self) -> list[str]:
        """The political council four times, and its presidium one to three weeks before each."""
        least = {"city": (len(self.municipalities) + 1) // 2, "region": 3}
        speaker = seat("group-chair", self.steering, need="on_demand")
        council = self._forum("dps", "DPS", 150, self._party_seats(), least, TURNS, spacing_days=50, seats=[speaker])
        chairs = [seat("party-chair", self.party), seat("party-vice-chair", self.party)]
        presidium = self._forum("presidium", "Presidium", 60, chairs, {})
        self.document.before_each(presidium, council, 7, 21)
        spans = [*slices(*SPRING, 2, most_days=50), *slices(*AUTUMN, 2, most_days=50)]
        found = []
        for n, (first, last) in enumerate(_later(spans)):
            asked = [speaker["id"]] if n % 2 else []
            when = [window(first, last, MORNING, WEEKDAYS)]
            found.append(self.document.meeting(self.id("dps", n), council, windows=when, asked=asked))
            earlier = window(first - 21 * DAY, last - 7 * DAY, OFFICE_HOURS, WEEKDAYS)
            self.document.meeting(self.id("presidium", n), presidium, windows=[earlier])
        return found

    def _steering_seats(self) -> list[Item]:
        """Everyone with a vote, those co-opted, and those without a vote."""
        should = {"deputy": "should", **PRICED}
        cities = [seat("director", one.id("municipality"), **should, groups=["city"]) for one in self.municipalities]
        hospital = seat("manager", self.hospital, **should, groups=["region"])
        primary = [("primary-care-chief", self.primary), ("representative", self.private), ("member", self.private)]
        voting = [("manager", self.shared.habilitation), ("rehab-chief", self.rehab), *primary]
        region = [seat(role, unit, **PRICED, groups=["region"]) for role, unit in voting]
        guests = [("co_opted", self.shared.dental), ("without_vote", self.federation)]
        guests += [("without_vote", self.shared.head_office)]
        others = [seat("representative", unit, standing=standing, **PRICED) for standing, unit in guests]
        return [*cities, hospital, *region, *others]

    def _steering(self) -> list[str]:
        """The steering group seven times, and its committee one or two weeks before each."""
        least = {"city": (len(self.municipalities) + 1) // 2, "region": 3}
        group = self._forum("steering", "Steering group", 150, self._steering_seats(), least, TURNS, spacing_days=25)
        roles = ("group-chair", "group-vice-chair")
        chairs = [seat(role, self.steering, **PRICED, groups=["chairs"]) for role in roles]
        sides = [("director", self.municipalities[0].id("municipality")), ("primary-care-chief", self.primary)]
        seats = [*chairs, *(seat(role, unit, deputy="should") for role, unit in sides)]
        committee = self._forum("committee", "Steering group's committee", 90, seats, {"chairs": 1})
        self.document.before_each(committee, group, 6, 15)
        found = []
        for n, (first, last) in enumerate([*slices(*SPRING, 4, most_days=37), *slices(*AUTUMN, 3, most_days=35)]):
            begins = max(first, date(2026, 1, 26))
            when = [window(begins, last, AFTERNOON, WEEKDAYS)]
            found.append(self.document.meeting(self.id("steering", n), group, windows=when))
            earlier = window(begins - 15 * DAY, last - 6 * DAY, MORNING, WEEKDAYS)
            self.document.meeting(self.id("committee", n), committee, windows=[earlier])
        return found

    def _conference(self) -> None:
        """Once a year for everybody of the council and of the steering group."""
        least = [("city", len(self.municipalities)), ("region", 4)]
        series = self.document.series(
            self.id("conference"),
            "Conference",
            duration_minutes=300,
            places=[self.hall],
            seats=[seat("coordinator", self.office)],
            called=[self.id("dps"), self.id("steering")],
            attendance=[{"group": group, "least": number} for group, number in least],
            convener={"unit": self.office},
        )
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
        least = dict.fromkeys(("municipality", "specialist", "primary"), 1)
        spans = [*slices(*SPRING, 4, most_days=21), *slices(*AUTUMN, 3, most_days=21)]
        halves = ((spans, []), (spans[:4], ["active", "resting"]), (spans[4:], ["resting", "active"]))
        held, states = self.random.choice(halves)
        days = zip((str(YEAR[0]), RESTS), states, strict=False)
        more = {"states": [{"first_day": day, "state": state} for day, state in days]}
        series = self._forum(f"task-{n}", "Task group", 120, [*sides, *heads], least, more, spacing_days=18)
        hours = self.random.choice((MORNING, AFTERNOON))
        for m, span in enumerate(held):
            self.document.meeting(self.id("task", n, m), series, windows=[window(*span, hours, WEEKDAYS)])


def _later(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """The spans, the first of them late enough for a meeting before it."""
    first, *rest = spans
    return [(first[0] + 21 * DAY, first[1] + 7 * DAY), *rest]
