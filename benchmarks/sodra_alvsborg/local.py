"""What each municipality has of its own: a local management group, and the working groups that it forms."""

from dataclasses import dataclass
from datetime import date

from benchmarks.sodra_alvsborg.example import EXAMPLE, PRICED, Example, Item, deadline, published, seat, window
from benchmarks.sodra_alvsborg.municipalities import BORAS, SEVEN, Municipality
from benchmarks.sodra_alvsborg.region import OFFICE
from benchmarks.working_year import AUTUMN, SPRING, slices

__all__ = ["put_local"]

ALL = {one.id: one for one in (BORAS, *SEVEN)}
CLINICS = ("sas-medicin", "sas-psykiatri", "sas-barn", "sas-geriatrik")
SIDES = ("kommun", "primarvard", "specialistvard")
MORNING, DAYTIME = ("09:00", "12:00"), ("09:00", "16:00")
QUARTERS = [*slices(*SPRING, 2, most_days=40), *slices(*AUTUMN, 2, most_days=40)]
WITH_HABILITATION, WITH_REHAB = ("boras", "mark", "ulricehamn"), ("boras", "mark")


def put_local(example: Example) -> None:
    """Eight management groups, Borås's preparing group, and some working groups."""
    for n, one in enumerate((BORAS, *SEVEN)):
        _management(example, one, CLINICS[n % len(CLINICS)])
    _preparing(example)
    for group in WORKING_GROUPS:
        _working_group(example, group)


def _management(example: Example, one: Municipality, clinic: str) -> None:
    """Municipality, primary care and specialist care with mandate to decide (001, lines 153-168)."""
    duty = {"unit": one.city, "role": "forvaltningschef"}
    forum = example.add(
        "forums",
        f"ledningsgrupp-{one.id}",
        title=f"Lokal ledningsgrupp {one.name}",
        area=one.id,
        members=_management_members(one, clinic),
        representation=[{"group": side, "least": 1} for side in SIDES],
        convener={**duty, **EXAMPLE, "note": "Ur källan: kommunen. Antaget: vem."},
        chair={**duty, **EXAMPLE, "note": "Ur källan: kommunen. Antaget: vem."},
        assignment="Samverkan på lokal nivå; företrädarna har mandat att fatta beslut.",
        note="Beslutförhet, och vem som skriver protokollet, är öppet i källorna. Antaget: vilka som företräder vem.",
    )
    title, note = f"Lokal ledningsgrupp {one.name}", "Antaget: fyra möten per år, när, hur länge och var."
    common = {"duration_minutes": 120, "places": [one.hall], "spacing_days": 35, "agenda_deadline_days": 10}
    mailed = deadline("till-kontoret", "Protokoll till Närvårdskontoret", 14, side="after")
    due = [deadline("kallelse", "Kallelse", 14, one.city), mailed, published("Protokoll", 21, OFFICE)]
    own = {"title": title, "forum": forum, "note": note, "public": True, "deadlines": due}
    example.add("series", forum, **own, **common, **EXAMPLE)
    for n, span in enumerate(QUARTERS, start=1):
        when = [window(*span, DAYTIME)]
        example.mark("meetings", f"{forum}-{n}", series=forum, title=f"{title} {n}", windows=when)


def _management_members(one: Municipality, clinic: str) -> list[Item]:
    city = {**PRICED, "groups": ["kommun"], **EXAMPLE}
    members = [seat("forvaltningschef", one.city, deputy="should", groups=["kommun"], **EXAMPLE)]
    members += [seat("verksamhetschef", one.care, **city), seat("mas", one.city, **city)]
    centres = ("vc-citylakarna", "vc-sodra-torget") if one.id == "boras" else [one.centre(n) for n in (1, 2)]
    primary = {**PRICED, "groups": ["primarvard"], **EXAMPLE}
    members += [seat("vardcentralschef", unit, **primary) for unit in centres[: max(1, min(2, one.centres))]]
    if one.id == "boras":
        members += [seat("primarvardschef", "narhalsan", **primary)]
    members += [seat("verksamhetschef", clinic, id="sas", **PRICED, groups=["specialistvard"], **EXAMPLE)]
    guest = {**PRICED, "standing": "co_opted", **EXAMPLE}
    members += [seat("skolchef", one.city, **guest)]
    members += [seat("representant", "habilitering", **guest)] if one.id in WITH_HABILITATION else []
    return members + ([seat("omradeschef", "narhalsan-rehab", **guest)] if one.id in WITH_REHAB else [])


