"""Words of the pages that depend on what they say it of; sentences that never change stand in the templates."""

from api.texts.wording import Wording

__all__ = ["PAGE_WORDINGS"]

PAGE_WORDINGS: dict[str, Wording] = {
    "page.weekdays": Wording("mån tis ons tors fre lör sön", "Mon Tue Wed Thu Fri Sat Sun"),
    "page.months": Wording(
        "januari februari mars april maj juni juli augusti september oktober november december",
        "January February March April May June July August September October November December",
    ),
    "page.clock": Wording("%H.%M", "%H:%M"),
    "page.moment": Wording("{date} kl. {clock}", "{date} at {clock}"),
    "page.placed": Wording(
        "{placed} av {all:möte|möten} har fått tid.", "{placed} of {all:meeting|meetings} have got a time."
    ),
    "page.released": Wording(
        "Utgåva {number}, publicerad {date} av {by}.", "Release {number}, published on {date} by {by}."
    ),
    "page.coming": Wording("{people:deltagare|deltagare}", "{people:participant|participants}"),
    "page.deputies": Wording("{people:ersättare|ersättare}", "{people:deputy|deputies}"),
    "page.missing": Wording("{people:tom stol|tomma stolar}", "{people:empty seat|empty seats}"),
    "page.everybody": Wording("Hela terminen", "The whole term"),
    "page.not_proven": Wording(
        "Inte bevisat i alla delar: det kan finnas en bättre plan. Låt den söka längre.",
        "Not proven in every part: there may be a better plan. Let it look longer.",
    ),
}
"""By code."""
