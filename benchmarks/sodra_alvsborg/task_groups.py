"""Task groups: for a time, by an assignment of the steering group, with three sides that must be there."""

from dataclasses import dataclass

from benchmarks.sodra_alvsborg.example import EXAMPLE, PRICED, Example, Item, deadline, published, seat, window
from benchmarks.sodra_alvsborg.municipalities import BORAS, SEVEN
from benchmarks.sodra_alvsborg.region import HALL, OFFICE
from benchmarks.sodra_alvsborg.steering import SPANS

__all__ = ["put_task_groups"]

ALL = {one.id: one for one in (BORAS, *SEVEN)}
SIDES = ("kommun", "primarvard", "specialistvard")


def put_task_groups(example: Example) -> None:
    """Four that meet, for the whole year or a part of it; one that rests and one that has ended."""
    for group in TASK_GROUPS:
        _task_group(example, group)


@dataclass(frozen=True)
class TaskGroup:
    """A group for a time, by an assignment of the steering group.

    Attributes:
        cities: ids of the municipalities that send their head of care.
        clinic: the unit of the hospital that takes part.
        states: from which date it is what.
        meetings: which of the year's stretches it meets in; none for one that rests or has ended.
    """

    id: str
    title: str
    assignment: str
    cities: tuple[str, ...]
    clinic: str
    last_day: str
    states: tuple[tuple[str, str], ...]
    meetings: tuple[int, ...]


ACTIVE = ("2025-09-01", "active")
TASK_GROUPS = (
    TaskGroup(
        "suicidprevention",
        "Suicidprevention",
        "Stärka arbetet med att motverka suicid.",
        ("boras", "mark", "tranemo"),
        "sas-psykiatri",
        "2026-12-31",
        (ACTIVE,),
        (0, 1, 2, 3, 4, 6),
    ),
    TaskGroup(
        "sip",
        "Samordnad individuell plan (SIP)",
        "Öka antalet samordnade individuella planer; utbildning.",
        ("boras", "ulricehamn", "vargarda"),
        "sas-medicin",
        "2026-12-31",
        (ACTIVE,),
        (0, 1, 3, 4, 5, 6),
    ),
    TaskGroup(
        "aldre",
        "Äldre multisjuka och multisviktande",
        "Trygga vårdövergångar och läkemedelsgenomgångar.",
        ("mark", "svenljunga", "herrljunga"),
        "sas-geriatrik",
        "2026-12-31",
        (ACTIVE, ("2026-07-01", "resting")),
        (0, 1, 2, 3),
    ),
    TaskGroup(
        "barn-unga",
        "Barn och unga vuxna med utsatt situation",
        "Tidiga insatser i vårdövergångarna.",
        ("bollebygd", "boras", "ulricehamn"),
        "sas-barn",
        "2027-06-30",
        (("2026-01-01", "resting"), ("2026-08-01", "active")),
        (4, 5, 6, 7),
    ),
    TaskGroup(
        "mini-maria",
        "Mini-Maria",
        "Införande av Mini-Maria.",
        ("boras", "mark"),
        "sas-barn",
        "2026-12-31",
        (("2024-01-01", "active"), ("2025-10-01", "resting")),
        (),
    ),
    TaskGroup(
        "tidiga-insatser",
        "Tidig upptäckt, tidiga insatser",
        "Sprida arbetet från Mark och Svenljunga till hela delregionen.",
        ("mark", "svenljunga"),
        "sas-psykiatri",
        "2025-12-31",
        (("2023-01-01", "active"), ("2025-12-01", "ended")),
        (),
    ),
)


def _task_group(example: Example, group: TaskGroup) -> None:
    """A group in which municipality, primary care and specialist care must be there (001, lines 179-191)."""
    note = "Antagande: gruppen är ett exempel; 002 nämner frågan men inte gruppen."
    forum = example.add(
        "forums",
        f"uppdragsgrupp-{group.id}",
        title=f"Uppdragsgrupp {group.title}",
        members=list(_task_members(example, group)),
        representation=[{"group": side, "least": 1} for side in SIDES],
        assignment=group.assignment,
        first_day=group.states[0][0],
        last_day=group.last_day,
        states=[{"first_day": day, "state": state} for day, state in group.states],
        reports_to=["styrgrupp"],
        formed_by=["styrgrupp"],
        note=f"{note} Sammankallande, ordförande och sekreterare är öppna i källorna.",
        **EXAMPLE,
    )
    if not group.meetings:
        return
    title = f"Uppdragsgrupp {group.title}"
    note = "Antaget: hur ofta, när, hur länge och var."
    common = {"title": title, "forum": forum, "duration_minutes": 120, "places": [HALL], "spacing_days": 18}
    mailed = deadline("till-kontoret", "Minnesanteckningar till Närvårdskontoret", 7, side="after")
    due = [mailed, published("Minnesanteckningar", 14, OFFICE)]
    example.add("series", forum, **common, note=note, public=True, deadlines=due, **EXAMPLE)
    for n, place in enumerate(group.meetings, start=1):
        when = [window(*SPANS[place], ("09:00", "12:00"))]
        example.mark("meetings", f"{forum}-{n}", series=forum, title=f"{title} {n}", windows=when)


def _task_members(example: Example, group: TaskGroup) -> list[Item]:
    cities = [ALL[one] for one in group.cities]
    members = [seat("verksamhetschef", one.care, id=f"kommun-{one.id}", **PRICED, groups=["kommun"]) for one in cities]
    centres = ["vc-sjobo" if one.id == "boras" else one.centre(1) for one in cities]
    members += [seat("vardcentralschef", unit, **PRICED, groups=["primarvard"]) for unit in centres]
    members += [seat("verksamhetschef", group.clinic, id="sas", **PRICED, groups=["specialistvard"])]
    members += [seat("representant", "habilitering", **PRICED, groups=["specialistvard"])]
    unit = example.mark("units", f"brukare-{group.id}", name=f"Brukare, {group.title}", organisation="borasregionen")
    example.staff("brukarrepresentant", unit, f"Brukarrepresentant, {group.title}", HALL, 1)
    note = "Ur källan: brukarmedverkan där det är möjligt."
    return [*members, seat("brukarrepresentant", unit, id="brukare", **PRICED, standing="co_opted", note=note)]
