"""The rules: what each is called, how it is broken by a plan, and how it closes starts of a meeting."""

from api.texts.wording import Wording

__all__ = ["BLOCKER_WORDINGS", "RULE_WORDINGS", "VIOLATION_WORDINGS"]

RULE_WORDINGS: dict[str, Wording] = {
    "rule.window": Wording("Mötets dagar och tider", "The meeting's days and hours"),
    "rule.closed_day": Wording("Stängda dagar", "Closed days"),
    "rule.called_off": Wording("Inställda datum", "Dates called off"),
    "rule.clock_change": Wording("Omställning av klockan", "Clock change"),
    "rule.past": Wording("Redan passerat", "Already past"),
    "rule.notice": Wording("Framförhållning", "Notice"),
    "rule.lock": Wording("Låsta möten", "Locked meetings"),
    "rule.stays": Wording("Det som varit och det som är nära", "What has been and what is soon"),
    "rule.venue": Wording("Lokal", "Venue"),
    "rule.absence": Wording("Frånvaro", "Absence"),
    "rule.seats": Wording("Platser vid bordet", "Seats"),
    "rule.attendance": Wording("Minsta närvaro", "Least attendance"),
    "rule.travel": Wording("Restid", "Travel"),
    "rule.limits": Wording("Högsta antal möten per person", "Most meetings per person"),
    "rule.order": Wording("Ordning mellan möten", "Order of meetings"),
    "rule.spacing": Wording("Avstånd inom serien", "Spacing in the series"),
    "rule.day_relation": Wording("Samma dag eller olika dagar", "Same day or different days"),
    # Not rules of a term, but what the check of a plan asks besides.
    "rule.structure": Wording("Planens form", "The plan's form"),
    "rule.goal": Wording("Planens siffror", "The plan's figures"),
}

