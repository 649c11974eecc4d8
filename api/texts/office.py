"""What the office's pages say."""

from api.texts.wording import Wording

__all__ = ["OFFICE_WORDINGS"]

OFFICE_WORDINGS: dict[str, Wording] = {
    "shell.skip": Wording("Till innehållet", "Skip to the content"),
    "shell.navigation": Wording("Sidor", "Pages"),
    "shell.crumbs": Wording("Var du är", "Where you are"),
    "shell.reader": Wording("läser", "reader"),
    "shell.sign_out": Wording("Logga ut", "Sign out"),
    "shell.sign_out_everywhere": Wording("Logga ut överallt", "Sign out everywhere"),
    "menu.title": Wording("Terminens sidor", "The pages of the term"),
    "menu.plan": Wording("Plan", "Plan"),
    "menu.load": Wording("Belastning", "Load"),
    "menu.setup": Wording("Underlag", "Setting up"),
    "menu.changes": Wording("Ändringar", "Changes"),
    "menu.calendars": Wording("Kalendrar", "Calendars"),
    "menu.releases": Wording("Utgåvor", "Releases"),
    "login.title": Wording("Logga in", "Sign in"),
    "login.lead": Wording(
        "För samordnare och andra som läser planerna.", "For coordinators and others who read the plans."
    ),
    "login.name": Wording("Användarnamn", "User name"),
    "login.password": Wording("Lösenord", "Password"),
    "login.button": Wording("Logga in", "Sign in"),
    "login.wrong": Wording(
        "Användarnamnet och lösenordet hör inte ihop. Kontrollera båda och försök igen.",
        "The user name and the password do not belong together. Check both and try again.",
    ),
    "login.wait": Wording(
        "För många försök. Vänta {seconds:sekund|sekunder} och försök igen.",
        "Too many tries. Wait {seconds:second|seconds} and try again.",
    ),
    "login.forgotten": Wording(
        "Har du glömt lösenordet? Den som sköter tjänsten kan ge dig ett nytt.",
        "Have you forgotten the password? Whoever runs the service can give you a new one.",
    ),
    "refused.form_too_old": Wording("Formuläret gäller inte längre", "The form is no longer valid"),
    "refused.form_too_old.detail": Wording(
        "Ingenting har ändrats. Gå tillbaka, ladda om sidan och skicka formuläret igen.",
        "Nothing has been changed. Go back, reload the page and send the form again.",
    ),
    "refused.readers_look": Wording("Ditt konto kan bara läsa", "Your account can only read"),
    "refused.readers_look.detail": Wording(
        "Ingenting har ändrats. Be en samordnare göra ändringen.",
        "Nothing has been changed. Ask a coordinator to make the change.",
    ),
    "refused.not_found": Wording("Sidan finns inte", "There is no such page"),
    "refused.not_found.detail": Wording(
        "Adressen är fel, eller så finns det som den visade inte kvar.",
        "The address is wrong, or what it showed is no longer there.",
    ),
    "refused.conflict": Wording("Det går inte nu", "That is not possible now"),
    "refused.conflict.detail": Wording(
        "Ingenting har ändrats. Se hur terminen står nu och försök igen.",
        "Nothing has been changed. See where the term stands now and try again.",
    ),
    "refused.too_large": Wording("Filen är för stor", "The file is too large"),
    "refused.too_large.detail": Wording(
        "Ingenting har sparats. Dela terminen, eller be den som sköter tjänsten höja gränsen.",
        "Nothing has been kept. Split the term, or ask whoever runs the service to raise the bound.",
    ),
    "refused.link_used": Wording("Länken har redan använts", "The link has been used"),
    "refused.link_used.detail": Wording(
        "En inloggningslänk gäller en gång och i en halvtimme. Be om en ny, eller logga in med lösenord.",
        "A sign-in link works once and for half an hour. Ask for a new one, or sign in with a password.",
    ),
    "refused.back": Wording("Till terminerna", "To the terms"),
    "done.imported": Wording("Terminen är sparad.", "The term has been kept."),
    "done.changed": Wording(
        "Ändringen är sparad. Planera om, så får mötena nya tider.",
        "The change has been kept. Plan again, so that the meetings get new times.",
    ),
    "done.released": Wording(
        "Planen är publicerad. Kalendrarna visar den nu.", "The plan has been published. The calendars show it now."
    ),
    "terms.title": Wording("Terminer", "Terms"),
    "terms.none": Wording("Här finns ingen termin än.", "There is no term here yet."),
    "terms.running": Wording("Planeras nu", "Being planned now"),
    "terms.released": Wording("Publicerad, utgåva {number}", "Published, release {number}"),
    "terms.changed_since": Wording("Ändringar väntar på ny plan", "Changes wait for a new plan"),
    "terms.unplanned": Wording("Inte planerad", "Not planned"),
    "terms.draft": Wording("Utkast", "Draft"),
    "terms.unplaced": Wording("{meetings:möte|möten} utan tid", "{meetings:meeting|meetings} without a time"),
    "terms.changed": Wording(
        "Ändrades senast {date} av {by} (revision {revision}).", "Last changed on {date} by {by} (revision {revision})."
    ),
    "import.title": Wording("Ny termin", "A new term"),
    "import.file": Wording("Läs in en fil", "Import a file"),
    "import.hint": Wording(
        "En JSON-fil med en termin. Allt som är fel i den visas här.",
        "A JSON file with a term. Everything that is wrong with it is shown here.",
    ),
    "import.button": Wording("Läs in", "Import"),
    "import.no_file": Wording("Välj en fil först.", "Choose a file first."),
    "import.exists": Wording(
        "Terminen finns redan: den står i listan ovan.", "The term is here already: it stands in the list above."
    ),
    "import.faults": Wording(
        "Filen har {count:fel|fel}. Ingenting har sparats.",
        "The file has {count:fault|faults}. Nothing has been kept.",
    ),
    "import.list": Wording("Felen i filen", "What is wrong with the file"),
    "import.example": Wording("Se ett exempel", "See an example"),
    "import.example.detail": Wording(
        "Närvårdsmötena i Borås 2026: 19 möten, 113 deltagare.",
        "The local care meetings in Borås 2026: 19 meetings, 113 people.",
    ),
    "import.example.button": Wording("Läs in exemplet", "Import the example"),
    "term.no_plan": Wording(
        "Terminen är inte planerad än. När den är det visas veckorna här.",
        "The term has not been planned yet. Once it is, its weeks are shown here.",
    ),
    "term.running": Wording("Terminen planeras nu: följ hur det går", "The term is being planned: follow it"),
    "term.draft": Wording("Utkast: bara ni ser det", "Draft: only you see it"),
    "term.changed_since": Wording(
        "Terminen har ändrats sedan planen gjordes: planera om.",
        "The term has been changed since the plan was made: plan again.",
    ),
    "term.seconds": Wording("Sök i högst så många sekunder", "Look for at most so many seconds"),
    "term.seconds.hint": Wording(
        "{shortest} till {longest}. Sökningen slutar så snart planen är bevisad.",
        "{shortest} to {longest}. It ends as soon as the plan is proven.",
    ),
    "term.seconds_wrong": Wording(
        "Skriv ett heltal från {shortest} till {longest}.", "Write a whole number from {shortest} to {longest}."
    ),
    "term.plan": Wording("Planera terminen", "Plan the term"),
    "term.replan": Wording("Planera om", "Plan again"),
    "term.plan_anew": Wording("Planera från början", "Plan from nothing"),
    "term.replan.detail": Wording(
        "Att planera om stör så få som möjligt. Från början bryr sig inte om vad som är sagt.",
        "Planning again disturbs as few as possible. From nothing does not care what has been said.",
    ),
    "term.publish": Wording("Publicera", "Publish"),
    "term.publish.detail": Wording(
        "Se först vilka som berörs och vad var och en får veta.",
        "See first who is concerned, and what each is told.",
    ),
    "term.publish.button": Wording("Granska och publicera", "Review and publish"),
    "term.newest": Wording("Senaste ändringen ({by}):", "The newest change ({by}):"),
    "term.newest.undo": Wording("Ångra ändringen", "Undo the change"),
    "term.without": Wording(
        "Möten utan tid, och vad som är i vägen", "Meetings without a time, and what is in the way"
    ),
    "term.list": Wording("Mötena i tidsordning", "The meetings in order of time"),
    "term.months": Wording("Månader", "Months"),
    "term.proof": Wording("Hur bra planen är", "How good the plan is"),
    "term.proof.detail": Wording(
        "Målen står i ordning: det översta väger tyngst. Lägre tal är bättre.",
        "The goals stand in order: the topmost weighs most. Lower numbers are better.",
    ),
    "term.achieved": Wording("Så blev det", "Achieved"),
    "grid.title": Wording("Terminen vecka för vecka", "The term week by week"),
    "grid.caption": Wording(
        "Varje rad är en vecka. Stängda dagar visas med sitt skäl.",
        "Each row is a week. Closed days are shown with their reason.",
    ),
    "grid.weeks": Wording("Vecka", "Week"),
    "grid.week": Wording("v. {week}", "wk {week}"),
    "grid.weekdays": Wording("mån tis ons tor fre lör sön", "Mon Tue Wed Thu Fri Sat Sun"),
    "grid.locked": Wording("låst", "locked"),
    "grid.drag": Wording(
        "Flytta ett möte genom att dra det till en annan dag, eller öppna det och välj Flytta mötet.",
        "Move a meeting by dragging it to another day, or open it and choose Move the meeting.",
    ),
    "grid.empty": Wording("Inga möten planeras", "No meetings are planned"),
    "grid.marks": Wording("Så läser du märkena", "What the marks mean"),
    "run.title": Wording("Planeringen", "The planning"),
    "run.queued": Wording("Väntar på sin tur.", "Waiting for its turn."),
    "run.started": Wording("Söker efter en första plan.", "Looking for a first plan."),
    "run.goal": Wording("Söker och bevisar: {goal}.", "Looking and proving: {goal}."),
    "run.stopping": Wording("Stannar och behåller den bästa planen.", "Stopping, and keeping the best plan."),
    "run.over": Wording("Klart: planen finns.", "Done: there is a plan."),
    "run.nothing": Wording("Stoppad innan det fanns någon plan.", "Stopped before there was a plan."),
    "run.failed.violations": Wording(
        "Planen bröt mot en regel och sparades inte. Det är ett fel hos oss.",
        "The plan broke a rule and was not kept. That is a fault of ours.",
    ),
    "run.failed.faults": Wording("Terminen går inte att planera.", "The term cannot be planned."),
    "run.failed.error": Wording(
        "Planeringen gick sönder. Det är ett fel hos oss.", "The planning broke down. That is a fault of ours."
    ),
    "run.failed.lost": Wording(
        "Planeringen avbröts för många gånger. Försök igen.", "The planning was interrupted too often. Try again."
    ),
    "run.seconds": Wording("{seconds:sekund|sekunder} hittills", "{seconds:second|seconds} so far"),
    "run.goals": Wording("Den bästa planen hittills", "The best plan so far"),
    "run.best": Wording("Bäst hittills", "Best so far"),
    "run.bound": Wording("Lägre går inte", "No plan has less"),
    "run.to_term": Wording("Till terminen", "To the term"),
    "run.again": Wording("Se hur långt den har kommit", "See how far it has come"),
    "run.stop": Wording("Stoppa sökningen", "Stop looking"),
    "run.stop.detail": Wording("Den bästa planen hittills behålls.", "The best plan so far is kept."),
    "meeting.when": Wording("{day}, {hours} (vecka {week})", "{day}, {hours} (week {week})"),
    "meeting.no_time": Wording("Mötet har ingen tid.", "The meeting has no time."),
    "meeting.seats": Wording("Vilka som sitter med", "Who sits at it"),
    "meeting.seat": Wording("Plats", "Seat"),
    "meeting.sitter": Wording("Vem", "Who"),
    "meeting.deputy": Wording("ersättare", "deputy"),
    "meeting.on_demand": Wording("Vid behov", "On demand"),
    "meeting.why": Wording("Varför just då", "Why then"),
    "meeting.why_not": Wording("Vad som är i vägen", "What is in the way"),
    "meeting.spare": Wording("Andra tider som går", "Other times that work"),
    "meeting.spare.detail": Wording(
        "Här kan mötet ligga utan att något annat möte flyttas, det bästa först.",
        "The meeting can lie here with no other meeting moved, the best first.",
    ),
    "meeting.spare.free": Wording("kostar inget", "costs nothing"),
    "meeting.spare.none": Wording(
        "Ingen annan tid går utan att andra möten flyttas.",
        "No other time works with the other meetings where they are.",
    ),
    "meeting.happened": Wording("{what} ({date}, {by})", "{what} ({date}, {by})"),
    "meeting.happened.title": Wording("Vad som har hänt", "What has happened"),
    "meeting.cancel": Wording("Ställ in mötet", "Cancel the meeting"),
    "meeting.cancel.how": Wording("Ska det hållas en annan dag?", "Is it to be held another day?"),
    "meeting.cancel.another_day": Wording(
        "Ja, sök en ny tid när ni planerar om", "Yes, find a new time when planning again"
    ),
    "meeting.cancel.for_good": Wording("Nej, det hålls inte alls", "No, it is not held at all"),
    "meeting.cancel.reason": Wording("Varför (frivilligt)", "Why (optional)"),
    "meeting.cancel.reason.hint": Wording(
        "Bara för samordnarna; publiceras aldrig.", "For the coordinators only; never published."
    ),
    "meeting.cancel.button": Wording("Ställ in", "Cancel it"),
    "second.title": Wording("Någon annan hann före", "Somebody else was first"),
    "second.lead": Wording(
        "Din ändring är inte sparad. Jämför och välj.", "Your change has not been kept. Compare and choose."
    ),
    "second.theirs": Wording("Vad som hände medan du läste", "What happened while you read"),
    "second.yours": Wording("Vad du ville göra", "What you wanted to do"),
    "second.replaced": Wording(
        "Revision {revision} av {by}: hela terminen skrevs om.",
        "Revision {revision} by {by}: the whole term was written anew.",
    ),
    "second.changed": Wording("Revision {revision} av {by}: {what}", "Revision {revision} by {by}: {what}"),
    "second.look": Wording("Se hur det är nu", "See how it is now"),
    "second.anyway": Wording("Gör min ändring också", "Make my change too"),
    "release.title": Wording("Publicera utgåva {number}", "Publish release {number}"),
    "release.lead": Wording(
        "Det här ändras mot vad alla vet nu. Ingenting är publicerat förrän du trycker på knappen.",
        "This changes against what everybody knows now. Nothing is published until you press the button.",
    ),
    "release.meetings": Wording("{meetings:möte ändras|möten ändras}", "{meetings:meeting changes|meetings change}"),
    "release.people": Wording(
        "{people:person berörs|personer berörs}", "{people:person is concerned|people are concerned}"
    ),
    "release.feeds": Wording(
        "{changed} av {feeds:kalender får nytt innehåll|kalendrar får nytt innehåll}",
        "{changed} of {feeds:calendar gets new contents|calendars get new contents}",
    ),
    "release.button": Wording("Publicera utgåva {number}", "Publish release {number}"),
    "release.meetings.title": Wording("Mötena", "The meetings"),
    "release.nothing": Wording("Inget möte ändras.", "No meeting changes."),
    "release.people.title": Wording("Vem som får veta vad", "Who is told what"),
    "release.told": Wording("{changes:sak|saker}", "{changes:thing|things}"),
    "releases.title": Wording("Utgåvor", "Releases"),
    "releases.none": Wording("Ingenting är publicerat än.", "Nothing has been published yet."),
    "releases.changed": Wording(
        "Vad utgåva {number} ändrade mot utgåva {before}", "What release {number} changed of release {before}"
    ),
    "releases.first": Wording("Den första utgåvan: allt var nytt", "The first release: everything was new"),
    "release.second": Wording(
        "{by} har publicerat utgåva {number} medan du läste. Jämförelsen är nu mot den: granska igen.",
        "{by} has published release {number} while you read. It is compared with that now: review it again.",
    ),
}
"""By code; a test holds that the pages say all of them and no other."""
