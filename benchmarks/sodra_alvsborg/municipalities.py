"""The seven municipalities beside Borås: who there is, their meetings in spring and at the health centres in autumn.

The source (000, lines 44-51) counts their inhabitants and says nothing of their health centres: as many as Borås has
for its inhabitants is an assumption, marked in the example.
"""

from dataclasses import dataclass

from benchmarks.sodra_alvsborg.example import EXAMPLE, SHOULD, Example, Item, deadline, seat, window

__all__ = ["BORAS", "SEVEN", "Municipality", "put_municipality", "put_travel"]

INHABITANTS_A_CENTRE = 114_895 / 17
"""Of Borås (000, line 44; 003, line 7)."""


@dataclass(frozen=True)
class Municipality:
    """A municipality of the source.

    Attributes:
        id: what its ids begin with.
        owner: its organisation, as people write it.
        inhabitants: as the source counts them.
        town: the locality of its town hall.
        minutes: to the town from the middle of Borås, by car; assumed.
    """

    id: str
    name: str
    owner: str
    inhabitants: int
    town: str
    minutes: int

    @property
    def centres(self) -> int:
        """How many health centres the example gives it."""
        return max(1, round(self.inhabitants / INHABITANTS_A_CENTRE))

    @property
    def city(self) -> str:
        """Id of the unit that is the municipality as such."""
        return "kommunen" if self.id == "boras" else f"{self.id}-kommunen"

    @property
    def hall(self) -> str:
        """Id of the town hall."""
        return "stadshuset" if self.id == "boras" else f"{self.id}-kommunhuset"

    @property
    def care(self) -> str:
        """Id of the unit of municipal care."""
        return "primarvard-vaf" if self.id == "boras" else f"{self.id}-primarvard"

    @property
    def social(self) -> str:
        """Id of the unit of social services."""
        return f"{self.id}-socialtjanst"

    def centre(self, n: int) -> str:
        """Id of the unit of the n-th health centre, from 1."""
        return f"{self.id}-vc-{n}"


BORAS = Municipality("boras", "Borås", "Borås Stad", 114_895, "Borås centrum", 0)
SEVEN = (
    Municipality("bollebygd", "Bollebygd", "Bollebygds kommun", 9_790, "Bollebygd", 20),
    Municipality("herrljunga", "Herrljunga", "Herrljunga kommun", 9_507, "Herrljunga", 40),
    Municipality("mark", "Mark", "Marks kommun", 35_135, "Kinna", 30),
    Municipality("svenljunga", "Svenljunga", "Svenljunga kommun", 10_700, "Svenljunga", 35),
    Municipality("tranemo", "Tranemo", "Tranemo kommun", 11_839, "Tranemo", 40),
    Municipality("ulricehamn", "Ulricehamn", "Ulricehamns kommun", 24_973, "Ulricehamn", 30),
    Municipality("vargarda", "Vårgårda", "Vårgårda kommun", 12_485, "Vårgårda", 35),
)
NEIGHBOURS = {
    ("herrljunga", "vargarda"): 20,
    ("svenljunga", "tranemo"): 20,
    ("mark", "svenljunga"): 25,
    ("bollebygd", "mark"): 35,
    ("tranemo", "ulricehamn"): 40,
    ("herrljunga", "ulricehamn"): 45,
    ("bollebygd", "vargarda"): 45,
}
"""Minutes between towns that are not driven by way of Borås; assumed."""


def put_municipality(example: Example, one: Municipality) -> None:
    """Its units and people, and its meetings in spring and autumn."""
    example.add("organisations", f"{one.id}-kommun", name=one.owner)
    example.add("areas", one.id, name=f"{one.name} närvårdsområde")
    example.mark("localities", one.id, name=one.town, note="Antagande: där kommunhuset ligger.")
    hall = f"Kommunhuset i {one.town}"
    example.mark("places", one.hall, name=hall, address=one.town, locality=one.id, rooms=2, capacity=40)
    _units(example, one)
    _leaders(example, one)
    _staff(example, one)
    for n in range(1, one.centres + 1):
        _health_centre(example, one, n)
    _autumn(example, one)
    if one.centres > 1:
        _spring(example, one)


