"""What became of meetings, what happened, and what it costs: sentences for whoever plans, and for whoever attends."""

from api.texts.wording import Wording

__all__ = ["TELLING_WORDINGS"]

# Times and lists, the parts that sentences are put together of.
_PARTS: dict[str, Wording] = {
    "told.weekdays": Wording("mån tis ons tor fre lör sön", "Mon Tue Wed Thu Fri Sat Sun"),
    "told.months": Wording(
        "jan feb mars april maj juni juli aug sep okt nov dec", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
    ),
    "told.day": Wording("{weekday} {day} {month} {year}", "{weekday} {day} {month} {year}"),
    "told.moment": Wording("{day} kl. {at:%H.%M}", "{day}, {at:%H:%M}"),
    "told.hours": Wording("{days} kl. {start:%H.%M}–{end:%H.%M}", "{days}, {start:%H:%M}–{end:%H:%M}"),
    "told.from_to": Wording("{first} – {last}", "{first} – {last}"),
    "told.from_day": Wording("från {first}", "from {first}"),
    "told.to_day": Wording("till {last}", "to {last}"),
    "told.every_week": Wording("varje vecka", "every week"),
    "told.every_other_week": Wording("varannan vecka", "every other week"),
    "told.every_weeks": Wording("en vecka av {weeks}", "one week of {weeks}"),
    "told.two": Wording("{first} och {last}", "{first} and {last}"),
    "told.or": Wording("{first} eller {last}", "{first} or {last}"),
    "told.spot": Wording("{when} ({place})", "{when} ({place})"),
    "told.place_later": Wording("lokal bestäms senare", "place decided later"),
    "told.tie.order": Wording("{first} före {last}", "{first} before {last}"),
    "told.tie.same_day": Wording("{meetings} samma dag", "{meetings} on the same day"),
    "told.tie.different_days": Wording("{meetings} på olika dagar", "{meetings} on different days"),
    "told.both_at_once": Wording("{person} är på {other} då", "{person} is at {other} then"),
    "told.of_meeting": Wording("{meeting}: {sentence}", "{meeting}: {sentence}"),
}

# What became of a meeting, for whoever plans. `before` and `after` are times, `spot_...` times with the place.
_MEETINGS: dict[str, Wording] = {
    "told.new": Wording("{meeting} får en tid: {spot_after}.", "{meeting} gets a time: {spot_after}."),
    "told.moved.time": Wording(
        "{meeting} flyttas från {before} till {after}, i samma lokal ({place_after}).",
        "{meeting} moves from {before} to {after}, at the same place ({place_after}).",
    ),
    "told.moved.place": Wording(
        "{meeting} byter lokal från {place_before} till {place_after}. Tiden är kvar: {after}.",
        "{meeting} changes place from {place_before} to {place_after}. The time stays: {after}.",
    ),
    "told.moved.both": Wording(
        "{meeting} flyttas från {spot_before} till {spot_after}.", "{meeting} moves from {spot_before} to {spot_after}."
    ),
    "told.cancelled": Wording(
        "{meeting} ställs in {spot_before}. Ny tid är inte bestämd.",
        "{meeting} is cancelled on {spot_before}. A new time has not been set.",
    ),
    "told.withdrawn": Wording(
        "{meeting} ställs in {spot_before} och hålls inte senare heller.",
        "{meeting} is cancelled on {spot_before} and will not be held later either.",
    ),
    "told.reseated": Wording(
        "{meeting} är kvar {spot_after}, med andra personer.", "{meeting} stays on {spot_after}, with other people."
    ),
    "told.untouched": Wording("{meeting} är kvar {spot_after}.", "{meeting} stays on {spot_after}."),
    "told.seat.swapped": Wording("{seat}: {joined} i stället för {left}.", "{seat}: {joined} instead of {left}."),
    "told.seat.joined": Wording("{seat}: {joined} kommer till.", "{seat}: {joined} as well."),
    "told.seat.left": Wording("{seat}: {left} deltar inte längre.", "{seat}: {left} no longer attends."),
}

