"""What the pages say after the plan: what happened, what would mend it, two plans side by side, who has been told."""

from api.texts.wording import Wording

__all__ = ["AFTERWARDS_WORDINGS"]

_CHANGES: dict[str, Wording] = {
    "changes.title": Wording("Ändringar", "Changes"),
    "changes.report": Wording("Vad har hänt?", "What has happened?"),
    "changes.report.meeting": Wording(
        "Ska ett möte ställas in? Gå till mötet.", "Is a meeting to be cancelled? Go to the meeting."
    ),
    "changes.again": Wording("Planen stämmer inte längre", "The plan is no longer right"),
    "changes.list": Wording("Ändringar, den senaste först", "Changes, the newest first"),
    "changes.none": Wording("Ingenting har ändrats än.", "Nothing has changed yet."),
    "changes.older": Wording("Äldre ändringar", "Older changes"),
    "changes.said": Wording("{when}, av {by}.", "{when}, by {by}."),
    "changes.reason": Wording("Skäl: {reason}", "Reason: {reason}"),
    "changes.waits": Wording("Väntar på ny plan", "Waits for a new plan"),
    "changes.untold": Wording("Ingen har fått veta än", "Nobody has been told yet"),
    "changes.told": Wording("Publicerad i utgåva {number}", "Published in release {number}"),
    "changes.undone": Wording("Ångrad {when} av {by}", "Undone on {when} by {by}"),
    "changes.hits": Wording(
        "Det träffar {meetings:möte|möten} i planen:", "It hits {meetings:meeting|meetings} of the plan:"
    ),
    "changes.hits.none": Wording("Det träffar inget möte i planen.", "It hits no meeting of the plan."),
    "changes.hit": Wording("{meeting}, {day}, {hours}", "{meeting}, {day}, {hours}"),
    "changes.undo": Wording("Ångra", "Undo"),
    "changes.undo.of": Wording("Ångra: {what}", "Undo: {what}"),
    "changes.undo.wanted": Wording("Ångra: {what}", "Undo: {what}"),
    "changes.undo.released": Wording(
        "Ändringen kan inte ångras: den är publicerad i utgåva {number}. Rapportera i stället vad som gäller nu.",
        "The change cannot be undone: it was published in release {number}. Report what holds now instead.",
    ),
    "changes.undo.undone": Wording("Ändringen är redan ångrad.", "The change has been undone already."),
    "changes.undo.entangled": Wording(
        "Ändringen kan inte ångras: en senare ändring rör samma sak. Ångra den senare först.",
        "The change cannot be undone: a later one is about the same thing. Undo the later one first.",
    ),
    "changes.undo.needed": Wording(
        "Ändringen kan inte ångras: något senare bygger på den. {faults}",
        "The change cannot be undone: something later builds on it. {faults}",
    ),
    "done.undone": Wording("Ändringen är ångrad.", "The change has been undone."),
}

