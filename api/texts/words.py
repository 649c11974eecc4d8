"""Single words and short sentences of the command line."""

from api.texts.wording import Wording

__all__ = ["WORDS"]

WORDS: dict[str, Wording] = {
    "word.day": Wording("Dag", "Day"),
    "word.time": Wording("Tid", "Time"),
    "word.meeting": Wording("Möte", "Meeting"),
    "word.place": Wording("Lokal", "Place"),
    "word.people": Wording("Deltagare", "People"),
    "word.notes": Wording("Ersättare och tomma platser", "Deputies and empty seats"),
    "word.goal": Wording("Mål", "Goal"),
    "word.value": Wording("Värde", "Value"),
    "word.proof": Wording("Bevis", "Proof"),
    "word.weekdays": Wording("mån tis ons tor fre lör sön", "Mon Tue Wed Thu Fri Sat Sun"),
    "word.later": Wording("bestäms senare", "decided later"),
    "word.id": Wording("Id", "Id"),
    "word.name": Wording("Namn", "Name"),
    "word.created": Wording("Skapad (UTC)", "Created (UTC)"),
    "word.revoked": Wording("Återkallad (UTC)", "Revoked (UTC)"),
    "token.title": Wording("{tokens:nyckel|nycklar}", "{tokens:token|tokens}"),
    "store.unusable": Wording(
        "Datakatalogen {directory} kan inte användas: {why}", "The data directory {directory} cannot be used: {why}"
    ),
    "note.deputy": Wording("{person} ersätter {holder}", "{person} for {holder}"),
    "note.vacant_post": Wording("vakant tjänst", "a vacant post"),
    "note.missing": Wording("{count} saknas: {seat}", "{count} missing: {seat}"),
    "plan.title": Wording("{title}: {meetings:möte|möten}", "{title}: {meetings:meeting|meetings}"),
    "plan.unplaced": Wording("Utan tid: {meetings:möte|möten}", "Without a time: {meetings:meeting|meetings}"),
    "plan.open_starts": Wording(
        "{open} av {starts:starttid|starttider} var öppna, men de andra mötena stod i vägen",
        "{open} of {starts:start|starts} were open, but the other meetings stood in the way",
    ),
    "plan.proof": Wording(
        "Mål, det viktigaste först (mindre är bättre; varje bevis gäller med målen ovanför oförändrade)",
        "Goals, the most important first (less is better; each proof holds with the goals above as they are)",
    ),
    "plan.searching": Wording("Söker", "Looking"),
    "plan.proving": Wording(
        "mål {number} av {goals}: {goal} ({value}, gräns {bound})",
        "goal {number} of {goals}: {goal} ({value}, bound {bound})",
    ),
    "plan.stopped": Wording("Avbrutet: detta är den bästa planen hittills.", "Stopped: this is the best plan so far."),
    "plan.written": Wording("Skrev {file}.", "Wrote {file}."),
    "plan.calendars": Wording(
        "Skrev {files:kalender|kalendrar} i {directory}.", "Wrote {files:calendar|calendars} to {directory}."
    ),
    "plan.other_term": Wording("{file} hör till en annan termin.", "{file} belongs to another term."),
    "change.written": Wording("Skrev den ändrade terminen i {file}.", "Wrote the changed term to {file}."),
    "diff.none": Wording("Ingenting behöver ändras.", "Nothing needs to change."),
    "diff.meetings": Wording(
        "{meetings:möte|möten} ändras, {kept} är som förut:",
        "{meetings:meeting changes|meetings change}, {kept} as before:",
    ),
    "diff.people": Wording("{people:person|personer} berörs:", "{people:person is|people are} concerned:"),
    "check.obeys": Wording(
        "Planen följer alla regler och dess siffror stämmer.", "The plan obeys every rule and its figures are right."
    ),
    "check.breaks": Wording(
        "Planen bryter mot reglerna på {count:ställe|ställen}:", "The plan breaks the rules in {count:place|places}:"
    ),
    "check.other_term": Wording(
        "Planen är gjord för en annan termin än {file}.", "The plan was made for another term than {file}."
    ),
    "check.no_term": Wording(
        "Hittar inte terminen som planen är gjord för: ange den med --term.",
        "Cannot find the term that the plan was made for: give it with --term.",
    ),
    "validate.fine": Wording(
        "{file} är i ordning: {meetings:möte|möten}, {people:person|personer}.",
        "{file} is fine: {meetings:meeting|meetings}, {people:person|people}.",
    ),
    "validate.faults": Wording("{file} har {count:fel|fel}:", "{file} has {count:fault|faults}:"),
    "validate.more": Wording("… och {count:till|till}", "… and {count:more|more}"),
    "file.missing": Wording("Filen {file} finns inte.", "There is no file {file}."),
    "file.unreadable": Wording("Kan inte läsa {file}: {why}", "Cannot read {file}: {why}"),
    "file.unwritable": Wording("Kan inte skriva {file}: {why}", "Cannot write {file}: {why}"),
    "serving.directory": Wording(
        "Datakatalogen {directory} kan inte användas ({why}): välj en annan med --data-dir.",
        "The data directory {directory} cannot be used ({why}): choose another with --data-dir.",
    ),
    "serving.database": Wording(
        "Databasen kan inte användas ({why}): kontrollera TERMINSPLAN_DATABASE_URL.",
        "The database cannot be used ({why}): check TERMINSPLAN_DATABASE_URL.",
    ),
    "serving.port": Wording(
        "Port {port} på {host} kan inte användas ({why}): avsluta det som använder den, eller välj en annan med --port "
        "eller TERMINSPLAN_PORT.",
        "Port {port} at {host} cannot be used ({why}): stop what uses it, or choose another with --port or "
        "TERMINSPLAN_PORT.",
    ),
    "serving.other": Wording("Tjänsten kan inte starta: {why}", "The service cannot start: {why}"),
    "file.not_text": Wording(
        "{file} är inte text i UTF-8 (fel vid byte {byte}).", "{file} is not text in UTF-8 (wrong at byte {byte})."
    ),
    "file.too_large": Wording(
        "{file} är större än {limit} byte: dela terminen eller höj TERMINSPLAN_MAX_BODY_BYTES.",
        "{file} is larger than {limit} bytes: split the term, or raise TERMINSPLAN_MAX_BODY_BYTES.",
    ),
    "file.needed": Wording("Ange en FIL, eller --example för exemplet.", "Give a FILE, or --example for the example."),
    "as_of.wrong": Wording(
        "--as-of: ange datum eller datum och klockslag, som 2025-11-24T08:00.",
        "--as-of: give a date, or a date and time, such as 2025-11-24T08:00.",
    ),
    "serve.token": Wording(
        "Samordnarens nyckel (visas bara nu, spara den):", "The coordinator's token (shown only now, keep it):"
    ),
    "serve.sign_in": Wording(
        "Öppna exemplet, inloggad som samordnare (länken gäller en gång, i en halvtimme):",
        "Open the example, signed in as a coordinator (the link works once, for half an hour):",
    ),
    "serve.feed": Wording("Kalender att prenumerera på:", "Calendar to subscribe to:"),
    "serve.at": Wording("Öppna {url} (Ctrl-C avslutar).", "Open {url} (Ctrl-C ends)."),
    "serve.kept": Wording("Allt finns kvar i {directory}.", "Everything is kept in {directory}."),
    "nightly.done": Wording(
        "{terms:utgiven termin|utgivna terminer}, varav {changed} fick nya kalendrar.",
        "{terms:released term|released terms}, {changed} of which got new calendars.",
    ),
    "token.made": Wording(
        "Nyckel {id} för {name} (visas bara nu, spara den):", "Token {id} for {name} (shown only now, keep it):"
    ),
    "token.revoked": Wording("Nyckel {id} är återkallad.", "Token {id} is revoked."),
    "token.unknown": Wording("Det finns ingen nyckel {id}.", "There is no token {id}."),
    "internal": Wording(
        "Internt fel: {error}. Det är vårt fel, inte ditt. TERMINSPLAN_DEBUG=1 visar var.",
        "Internal error: {error}. It is our fault, not yours. TERMINSPLAN_DEBUG=1 shows where.",
    ),
}
