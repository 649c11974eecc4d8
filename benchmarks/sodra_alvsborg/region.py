"""Whom the municipalities share: the federation and its office, the region's boards, hospital and care."""

from benchmarks.sodra_alvsborg.example import REGION_LIMITS, Example
from benchmarks.sodra_alvsborg.municipalities import BORAS, SEVEN, Municipality

__all__ = ["BOARDS", "HALL", "OFFICE", "SECRETARY", "put_region"]

OFFICE, HALL = "narvardskontoret", "borasregionens-lokal"
FEDERATION = "borasregionen"
SECRETARY = ("sekreterare", OFFICE)
BOARDS = {
    "styrelse-bestalld-primarvard": "Styrelsen för beställd primärvård",
    "primarvardsstyrelsen": "Primärvårdsstyrelsen",
    "styrelsen-sas": "Styrelsen för Södra Älvsborgs sjukhus",
    "styrelsen-habilitering": "Styrelsen för Habilitering och hälsa",
    "tandvardsstyrelsen": "Tandvårdsstyrelsen",
}
CLINICS = {"medicin": "medicin", "psykiatri": "psykiatri", "barn": "barn och unga", "geriatrik": "geriatrik"}
ROLES = {
    "sekreterare": "Sekreterare",
    "ledamot": "Politisk ledamot",
    "presidieledamot": "Ledamot av presidiet",
    "ordforande": "Ordförande",
    "vice-ordforande": "Vice ordförande",
    "andre-vice-ordforande": "Andre vice ordförande",
    "representant": "Representant",
    "tjansteperson": "Tjänsteperson",
    "forvaltningschef": "Förvaltningschef",
    "skolchef": "Skolchef",
    "brukarrepresentant": "Brukarrepresentant",
}


def put_region(example: Example) -> None:
    """The units and people of the forums, beside those that Borås has."""
    for role, name in ROLES.items():
        example.add("roles", role, name=name)
    example.add("organisations", FEDERATION, name="Boråsregionen, Sjuhärads kommunalförbund")
    note = "Antagande: källorna nämner ingen lokal för de delregionala mötena."
    hall = {"name": "Boråsregionens möteslokal", "address": "Borås centrum", "locality": "boras-centrum"}
    example.mark("places", HALL, **hall, rooms=2, capacity=60, note=note)
    _federation(example)
    _politicians(example)
    _care(example)
    for one in (BORAS, *SEVEN):
        _municipal_heads(example, one)


def _federation(example: Example) -> None:
    """The office of two (000, line 76), its own employer, and the politicians' committee."""
    owner = {"organisation": FEDERATION}
    example.add("units", OFFICE, name="Närvårdskontoret", kind="office", place=HALL, **owner)
    example.staff("sekreterare", OFFICE, "Närvårdskontoret, koordinator eller samordnare", HALL, 2, **REGION_LIMITS)
    example.add("units", "kommunalforbundet", name="Boråsregionen, Sjuhärads kommunalförbund", **owner)
    title = "Representant för kommunalförbundet"
    example.with_deputy("representant", "kommunalforbundet", title, HALL, **REGION_LIMITS)
    committee = "Boråsregionens politiska beredning Välfärd och kompetens"
    example.add("units", "beredning-valfard", name=committee, kind="political", **owner)
    for one in (BORAS, *SEVEN):
        title = f"Ledamot av beredningen Välfärd och kompetens, {one.name}"
        holder = example.person(f"ledamot-{one.id}", title, one.hall, **REGION_LIMITS)
        deputy = example.deputy(f"ledamot-{one.id}", title, one.hall, **REGION_LIMITS)
        example.appoint("ledamot", "beredning-valfard", holder, [deputy])
    title = "Tjänsteperson vid beredningen Välfärd och kompetens"
    example.with_deputy("tjansteperson", "beredning-valfard", title, HALL)


def _politicians(example: Example) -> None:
    """The boards' presidia, and who chairs the council; posts of the council and of the steering group are units."""
    note = "001 skriver Södra hälso- och sjukvårdsnämnden. Antagande: den nya nämnden har dess platser."
    region = {"organisation": "vgr", "kind": "political"}
    example.mark("units", "namnd-sodra", name="Delregional nämnd Södra", note=note, **region)
    for role, title in (("ordforande", "Ordförande"), ("andre-vice-ordforande", "Andre vice ordförande")):
        example.with_deputy(role, "namnd-sodra", f"{title}, Delregional nämnd Södra", HALL, **REGION_LIMITS)
    for role in ("tjansteperson", "representant"):
        title = f"{ROLES[role]}, Delregional nämnd Södra"
        example.with_deputy(role, "namnd-sodra", title, HALL, **REGION_LIMITS)
    for unit, name in BOARDS.items():
        example.add("units", unit, name=name, **region)
        title = f"Presidieledamot, {name}"
        people = example.staff("presidieledamot", unit, title, HALL, 2, **REGION_LIMITS)
        deputy = example.deputy(unit, title, HALL, **REGION_LIMITS)
        for post in example.document["appointments"]:
            if post["holder"] in people:
                post["deputies"] = [deputy]
    forum = {"organisation": FEDERATION, "kind": "forum", "note": "Posterna som ordförande och vice ordförande."}
    example.add("units", "dps", name="Delregionalt politiskt samråd", **forum)
    example.add("units", "styrgrupp", name="Styrgrupp närvård", **forum)


def _care(example: Example) -> None:
    """The hospital, habilitation, dental care, ordered primary care; private centres and rehab speak by one each."""
    vgr = {"organisation": "vgr"}
    example.add("units", "sas", name="Södra Älvsborgs sjukhus (SÄS)", kind="hospital", **vgr)
    example.with_deputy("representant", "sas", "Representant för SÄS", HALL, **REGION_LIMITS)
    for clinic, name in CLINICS.items():
        note = "Antagande: vilka verksamheter vid SÄS som möter vilken kommun."
        unit = example.mark("units", f"sas-{clinic}", name=f"SÄS, {name}", kind="hospital", note=note, **vgr)
        example.with_deputy("verksamhetschef", unit, f"Verksamhetschef {name}, SÄS", HALL, **REGION_LIMITS)
    for unit, name in (
        ("habilitering", "Habilitering och hälsa"),
        ("tandvarden", "Tandvården"),
        ("bestalld-primarvard", "Beställd primärvård"),
    ):
        example.add("units", unit, name=name, **vgr)
        example.with_deputy("representant", unit, f"Representant för {name}", HALL, **REGION_LIMITS)
    note = "Antagande: vem som företräder de privata utförarna gemensamt."
    for unit, name, holder, deputy in (
        ("privata-vardcentraler", "Privata vårdcentraler", "vcc-citylakarna", "vcc-vega"),
        ("privata-rehab", "Privat rehab", "ec-rehab-amicus", "ec-rehab-vega"),
    ):
        example.mark("units", unit, name=name, note=note, **vgr)
        example.appoint("representant", unit, holder, [deputy])


def _municipal_heads(example: Example, one: Municipality) -> None:
    """Who leads the municipality's part, and its schools."""
    chief = "vch-primarvard-vaf" if one.id == "boras" else f"{one.id}-verksamhetschef"
    head = example.person(f"{one.id}-forvaltningschef", f"Förvaltningschef, {one.name}", one.hall, **REGION_LIMITS)
    example.appoint("forvaltningschef", one.city, head, [chief])
    example.with_deputy("skolchef", one.city, f"Skolchef, {one.name}", one.hall)
