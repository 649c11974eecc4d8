"""The nouns of a term as people call them, and what each is for."""

from api.texts.wording import Wording

__all__ = ["NOUN_WORDINGS"]

# A noun: what its page is called, what a new one is called, how many there are, and what it is for.
_NOUNS: dict[str, tuple[Wording, Wording, Wording, Wording]] = {
    "closed_days": (
        Wording("Stängda dagar", "Closed days"),
        Wording("Ny stängd dag", "A new closed day"),
        Wording("{n:stängning|stängningar}", "{n:closure|closures}"),
        Wording("Dagar då inget planeras, utöver helgdagar.", "Days on which nothing is planned, beside holidays."),
    ),
    "localities": (
        Wording("Orter", "Localities"),
        Wording("Ny ort", "A new locality"),
        Wording("{n:ort|orter}", "{n:locality|localities}"),
        Wording(
            "Tätorter och stadsdelar. Restider anges mellan dem.",
            "Towns and parts of them. Travel is given between them.",
        ),
    ),
    "places": (
        Wording("Lokaler", "Places"),
        Wording("Ny lokal", "A new place"),
        Wording("{n:lokal|lokaler}", "{n:place|places}"),
        Wording(
            "Där möten kan hållas, och där folk reser från.",
            "Where meetings can be held, and where people travel from.",
        ),
    ),
    "legs": (
        Wording("Sträckor", "Ways"),
        Wording("Ny sträcka", "A new way"),
        Wording("{n:sträcka|sträckor}", "{n:way|ways}"),
        Wording(
            "Hur lång tid det tar mellan två lokaler eller orter.",
            "How long it takes between two places or localities.",
        ),
    ),
    "closures": (
        Wording("Stängda lokaler", "Closed places"),
        Wording("Ny stängning", "A new closure"),
        Wording("{n:stängning|stängningar}", "{n:closure|closures}"),
        Wording("När en lokal inte går att använda.", "When a place cannot be used."),
    ),
    "organisations": (
        Wording("Organisationer", "Organisations"),
        Wording("Ny organisation", "A new organisation"),
        Wording("{n:organisation|organisationer}", "{n:organisation|organisations}"),
        Wording(
            "Huvudmän: kommuner, regioner, privata vårdgivare.",
            "Principals: municipalities, regions, private providers.",
        ),
    ),
    "areas": (
        Wording("Närvårdsområden", "Local care areas"),
        Wording("Nytt område", "A new area"),
        Wording("{n:område|områden}", "{n:area|areas}"),
        Wording("Områden som enheter kan höra till.", "Areas that units can belong to."),
    ),
    "districts": (
        Wording("Delar av områden", "Parts of areas"),
        Wording("Ny del", "A new part"),
        Wording("{n:del|delar}", "{n:part|parts}"),
        Wording("Delar av ett område vars enheter möts.", "Parts of an area whose units meet."),
    ),
    "units": (
        Wording("Enheter", "Units"),
        Wording("Ny enhet", "A new unit"),
        Wording("{n:enhet|enheter}", "{n:unit|units}"),
        Wording("Förvaltningar, vårdcentraler, verksamheter.", "Departments, health centres, services."),
    ),
    "roles": (
        Wording("Roller", "Roles"),
        Wording("Ny roll", "A new role"),
        Wording("{n:roll|roller}", "{n:role|roles}"),
        Wording("Vad någon är: enhetschef, sjuksköterska.", "What somebody is: head of unit, nurse."),
    ),
    "people": (
        Wording("Personer", "People"),
        Wording("Ny person", "A new person"),
        Wording("{n:person|personer}", "{n:person|people}"),
        Wording("De som kan kallas till möten.", "Those who can be asked to meetings."),
    ),
    "appointments": (
        Wording("Uppdrag", "Appointments"),
        Wording("Nytt uppdrag", "A new appointment"),
        Wording("{n:uppdrag|uppdrag}", "{n:appointment|appointments}"),
        Wording(
            "Vem som har en roll i en enhet, och vem som ersätter.", "Who holds a role in a unit, and who stands in."
        ),
    ),
    "absences": (
        Wording("Frånvaro", "Absences"),
        Wording("Ny frånvaro", "A new absence"),
        Wording("{n:frånvaro|frånvarotillfällen}", "{n:absence|absences}"),
        Wording(
            "När någon inte kan komma, en gång eller varje vecka.", "When somebody cannot come, once or every week."
        ),
    ),
    "presences": (
        Wording("Kan komma ändå", "Can come after all"),
        Wording("Ny tid", "A new time"),
        Wording("{n:tid|tider}", "{n:time|times}"),
        Wording("Tider då någon kan komma trots sin frånvaro.", "Times at which somebody can come although absent."),
    ),
    "series": (
        Wording("Mötesserier", "Series of meetings"),
        Wording("Ny serie", "A new series"),
        Wording("{n:serie|serier}", "{n:series|series}"),
        Wording(
            "Möten av samma slag, och det som gäller för alla i serien.",
            "Meetings of one kind, and what holds for all of them.",
        ),
    ),
    "meetings": (
        Wording("Möten", "Meetings"),
        Wording("Nytt möte", "A new meeting"),
        Wording("{n:möte|möten}", "{n:meeting|meetings}"),
        Wording(
            "De möten som ska få en tid. Det du lämnar tomt hämtas från serien.",
            "The meetings that are to get a time. What you leave empty comes from the series.",
        ),
    ),
    "orders": (
        Wording("Ordning mellan möten", "Order of meetings"),
        Wording("Ny ordning", "A new order"),
        Wording("{n:ordning|ordningar}", "{n:order|orders}"),
        Wording("Vilket möte som kommer före vilket.", "Which meeting comes before which."),
    ),
    "day_relations": (
        Wording("Samma dag eller olika dagar", "Same day or different days"),
        Wording("Nytt samband", "A new relation"),
        Wording("{n:samband|samband}", "{n:relation|relations}"),
        Wording(
            "Möten som ska ligga på samma dag, eller inte får göra det.", "Meetings that share a date, or must not."
        ),
    ),
}
_PARTS: dict[str, tuple[Wording, Wording]] = {
    "frame": (
        Wording("Grunduppgifter", "Basic facts"),
        Wording(
            "Namn, datum och det som gäller för alla möten.", "Its name, its dates, and what holds for all meetings."
        ),
    ),
    "holidays": (
        Wording("Helgdagar", "Public holidays"),
        Wording(
            "Helgdagar då inget planeras. Lämna tomt om de inte ska räknas.",
            "Holidays on which nothing is planned. Leave it empty if they are not to count.",
        ),
    ),
    "travel": (
        Wording("Restider", "Travel"),
        Wording("Det som gäller när ingen sträcka är angiven.", "What holds where no way is given."),
    ),
    "limits": (
        Wording("Högsta antal möten", "Most meetings"),
        Wording(
            "Så många möten kan en person få. Egna gränser anges hos personen.",
            "How many meetings a person can have. Limits of their own are set with the person.",
        ),
    ),
    "goals": (
        Wording("Mål i ordning", "Goals in their order"),
        Wording(
            "Det översta målet väger tyngst. Inget mål får gå ut över ett mål ovanför.",
            "The topmost goal weighs most. No goal is met at the cost of one above it.",
        ),
    ),
}

NOUN_WORDINGS: dict[str, Wording] = {
    **{f"setup.noun.{name}": words[0] for name, words in (_NOUNS | _PARTS).items()},
    **{f"setup.lead.{name}": words[-1] for name, words in (_NOUNS | _PARTS).items()},
    **{f"setup.new.{name}": words[1] for name, words in _NOUNS.items()},
    **{f"setup.count.{name}": words[2] for name, words in _NOUNS.items()},
}
"""By code."""