# By rule, and by `what` where a rule can be broken in several ways; the parameters are those of the violation.
VIOLATION_WORDINGS: dict[str, Wording] = {
    "violation.window.no_window": Wording(
        "{start} ligger utanför mötets tidsfönster", "{start} is outside the meeting's windows"
    ),
    "violation.window.outside_term": Wording("{start} ligger utanför terminen", "{start} is outside the term"),
    "violation.window.off_grid": Wording(
        "{start} passar inte i rutnätet på {grid_minutes} minuter",
        "{start} is not on the grid of {grid_minutes} minutes",
    ),
    "violation.closed_day": Wording("{day} är stängd ({reason})", "{day} is closed ({reason})"),
    "violation.called_off": Wording("mötet är inställt den {day}", "the meeting is called off on {day}"),
    "violation.clock_change": Wording(
        "klockan ställs om mellan {start} och {end}", "the clock changes between {start} and {end}"
    ),
    "violation.past": Wording("{start} är före {as_of}", "{start} is before {as_of}"),
    "violation.notice": Wording(
        "{day} är om {days:dag|dagar}, framförhållningen är {notice_days:dag|dagar}",
        "{day} is {days:day|days} away, the notice is {notice_days:day|days}",
    ),
    "violation.lock.start": Wording("mötet är låst till {locked}", "the meeting is locked to {locked}"),
    "violation.lock.place": Wording("mötet är låst till {locked}", "the meeting is locked to {locked}"),
    "violation.lock.person": Wording(
        "{locked} är låst till platsen ”{seat}” men sitter inte där",
        '{locked} is locked to seat "{seat}" and does not sit there',
    ),
    "violation.stays.past": Wording(
        "mötet har redan varit ({start}) och ska stå som det var",
        "the meeting has been ({start}) and must stand as it was",
    ),
    "violation.stays.soon": Wording(
        "mötet är nära ({start}) och ska ligga kvar", "the meeting is soon ({start}) and must stay"
    ),
    "violation.venue.elsewhere": Wording(
        "{place} är ingen av mötets lokaler", "{place} is none of the meeting's places"
    ),
    "violation.venue.hours": Wording("{place} är inte öppen då", "{place} is not open then"),
    "violation.venue.closed": Wording("{place} är stängd då ({closure})", "{place} is closed then ({closure})"),
    "violation.venue.capacity": Wording(
        "{place} rymmer {capacity} personer, mötet har {people}",
        "{place} holds {capacity} people, the meeting has {people}",
    ),
    "violation.venue.rooms": Wording(
        "{place} har bara {rooms:rum|rum}; där är samtidigt {others}",
        "{place} has only {rooms:room|rooms}; at the same time it has {others}",
    ),
    "violation.absence": Wording("{person} är frånvarande då ({absence})", "{person} is absent then ({absence})"),
    "violation.seats.not_wanted": Wording(
        "{person} sitter på platsen ”{seat}”, som inte ska fyllas",
        '{person} sits on seat "{seat}", which is not to be filled',
    ),
    "violation.seats.not_appointed": Wording(
        "{person} kan inte sitta på platsen ”{seat}” genom uppdraget {appointment}",
        '{person} cannot sit on seat "{seat}" by appointment {appointment}',
    ),
    "violation.seats.person_twice": Wording("{person} sitter på två platser", "{person} sits on two seats"),
    "violation.seats.appointment_twice": Wording(
        "uppdraget {appointment} fyller två platser", "appointment {appointment} fills two seats"
    ),
    "violation.seats.too_many": Wording(
        "platsen ”{seat}” har {people} personer och ska ha {count}",
        'seat "{seat}" has {people} people and wants {count}',
    ),
    "violation.seats.too_few": Wording(
        "platsen ”{seat}” har {people} personer och måste ha {count}",
        'seat "{seat}" has {people} people and must have {count}',
    ),
    "violation.attendance": Wording(
        "gruppen ”{group}” har {people} personer och måste ha {least}",
        'group "{group}" has {people} people and must have {least}',
    ),
    "violation.travel": Wording(
        "{person} har {minutes:minut|minuter} på sig från {other} och behöver {needed}",
        "{person} has {minutes:minute|minutes} from {other} and needs {needed}",
    ),
    "violation.limits.day": Wording(
        "{person} har {meetings:möte|möten} den {first_day}, högst {limit} tillåts",
        "{person} has {meetings:meeting|meetings} on {first_day}, and {limit} at most are allowed",
    ),
    "violation.limits.week": Wording(
        "{person} har {meetings:möte|möten} veckan från {first_day}, högst {limit} tillåts",
        "{person} has {meetings:meeting|meetings} in the week of {first_day}, and {limit} at most are allowed",
    ),
    "violation.limits.term": Wording(
        "{person} har {meetings:möte|möten} under terminen, högst {limit} tillåts",
        "{person} has {meetings:meeting|meetings} in the term, and {limit} at most are allowed",
    ),
    "violation.order": Wording(
        "mötet hålls {days:dag|dagar} efter {before}, vilket ordningen ”{order}” inte tillåter",
        'the meeting is {days:day|days} after {before}, which order "{order}" does not allow',
    ),
    "violation.spacing": Wording(
        "mötet ligger {days:dag|dagar} från {other}, minst {spacing_days} krävs",
        "the meeting is {days:day|days} from {other}, and {spacing_days} at least are needed",
    ),
    "violation.day_relation.same_day": Wording(
        "mötet ska hållas samma dag som {other} ({relation})",
        "the meeting is to be on the same day as {other} ({relation})",
    ),
    "violation.day_relation.different_days": Wording(
        "mötet ska inte hållas samma dag som {other} ({relation})",
        "the meeting is not to be on the same day as {other} ({relation})",
    ),
    "violation.structure.other_term": Wording(
        "planen är gjord för en annan termin", "the plan was made for another term"
    ),
    "violation.structure.term_changed": Wording(
        "terminen har ändrats sedan planen gjordes", "the term has changed since the plan was made"
    ),
    "violation.structure.other_time_zone": Wording(
        "planens tidszon är {stated}, terminens {expected}", "the plan's time zone is {stated}, the term's {expected}"
    ),
    "violation.structure.other_as_of": Wording(
        "planen är gjord per {stated}, terminen gäller per {expected}",
        "the plan is as of {stated}, the term as of {expected}",
    ),
    "violation.structure.order": Wording("mötena står inte i tidsordning", "the meetings are not in order of time"),
    "violation.structure.meeting_missing": Wording("mötet saknas i planen", "the meeting is missing from the plan"),
    "violation.structure.meeting_twice": Wording(
        "mötet står {times:gång|gånger} i planen", "the meeting stands {times:time|times} in the plan"
    ),
    "violation.structure.unknown": Wording("okänt id ”{id}” ({kind})", 'unknown {kind} "{id}"'),
    "violation.structure.end": Wording(
        "mötet slutar {end} enligt planen men {expected} enligt terminen",
        "the meeting ends {end} by the plan and {expected} by the term",
    ),
    "violation.structure.vacancies": Wording(
        "tomma stolar anges som ({stated}) men är ({expected})",
        "empty seats are given as ({stated}) and are ({expected})",
    ),
    "violation.structure.could_come": Wording(
        "fel om vem som kunde komma till platsen ”{seat}”: kan inte ({wrong}), utelämnade ({left_out})",
        'wrong about who could come to seat "{seat}": cannot ({wrong}), left out ({left_out})',
    ),
    "violation.goal.ranking": Wording(
        "målen är ({stated}) men ska vara ({ranking})", "the goals are ({stated}) and should be ({ranking})"
    ),
    "violation.goal.value": Wording(
        "målet ”{goal}” anges till {value} men är {counted}", 'goal "{goal}" is given as {value} and is {counted}'
    ),
    "violation.goal.bound": Wording(
        "målet ”{goal}” är {value}, bättre än gränsen {bound}",
        'goal "{goal}" is {value}, better than its bound {bound}',
    ),
    "violation.goal.proven": Wording(
        "målet ”{goal}” är {value} med gränsen {bound}: uppgiften om bevis stämmer inte",
        'goal "{goal}" is {value} with bound {bound}: what it says of proof is wrong',
    ),
}