def _preparing(example: Example) -> None:
    """Borås's local preparing group, of which its proposal tells (003, line 9)."""
    own = {**PRICED, **EXAMPLE}
    members = [seat("verksamhetschef", "primarvard-sof", groups=["kommun"], **own)]
    members += [seat("verksamhetschef-myndighet", "vaf", groups=["kommun"], **own)]
    members += [seat("enhetschef", "ifo", groups=["kommun"], **own)]
    members += [
        seat("vardcentralschef", f"vc-{name}", groups=["primarvard"], **own) for name in ("bramhult", "heimdal")
    ]
    forum = example.add(
        "forums",
        "beredningsgrupp-boras",
        title="Lokal beredningsgrupp Borås",
        area="boras",
        members=members,
        representation=[{"group": side, "least": 1, **EXAMPLE} for side in SIDES[:2]],
        assignment="Se över mötesstrukturen och inkludera socialtjänsten.",
        reports_to=["ledningsgrupp-boras"],
        formed_by=["ledningsgrupp-boras"],
        note="Ur 003: den lokala ledningsgruppen har gett den ett uppdrag. Medlemmarna är antagna.",
    )
    note = "Antaget: ett möte före varje lokal ledningsgrupp, längd, dagar och tider, och hur långt före."
    common = {"duration_minutes": 90, "places": ["stadshuset"], "note": note, **EXAMPLE}
    example.add("series", forum, title="Lokal beredningsgrupp Borås", forum=forum, **common)
    for n, (_, last) in enumerate(QUARTERS, start=1):
        first = date(2026, 1, 8) if n == 1 else QUARTERS[n - 2][1]
        when = [window(first, last, ("08:30", "16:30"))]
        title = f"Lokal beredningsgrupp Borås {n}"
        example.mark("meetings", f"{forum}-{n}", series=forum, title=title, windows=when)
    days = {"at_least_days": 5, "at_most_days": 21, "note": "Antaget: att den möts före, och hur många dagar före."}
    name = "beredning-fore-ledning-boras"
    example.mark("series_orders", name, before=forum, after="ledningsgrupp-boras", **days)


# ---- working groups


@dataclass(frozen=True)
class WorkingGroup:
    """A group that one or more local management groups form, with a question and a time."""

    id: str
    title: str
    question: str
    cities: tuple[str, ...]
    spring: bool


WORKING_GROUPS = (
    WorkingGroup("utskrivning-boras", "Utskrivning", "Vem gör vad vid hemgång?", ("boras",), True),
    WorkingGroup("kontaktvagar-boras", "Kontaktvägar", "En väg in till varje verksamhet.", ("boras",), False),
    WorkingGroup("hemtjanst-mark", "Hemtjänst och vårdcentral", "Hur når vi varandra?", ("mark",), True),
    WorkingGroup("psykisk-halsa-mark", "Psykisk hälsa", "Vem möter den som söker hjälp?", ("mark",), False),
    WorkingGroup("fall-ulricehamn", "Fallprevention", "Hur förebygger vi fall?", ("ulricehamn",), True),
    WorkingGroup("avvikelser-vargarda", "Avvikelser", "Vad lär vi av avvikelserna?", ("vargarda",), False),
    WorkingGroup("lakemedel", "Läkemedel", "Vem går igenom läkemedlen, och när?", ("svenljunga", "tranemo"), True),
    WorkingGroup("lakemedel-herrljunga", "Läkemedel", "Vem går igenom läkemedlen?", ("herrljunga",), False),
)


def _working_group(example: Example, group: WorkingGroup) -> None:
    """A group with a question and a time frame, that reports to those who formed it (001, lines 167-175)."""
    parents, cities = [f"ledningsgrupp-{one}" for one in group.cities], [ALL[one] for one in group.cities]
    first, last = SPRING if group.spring else AUTUMN
    title = f"Lokal arbetsgrupp {group.title}, {' och '.join(one.name for one in cities)}"
    forum = example.add(
        "forums",
        f"arbetsgrupp-{group.id}",
        title=title,
        area=group.cities[0] if len(cities) == 1 else None,
        members=_working_members(example, group, cities),
        assignment=group.question,
        first_day=str(first),
        last_day=str(last),
        reports_to=parents,
        formed_by=parents,
        note="Antagande: gruppen är ett exempel. Sammankallande, ordförande och sekreterare är öppna i källorna.",
        **EXAMPLE,
    )
    note = "Antaget: fyra möten, när, hur länge och var."
    common = {"duration_minutes": 90, "places": [cities[0].hall], "spacing_days": 14, "note": note, **EXAMPLE}
    example.add("series", forum, title=title, forum=forum, **common)
    for n, span in enumerate(slices(first, last, 4, most_days=24), start=1):
        when = [window(*span, MORNING)]
        example.mark("meetings", f"{forum}-{n}", series=forum, title=f"{title} {n}"[:300], windows=when)


def _working_members(example: Example, group: WorkingGroup, cities: list[Municipality]) -> list[Item]:
    members = list[Item]()
    for one in cities:
        boras = one.id == "boras"
        head = ("enhetschef-verkstallighet", "verkstallighet-sof" if boras else one.social)
        licensed = ("legitimerad-personal", "primarvard-vaf-centrum" if boras else one.care)
        nurse = ("sjukskoterska", "vc-boda" if boras else one.centre(1))
        members += [
            seat(role, unit, **(PRICED if role == "legitimerad-personal" else {}))
            for role, unit in (head, licensed, nurse)
        ]
    what = f"{group.title}, {' och '.join(one.name for one in cities)}"
    unit = example.mark("units", f"brukare-{group.id}", name=f"Brukare, {what}", organisation="borasregionen")
    example.staff("brukarrepresentant", unit, f"Brukarrepresentant, {what}", cities[0].hall, 1)
    note = "Ur källan: brukarmedverkan är en viktig del."
    return [*members, seat("brukarrepresentant", unit, id="brukare", **PRICED, standing="co_opted", note=note)]