_REPORTS: dict[str, Wording] = {
    "report.away": Wording("Någon kan inte komma", "Somebody cannot come"),
    "report.away.lead": Wording(
        "Ange när personen är borta. När ni planerar om flyttas de möten som träffas, eller så kommer en ersättare.",
        "Say when the person is away. When you plan again the meetings that it hits move, or a deputy comes.",
    ),
    "report.leave": Wording("Någon slutar", "Somebody leaves"),
    "report.leave.lead": Wording(
        "Personen lämnar alla sina uppdrag. Det som varit före dagen ändras inte.",
        "The person gives up all posts. What was before that day does not change.",
    ),
    "report.close": Wording("En lokal kan inte användas", "A place cannot be used"),
    "report.close.lead": Wording(
        "Ange när lokalen är stängd. När ni planerar om får mötena andra tider eller lokaler.",
        "Say when the place is closed. When you plan again the meetings get other times or places.",
    ),
    "report.close_day": Wording("En dag är stängd", "A day is closed"),
    "report.close_day.lead": Wording(
        "Inga möten hålls de dagarna, till exempel vid en studiedag.",
        "No meetings are held on those days, such as a training day.",
    ),
    "report.choose": Wording("Välj", "Choose"),
    "report.needed": Wording("Fyll i det här.", "Fill this in."),
    "report.person": Wording("Vem", "Who"),
    "report.place": Wording("Vilken lokal", "Which place"),
    "report.how": Wording("En gång eller varje vecka?", "Once, or week after week?"),
    "report.once": Wording("En gång", "Once"),
    "report.once.hint": Wording(
        "Utan klockslag räknas hela dagar. Utan sista dag räknas bara den första.",
        "Without hours, whole days count. Without a last day, only the first counts.",
    ),
    "report.weekly": Wording("Återkommer", "Comes back"),
    "report.weekly.hint": Wording(
        "Utan klockslag räknas hela dagar. Utan första och sista dag gäller det hela terminen.",
        "Without hours, whole days count. Without a first and last day, it holds for the whole term.",
    ),
    "report.weekdays": Wording(
        "måndag tisdag onsdag torsdag fredag lördag söndag", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    ),
    "report.days": Wording("Veckodagar", "Weekdays"),
    "report.often": Wording("Hur ofta", "How often"),
    "report.first_day": Wording("Första dag", "First day"),
    "report.last_day": Wording("Sista dag", "Last day"),
    "report.last_day.optional": Wording("Sista dag (om det är flera)", "Last day (if there are several)"),
    "report.from_time": Wording("Från klockan", "From"),
    "report.to_time": Wording("Till klockan", "To"),
    "report.leaves": Wording("Vem slutar", "Who leaves"),
    "report.from_day": Wording("Från och med", "From"),
    "report.from_day.hint": Wording(
        "Den första dagen då personen inte längre har uppdragen.",
        "The first day on which the person no longer holds the posts.",
    ),
    "report.successor": Wording("Vem tar över?", "Who takes over?"),
    "report.successor.nobody": Wording("Ingen än, uppdragen blir vakanta", "Nobody yet, the posts become vacant"),
    "report.successor.known": Wording("Någon som redan finns i terminen", "Somebody who is in the term already"),
    "report.successor.new": Wording("En ny person", "A new person"),
    "report.successor.who": Wording("Efterträdare", "Successor"),
    "report.name": Wording("Namn på den nya personen", "Name of the new person"),
    "report.email": Wording("E-post (frivilligt)", "E-mail (optional)"),
    "report.email.hint": Wording("Dit skickas ändringar.", "Changes are sent there."),
    "report.why": Wording("Varför", "Why"),
    "report.why.hint": Wording(
        "Visas för alla, till exempel ”Studiedag”.", 'Everybody sees it, such as "Training day".'
    ),
    "report.series": Wording("Gäller bara vissa mötesserier?", "Only for some series of meetings?"),
    "report.series.hint": Wording(
        "Välj ingen om dagen är stängd för alla.", "Choose none if the day is closed for all."
    ),
    "report.reason": Wording("Skäl (frivilligt)", "Reason (optional)"),
    "report.button": Wording("Spara", "Save"),
}

