"""Why here, why not there, what would mend it, and what else there is: what the command line says around the reasons."""

from api.texts.wording import Wording

__all__ = ["EXPLAINING_WORDINGS"]

# What closes one start; `blocker.*` says how many starts the same thing closes.
_CLOSED: dict[str, Wording] = {
    "closed.window": Wording(
        "tiden ligger utanför mötets dagar och tider", "the time is outside the meeting's days and hours"
    ),
    "closed.closed_day": Wording("{subject} är stängd", "{subject} is closed"),
    "closed.called_off": Wording("mötet är inställt från {subject}", "the meeting is called off from {subject}"),
    "closed.clock_change": Wording("klockan ställs om {subject}", "the clock changes on {subject}"),
    "closed.past": Wording("tiden har redan passerat", "the time is past"),
    "closed.notice": Wording("tiden ligger för nära", "the time is too soon"),
    "closed.lock": Wording("mötet är låst till en annan tid", "the meeting is locked to another time"),
    "closed.stays": Wording("mötet ska ligga kvar", "the meeting must stay"),
    "closed.venue": Wording("{subject} är stängd eller för liten", "{subject} is closed or too small"),
    "closed.absence": Wording("{subject} är frånvarande", "{subject} is absent"),
    "closed.seats": Wording("ingen kan sitta på platsen {subject}", "nobody can sit on the seat {subject}"),
    "closed.attendance": Wording("för få kan komma från {subject}", "too few can come from {subject}"),
    "closed.travel": Wording("{subject} hinner inte hit eller härifrån", "{subject} cannot get here or away in time"),
    "closed.limits": Wording("{subject} har nått sitt högsta antal möten", "{subject} has the most meetings allowed"),
    "closed.order": Wording("ordningen mot {subject}", "the order with {subject}"),
    "closed.spacing": Wording("för nära {subject} i serien", "too near {subject} in the series"),
    "closed.day_relation": Wording("dagen för {subject}", "the day of {subject}"),
}