def _units(example: Example, one: Municipality) -> None:
    owner = {"organisation": f"{one.id}-kommun", "area": one.id}
    note = "Antagande: källan nämner inga förvaltningar utanför Borås."
    example.add("units", one.city, name=one.owner, kind="municipality", **owner)
    care, social = f"Kommunal primärvård, {one.name}", f"Socialtjänsten, {one.name}"
    example.mark("units", one.care, name=care, kind="municipal_care", note=note, **owner)
    example.mark("units", one.social, name=social, kind="social_service", note=note, **owner)
    family = f"Individ- och familjeomsorg, {one.name}"
    example.mark("units", f"{one.id}-ifo", name=family, kind="social_service", note=note, **owner)


def _leaders(example: Example, one: Municipality) -> None:
    """Heads of the municipality's services, who stand in for each other, and the medical advisers."""
    chiefs = {
        ("verksamhetschef", one.care): "Verksamhetschef kommunal primärvård",
        ("verksamhetschef-myndighet", one.social): "Verksamhetschef myndighet",
        ("verksamhetschef-verkstallighet", one.social): "Verksamhetschef verkställighet",
    }
    people = {}
    for (role, _), title in chiefs.items():
        people[role] = example.person(f"{one.id}-{role}", f"{title}, {one.name}", one.hall)
    first, second, third = people.values()
    deputies = {first: [second, third], second: [third, first], third: [first, second]}
    for role, unit in chiefs:
        example.appoint(role, unit, people[role], deputies[people[role]])
    for role in ("mas", "mar"):
        example.with_deputy(role, one.city, f"{role.upper()}, {one.name}", one.hall)