_REPAIRS: dict[str, Wording] = {
    "repairs.title": Wording("Förslag: {meeting}", "Repairs: {meeting}"),
    "repairs.lead": Wording(
        "Mötet har ingen tid. Här söker ni efter vad som skulle ge det en. Varje förslag prövas med en hel ny plan.",
        "The meeting has no time. Here you look for what would give it one. Each is tried with a whole new plan.",
    ),
    "repairs.needless": Wording(
        "Planen har inget möte utan tid här, så det finns inget att laga.",
        "The plan has no meeting without a time here, so there is nothing to mend.",
    ),
    "repairs.meeting": Wording("Till mötet", "To the meeting"),
    "repairs.ask": Wording("Sök förslag", "Look for repairs"),
    "repairs.again": Wording("Sök igen", "Look again"),
    "repairs.ask.hint": Wording(
        "Det kan ta någon minut. Ingenting ändras förrän du väljer ett förslag.",
        "It can take a minute. Nothing changes until you choose a repair.",
    ),
    "repairs.link": Wording("Se vad som skulle ge mötet en tid", "See what would give the meeting a time"),
    "repairs.looking": Wording("Prövar förslag, ett i taget.", "Trying repairs, one after the other."),
    "repairs.over": Wording("Klart: förslagen finns.", "Done: the repairs are there."),
    "repairs.stopped": Wording(
        "Sökningen stoppades innan något hittades.", "The search was stopped before anything was found."
    ),
    "repairs.too_many": Wording(
        "Redan {limit:fråga|frågor} om terminen väntar på svar. Vänta tills någon är klar och försök igen.",
        "{limit:question|questions} about the term wait for an answer already. Wait until one is done and try again.",
    ),
    "repairs.found": Wording("Det lindrigaste först. Söktes {asked}.", "The mildest first. Looked for on {asked}."),
    "repairs.proposal": Wording("Förslag {number}", "Repair {number}"),
    "repairs.mildest": Wording("Lindrigast", "Mildest"),
    "repairs.then": Wording("Då hålls mötet {when}, {place}.", "Then the meeting is held {when}, {place}."),
    "repairs.asks": Wording("{people:person|personer} måste säga ja.", "{people:person|people} must say yes."),
    "repairs.asks.nobody": Wording("Ingen behöver tillfrågas.", "Nobody needs to be asked."),
    "repairs.moves": Wording(
        "{meetings:annat möte|andra möten} flyttas.", "{meetings:other meeting moves|other meetings move}."
    ),
    "repairs.moves.nothing": Wording("Inget annat möte flyttas.", "No other meeting moves."),
    "repairs.disturbs": Wording(
        "{people:person|personer} får en annan tid eller plats.",
        "{people:person gets|people get} another time or seat.",
    ),
    "repairs.disturbs.nobody": Wording("Ingen annan får något ändrat.", "Nothing changes for anybody else."),
    "repairs.apply": Wording("Gör så och planera om", "Do this and plan again"),
    "repairs.apply.of": Wording("Gör så och planera om: förslag {number}", "Do this and plan again: repair {number}"),
    "repairs.reason": Wording("Förslag som ger en tid: {meeting}", "A repair that gives a time: {meeting}"),
    "repairs.refused": Wording(
        "Förslaget passar inte längre ihop med terminen. {faults}", "The repair no longer fits the term. {faults}"
    ),
    "repairs.none.held": Wording("Mötet har redan en tid.", "The meeting has a time already."),
    "repairs.none.plan_again": Wording(
        "Mötet får en tid om ni planerar om. Ingen behöver göra något annat.",
        "The meeting gets a time when you plan again. Nobody needs to do anything else.",
    ),
    "repairs.none.proven": Wording(
        "Inget förslag hjälper, och det är bevisat: även om allt som kan föreslås görs på en gång får mötet ingen tid. "
        "Det här står i vägen:",
        "No repair helps, and that is proven: even with all that can be proposed at once there is no time. "
        "This is in the way:",
    ),
    "repairs.none.not_found": Wording(
        "Inget förslag hittades, men det kan finnas något. Det här står i vägen:",
        "No repair was found, but there may be one. This is in the way:",
    ),
    "repairs.none.time": Wording(
        "Tiden tog slut innan något förslag hittades. Sök igen, eller se vad som står i vägen:",
        "Time was up before a repair was found. Look again, or see what is in the way:",
    ),
}