_SAID: dict[str, Wording] = {
    "explain.at": Wording("{meeting}: {spot}.", "{meeting}: {spot}."),
    "explain.unplaced": Wording("{meeting} har ingen tid.", "{meeting} has no time."),
    "explain.locked": Wording(
        "Det är låst där: flyttat för hand, redan hållet eller för nära i tiden för att flyttas.",
        "It is locked there: moved by hand, held already, or too soon to be moved.",
    ),
    "explain.open": Wording(
        "{open} av {starts:starttid|starttider} är öppna.", "{open} of {starts:start|starts} are open."
    ),
    "explain.blocked": Wording(
        "Det som stänger starttider (en starttid kan stängas av flera):",
        "What closes starts (one start can be closed by several):",
    ),
    "explain.more": Wording("… och {count:till|till}", "… and {count:more|more}"),
    "explain.costs_here": Wording("Jämfört med planen utan mötet:", "Compared with the plan without the meeting:"),
    "explain.allowed": Wording(
        "{spot}: det går, och inget annat möte rörs.", "{spot}: it can, and no other meeting is touched."
    ),
    "explain.not_allowed": Wording("{spot}: det går inte som planen är.", "{spot}: it cannot as the plan is."),
    "explain.seats": Wording("Andra personer på platserna:", "Other people on the seats:"),
    "explain.costs": Wording("Jämfört med planen som den är:", "Compared with the plan as it is:"),
    "explain.costs_nothing": Wording("Inget mål blir bättre eller sämre.", "No goal gets better or worse."),
    "explain.forced": Wording(
        "Om mötet ska ligga där och de andra gör plats, jämfört med planen som den är:",
        "If the meeting is to be there and the others make room, compared with the plan as it is:",
    ),
    "explain.forced_never": Wording("Ingen plan har mötet där.", "No plan has the meeting there."),
    "explain.proven": Wording("Bevisat: billigare än så blir det inte.", "Proven: it does not get cheaper."),
    "explain.not_proven": Wording(
        "Inte bevisat: det kan finnas ett billigare sätt.", "Not proven: there may be a cheaper way."
    ),
    "explain.repairs": Wording(
        "Det här skulle ge {meeting} en tid, det lindrigaste först. Varje förslag är prövat med en ny plan:",
        "This would give {meeting} a time, the mildest first. Each has been tried with a new plan:",
    ),
    "explain.repair": Wording("{number}. {what}", "{number}. {what}"),
    "explain.repair_then": Wording(
        "Då hålls mötet {spot}. {moved:annat möte|andra möten} flyttas, {disturbed:person|personer} får egna tider eller platser ändrade.",
        "Then it is held {spot}. {moved:other meeting moves|other meetings move}, something changes for "
        "{disturbed:person|people}.",
    ),
    "explain.repair_alone": Wording(
        "Då hålls mötet {spot}. Inget annat möte flyttas, {disturbed:person|personer} får egna tider eller platser ändrade.",
        "Then it is held {spot}. No other meeting moves, something changes for {disturbed:person|people}.",
    ),
    "explain.repairs_proven": Wording(
        "Bevisat: inget av det som kan föreslås ger {meeting} en tid. Det här står i vägen även då:",
        "Proven: nothing that can be proposed gives {meeting} a time. This is in the way even then:",
    ),
    "explain.repairs_time": Wording(
        "Tiden tog slut innan något hittades som ger {meeting} en tid. Låt den söka längre (--time-limit).",
        "Time was up before anything was found that gives {meeting} a time. Let it look longer (--time-limit).",
    ),
    "explain.repairs_not_found": Wording(
        "Inget förslag hittades som ger {meeting} en tid, men det är inte bevisat att det inte finns något:",
        "Nothing was found that gives {meeting} a time, and it is not proven that there is nothing:",
    ),
    "explain.repairs_held": Wording("{meeting} har redan en tid.", "{meeting} has a time already."),
    "explain.repairs_plan_again": Wording(
        "{meeting} får en tid om terminen planeras om; inget behöver ändras.",
        "{meeting} gets a time when the term is planned again; nothing needs to change.",
    ),
    "explain.change_written": Wording(
        "Skrev förslag {number} som ändring i {file}.", "Wrote repair {number} as a change to {file}."
    ),
    "explain.no_repair": Wording("Det finns inget förslag {number}.", "There is no repair {number}."),
    "explain.spare": Wording(
        "Starttider där {meeting} kan ligga utan att något annat möte rörs, de bästa först:",
        "Starts at which {meeting} can be with no other meeting touched, the best first:",
    ),
    "explain.no_spare": Wording(
        "{meeting} kan inte ligga någon annanstans utan att andra möten rörs.",
        "{meeting} cannot be anywhere else with no other meeting touched.",
    ),
    "explain.others_sit": Wording("andra personer på platserna", "other people on the seats"),
    "explain.alternative": Wording(
        "Alternativ {number}: {differs:möte|möten} ligger på en annan tid.",
        "Alternative {number}: {differs:meeting|meetings} at another time.",
    ),
    "explain.no_alternatives": Wording(
        "Det finns ingen annan plan som håller lika många möten och skiljer sig i så många.",
        "There is no other plan that holds as many meetings and differs in so many.",
    ),
    "explain.load": Wording(
        "Vad mötena tar av var och en: {people:person|personer}",
        "What the meetings take of each: {people:person|people}",
    ),
    "explain.load.person": Wording("Person", "Person"),
    "explain.load.meetings": Wording("Möten", "Meetings"),
    "explain.load.time": Wording("Mötestid", "In meetings"),
    "explain.load.travel": Wording("Restid", "Travel"),
    "explain.load.week": Wording("Flest på en vecka", "Most in a week"),
    "explain.hours": Wording("{hours} h {minutes:02} min", "{hours} h {minutes:02} min"),
    "explain.all_placed": Wording(
        "Alla möten har en tid. Ange ett MÖTE, --load eller --alternatives.",
        "Every meeting has a time. Give a MEETING, --load or --alternatives.",
    ),
    "explain.changed": Wording(
        "Terminen har ändrats sedan planen gjordes; svaret gäller terminen som den är.",
        "The term has changed since the plan was made; the answer is about the term as it is.",
    ),
    "explain.unknown": Wording("Hittar inget som heter ”{text}”.", 'Nothing is called "{text}".'),
    "explain.nearest": Wording(
        "Hittar inget som heter ”{text}”. Menade du {near}?", 'Nothing is called "{text}". Did you mean {near}?'
    ),
    "explain.several": Wording(
        "”{text}” kan vara {near}: ange en av dem.", '"{text}" can be {near}: give one of them.'
    ),
    "explain.meeting_needed": Wording("Ange vilket MÖTE {option} gäller.", "Say which MEETING {option} is about."),
    "explain.start_needed": Wording("Ange också --start.", "Give --start too."),
    "explain.start_wrong": Wording(
        "--start: ange datum och klockslag, som 2026-10-20T15:00.",
        "--start: give a date and time, such as 2026-10-20T15:00.",
    ),
}

EXPLAINING_WORDINGS: dict[str, Wording] = {**_CLOSED, **_SAID}
"""By code."""