def _staff(example: Example, one: Municipality) -> None:
    """Unit heads and pools, larger where there are more centres."""
    many = max(2, -(-one.centres // 2))
    for role, unit, title, count in (
        ("enhetschef", one.care, "Enhetschef kommunal primärvård", many),
        ("legitimerad-personal", one.care, "Legitimerad personal", many + 1),
        ("enhetschef-verkstallighet", one.social, "Enhetschef verkställighet", many),
        ("bistandshandlaggare", one.social, "Biståndshandläggare", many + 1),
        ("enhetschef-myndighet", one.social, "Enhetschef myndighet", 1),
        ("enhetschef", f"{one.id}-ifo", "Enhetschef IFO", 1),
    ):
        example.staff(role, unit, f"{title}, {one.name}", one.hall, count)


def _health_centre(example: Example, one: Municipality, n: int) -> None:
    """A centre not named, in turn of the region's and private, with its chief and two nurses."""
    public, unit = n % 2 == 1, one.centre(n)
    name = f"{'Närhälsan' if public else 'Privat'} vårdcentral {n} i {one.name} (exempel)"
    note = "Antagande: källan säger inget om vårdcentraler utanför Borås; antalet följer invånarna (000, rad 44-51)."
    place = example.mark("places", f"plats-{unit}", name=name, address=one.town, locality=one.id)
    owner = "vgr" if public else example.mark("organisations", f"{unit}-privat", name=f"Vårdgivare, {name}")
    example.mark(
        "units", unit, name=name, organisation=owner, kind="health_centre", place=place, area=one.id, note=note
    )
    short = f"vårdcentral {n} i {one.name}"
    nurses = example.staff("sjukskoterska", unit, f"Sjuksköterska, {short}", place, 2)
    title = f"Vårdcentralschef, {short}"
    chief = example.person(f"{unit}-vcc", title, place)
    deputy = example.deputy(f"{unit}-vcc", title, place)
    example.appoint("vardcentralschef", unit, chief, [deputy, nurses[1]])


def _autumn(example: Example, one: Municipality) -> None:
    """A meeting at each centre, as the proposal has it for Borås (003, lines 74-93)."""
    seats = [
        *(seat(role, one.care) for role in ("enhetschef", "legitimerad-personal")),
        *(seat(role, one.social) for role in ("enhetschef-verkstallighet", "bistandshandlaggare")),
        seat("enhetschef-myndighet", one.social, need="on_demand"),
        seat("enhetschef", f"{one.id}-ifo", need="on_demand"),
        *(seat(role, one.city, need="on_demand") for role in ("mas", "mar")),
    ]
    duty = {"unit": one.city}
    series = example.mark(
        "series",
        f"{one.id}-host",
        title=f"Närvårdsmöte höst, {one.name}",
        note="Antagande: höstens möten hålls som i förslaget för Borås.",
        duration_minutes=90,
        windows=[window("2026-09-01", "2026-11-30", ("12:30", "17:00"), "mon tue wed thu")],
        convener=duty,
        agenda_holder=duty,
        agenda_deadline_days=14,
        deadlines=[deadline("kallelse", "Kallelse och dagordning", 14, one.city)],
        preferences=[{"weekdays": ["tue", "wed", "thu"]}, {"from_time": "13:00", "to_time": "15:30"}],
        seats=seats,
    )
    for n in range(1, one.centres + 1):
        own = [seat(role, one.centre(n)) for role in ("vardcentralschef", "sjukskoterska")]
        title, asked = f"Närvårdsmöte höst, vårdcentral {n} i {one.name}", [f"mas-{one.city}"] if n % 2 else []
        place = f"plats-{one.centre(n)}"
        example.mark("meetings", f"{series}-{n}", series=series, title=title, places=[place], asked=asked, seats=own)


def _spring(example: Example, one: Municipality) -> None:
    """One area meeting for all centres, as the proposal has two for Borås (003, lines 27-41)."""
    city = {**SHOULD, "groups": ["kommun"]}
    seats = [seat(role, one.care, **city) for role in ("verksamhetschef", "enhetschef")]
    seats += [seat(f"verksamhetschef-{kind}", one.social, **city) for kind in ("myndighet", "verkstallighet")]
    seats += [seat(role, one.city, **SHOULD) for role in ("mas", "mar")]
    seats += [seat("primarvardschef", "narhalsan", **SHOULD), seat("omradeschef", "narhalsan-rehab", **SHOULD)]
    centres = [one.centre(n) for n in range(1, one.centres + 1)]
    seats += [seat("vardcentralschef", unit, **SHOULD, groups=["vardcentraler"]) for unit in centres]
    series = example.mark(
        "series",
        f"{one.id}-var",
        title=f"Närvårdsmöte vår, {one.name}",
        note="Antagande: ett områdesmöte där kommunen har flera vårdcentraler, som i förslaget för Borås.",
        duration_minutes=120,
        windows=[window("2026-01-07", "2026-02-27", ("08:30", "16:30"))],
        places=[one.hall],
        agenda_deadline_days=14,
        deadlines=[deadline("fragor", "Frågeställningar skickas in", 21)],
        seats=seats,
        attendance=[{"group": "vardcentraler", "least": len(centres) // 2 + 1}, {"group": "kommun", "least": 2}],
    )
    example.mark("meetings", f"{series}-mote", series=series)


def put_travel(example: Example) -> None:
    """Minutes between the towns, and between them and the localities of Borås."""
    travel: Item = example.document["travel"]
    legs: list[Item] = travel["legs"]
    inside = [one["id"] for one in example.document["localities"] if one["id"] not in {own.id for own in SEVEN}]
    local = {other: leg["minutes"] for leg in legs for one, other in [leg["between"]] if one == "boras-centrum"}
    for n, one in enumerate(SEVEN):
        for other in SEVEN[:n]:
            pair = tuple(sorted((one.id, other.id)))
            minutes = NEIGHBOURS.get((pair[0], pair[1]), one.minutes + other.minutes)
            legs.append({"between": list(pair), "minutes": minutes, **EXAMPLE})
        for locality in inside:
            minutes = one.minutes + local.get(locality, 0) // 2
            legs.append({"between": [locality, one.id], "minutes": minutes, **EXAMPLE})
