"""Seeded years of any size: 8 municipalities are a part of a region, 49 Västra Götaland, 290 the whole of Sweden."""

from collections.abc import Iterator
from itertools import combinations
from random import Random
from uuid import UUID, uuid5

from benchmarks.document import Document
from benchmarks.municipality import ROLES as MUNICIPAL
from benchmarks.municipality import Municipality
from benchmarks.region_part import BOARDS, RegionPart, Shared
from benchmarks.region_part import ROLES as REGIONAL
from benchmarks.working_year import CLOSED, YEAR, busy
from models import Term

__all__ = ["year"]

NAMESPACE = UUID("0d5d1c55-0f5d-4b0e-8a6c-2f6d2f9be2a1")
MOST = 290
MUNICIPALITIES_A_PART, PARTS_A_REGION = 8, 6
NEAR, FAR = 20, 45
"""Minutes by car between the nearest and the farthest municipalities of a part."""


def year(municipalities: int, seed: int) -> Term:
    """A year of so many municipalities, in one connected component.

    Args:
        municipalities: how many, 1 to 290; each eight or so are a part of a region.
        seed: the same number and seed make the same term.

    Raises:
        ValueError: there are no so many municipalities.
    """
    if not 1 <= municipalities <= MOST:
        raise ValueError(f"municipalities must be 1 to {MOST}, not {municipalities}")
    made = _Year(municipalities, Random(f"{municipalities} {seed}"))
    closed = [{"first_day": first, "last_day": last, "reason": reason} for first, last, reason in CLOSED]
    return Term.model_validate(
        {
            "uid": uuid5(NAMESPACE, f"{municipalities} {seed}"),
            "title": f"A year of {municipalities} municipalities",
            "first_day": YEAR[0],
            "last_day": YEAR[1],
            "buffer_minutes": 15,
            "public_holidays": {"country": "SE", "categories": ("public", "de_facto")},
            "closed_days": closed,
            "limits": {"meetings_per_day": 1, "meetings_per_week": 3},
            "travel": {"legs": made.document.legs, "within_locality_minutes": 12, "default_minutes": 90},
            **made.document.lists,
        }
    )


class _Year:
    """The parts of a year, one after the other, with what they share."""

    def __init__(self, municipalities: int, random: Random) -> None:
        self.document, self.random = Document(), random
        for role in dict.fromkeys((*MUNICIPAL, *REGIONAL)):
            self.document.add("roles", role)
        parts = -(-municipalities // MUNICIPALITIES_A_PART)
        self._shared_units(parts)
        for part in range(parts):
            first, last = (municipalities * n // parts for n in (part, part + 1))
            own = [self._municipality(n, part, n - first) for n in range(first, last)]
            self._legs(own)
            RegionPart(self.document, f"d{part:02}", own, self._shared(part), random)
        absences = (one for person in self.document.lists["people"] for one in busy(person["id"], random))
        self.document.lists["absences"] = list(absences)

    def _municipality(self, n: int, part: int, within: int) -> Municipality:
        """The first of a part is its large town, the others are smaller and of all sizes."""
        centres = self.random.randint(10, 17) if within == 0 else min(9, round(self.random.lognormvariate(0.75, 0.75)))
        spot = (0, 0) if within == 0 else (self.random.randint(-12, 12), self.random.randint(-12, 12))
        region = f"r{part // PARTS_A_REGION}"
        return Municipality(self.document, f"m{n:03}", max(1, centres), region, spot, self.random)

    def _legs(self, municipalities: list[Municipality]) -> None:
        for one, other in combinations(municipalities, 2):
            apart = sum(abs(a - b) for a, b in zip(one.spot, other.spot, strict=True))
            minutes = min(FAR, NEAR + 5 * round(apart / 5))
            self.document.legs.append({"between": [one.name, other.name], "minutes": minutes})

    # -- what several parts share -----------------------------------------------------------------------------

    def _shared_units(self, parts: int) -> None:
        """For every region its boards; for every two neighbouring parts a unit of habilitation or dental care."""
        for region in range(-(-parts // PARTS_A_REGION)):
            self.document.add("organisations", f"r{region}")
            self.document.add("localities", f"r{region}-city")
            base = self.document.add("places", f"r{region}-hall", locality=f"r{region}-city")
            self._staff(f"r{region}", base)
        for name in dict.fromkeys(name for part in range(parts) for name in _neighbours(part)):
            self._manager(name, f"r{min(int(name.partition('-')[2]), parts - 1) // PARTS_A_REGION}")

    def _staff(self, region: str, base: str) -> None:
        for board in BOARDS:
            unit = self.document.add("units", f"{region}-board-{board}", organisation=region)
            for n in range(3):
                self.document.appoint("board-member", unit, self.document.person(f"{unit}-{n}", base, 2))
        office = self.document.add("units", f"{region}-head-office", organisation=region)
        people = [self.document.person(f"{office}-{n}", base, 2) for n in range(3)]
        for person in people:
            self.document.appoint("representative", office, person)

    def _manager(self, name: str, region: str) -> None:
        unit = self.document.add("units", name, organisation=region)
        people = [self.document.person(f"{name}-{n}", f"{region}-hall", 2) for n in range(2)]
        role = "manager" if name.startswith("habilitation") else "representative"
        self.document.appoint(role, unit, people[0], people[1:])

    def _shared(self, part: int) -> Shared:
        region = f"r{part // PARTS_A_REGION}"
        boards = tuple(f"{region}-board-{board}" for board in BOARDS)
        habilitation, dental = _neighbours(part)
        return Shared(region, boards, f"{region}-head-office", habilitation, dental)


def _neighbours(part: int) -> Iterator[str]:
    """Habilitation that it shares with one neighbour, dental care that it shares with the other: a chain of all."""
    yield f"habilitation-{part // 2 * 2}"
    yield f"dental-{(part + 1) // 2 * 2}"
