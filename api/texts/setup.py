"""Words of the pages that set a term up; what nouns and fields are called stands in modules of their own."""

from api.texts.setup_fields import FIELD_WORDINGS
from api.texts.setup_nouns import NOUN_WORDINGS
from api.texts.setup_rules import MEANING_WORDINGS
from api.texts.wording import Wording

__all__ = ["SETUP_WORDINGS"]

_PAGES: dict[str, Wording] = {
    "done.begun": Wording(
        "Terminen finns nu. Fyll i underlaget uppifrån och ner.", "The term is there now. Fill it in from the top."
    ),
    "done.kept": Wording("Sparat.", "Saved."),
    "done.removed": Wording("Borttaget.", "Removed."),
    "setup.overview.lead": Wording(
        "Allt som planen utgår från. Fyll i uppifrån och ner: det som står längre ner bygger på det ovanför.",
        "All that the plan is made from. Fill it in from the top: what stands below builds on what stands above.",
    ),
    "setup.group.term": Wording("Terminen och dess dagar", "The term and its days"),
    "setup.group.where": Wording("Lokaler och restider", "Places and travel"),
    "setup.group.organisation": Wording("Organisation", "Organisation"),
    "setup.group.who": Wording("Personer", "People"),
    "setup.group.what": Wording("Möten", "Meetings"),
    "setup.group.ranked": Wording("Mål och regler", "Goals and rules"),
    "setup.begin": Wording("Ny termin", "A new term"),
    "setup.begin.link": Wording("Börja på en tom termin", "Begin with an empty term"),
    "setup.begin.lead": Wording(
        "Ge terminen ett namn och säg när den börjar och slutar. Resten fyller du i sedan.",
        "Give the term a name and say when it begins and ends. You fill in the rest afterwards.",
    ),
    "setup.begin.button": Wording("Skapa terminen", "Make the term"),
    "setup.save": Wording("Spara", "Save"),
    "setup.save_another": Wording("Spara och lägg till en till", "Save and add another"),
    "setup.more": Wording("Mer", "More"),
    "setup.yes": Wording("ja", "yes"),
    "setup.none": Wording("inga", "none"),
    "setup.nothing": Wording("Inget valt", "Nothing chosen"),
    "setup.choose": Wording("Välj", "Choose"),
    "setup.number": Wording("{label} {number}", "{label} {number}"),
    "setup.add_row": Wording("Lägg till en rad", "Add a row"),
    "setup.remove_row": Wording("Ta bort raden", "Remove the row"),
    "setup.nothing_to_tick": Wording("Här finns inget att välja än.", "There is nothing to choose here yet."),
    "setup.follows": Wording("Inget angivet betyder som i serien", "Nothing given means as in the series"),
    "setup.as_series": Wording("som i serien", "as in the series"),
    "setup.not_kept": Wording("Inget är sparat än. Rätta det här:", "Nothing has been saved yet. Correct this:"),
    "setup.wrong": Wording("Fel: {title}", "Error: {title}"),
    "setup.all_of": Wording("{what}: {n}", "{what}: {n}"),
    "setup.empty": Wording("Här finns inget än.", "There is nothing here yet."),
    "setup.search": Wording("Sök i listan", "Search the list"),
    "setup.search.button": Wording("Sök", "Search"),
    "setup.search.found": Wording("{found} av {all} visas.", "{found} of {all} are shown."),
    "setup.search.all": Wording("Visa alla", "Show all"),
    "setup.pages": Wording("Fler sidor", "More pages"),
    "setup.earlier": Wording("Föregående", "Previous"),
    "setup.later": Wording("Nästa", "Next"),
    "setup.remove": Wording("Ta bort", "Remove"),
    "setup.remove.title": Wording("Ta bort {name}", "Remove {name}"),
    "setup.remove.unused": Wording("Inget annat i terminen hänvisar hit.", "Nothing else in the term refers to it."),
    "setup.remove.used": Wording(
        "Det här hänvisar hit. Ändra det först, annars går det inte att ta bort.",
        "These refer to it. Change them first, or else it cannot be removed.",
    ),
    "setup.remove.needed": Wording(
        "Inget är borttaget. Ändra det här först:", "Nothing has been removed. Change these first:"
    ),
    "setup.remove.is_used": Wording("”{id}” används här.", '"{id}" is used here.'),
    "setup.remove.keep": Wording("Behåll", "Keep it"),
    "setup.both.lead": Wording(
        "{by} har ändrat samma sak medan du skrev. Ditt är inte sparat. Jämför och välj.",
        "{by} has changed the same thing while you wrote. Yours has not been saved. Compare and choose.",
    ),
    "setup.both.gone": Wording(
        "{by} har tagit bort det medan du skrev. Ditt är inte sparat. Välj vad som ska gälla.",
        "{by} has removed it while you wrote. Yours has not been saved. Choose what is to hold.",
    ),
    "setup.both.caption": Wording("Båda versionerna, fält för fält", "Both versions, field by field"),
    "setup.both.field": Wording("Fält", "Field"),
    "setup.both.theirs": Wording("Det som {by} sparade", "What {by} saved"),
    "setup.both.yours": Wording("Ditt", "Yours"),
    "setup.both.differs": Wording("olika", "differs"),
    "setup.both.keep": Wording("Behåll den andras", "Keep theirs"),
    "setup.both.save": Wording("Spara mitt i stället", "Save mine instead"),
    "setup.both.remove": Wording("Ta bort ändå", "Remove it all the same"),
    "setup.goals.default": Wording("i den vanliga ordningen", "in the usual order"),
    "setup.goals.own": Wording("i egen ordning", "in an order of your own"),
    "setup.goals.needed": Wording("Det här målet räknas alltid.", "This goal always counts."),
    "setup.goals.counts": Wording("Räknas", "Counts"),
    "setup.goals.up": Wording("Flytta upp", "Move up"),
    "setup.goals.down": Wording("Flytta ner", "Move down"),
    "setup.goals.reset": Wording("Återställ den vanliga ordningen", "Back to the usual order"),
    "setup.rules": Wording("Regler som alltid gäller", "Rules that always hold"),
    "setup.rules.lead": Wording(
        "Ingen plan bryter mot de här reglerna. De går inte att stänga av, men du styr siffrorna i dem.",
        "No plan breaks these rules. They cannot be turned off, but you set the figures in them.",
    ),
    "setup.rules.at": Wording("Ställs in under:", "Set under:"),
}