# `subject` is a name, `starts` how many starts the rule closed.
BLOCKER_WORDINGS: dict[str, Wording] = {
    "blocker.window": Wording(
        "{starts:starttid ligger|starttider ligger} utanför mötets dagar och tider",
        "{starts:start is|starts are} outside the meeting's days and hours",
    ),
    "blocker.closed_day": Wording(
        "{subject} är stängd: {starts:starttid|starttider}", "{subject} is closed: {starts:start|starts}"
    ),
    "blocker.called_off": Wording(
        "inställt från {subject}: {starts:starttid|starttider}", "called off from {subject}: {starts:start|starts}"
    ),
    "blocker.clock_change": Wording(
        "klockan ställs om {subject}: {starts:starttid|starttider}",
        "the clock changes on {subject}: {starts:start|starts}",
    ),
    "blocker.past": Wording("{starts:starttid|starttider} har redan passerat", "{starts:start is|starts are} past"),
    "blocker.notice": Wording(
        "{starts:starttid|starttider} ligger för nära i tiden", "{starts:start is|starts are} too soon"
    ),
    "blocker.lock": Wording(
        "mötet är låst: {starts:annan starttid|andra starttider}",
        "the meeting is locked: {starts:other start|other starts}",
    ),
    "blocker.stays": Wording(
        "mötet ska ligga kvar: {starts:annan starttid|andra starttider}",
        "the meeting must stay: {starts:other start|other starts}",
    ),
    "blocker.venue": Wording(
        "{subject} är stängd eller för liten: {starts:starttid|starttider}",
        "{subject} is closed or too small: {starts:start|starts}",
    ),
    "blocker.absence": Wording(
        "{subject} är frånvarande: {starts:starttid|starttider}", "{subject} is absent: {starts:start|starts}"
    ),
    "blocker.seats": Wording(
        "{subject} kan inte fyllas: {starts:starttid|starttider}", "{subject} cannot be filled: {starts:start|starts}"
    ),
    "blocker.attendance": Wording(
        "för få kan komma från {subject}: {starts:starttid|starttider}",
        "too few can come from {subject}: {starts:start|starts}",
    ),
    "blocker.travel": Wording(
        "{subject} hinner inte hit eller härifrån: {starts:starttid|starttider}",
        "{subject} cannot get here or away in time: {starts:start|starts}",
    ),
    "blocker.limits": Wording(
        "{subject} har nått sitt högsta antal möten: {starts:starttid|starttider}",
        "{subject} has the most meetings allowed: {starts:start|starts}",
    ),
    "blocker.order": Wording(
        "ordningen mot {subject}: {starts:starttid|starttider}", "the order with {subject}: {starts:start|starts}"
    ),
    "blocker.spacing": Wording(
        "för nära {subject} i serien: {starts:starttid|starttider}",
        "too near {subject} in the series: {starts:start|starts}",
    ),
    "blocker.day_relation": Wording(
        "dagen för {subject}: {starts:starttid|starttider}", "the day of {subject}: {starts:start|starts}"
    ),
}
