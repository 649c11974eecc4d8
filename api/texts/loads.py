"""What the page of who has how much says."""

from api.texts.wording import Wording

__all__ = ["LOAD_WORDINGS"]

LOAD_WORDINGS: dict[str, Wording] = {
    "load.title": Wording("Belastning", "Load"),
    "load.lead": Wording(
        "Hur många möten var och en har, vecka för vecka. Restiden är från arbetsplatsen och tillbaka.",
        "How many meetings each person has, week by week. Travel is from the workplace and back.",
    ),
    "load.caption": Wording(
        "{people:person|personer}, de som har mest först.", "{people:person|people}, those who have most first."
    ),
    "load.more": Wording(
        "{people:person till|personer till} visas inte: sök för att se dem.",
        "{people:more person is|more people are} not shown: search to see them.",
    ),
    "load.seek": Wording("Sök person, befattning eller enhet", "Search for a person, post or unit"),
    "load.seek.hint": Wording("Lämna tomt för att se alla.", "Leave it empty to see everybody."),
    "load.seek.button": Wording("Sök", "Search"),
    "load.nobody": Wording("Ingen med möten stämmer med sökningen.", "Nobody with meetings fits the search."),
    "load.person": Wording("Person", "Person"),
    "load.meetings": Wording("Möten", "Meetings"),
    "load.time": Wording("Mötestid", "In meetings"),
    "load.travel": Wording("Restid", "Travel"),
    "load.all": Wording("Alla", "Everybody"),
    "load.hours": Wording("{hours} h {minutes:02} min", "{hours} h {minutes:02} min"),
    "load.free": Wording(
        "{people:person|personer} har inga möten i planen.", "{people:person has|people have} no meetings in the plan."
    ),
}
"""By code."""