# The same to one of those who attend.
_OWN: dict[str, Wording] = {
    "own.joins": Wording("Du ska delta i {meeting}: {spot_after}.", "You are to attend {meeting}: {spot_after}."),
    "own.leaves": Wording(
        "Du ska inte längre delta i {meeting} {spot_before}. Mötet hålls ändå.",
        "You no longer attend {meeting} on {spot_before}. It is held all the same.",
    ),
    "own.leaves.moved": Wording(
        "Du ska inte längre delta i {meeting} {spot_before}. Mötet flyttas till {spot_after} och hålls utan dig.",
        "You no longer attend {meeting} on {spot_before}. It moves to {spot_after} and is held without you.",
    ),
    "own.moved.time": Wording(
        "Du har fått ny tid: {meeting} flyttas från {before} till {after}, i samma lokal ({place_after}).",
        "You have a new time: {meeting} moves from {before} to {after}, at the same place ({place_after}).",
    ),
    "own.moved.place": Wording(
        "Du har fått ny lokal: {meeting} {after} byter lokal från {place_before} till {place_after}.",
        "You have a new place: {meeting} on {after} changes place from {place_before} to {place_after}.",
    ),
    "own.moved.both": Wording(
        "Du har fått ny tid och lokal: {meeting} flyttas från {spot_before} till {spot_after}.",
        "You have a new time and place: {meeting} moves from {spot_before} to {spot_after}.",
    ),
    "own.cancelled": Wording(
        "Du ska inte komma {spot_before}: {meeting} ställs in. Ny tid är inte bestämd.",
        "You are not to come on {spot_before}: {meeting} is cancelled. A new time has not been set.",
    ),
    "own.withdrawn": Wording(
        "Du ska inte komma {spot_before}: {meeting} ställs in och hålls inte senare heller.",
        "You are not to come on {spot_before}: {meeting} is cancelled and will not be held later either.",
    ),
    "own.seat": Wording(
        "Du har en annan plats vid {meeting} {spot_after}: {seats_after} i stället för {seats_before}.",
        "You have another seat at {meeting} on {spot_after}: {seats_after} instead of {seats_before}.",
    ),
    "own.your_seat": Wording("Din plats: {seats_after}.", "Your seat: {seats_after}."),
}

# What happened or was decided, or could be done about it.
_ACTIONS: dict[str, Wording] = {
    "action.cancel": Wording(
        "{meeting} ställs in {day} och hålls en annan dag.", "{meeting} is cancelled on {day} and held another day."
    ),
    "action.cancel.until": Wording(
        "{meeting} ställs in {day} och hålls tidigast dagen efter {until}.",
        "{meeting} is cancelled on {day} and held on the day after {until} at the earliest.",
    ),
    "action.cancel.open": Wording(
        "{meeting} ställs in {day} tills vidare.", "{meeting} is cancelled on {day} until further notice."
    ),
    "action.withdraw": Wording("{meeting} ställs in för gott.", "{meeting} is cancelled for good."),
    "action.add": Wording("{meeting} läggs till.", "{meeting} is added."),
    "action.away": Wording("{person} kan inte komma {when}.", "{person} cannot come on {when}."),
    "action.leave": Wording(
        "{person} lämnar sina uppdrag {day}. De blir vakanta.",
        "{person} leaves all posts on {day}. They become vacant.",
    ),
    "action.leave.successor": Wording(
        "{person} lämnar sina uppdrag {day}. {successor} tar över dem.",
        "{person} leaves all posts on {day}. {successor} takes them over.",
    ),
    "action.close": Wording("{place} kan inte användas {when}.", "{place} cannot be used on {when}."),
    "action.close_day": Wording("Inga möten hålls {when}: {why}.", "No meetings are held on {when}: {why}."),
    "action.close_day.series": Wording(
        "Inga möten i {series} hålls {when}: {why}.", "No meetings of {series} are held on {when}: {why}."
    ),
    "action.lock": Wording("{meeting} ligger fast {when}.", "{meeting} stays on {when}."),
    "action.lock.seat": Wording("{seat}: låst till {people}.", "{seat}: locked to {people}."),
    "action.move": Wording(
        "{meeting} flyttas till {when} och ligger fast där.", "{meeting} moves to {when} and stays there."
    ),
    "action.unlock": Wording("{meeting} ligger inte längre fast.", "{meeting} is no longer locked."),
    "action.free": Wording(
        "{person} kan komma {when} trots sin frånvaro.", "{person} can come on {when} in spite of being away."
    ),
    "action.allow": Wording("{meeting} får också hållas {when}.", "{meeting} may also be held on {when}."),
    "action.seat.should": Wording(
        "En ersättare bör komma till {meeting} när ordinarie är borta: {seat}.",
        "A deputy should come to {meeting} when the holder is away: {seat}.",
    ),
    "action.seat.may": Wording(
        "En ersättare kan komma till {meeting} när ordinarie är borta: {seat}.",
        "A deputy may come to {meeting} when the holder is away: {seat}.",
    ),
    "action.seat.not": Wording(
        "Bara ordinarie får komma till {meeting}: {seat}.", "Only the holder may come to {meeting}: {seat}."
    ),
    "action.seat.never": Wording("{meeting} hålls inte utan {seat}.", "{meeting} is not held without {seat}."),
    "action.seat.priced": Wording("{meeting} hålls även utan {seat}.", "{meeting} is held even without {seat}."),
    "action.seat.same": Wording("{seat} är som förut vid {meeting}.", "{seat} is as before at {meeting}."),
    "action.limit.day": Wording(
        "{person} kan ha högst {most:möte|möten} om dagen.",
        "{person} can have {most:meeting|meetings} a day at most.",
    ),
    "action.limit.week": Wording(
        "{person} kan ha högst {most:möte|möten} i veckan.",
        "{person} can have {most:meeting|meetings} a week at most.",
    ),
    "action.limit.term": Wording(
        "{person} kan ha högst {most:möte|möten} under terminen.",
        "{person} can have {most:meeting|meetings} in the term at most.",
    ),
    "action.limit.same": Wording("{person} har kvar sina gränser.", "{person} keeps the same limits."),
    "action.places": Wording(
        "{meeting} kan hållas i en annan lokal: {places}.", "{meeting} can be held at another place: {places}."
    ),
    "action.places.later": Wording("Lokalen för {meeting} bestäms senare.", "The place of {meeting} is decided later."),
    "action.attendance": Wording(
        "{meeting} hålls när minst {least:person|personer} kommer från gruppen {group}.",
        "{meeting} is held when at least {least:person|people} of the group {group} can come.",
    ),
    "action.attendance.any": Wording(
        "{meeting} hålls oavsett hur många som kommer från gruppen {group}.",
        "{meeting} is held however few of the group {group} can come.",
    ),
    "action.untie": Wording("Gäller inte längre: {tie}.", "No longer holds: {tie}."),
    "action.spacing": Wording(
        "Mötena i {series} ska ligga minst {days:dag|dagar} från varandra.",
        "The meetings of {series} are to be at least {days:day|days} apart.",
    ),
    "action.spacing.any": Wording(
        "Mötena i {series} får ligga hur nära varandra som helst.",
        "The meetings of {series} may be as near to each other as can be.",
    ),
}

