"""The political council (DPS) and its presidium: members, who chairs, and their meetings of the year."""

from benchmarks.sodra_alvsborg.example import EXAMPLE, PRICED, Example, Item, deadline, published, seat, window
from benchmarks.sodra_alvsborg.region import BOARDS, HALL, OFFICE, SECRETARY
from benchmarks.working_year import AUTUMN, SPRING, slices

__all__ = ["chairmanship", "put_politics", "secretary"]

KOMMUN, REGION = {"groups": ["kommun"]}, {"groups": ["region"]}
ELECTED_FROM = "2025-01-01"


def secretary() -> Item:
    """The office's seat: it keeps the minutes, and has no vote."""
    return seat(*SECRETARY, id="sekreterare", standing="without_vote")


def chairmanship(note: str, chair: tuple[str, str], vice: tuple[str, str]) -> Item:
    """Sides that take turns, and who is elected: the side and the person of each office."""
    officers = [{"side": side, "person": person} for side, person in (chair, vice)]
    elected = {"first_day": ELECTED_FROM, "chair": officers[0], "vice_chair": officers[1], **EXAMPLE}
    turns = {"sides": [chair[0], vice[0]], "first_day": ELECTED_FROM, "years": 2, "note": note}
    return {**turns, "elections": [elected], **EXAMPLE}


def put_politics(example: Example) -> None:
    """The council and its presidium, and who chairs."""
    example.appoint("ordforande", "dps", "ledamot-ulricehamn")
    example.appoint("vice-ordforande", "dps", "namnd-sodra-ordforande")
    _council(example)
    _presidium(example)
    _meetings(example)


def _members() -> list[Item]:
    """Politicians of the municipalities' federation and of the region's boards (001, lines 235-254)."""
    count = "Antagande: beredningen har en ledamot från varje kommun."
    committee = seat("ledamot", "beredning-valfard", id="beredning", count=8, **PRICED, **KOMMUN, **EXAMPLE, note=count)
    nominated = [seat(role, "namnd-sodra", **PRICED, **REGION) for role in ("ordforande", "andre-vice-ordforande")]
    note = "Antagande: ett presidium är ordförande och vice ordförande."
    boards = [
        seat("presidieledamot", unit, count=2, **PRICED, **REGION, **EXAMPLE, note=note, id=f"presidiet-{unit}"[:64])
        for unit in BOARDS
    ]
    guests = [
        seat("tjansteperson", unit, need="on_demand", standing="without_vote")
        for unit in ("beredning-valfard", "namnd-sodra")
    ]
    return [committee, *nominated, *boards, *guests, secretary()]


def _council(example: Example) -> None:
    turns = (
        "Ur källan: alternerar mellan kommun och region, två år; huvudregeln är att vice ordförande blir ordförande."
    )
    example.add(
        "forums",
        "dps",
        title="Delregionalt politiskt samråd (DPS)",
        members=_members(),
        quorum=11,
        convener={"unit": OFFICE},
        secretary={"unit": OFFICE, "role": "sekreterare"},
        chairmanship=chairmanship(
            f"{turns} Antaget: vilken sida som är ordförande nu, sedan när, och vem.",
            ("kommun", "ledamot-ulricehamn"),
            ("region", "namnd-sodra-ordforande"),
        ),
        assignment="Vision och strategisk inriktning för Närvårdssamverkan; uppdrag till styrgruppen.",
        note="Ur källan: vice ordförande är ständig justerare. Beslutförheten (quorum) är öppen i källorna."
        " Antaget: fler än hälften av dem som har rösträtt.",
    )


def _presidium(example: Example) -> None:
    members = [
        seat(role, "dps", groups=[side]) for role, side in (("ordforande", "kommun"), ("vice-ordforande", "region"))
    ]
    example.add(
        "forums",
        "presidium",
        title="Presidium för DPS",
        members=[*members, secretary()],
        convener={"unit": OFFICE},
        chair={"unit": OFFICE},
        secretary={"unit": OFFICE, "role": "sekreterare"},
        assignment="Förbereder DPS möten.",
        reports_to=["dps"],
    )


def _meetings(example: Example) -> None:
    """Four meetings of the council, and one of the presidium before each."""
    note = "Ur källan: fyra möten per år. Antaget: när på året, dagar och tider, längd, lokal och minsta avstånd."
    speaker = seat("ordforande", "styrgrupp", id="foredragande", need="on_demand", note="Föredragande vid behov.")
    series = {"places": [HALL], "agenda_deadline_days": 10, **EXAMPLE}
    council = "Delregionalt politiskt samråd"
    example.add(
        "series",
        "dps",
        title=council,
        forum="dps",
        duration_minutes=150,
        spacing_days=50,
        seats=[speaker],
        note=note,
        public=True,
        deadlines=[deadline("kallelse", "Kallelse till DPS", 14, OFFICE), published("Protokoll", 21, OFFICE)],
        **series,
    )
    note = "Ur källan: presidiet förbereder DPS möten. Antaget: längd, dagar och tider, och hur långt före."
    notes = deadline("anteckningar", "Mötesanteckningar", 7, OFFICE, side="after")
    due = [deadline("kallelse", "Kallelse till presidiet", 10, OFFICE), notes]
    own = {"title": "Presidium", "forum": "presidium", "duration_minutes": 60, "note": note, "deadlines": due}
    example.add("series", "presidium", **own, **series)
    spans = [*slices(*SPRING, 2, most_days=56), *slices(*AUTUMN, 2, most_days=50)]
    for n, (first, last) in enumerate(spans, start=1):
        asked = ["foredragande"] if n % 2 == 0 else []
        when = [window(max(str(first), "2026-02-02"), last, ("09:00", "12:00"))]
        example.mark("meetings", f"dps-{n}", series="dps", title=f"{council} {n}", windows=when, asked=asked)
        before = [window("2026-01-08" if n == 1 else spans[n - 2][1], last, ("08:30", "16:30"))]
        example.mark("meetings", f"presidium-{n}", series="presidium", title=f"Presidium {n}", windows=before)
    note = "Ur källan: presidiet förbereder DPS möten. Antaget: hur många dagar före."
    days = {"at_least_days": 7, "at_most_days": 21, "note": note}
    example.mark("series_orders", "presidium-fore-dps", before="presidium", after="dps", **days)