_COMPARED: dict[str, Wording] = {
    "compare.title": Wording("Jämför planer", "Compare plans"),
    "compare.link": Wording("Jämför sida vid sida", "Compare side by side"),
    "compare.before": Wording("Den ena planen", "The one plan"),
    "compare.after": Wording("Den andra planen", "The other plan"),
    "compare.button": Wording("Jämför", "Compare"),
    "compare.lead": Wording("{before} jämförs med {after}.", "{before} is compared with {after}."),
    "compare.release": Wording("Utgåva {number}", "Release {number}"),
    "compare.draft": Wording("Utkast (plan {number})", "Draft (plan {number})"),
    "compare.plan": Wording("Plan {number}", "Plan {number}"),
    "compare.one_only": Wording("Här finns inte två planer att jämföra än.", "There are not two plans to compare yet."),
    "compare.meeting": Wording("Möte", "Meeting"),
    "compare.means": Wording("Vad det betyder", "What that means"),
    "compare.not_held": Wording("Har ingen tid", "Has no time"),
    "compare.nothing": Wording("Inget möte skiljer sig åt.", "No meeting differs."),
    "compare.same": Wording(
        "Resten är lika: {meetings:möte|möten}", "The rest is the same: {meetings:meeting|meetings}"
    ),
    "compare.difference": Wording("Skillnad", "Difference"),
    "compare.goal.same": Wording("Lika", "The same"),
    "compare.goal.new": Wording("Jämförs inte", "Not compared"),
    "compare.goal.better": Wording("Bättre: {cost}", "Better: {cost}"),
    "compare.goal.worse": Wording("Sämre: {cost}", "Worse: {cost}"),
}

_REACHED: dict[str, Wording] = {
    "release.people.more": Wording("Fler av {people:person|personer}", "More of {people:person|people}"),
    "reach.title": Wording("Vem som har fått veta", "Who has been told"),
    "reach.unreached": Wording(
        "{people:person har|personer har} säkert inte fått veta. Hör av er till dem.",
        "{people:person has|people have} certainly not been told. Get in touch with them.",
    ),
    "reach.all": Wording("Alla som berörs kan ha fått veta.", "Everybody whom it concerns can have been told."),
    "reach.each": Wording("Var och en av {people:person|personer}", "Each of {people:person|people}"),
    "reach.who": Wording("Vem", "Who"),
    "reach.mail": Wording("E-post", "Mail"),
    "reach.calendar": Wording("Egen kalender", "Own calendar"),
    "reach.not": Wording("Har inte fått veta", "Has not been told"),
    "reach.sent": Wording("Skickat {when}", "Sent on {when}"),
    "reach.mail.none": Wording("Ingen e-post går ut", "No mail goes out"),
    "reach.mail.queued": Wording("Väntar på att skickas", "Waits to be sent"),
    "reach.mail.sending": Wording("Skickas nu", "Being sent now"),
    "reach.mail.sent": Wording("Skickat", "Sent"),
    "reach.mail.failed": Wording("Gick inte fram", "Could not be delivered"),
    "reach.mail.folded": Wording("Står i ett senare mejl", "Told by a later mail"),
    "reach.fetched": Wording("Kalendern hämtades {when}", "The calendar was fetched on {when}"),
    "reach.unfetched": Wording("Kalendern är inte hämtad", "The calendar has not been fetched"),
    "reach.again": Wording("Skicka igen", "Send again"),
    "reach.again.to": Wording("Skicka igen till {name}", "Send again to {name}"),
    "refused.reach.not_given_up": Wording(
        "Mejlet har redan skickats, eller väntar", "The mail has been sent, or waits"
    ),
    "refused.reach.not_given_up.detail": Wording(
        "Ingenting har skickats en gång till.", "Nothing has been sent once more."
    ),
    "refused.reach.told_later": Wording("Ett senare mejl berättar mer", "A later mail tells more"),
    "refused.reach.told_later.detail": Wording(
        "Personen får veta det här med en senare utgåva. Skicka den igen i stället.",
        "A later release tells the person this too. Send that again instead.",
    ),
    "refused.reach.no_address": Wording("Det finns ingen adress att skicka till", "There is no address to send to"),
    "refused.reach.no_address.detail": Wording(
        "Lägg till personens e-postadress i underlaget och försök igen.",
        "Add the person's e-mail address to the term and try again.",
    ),
    "done.sent_again": Wording("Mejlet skickas igen.", "The mail is being sent again."),
}

AFTERWARDS_WORDINGS: dict[str, Wording] = {**_CHANGES, **_REPORTS, **_REPAIRS, **_COMPARED, **_REACHED}
"""By code; a test holds that the pages say all of them and no other."""
