"""The steering group, its committee (AU), the conference of the year, and the task groups that report to it."""

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.sodra_alvsborg.example import EXAMPLE, PRICED, SHOULD, Example, Item, seat, window
from benchmarks.sodra_alvsborg.municipalities import BORAS, SEVEN
from benchmarks.sodra_alvsborg.politics import chairmanship, secretary
from benchmarks.sodra_alvsborg.region import HALL, OFFICE
from benchmarks.working_year import AUTUMN, SPRING, slices

__all__ = ["put_steering"]

MARK, ULRICEHAMN = SEVEN[2], SEVEN[5]
ALL = {one.id: one for one in (BORAS, *SEVEN)}
SIDES = ("kommun", "primarvard", "specialistvard")
SPANS = [*slices(*SPRING, 4, most_days=37), *slices(*AUTUMN, 4, most_days=27)]


def put_steering(example: Example) -> None:
    """The forums of the officials for all municipalities, with their meetings."""
    example.appoint("ordforande", "styrgrupp", f"{MARK.id}-forvaltningschef")
    example.appoint("vice-ordforande", "styrgrupp", "sas-representant")
    example.appoint("representant", "narhalsan", "pvc-narhalsan", ["pvc-narhalsan-ersattare"])
    example.appoint("representant", "narhalsan-rehab", "oc-narhalsan-rehab", ["oc-narhalsan-rehab-ersattare"])
    _steering_group(example)
    _committee(example)
    _meetings(example)
    _conference(example)
    for group in TASK_GROUPS:
        _task_group(example, group)


def _steering_members() -> list[Item]:
    """With a vote, co-opted, and without a vote (001, lines 204-208; 000, line 72)."""
    cities = [
        seat("forvaltningschef", one.city, id=f"kommun-{one.id}", **SHOULD, groups=["kommun"])
        for one in (BORAS, *SEVEN)
    ]
    units = ("sas", "habilitering", "privata-vardcentraler", "narhalsan", "privata-rehab", "narhalsan-rehab")
    region = [seat("representant", unit, **PRICED, groups=["region"]) for unit in units]
    guests = [
        seat("representant", unit, **PRICED, standing="co_opted") for unit in ("tandvarden", "bestalld-primarvard")
    ]
    guests += [
        seat("representant", unit, **PRICED, standing="without_vote") for unit in ("kommunalforbundet", "namnd-sodra")
    ]
    return [*cities, *region, *guests, secretary()]


def _steering_group(example: Example) -> None:
    turns = "Ur källan: alternerar mellan kommunerna och de VGR-finansierade verksamheterna, två år i taget."
    quorum = "Beslutförheten (quorum) är öppen i källorna. Antaget: fler än hälften av dem som har rösträtt."
    seats = "001 ger Koncernkontoret VGR en plats utan rösträtt; 000, som är nyare, Delregional nämnd Södra."
    example.add(
        "forums",
        "styrgrupp",
        title="Styrgrupp närvård",
        members=_steering_members(),
        quorum=8,
        convener={"unit": OFFICE, **EXAMPLE, "note": "Källorna säger inte vem som kallar."},
        secretary={"unit": OFFICE, "role": "sekreterare"},
        chairmanship=chairmanship(
            f"{turns} Antaget: vilken sida som är ordförande nu, sedan när, och vem.",
            ("kommun", f"{MARK.id}-forvaltningschef"),
            ("region", "sas-representant"),
        ),
        assignment="Styr, leder, följer upp, utvecklar och beslutar i samverkansfrågor.",
        reports_to=["dps"],
        note=f"{quorum} {seats} Antaget: att förvaltningschefen företräder sin kommun.",
    )


