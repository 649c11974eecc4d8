"""What a participant's own page says, and how to subscribe to a calendar."""

from api.texts.wording import Wording

__all__ = ["PARTICIPANT_WORDINGS"]

_PASTE = Wording("Klistra in länken.", "Paste the link.")

PARTICIPANT_WORDINGS: dict[str, Wording] = {
    "me.title": Wording("Dina möten", "Your meetings"),
    "me.lead": Wording(
        "Sidan är din egen. Den som har länken kan se dina möten och anmäla att du inte kan komma. Dela den inte.",
        "This page is yours. Whoever has the link can see your meetings and report that you cannot come. "
        "Do not share it.",
    ),
    "me.released": Wording("Visar utgåva {number}, publicerad {date}.", "Shows release {number}, published on {date}."),
    "me.unreleased": Wording(
        "Ingen plan är publicerad än. När den är det står dina möten här.",
        "No plan has been published yet. Once one is, your meetings are shown here.",
    ),
    "me.contents": Wording("På den här sidan", "On this page"),
    "me.ahead": Wording("Kommande möten", "Coming meetings"),
    "me.ahead.none": Wording("Du har inga möten framför dig.", "You have no meetings ahead."),
    "me.past": Wording(
        "Visa {meetings:tidigare möte|tidigare möten}", "Show {meetings:earlier meeting|earlier meetings}"
    ),
    "me.week": Wording("vecka {week}", "week {week}"),
    "me.seat": Wording("Du deltar som {role}, {unit}.", "You attend as {role}, {unit}."),
    "me.seat.deputy": Wording(
        "Du ersätter {holder} som {role}, {unit}.", "You stand in for {holder} as {role}, {unit}."
    ),
    "me.seat.vacant": Wording(
        "Du är ersättare som {role}, {unit}: tjänsten är vakant.",
        "You are the deputy as {role}, {unit}: the post is vacant.",
    ),
    "me.postponed": Wording("Inställt. En ny tid är inte bestämd än.", "Cancelled. A new time has not been set yet."),
    "me.withdrawn": Wording("Inställt.", "Cancelled."),
    "me.reported.waiting": Wording(
        "Du har anmält att du inte kan komma. Samordnaren har inte svarat än.",
        "You have reported that you cannot come. The coordinator has not answered yet.",
    ),
    "me.reported.accepted": Wording(
        "Du har anmält att du inte kan komma. Samordnaren vet det.",
        "You have reported that you cannot come. The coordinator knows.",
    ),
    "me.map": Wording("Visa på karta", "Show on a map"),
    "me.map.of": Wording("(öppnar en annan webbplats, {title})", "(opens another site, {title})"),
    "me.cannot": Wording("Jag kan inte komma", "I cannot come"),
    "me.cannot.of": Wording("({title}, {day})", "({title}, {day})"),
    "me.print": Wording(
        "Skriv ut sidan med webbläsarens utskrift: bara mötena kommer med.",
        "Print the page from the browser: only the meetings are printed.",
    ),
    "me.changed": Wording("Vad som ändrades senast", "What changed last"),
    "me.changed.release": Wording("Utgåva {number}, {date}", "Release {number}, {date}"),
    "me.changed.first": Wording(
        "Då fick du dina första tider. Inget har ändrats för dig sedan dess.",
        "You got your first times then. Nothing has changed for you since.",
    ),
    "me.changed.none": Wording("Inget har ändrats för dig.", "Nothing has changed for you."),
    "me.absence": Wording("Anmäl att du inte kan komma", "Report that you cannot come"),
    "me.absence.lead": Wording(
        "Anmälan går till samordnaren, som ser om mötet behöver en ersättare eller en ny tid. "
        "Inget möte flyttas av anmälan.",
        "The report goes to the coordinator, who sees whether the meeting needs a deputy or another time. "
        "The report moves no meeting.",
    ),
    "me.absence.meeting": Wording("Ett möte", "A meeting"),
    "me.absence.which": Wording("Vilket möte?", "Which meeting?"),
    "me.absence.choose": Wording("Välj ett möte", "Choose a meeting"),
    "me.absence.option": Wording("{day}, {hours}: {title}", "{day}, {hours}: {title}"),
    "me.absence.reason": Wording("Orsak (frivilligt)", "Reason (optional)"),
    "me.absence.reason.hint": Wording(
        "Bara samordnarna ser den. Skriv inget om din hälsa.",
        "Only the coordinators see it. Write nothing about your health.",
    ),
    "me.absence.send": Wording("Skicka anmälan", "Send the report"),
    "me.absence.time": Wording("En annan tid, till exempel en semester", "Another time, such as a holiday"),
    "me.absence.from_day": Wording("Från och med datum", "From this date"),
    "me.absence.to_day": Wording("Till och med datum", "Until this date"),
    "me.absence.day.hint": Wording("År-månad-dag, till exempel 2026-10-05.", "Year-month-day, such as 2026-10-05."),
    "me.absence.to_day.hint": Wording("Lämna tomt för en enda dag.", "Leave it empty for a single day."),
    "me.absence.from_time": Wording("Från klockan (frivilligt)", "From this time (optional)"),
    "me.absence.to_time": Wording("Till klockan (frivilligt)", "Until this time (optional)"),
    "me.absence.time.hint": Wording("Lämna tomt för hela dagar.", "Leave it empty for whole days."),
    "me.wrong.meeting": Wording("Välj ett av dina kommande möten.", "Choose one of your coming meetings."),
    "me.wrong.reason": Wording("Skriv högst 300 tecken på en rad.", "Write 300 characters at most, on one line."),
    "me.wrong.day": Wording("Skriv ett datum, till exempel {first}.", "Write a date, such as {first}."),
    "me.wrong.time": Wording("Skriv ett klockslag, till exempel 13.00.", "Write a time of day, such as 13:00."),
    "me.wrong.order": Wording("Slutet måste komma efter början.", "The end must come after the beginning."),
    "me.wrong.over": Wording("Den tiden har redan varit.", "That time is over already."),
    "me.wrong.outside": Wording(
        "Skriv ett datum inom terminen: från {first} till {last}.", "Write a date within the term: {first} to {last}."
    ),
    "me.wrong.too_many": Wording(
        "Du har redan många anmälningar som väntar. Ta kontakt med samordnaren.",
        "Many reports of yours wait already. Please talk to the coordinator.",
    ),
    "me.reports": Wording("Dina anmälningar", "Your reports"),
    "me.report.waiting": Wording("Väntar på samordnaren", "Waits for the coordinator"),
    "me.report.accepted": Wording("Mottagen: samordnaren har lagt in den", "Taken in by the coordinator"),
    "me.report.declined": Wording("Inte inlagd", "Not taken in"),
    "me.report.withdrawn": Wording("Du har tagit tillbaka den", "You have taken it back"),
    "me.report.answer": Wording("Svar: {answer}", "Answer: {answer}"),
    "me.report.reason": Wording("Orsak: {reason}", "Reason: {reason}"),
    "me.report.take_back": Wording("Ta tillbaka", "Take it back"),
    "me.report.take_back.of": Wording("anmälan {when}", "the report {when}"),
    "me.done.reported": Wording(
        "Anmälan är skickad till samordnaren. Under Dina anmälningar ser du när den är behandlad.",
        "The report has been sent to the coordinator. Your reports says when it has been dealt with.",
    ),
    "me.done.withdrawn": Wording("Anmälan är tillbakatagen.", "The report has been taken back."),
    "me.done.calendar": Wording("Din kalenderlänk finns nu här.", "Your calendar link is here now."),
    "me.done.decided": Wording(
        "Samordnaren hann före: anmälan är redan behandlad.",
        "The coordinator was first: the report has been dealt with already.",
    ),
    "me.subscribe": Wording("Få mötena i din kalender", "Get the meetings in your calendar"),
    "me.subscribe.lead": Wording(
        "Prenumerera på länken, så följer ändringar med av sig själva. Kalendern hämtar dem med några timmars "
        "mellanrum, så en sen ändring syns först här på sidan.",
        "Subscribe to the link, and changes follow by themselves. Calendars fetch them every few hours, so that a "
        "late change is seen here first.",
    ),
    "me.subscribe.link": Wording("Din kalenderlänk", "Your calendar link"),
    "me.subscribe.secret": Wording(
        "Länken är personlig: den som har den kan läsa dina möten. Den öppnar inte den här sidan.",
        "The link is personal: whoever has it can read your meetings. It does not open this page.",
    ),
    "me.subscribe.open": Wording("Öppna i kalenderprogrammet", "Open in the calendar program"),
    "me.subscribe.square": Wording(
        "QR-kod: skanna med en telefon för att prenumerera", "QR code: scan with a telephone to subscribe"
    ),
    "me.subscribe.make": Wording("Skapa min kalenderlänk", "Make my calendar link"),
    "me.subscribe.none": Wording(
        "Du har ingen kalenderlänk än. Du kan skapa den här.", "You have no calendar link yet. You can make it here."
    ),
    "me.subscribe.how": Wording("Så här gör du, program för program", "How to do it, program by program"),
    "me.subscribe.menus": Wording(
        "Menyerna kan heta något annat i din version.", "The menus may have other names in your version."
    ),
    "me.copy": Wording("Kopiera länken", "Copy the link"),
    "me.copied": Wording("Länken är kopierad", "The link has been copied"),
    "how.outlook": Wording("Outlook (nya, och på webben)", "Outlook (new, and on the web)"),
    "how.outlook.1": Wording(
        "Kopiera länken och öppna Kalender i Outlook.", "Copy the link and open Calendar in Outlook."
    ),
    "how.outlook.2": Wording(
        "Välj Lägg till kalender, sedan Prenumerera från webben.", "Choose Add calendar, then Subscribe from web."
    ),
    "how.outlook.3": _PASTE,
    "how.outlook.4": Wording(
        "Ge kalendern ett namn och välj Importera.", "Give the calendar a name and choose Import."
    ),
    "how.classic": Wording("Outlook (klassiska, på datorn)", "Outlook (classic, on the computer)"),
    "how.classic.1": Wording(
        "Kopiera länken och öppna Kalender i Outlook.", "Copy the link and open Calendar in Outlook."
    ),
    "how.classic.2": Wording(
        "Välj Lägg till kalender på fliken Start, sedan Från Internet.",
        "Choose Add Calendar on the Home tab, then From Internet.",
    ),
    "how.classic.3": Wording("Klistra in länken och välj OK.", "Paste the link and choose OK."),
    "how.classic.4": Wording(
        "Svara Ja på frågan om du vill prenumerera.", "Answer Yes when asked whether to subscribe."
    ),
    "how.google": Wording("Google Kalender", "Google Calendar"),
    "how.google.1": Wording(
        "Kopiera länken och öppna calendar.google.com på en dator: det går inte i appen.",
        "Copy the link and open calendar.google.com on a computer: the app cannot do it.",
    ),
    "how.google.2": Wording(
        "Välj plustecknet vid Andra kalendrar, sedan Från webbadress.",
        "Choose the plus sign beside Other calendars, then From URL.",
    ),
    "how.google.3": Wording(
        "Klistra in länken och välj Lägg till kalender.", "Paste the link and choose Add calendar."
    ),
    "how.google.4": Wording(
        "Mötena syns sedan i appen också. Ändringar kan dröja ett dygn.",
        "The meetings are then in the app too. Changes can take a day.",
    ),
    "how.iphone": Wording("iPhone och iPad", "iPhone and iPad"),
    "how.iphone.1": Wording(
        "Tryck på Öppna i kalenderprogrammet här ovanför och godkänn. Annars:",
        "Tap Open in the calendar program above and confirm. Otherwise:",
    ),
    "how.iphone.2": Wording(
        "Kopiera länken, öppna appen Kalender och tryck på Kalendrar längst ned.",
        "Copy the link, open the Calendar app and tap Calendars at the bottom.",
    ),
    "how.iphone.3": Wording(
        "Tryck på Lägg till kalender, sedan på raden för en kalenderprenumeration.",
        "Tap Add Calendar, then Add Subscription Calendar.",
    ),
    "how.iphone.4": Wording("Klistra in länken och tryck på Prenumerera.", "Paste the link and tap Subscribe."),
    "how.mac": Wording("Mac", "Mac"),
    "how.mac.1": Wording("Kopiera länken och öppna Kalender.", "Copy the link and open Calendar."),
    "how.mac.2": Wording("Välj Arkiv, sedan Ny kalenderprenumeration.", "Choose File, then New Calendar Subscription."),
    "how.mac.3": Wording("Klistra in länken och välj Prenumerera.", "Paste the link and choose Subscribe."),
    "how.mac.4": Wording(
        "Ställ in Uppdatera automatiskt på varje timme och välj OK.",
        "Set Auto-refresh to every hour and choose OK.",
    ),
    "how.thunderbird": Wording("Thunderbird", "Thunderbird"),
    "how.thunderbird.1": Wording("Kopiera länken och öppna kalendern.", "Copy the link and open the calendar."),
    "how.thunderbird.2": Wording("Välj Ny kalender, sedan På nätverket.", "Choose New Calendar, then On the Network."),
    "how.thunderbird.3": Wording(
        "Klistra in länken som plats och lämna användarnamnet tomt.",
        "Paste the link as the location and leave the user name empty.",
    ),
    "how.thunderbird.4": Wording("Välj Hitta kalendrar.", "Choose Find Calendars."),
    "how.thunderbird.5": Wording("Välj Prenumerera.", "Choose Subscribe."),
    "away.gone": Wording("Länken gäller inte", "The link is not valid"),
    "away.gone.detail": Wording(
        "Kontrollera att hela länken är med. Gäller den inte längre kan samordnaren ge dig en ny.",
        "Check that the link is whole. If it is no longer valid the coordinator can give you a new one.",
    ),
    "away.foreign": Wording("Formuläret kom från en annan webbplats", "The form came from another site"),
    "away.foreign.detail": Wording(
        "Ingenting är sparat. Öppna din sida och skicka formuläret därifrån.",
        "Nothing has been kept. Open your page and send the form from there.",
    ),
    "away.too_large": Wording("Det du skickade är för långt", "What you sent is too long"),
    "away.too_large.detail": Wording(
        "Ingenting är sparat. Gå tillbaka och skriv kortare.", "Nothing has been kept. Go back and write less."
    ),
    "away.unreadable": Wording("Det du skickade går inte att läsa", "What you sent cannot be read"),
    "away.unreadable.detail": Wording(
        "Ingenting är sparat. Gå tillbaka, ladda om sidan och försök igen.",
        "Nothing has been kept. Go back, reload the page and try again.",
    ),
}
"""By code; a test holds that the pages say all of them and no other."""
