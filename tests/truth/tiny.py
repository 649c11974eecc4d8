"""Tiny random terms with every feature that a term can have, each small enough to try everything.

Everything happens on three dates and in a few hours, so that what is drawn gets in each other's way.
"""

from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from pydantic import ValidationError

from models import WEEKDAYS, Term

__all__ = ["tiny"]

Item = dict[str, Any]
_T = TypeVar("_T")

# A May Day on a Friday, the night in which the clock goes back, and two plain weeks.
MONDAYS = (date(2026, 4, 27), date(2026, 10, 19), date(2026, 9, 7))
HOLIDAY, NIGHT = date(2026, 5, 1), date(2026, 10, 25)
PEOPLE = ("ann", "bo", "cia", "dan", "eva")
PLACES = ("hall", "office", "ward")
GOALS: tuple[str, ...] = (
    "kept",
    "placed",
    "vacant_seats",
    "deputies",
    "on_demand",
    "deputy_order",
    "preferred",
    "spread",
)
GOALS += ("fair_load", "travel")


def tiny(random: Random) -> Term:
    """A tiny term without faults."""
    while True:
        try:
            return Term.model_validate(_Tiny(random).document())
        except ValidationError:  # two locks that clash, a lock outside the grid: draw again
            continue


class _Tiny:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.monday = random.choice(MONDAYS)
        self.days = [self.monday + timedelta(days=n) for n in range(28)]
        self.far = random.random() < 0.4
        weeks = [random.choice(self.days[7 * week : 7 * week + 5]) for week in range(4)]
        self.dates = random.sample(weeks if self.far else self.days[:4] + self.days[7:9], 3)
        if random.random() < 0.4:
            self.dates[0] = {MONDAYS[0]: HOLIDAY, MONDAYS[1]: NIGHT}.get(self.monday, self.dates[0])
        self.people = PEOPLE[: random.choice((3, 3, 4, 4, 5, 2))]
        self.places = PLACES[: random.choice((0, 1, 1, 2, 2, 3))]
        self.names = [f"m{n}" for n in range(random.choice((2, 2, 3) if self.far else (2, 3, 3, 4)))]

    # -- drawing --

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one(self, *values: _T) -> _T:
        return self.random.choice(values)

    def some(self, values: tuple[_T, ...] | list[_T], most: int) -> list[_T]:
        return self.random.sample(values, self.random.randint(0, min(most, len(values))))

    def moment(self) -> str:
        """A moment to see a plan from."""
        return f"{self.one(*self.dates)}T{self.one('08:00', '10:00', '13:00')}"

    # -- the whole --

    def document(self) -> Item:
        self.appointments = self._appointments()
        series = [self._series(f"s{n}") for n in range(self.one(1, 1, 2))]
        self.forums = self._forums(series) if self.chance(0.3) else []
        return {
            "forums": self.forums,
            "uid": "6f1f6f0e-2f0c-4f0e-8d0b-0d4f6c1b2a3c",
            "title": "Tiny",
            "first_day": self.days[0],
            "last_day": self.days[-1],
            "grid_minutes": self.one(60, 60, 30, 45),
            "buffer_minutes": self.one(0, 0, 15, 60),
            "organisations": [{"id": "all", "name": "All"}],
            "units": [{"id": "north", "name": "North", "organisation": "all"}],
            "roles": [{"id": role, "name": role} for role in ("head", "nurse")],
            "people": [self._person(name) for name in self.people],
            "appointments": self.appointments,
            "absences": [self._away("person", n, self.people) for n in range(self.random.randint(0, 5))],
            "presences": [self._there(n) for n in range(self.one(0, 0, 0, 1, 2))],
            "localities": [{"id": "town", "name": "Town"}, {"id": "village", "name": "Village"}],
            "places": [self._place(name) for name in self.places],
            "closures": [self._away("place", 0, self.places)] if self.places and self.chance(0.3) else [],
            "travel": self._travel(),
            "limits": self._limits(),
            "series": series,
            "meetings": [self._meeting(name, series) for name in self.names],
            "goals": None if self.chance(0.7) else self._ranking(),
            **self._calendar(),
            **self._ties(),
        }

    def _ranking(self) -> list[str]:
        chosen = self.random.sample(GOALS, self.random.randint(1, len(GOALS)))
        return chosen if "placed" in chosen else [*chosen, "placed"]

    def _calendar(self) -> Item:
        found: Item = {"public_holidays": self.one(None, {"country": "SE"})}
        if self.chance(0.2):
            found["closed_days"] = [
                {"first_day": self.one(*self.dates), "reason": "Closed", "series": self.one([], ["s0"])}
            ]
        if self.chance(0.35):
            found["as_of"] = self.moment()
        if found.get("as_of") or self.chance(0.35):
            found["notice_days"] = self.one(0, 0, 1, 3)
        return found

    def _ties(self) -> Item:
        found: Item = {}
        if self.chance(0.3):
            before, after = self.random.sample(self.names, 2)
            most = self.one(None, None, 2, 5)
            days = {"at_least_days": self.one(0, 0, 1, 2), "at_most_days": most}
            found["orders"] = [{"id": "o", "before": before, "after": after, **days}]
        if self.chance(0.2):  # unless the one has too few, and all is drawn again
            most = self.one(None, None, 5)
            own = {"before": "s0", "after": "s1", "at_least_days": self.one(0, 0, 1), "at_most_days": most}
            found["series_orders"] = [{"id": "so", **own}]
        if self.chance(0.3):
            some = self.random.sample(self.names, self.random.randint(2, len(self.names)))
            found["day_relations"] = [{"id": "d", "meetings": some, "kind": self.one("same_day", "different_days")}]
        return found

    # -- meetings --

    def _series(self, name: str) -> Item:
        return {
            "id": name,
            "title": name,
            "duration_minutes": self.one(60, 60, 30, 90),
            "windows": [self._window() for _ in range(4 if self.far else self.one(1, 2, 2))],
            "preferences": [self._preference() for _ in range(self.one(0, 1, 2))],
            "priority": self.one(1, 1, 3),
            "spacing_days": self.one(0, 0, 0, 1, 5),
            "in_order": self.chance(0.2),
            **self._frame(name),
        }

    def _forums(self, series: list[Item]) -> list[Item]:
        """One of the first series, with a member or two; sometimes another that is called too."""
        forums = [self._forum(f"f{n}") for n in range(self.one(1, 1, 2))]
        series[0]["forum"] = "f0"
        series[0]["called"] = [forum["id"] for forum in forums[1:]]
        return forums

    def _forum(self, name: str) -> Item:
        members: list[Item] = [
            {**self._seat(f"{name}-{n}"), "groups": ["members"], "standing": self.one("voting", "voting", "co_opted")}
            for n in range(self.one(1, 1, 2))
        ]
        voters = sum(one["count"] for one in members if one["standing"] == "voting" and one["need"] == "required")
        begins, rests, ends = sorted(self.one(*self.dates) for _ in range(3))
        dated = [{"first_day": day, "state": state} for day, state in ((begins, "active"), (rests, "resting"))]
        return {
            "id": name,
            "title": name,
            "members": members,
            "representation": [{"group": "members"}] if self.chance(0.5) else [],
            "quorum": self.random.randint(1, voters) if voters and self.chance(0.5) else None,
            "first_day": self.one(None, None, begins),
            "last_day": self.one(None, None, ends),
            "states": dated if begins < rests and self.chance(0.4) else [],
        }

    def _window(self) -> Item:
        """One or two of the three dates with a few hours; on the night of the clock change by night."""
        first, last = sorted((self.one(*self.dates), self.one(*self.dates)))
        last = first if self.far else last
        opens = 1 if first == NIGHT else self.one(9, 9, 12)
        weekdays = {WEEKDAYS[first.weekday()], WEEKDAYS[last.weekday()]}
        hours = {"from_time": f"{opens:02}:00", "to_time": f"{opens + self.one(2, 2, 3):02}:00"}
        if self.chance(0.1):  # a day, but hardly a start
            hours = {"from_time": f"{opens:02}:20", "to_time": f"{opens + 1:02}:50"}
        return {"first_day": first, "last_day": last, "weekdays": sorted(weekdays), **hours}

    def _frame(self, prefix: str) -> Item:
        """What a series and a meeting can both say."""
        seats = [self._seat(f"{prefix}-{n}") for n in range(self.one(0, 1, 1, 2, 2))]
        chairs = sum(seat["count"] for seat in seats if seat["groups"] and seat["need"] == "required")
        attendance = []
        if chairs and self.chance(0.7):
            attendance = [{"group": "side", "least": self.random.randint(1, chairs)}]
        return {"seats": seats, "places": self.some(self.places, 2), "attendance": attendance}

    def _seat(self, name: str) -> Item:
        role = self.one("head", "nurse", "nurse")
        return {
            "id": name,
            "role": role,
            "unit": "north",
            "count": 1 if role == "head" else self.one(1, 1, 2),
            "need": self.one("required", "required", "on_demand"),
            "deputy": self.one("may", "should", "not"),
            "vacancy": self.one("never", "priced"),
            "groups": self.one([], ["side"]),
        }

    def _preference(self) -> Item:
        return {
            "weekdays": self.some(WEEKDAYS, 3),
            "from_time": self.one(None, "09:30", "12:00"),
            "to_time": self.one(None, "11:00", "13:30"),
            "penalty": self.random.randint(1, 3),
        }

    def _meeting(self, name: str, series: list[Item]) -> Item:
        of = self.one(*series)
        found: Item = {"id": name, "series": of["id"]}
        if self.chance(0.3):
            found["windows"] = [self._window()]
        if self.chance(0.3):
            found |= self._frame(name) | {"duration_minutes": 60, "priority": 2, "preferences": []}
            found["attendance"] = found["attendance"] or None
        seats = [*self._members(of), *of["seats"], *found.get("seats", [])]
        found["asked"] = [seat["id"] for seat in seats if seat["need"] == "on_demand" and self.chance(0.6)]
        if seats and self.chance(0.2):
            rule = {"seat": self.one(*seats)["id"], "deputy": self.one(None, "should", "may", "not")}
            found["seat_rules"] = [{**rule, "vacancy": self.one(None, "never", "priced")}]
        if self.chance(0.15):
            found["called_off"] = [self._called_off()]
        if self.chance(0.2):
            found["lock"] = self._lock({**of, **found, "seats": seats})
        return found

    def _members(self, series: Item) -> list[Item]:
        """The members of the forum whose meetings they are."""
        return [member for one in self.forums if one["id"] == series.get("forum") for member in one["members"]]

    def _lock(self, meeting: Item) -> Item:
        """At the opening of a window, sometimes with a place and somebody's seat."""
        window = self.one(*meeting["windows"])
        found: Item = {"start": f"{window['first_day']}T{window['from_time']}"}
        where = meeting["places"] or self.places
        if where and self.chance(0.5):
            found["place"] = self.one(*where)
        wanted = [one for one in meeting["seats"] if one["need"] == "required" or one["id"] in meeting["asked"]]
        if wanted and self.chance(0.7):
            seat = self.one(*wanted)
            posts = [one for one in self.appointments if one["role"] == seat["role"]]
            people = [one["holder"] for one in posts if one["holder"]]
            people += [person for one in posts for person in one["deputies"] if seat["deputy"] != "not"]
            found["seats"] = [{"seat": seat["id"], "people": [self.one(*people)]}] if people else []
        return found

    # -- people and places --

    def _person(self, name: str) -> Item:
        limits = self._limits() if self.chance(0.3) else {}
        return {"id": name, "name": name, "base": self.one(*self.places, None), "limits": limits}

    def _limits(self) -> Item:
        return {
            "meetings_per_day": self.one(None, None, 1, 2),
            "meetings_per_week": self.one(None, None, None, 1, 2),
            "meetings_per_term": self.one(None, None, None, None, 0, 1, 2),
        }

    def _appointments(self) -> list[Item]:
        """One of the head and two or three of the nurses, with up to two deputies each."""
        return [self._appointment(n, role) for n, role in enumerate(("head", *["nurse"] * self.one(2, 2, 3)))]

    def _appointment(self, n: int, role: str) -> Item:
        holder = None if self.chance(0.1) else self.one(*self.people)
        deputies = self.some([person for person in self.people if person != holder], 2)
        ends = {self.one("first_day", "last_day"): self.one(*self.dates)} if self.chance(0.2) else {}
        return {"id": f"a{n}", "role": role, "unit": "north", "holder": holder, "deputies": deputies, **ends}

    def _away(self, key: str, n: int, whose: tuple[str, ...]) -> Item:
        """An absence of a person or a closure of a place, once or again and again."""
        found: Item = {"id": f"{key}{n}", key: self.one(*whose)}
        day, opens, hours = self.one(*self.dates), self.one(0, 8, 9, 10, 12), self.one(1, 2, 4, 8)
        if self.chance(0.5):
            until = day + timedelta(days=self.one(0, 0, 1, 3))
            return {**found, "start": f"{day}T{opens:02}:00", "end": f"{until}T{opens + hours:02}:30"}
        weekly = {"weekdays": [WEEKDAYS[day.weekday()], *self.some(WEEKDAYS, 1)], "every_weeks": self.one(1, 2, 2)}
        weekly["weekdays"] = sorted(set(weekly["weekdays"]))  # type: ignore[call-overload]
        weekly |= {"from_time": f"{opens:02}:00", "to_time": f"{opens + hours:02}:00"}
        if self.chance(0.3):
            weekly[self.one("first_day", "last_day")] = self.one(*self.dates)
        return {**found, "weekly": weekly}

    def _called_off(self) -> Item:
        first, last = sorted((self.one(*self.dates), self.one(*self.dates)))
        return {"first_day": first, "last_day": self.one(None, None, last)}

    def _there(self, n: int) -> Item:
        """A time at which a person can come after all."""
        day, opens = self.one(*self.dates), self.one(8, 9, 10)
        until = f"{day}T{opens + self.one(1, 2, 6):02}:{self.one('00', '30')}"
        return {"id": f"there{n}", "person": self.one(*self.people), "start": f"{day}T{opens:02}:00", "end": until}

    def _place(self, name: str) -> Item:
        hours = {
            "weekdays": WEEKDAYS[:6],
            "from_time": self.one("08:00", "09:30"),
            "to_time": self.one("11:00", "16:00"),
        }
        return {
            "id": name,
            "name": name,
            "locality": self.one(None, "town", "village"),
            "rooms": self.one(1, 1, 2),
            "capacity": self.one(None, None, None, 1, 2, 3),
            "hours": [hours] if self.chance(0.3) else [],
        }

    def _travel(self) -> Item:
        """Legs between some places, between the localities, and from a place to a locality."""
        pairs = [(here, there) for n, here in enumerate(self.places) for there in self.places[:n]]
        legs: list[Item] = [
            {"between": pair, "minutes": self.one(5, 30, 75), "one_way": self.chance(0.4)}
            for pair in pairs
            if self.chance(0.5)
        ]
        if self.chance(0.5):
            legs.append({"between": ["town", "village"], "minutes": self.one(10, 45)})
        if self.places and self.chance(0.4):
            legs.append({"between": self.one((self.places[0], "village"), ("town", self.places[0])), "minutes": 20})
        return {"legs": legs, "within_locality_minutes": 5, "default_minutes": self.one(0, 25, 60, 2000)}