# By goal: so much more or less of what it counts. `more` is for what is counted, `much` for what is measured.
_COSTS: dict[str, Wording] = {
    "cost.more": Wording("fler", "more"),
    "cost.fewer": Wording("färre", "fewer"),
    "cost.much": Wording("mer", "more"),
    "cost.less": Wording("mindre", "less"),
    "cost.other": Wording("{count}: {much}", "{count}: {much}"),
    "cost.kept": Wording(
        "{value:låst möte|låsta möten} {more} utan tid",
        "{value:locked meeting|locked meetings} {more} without a time",
    ),
    "cost.placed": Wording(
        "{value:poäng|poäng} {much} för möten utan tid", "{value:point|points} {much} for meetings without a time"
    ),
    "cost.disturbed": Wording(
        "{value:person|personer} {more} får något ändrat",
        "{value:person|people} {more} for whom something changes",
    ),
    "cost.moved": Wording(
        "{value:möte|möten} {more} som inte ligger kvar", "{value:meeting|meetings} {more} out of place"
    ),
    "cost.reseated": Wording("{value:byte|byten} {more} på platser", "{value:change|changes} {more} on seats"),
    "cost.vacant_seats": Wording(
        "{value:poäng|poäng} {much} för tomma stolar", "{value:point|points} {much} for empty seats"
    ),
    "cost.deputies": Wording("{value:ersättare|ersättare} {more}", "{value:deputy|deputies} {more}"),
    "cost.on_demand": Wording(
        "{value:saknad|saknade} {more} vid behov", "{value:person|people} {more} missing on demand"
    ),
    "cost.deputy_order": Wording(
        "{value:poäng|poäng} {much} för ersättarnas ordning", "{value:point|points} {much} for the order of deputies"
    ),
    "cost.preferred": Wording(
        "{value:poäng|poäng} {much} för tider utanför önskemålen",
        "{value:point|points} {much} for times outside what is preferred",
    ),
    "cost.spread": Wording(
        "{value:mötespar|mötespar} {more} i samma del av terminen",
        "{value:pair of meetings|pairs of meetings} {more} in the same part of the term",
    ),
    "cost.fair_load": Wording(
        "{value:mötespar|mötespar} {more} hos samma person",
        "{value:pair of meetings|pairs of meetings} {more} with the same person",
    ),
    "cost.travel": Wording("{value:minut|minuter} restid {much}", "{value:minute|minutes} of travel {much}"),
}

TELLING_WORDINGS: dict[str, Wording] = {**_PARTS, **_MEETINGS, **_OWN, **_ACTIONS, **_COSTS}
"""By code."""
