"""The steering group, its committee (AU), and the conference of the year."""

from datetime import date, timedelta

from benchmarks.sodra_alvsborg.example import EXAMPLE, PRICED, SHOULD, Example, Item, deadline, published, seat, window
from benchmarks.sodra_alvsborg.municipalities import BORAS, SEVEN
from benchmarks.sodra_alvsborg.politics import chairmanship, secretary
from benchmarks.sodra_alvsborg.region import HALL, OFFICE
from benchmarks.working_year import AUTUMN, SPRING, slices

__all__ = ["SPANS", "put_steering"]

MARK, ULRICEHAMN = SEVEN[2], SEVEN[5]
SPANS = [*slices(*SPRING, 4, most_days=37), *slices(*AUTUMN, 4, most_days=27)]
"""Stretches of the year, each of which has a meeting of the steering group."""


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
    due = [published("Protokoll", 21, OFFICE)]
    example.add("series", "styrgrupp", **group, note=note, public=True, deadlines=due, **common)
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
        deadlines=[deadline("inbjudan", "Inbjudan till chefer och övriga intresserade", 60, OFFICE)],
        **EXAMPLE,
    )
    example.mark("meetings", "samverkanskonferens", series="samverkanskonferens")