def _committee(example: Example) -> None:
    """Chair and vice chair, and three at most (001, lines 222-226)."""
    members = [seat(role, "styrgrupp", **PRICED) for role in ("ordforande", "vice-ordforande")]
    members += [seat("forvaltningschef", ULRICEHAMN.city, id="kommun", **SHOULD, **EXAMPLE)]
    members += [seat("representant", "narhalsan", id="primarvard", **SHOULD)]
    members += [seat("verksamhetschef", "sas-medicin", id="sas", **SHOULD, **EXAMPLE)]
    example.add(
        "forums",
        "au",
        title="Arbetsutskott (AU)",
        members=[*members, secretary()],
        quorum=3,
        convener={"unit": OFFICE, **EXAMPLE, "note": "Källorna säger inte vem som kallar."},
        secretary={"unit": OFFICE, "role": "sekreterare"},
        assignment="Bereder ärenden till styrgruppen.",
        reports_to=["styrgrupp"],
        note="Beslutförheten är öppen i källorna; tre av fem är antaget, liksom vem som företräder kommunerna och SÄS.",
    )


def _meetings(example: Example) -> None:
    """Eight meetings of the steering group, its committee before each; one the same day as the council."""
    common = {"places": [HALL], "agenda_deadline_days": 10, **EXAMPLE}
    note = (
        "Antaget: åtta möten per år (källorna säger inte hur ofta), dagar och tider, längd, lokal och minsta avstånd."
    )
    group = {"title": "Styrgrupp närvård", "forum": "styrgrupp", "duration_minutes": 150, "spacing_days": 21}
    example.add("series", "styrgrupp", **group, note=note, public=True, **common)
    note = "Ur källan: AU bereder ärenden till styrgruppen. Antaget: ett möte före varje styrgrupp, och hur långt före."
    example.add("series", "au", title="Arbetsutskott", forum="au", duration_minutes=90, note=note, **common)
    for n, (first, last) in enumerate(SPANS, start=1):
        when = [window(max(first, date(2026, 1, 26)), last, ("13:00", "16:30"))]
        title = f"Styrgrupp närvård {n}"
        example.mark("meetings", f"styrgrupp-{n}", series="styrgrupp", title=title, windows=when)
        before = window(max(first - timedelta(days=14), date(2026, 1, 8)), last, ("08:30", "16:30"))
        example.mark("meetings", f"au-{n}", series="au", title=f"Arbetsutskott {n}", windows=[before])
    note = "Ur källan: AU bereder ärenden till styrgruppen. Antaget: hur många dagar före."
    days = {"at_least_days": 5, "at_most_days": 14, "note": note}
    example.mark("series_orders", "au-fore-styrgrupp", before="au", after="styrgrupp", **days)
    note = "Antaget: en gemensam dag, så att styrgruppens ordförande kan föredra i DPS."
    example.mark("day_relations", "gemensam-dag", meetings=["dps-2", "styrgrupp-3"], kind="same_day", note=note)


def _conference(example: Example) -> None:
    """Once a year, for the steering group and the council (001, lines 272-278; 000, line 16)."""
    note = "Ur källan: en gång per år kallas styrgrupp och DPS; chefer och övriga bjuds in och har ingen plats."
    assumed = "Antaget: när, hur länge, var, och att hälften av vardera sidan är med."
    example.add(
        "series",
        "samverkanskonferens",
        title="Samverkanskonferens",
        note=f"{note} {assumed} 001 kallar den spridningsdag.",
        duration_minutes=300,
        windows=[window("2026-04-13", "2026-05-29", ("09:00", "16:00"))],
        places=[HALL],
        called=["styrgrupp", "dps"],
        seats=[seat("sekreterare", OFFICE, id="narvardskontoret")],
        attendance=[{"group": "kommun", "least": 8}, {"group": "region", "least": 8}],
        convener={"unit": OFFICE},
        agenda_holder={"unit": OFFICE},
        public=True,
        **EXAMPLE,
    )
    example.mark("meetings", "samverkanskonferens", series="samverkanskonferens")


# ---- task groups


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
    example.add("series", forum, **common, note=note, public=True, **EXAMPLE)
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
