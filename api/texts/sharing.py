"""What the pages of the calendars, the sheets that are handed out and the reports say."""

from api.texts.wording import Wording

__all__ = ["SHARING_WORDINGS"]

SHARING_WORDINGS: dict[str, Wording] = {
    "calendars.title": Wording("Kalendrar", "Calendars"),
    "calendars.lead": Wording(
        "Här delar ni ut länkar. En kalenderlänk prenumererar man på; en personlig sida öppnar man.",
        "Here you hand out links. A calendar link is subscribed to; a personal page is opened.",
    ),
    "calendars.unreleased": Wording(
        "Ingen plan är publicerad än. Länkarna visar möten först när en plan är publicerad.",
        "No plan has been published yet. The links show meetings only once a plan has been published.",
    ),
    "calendars.find": Wording("Sök", "Search"),
    "calendars.find.name": Wording("Namn", "Name"),
    "calendars.find.kind": Wording("Vilka", "Which"),
    "calendars.kind.all": Wording("Alla", "All"),
    "calendars.kind.term": Wording("Hela terminen", "The whole term"),
    "calendars.kind.series": Wording("Mötesserier", "Series"),
    "calendars.kind.unit": Wording("Enheter", "Units"),
    "calendars.kind.person": Wording("Deltagare", "Participants"),
    "calendars.one.term": Wording("Alla möten", "All meetings"),
    "calendars.one.series": Wording("Mötesserie", "Series"),
    "calendars.one.unit": Wording("Enhet", "Unit"),
    "calendars.one.person": Wording("Deltagare", "Participant"),
    "calendars.found": Wording("{count:träff|träffar}.", "{count:match|matches}."),
    "calendars.page_of": Wording("Sida {page} av {pages}.", "Page {page} of {pages}."),
    "calendars.pages": Wording("Fler sidor", "More pages"),
    "calendars.before": Wording("Föregående sida", "Previous page"),
    "calendars.after": Wording("Nästa sida", "Next page"),
    "calendars.nobody": Wording(
        "Ingen heter så. Prova en del av namnet.", "Nobody has that name. Try a part of the name."
    ),
    "calendars.make_all": Wording(
        "Skapa länkar för {count:som saknar|som saknar}", "Make links for {count:without|without}"
    ),
    "calendars.sheets": Wording("Blad att dela ut ({count:blad|blad})", "Sheets to hand out ({count:sheet|sheets})"),
    "calendars.sheet": Wording("Blad att dela ut", "A sheet to hand out"),
    "calendars.whose": Wording("Vems", "Whose"),
    "calendars.calendar": Wording("Kalender", "Calendar"),
    "calendars.own_page": Wording("Personlig sida", "Personal page"),
    "calendars.links": Wording("Länkar", "Links"),
    "calendars.gone": Wording("finns inte kvar i terminen", "no longer in the term"),
    "calendars.none": Wording("Ingen kalenderlänk", "No calendar link"),
    "calendars.page.has": Wording("Har länk", "Has a link"),
    "calendars.page.none": Wording("Ingen länk", "No link"),
    "calendars.make": Wording("Skapa länkar", "Make links"),
    "calendars.make_in.sv": Wording("Skapa kalenderlänk på svenska", "Make a calendar link in Swedish"),
    "calendars.make_in.en": Wording("Skapa kalenderlänk på engelska", "Make a calendar link in English"),
    "calendars.fetched.never": Wording("Inte hämtad än", "Not fetched yet"),
    "calendars.fetched.current": Wording("Hämtad {when}: visar det senaste", "Fetched {when}: shows the newest"),
    "calendars.fetched.old": Wording(
        "Hämtad {when}: har inte hämtat det senaste", "Fetched {when}: has not fetched the newest"
    ),
    "calendars.readers": Wording(
        "Länkarna är hemliga och visas bara för samordnare.", "The links are secret and shown to coordinators alone."
    ),
    "calendars.own_page.is": Wording(
        "Visar personens möten och tar emot anmälan om frånvaro, utan inloggning.",
        "Shows the person's meetings and takes in that they cannot come, without signing in.",
    ),
    "calendars.own_page.look": Wording("Se sidan", "See the page"),
    "calendars.own_page.make": Wording("Skapa personlig sida", "Make a personal page"),
    "calendars.own_page.square": Wording(
        "QR-kod: skanna med en telefon för att öppna sidan", "QR code: scan with a telephone to open the page"
    ),
    "calendars.rotate": Wording("Byt länk", "Renew the link"),
    "calendars.rotate.means": Wording(
        "Den gamla länken slutar fungera på en gång. Alla som har den behöver den nya. "
        "Gör så om länken har hamnat fel.",
        "The old link stops working at once. Everybody who has it needs the new one. "
        "Do this where the link has fallen into wrong hands.",
    ),
    "calendars.rotate.button": Wording("Byt länken nu", "Renew the link now"),
    "calendars.revoke": Wording("Avsluta länk", "End the link"),
    "calendars.revoke.means": Wording(
        "Länken slutar fungera för gott. Det går att skapa en ny senare, men den får en annan adress.",
        "The link stops working for good. Another can be made later, but it gets another address.",
    ),
    "calendars.revoke.button": Wording("Avsluta länken nu", "End the link now"),
    "language.sv": Wording("svenska", "Swedish"),
    "language.en": Wording("engelska", "English"),
    "done.calendars_made": Wording("Länkarna är klara.", "The links are ready."),
    "done.link_ended": Wording("Länken är avslutad.", "The link has been ended."),
    "sheet.title": Wording("Blad att dela ut", "Sheets to hand out"),
    "sheet.lead": Wording(
        "Skriv ut sidan: varje kalender får ett eget A4-blad. Bladen visar hemliga länkar, så lämna dem till rätt person.",
        "Print this page: each calendar gets an A4 sheet of its own. "
        "The sheets show secret links: hand each to the right person.",
    ),
    "sheet.shown": Wording("Blad {first}–{last} av {count}.", "Sheets {first}–{last} of {count}."),
    "sheet.without": Wording(
        "{count:har ingen länk|har ingen länk} och får inget blad.",
        "{count:has no link|have no link} and get no sheet.",
    ),
    "sheet.none": Wording(
        "Ingen av dem har någon länk än. Skapa länkar först.", "None of them has a link yet. Make links first."
    ),
    "sheet.following": Wording("Nästa blad", "The next sheets"),
    "sheet.page": Wording("Din egen sida", "Your own page"),
    "sheet.page.is": Wording(
        "Dina möten, med tid och plats. Här anmäler du om du inte kan komma.",
        "Your meetings, when and where. Here you report if you cannot come.",
    ),
    "sheet.feed": Wording("Kalender att prenumerera på", "Calendar to subscribe to"),
    "sheet.feed.is": Wording(
        "Lägg in länken i kalendern en gång, så följer ändringarna med.",
        "Put the link into your calendar once, and changes follow.",
    ),
    "sheet.how": Wording("Så här gör du", "How to do it"),
    "sheet.how.phone": Wording(
        "iPhone: rikta kameran mot rutan vid kalendern och godkänn.",
        "iPhone: point the camera at the square beside the calendar and confirm.",
    ),
    "sheet.how.outlook": Wording(
        "Outlook: Kalender, Lägg till kalender, Prenumerera från webben. Skriv in länken.",
        "Outlook: Calendar, Add calendar, Subscribe from web. Type the link.",
    ),
    "sheet.how.google": Wording(
        "Google Kalender på en dator: plustecknet vid Andra kalendrar, Från webbadress. Skriv in länken.",
        "Google Calendar on a computer: the plus sign beside Other calendars, From URL. Type the link.",
    ),
    "sheet.secret": Wording("Den som har länken kan läsa kalendern.", "Whoever has the link can read the calendar."),
    "sheet.secret.person": Wording(
        "Länkarna är personliga. Lämna inte bladet framme.",
        "The links are personal. Do not leave the sheet lying about.",
    ),
    "terms.waiting": Wording("{reports:anmälan väntar|anmälningar väntar}", "{reports:report waits|reports wait}"),
    "reports.title": Wording("Anmäld frånvaro", "Reported absences"),
    "reports.lead": Wording(
        "Deltagare anmäler på sin egen sida att de inte kan komma. Terminen ändras först när ni lägger in det.",
        "Participants report on their own page that they cannot come. The term changes only once you take it in.",
    ),
    "reports.waiting": Wording("Väntar på er", "Waiting for you"),
    "reports.first": Wording(
        "Här står de {shown} som har väntat längst av {count}.",
        "Here are the {shown} of {count} that have waited longest.",
    ),
    "reports.none": Wording("Ingen anmälan väntar.", "No report waits."),
    "reports.meeting": Wording("Mötet {meeting}", "The meeting {meeting}"),
    "reports.hits": Wording("Då har personen enligt planen:", "By the plan the person then has:"),
    "reports.hit": Wording("{meeting}, {when} ({seat})", "{meeting}, {when} ({seat})"),
    "reports.hits.none": Wording("Personen har inget möte då i planen.", "The person has no meeting then in the plan."),
    "reports.reason": Wording("Orsak: {reason}", "Reason: {reason}"),
    "reports.reported": Wording("Anmäld {date}.", "Reported on {date}."),
    "reports.accept": Wording("Lägg in frånvaron", "Take the absence in"),
    "reports.of": Wording("({name}, {when})", "({name}, {when})"),
    "reports.decline": Wording("Lägg inte in den", "Do not take it in"),
    "reports.answer": Wording("Svar till personen (frivilligt)", "An answer to the person (optional)"),
    "reports.answer.hint": Wording("Visas på personens egen sida.", "Shown on the person's own page."),
    "reports.decline.button": Wording("Avsluta utan att lägga in", "Close without taking it in"),
    "reports.over": Wording("Behandlade", "Dealt with"),
    "reports.accepted": Wording("Inlagd {date} av {by}.", "Taken in on {date} by {by}."),
    "reports.declined": Wording("Inte inlagd, {date} av {by}.", "Not taken in, on {date} by {by}."),
    "reports.withdrawn": Wording("Tillbakatagen {date} av personen själv.", "Taken back on {date} by the person."),
    "reports.too_late": Wording(
        "Anmälan väntade inte längre: någon annan var före, eller så har personen tagit tillbaka den.",
        "The report waited no longer: somebody else was first, or the person has taken it back.",
    ),
    "done.report_accepted": Wording(
        "Frånvaron är inlagd. Planera om, så får mötena nya tider eller ersättare.",
        "The absence has been taken in. Plan again, so that the meetings get new times or deputies.",
    ),
    "done.report_declined": Wording(
        "Anmälan är avslutad utan ändring.", "The report has been closed without a change."
    ),
    "meeting.unreached": Wording(
        "Vilka har inte nåtts av den senaste ändringen", "Whom the last change has not reached"
    ),
    "meeting.unreached.detail": Wording(
        "De har varken hämtat sin kalender eller fått ett mejl sedan något senast ändrades för dem. Ring dem om det är bråttom.",
        "They have neither fetched their calendar nor got a mail since something last changed for them. "
        "Call them if it is urgent.",
    ),
}
"""By code; a test holds that the pages say all of them and no other."""