# What a line of a list says, and what the overview says is missing.
_SAYS: dict[str, Wording] = {
    "setup.says.minutes": Wording("{minutes:minut|minuter}", "{minutes:minute|minutes}"),
    "setup.says.seats": Wording("{seats:plats|platser}", "{seats:seat|seats}"),
    "setup.says.meetings": Wording("{meetings:möte|möten}", "{meetings:meeting|meetings}"),
    "setup.says.capacity": Wording("rymmer {people:person|personer}", "holds {people:person|people}"),
    "setup.says.deputy": Wording("ersättare: {post}", "deputy: {post}"),
    "setup.says.deputies": Wording("ersättare: {people}", "deputies: {people}"),
    "setup.says.no_post": Wording("utan uppdrag", "without an appointment"),
    "setup.says.vacant": Wording("utan innehavare", "without a holder"),
    "setup.says.locked": Wording("låst", "locked"),
    "setup.says.at_least": Wording("minst {days:dag|dagar} emellan", "at least {days:day|days} apart"),
    "setup.says.at_most": Wording("högst {days:dag|dagar} emellan", "at most {days:day|days} apart"),
    "setup.missing.organisations": Wording("ingen organisation än", "no organisation yet"),
    "setup.missing.units": Wording("ingen enhet än", "no unit yet"),
    "setup.missing.roles": Wording("ingen roll än", "no role yet"),
    "setup.missing.people": Wording("ingen person än", "nobody yet"),
    "setup.missing.posts": Wording("{n:person|personer} utan uppdrag", "{n:person|people} without an appointment"),
    "setup.missing.holders": Wording(
        "{n:uppdrag|uppdrag} utan innehavare", "{n:appointment|appointments} without a holder"
    ),
    "setup.missing.series": Wording("ingen serie än", "no series yet"),
    "setup.missing.windows": Wording("{n:serie|serier} utan tidsfönster", "{n:series|series} without a window"),
    "setup.missing.seats": Wording("{n:serie|serier} utan platser", "{n:series|series} without seats"),
    "setup.missing.meetings": Wording("inget möte än", "no meeting yet"),
}

SETUP_WORDINGS: dict[str, Wording] = {
    **_PAGES,
    **_SAYS,
    **NOUN_WORDINGS,
    **FIELD_WORDINGS,
    **MEANING_WORDINGS,
}
"""By code; a test holds that the pages say all of them."""
