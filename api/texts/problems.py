"""The problems of the HTTP API: what each is called, and what the client should do."""

from api.texts.wording import Wording

__all__ = ["PROBLEM_TITLES", "PROBLEM_WORDINGS"]

PROBLEM_TITLES: dict[str, Wording] = {
    "problem.malformed_request": Wording("Förfrågan går inte att läsa", "The request cannot be read"),
    "problem.malformed_json": Wording("Inte giltig JSON", "Not valid JSON"),
    "problem.json_too_deep": Wording("För djupt nästlad JSON", "JSON nested too deeply"),
    "problem.bad_cursor": Wording("Okänd sidmarkör", "Unknown cursor"),
    "problem.unauthorized": Wording("Nyckel saknas", "A token is needed"),
    "problem.not_found": Wording("Finns inte", "Not found"),
    "problem.method_not_allowed": Wording("Metoden går inte här", "The method is not allowed here"),
    "problem.term_exists": Wording("Terminen finns redan", "The term exists already"),
    "problem.term_busy": Wording("Terminen planeras redan", "The term is being planned already"),
    "problem.other_term": Wording("Hör till en annan termin", "It belongs to another term"),
    "problem.nothing_to_change": Wording("Det finns ingen plan att ändra", "There is no plan to change"),
    "problem.nothing_to_roll_back": Wording("Den planen gäller redan", "That plan is released already"),
    "problem.too_many_questions": Wording("För många frågor på en gång", "Too many questions at once"),
    "problem.released": Wording("Ändringen är publicerad", "The change has been published"),
    "problem.entangled": Wording("Ändringen har ändrats igen", "The change has been changed again"),
    "problem.undone": Wording("Ändringen är redan ångrad", "The change has been undone already"),
    "problem.stale": Wording("Någon annan hann före", "Somebody else was first"),
    "problem.too_large": Wording("För stort", "Too large"),
    "problem.not_json": Wording("Ska vara JSON", "JSON is wanted"),
    "problem.invalid": Wording("Förfrågan har fel", "The request has faults"),
    "problem.idempotency_key_reused": Wording(
        "Idempotency-Key använd till annat", "Idempotency-Key used for another request"
    ),
    "problem.if_match_required": Wording("If-Match saknas eller är fel skriven", "If-Match is missing or malformed"),
    "problem.internal": Wording("Internt fel", "Internal error"),
    "problem.not_ready": Wording("Inte redo", "Not ready"),
}
"""What each problem is called."""

PROBLEM_WORDINGS: dict[str, Wording] = {
    "problem.malformed_request.detail": Wording(
        "Förfrågan går inte att läsa: rätta den efter API:ets beskrivning.",
        "The request cannot be read: correct it by the description of the API.",
    ),
    "problem.malformed_json.detail": Wording(
        "Innehållet är inte giltig JSON: {error}.", "The body is not valid JSON: {error}."
    ),
    "problem.json_too_deep.detail": Wording(
        "Innehållet är nästlat djupare än {limit} nivåer: inga termindokument är det.",
        "The body is nested deeper than {limit} levels: no term is.",
    ),
    "problem.bad_cursor.detail": Wording(
        "Markören är inte en som listan har lämnat: börja om utan cursor.",
        "The cursor is none that this list has given: begin again without one.",
    ),
    "problem.unauthorized.detail": Wording(
        "Skicka samordnarens nyckel: Authorization: Bearer och nyckeln. Den skapas med terminsplan token.",
        "Send a coordinator's token: Authorization: Bearer and the token. `terminsplan token` makes one.",
    ),
    "problem.not_found.detail": Wording("Det som söks finns inte här.", "What is asked for is not here."),
    "problem.method_not_allowed.detail": Wording(
        "Adressen svarar på andra metoder: se Allow.", "The address answers other methods: see Allow."
    ),
    "problem.term_exists.detail": Wording(
        "Det finns redan en termin med det uid:t: ersätt den med PUT, eller ge den nya ett eget uid.",
        "There is a term with that uid already: replace it with PUT, or give the new one a uid of its own.",
    ),
    "problem.term_busy.detail": Wording(
        "Terminen planeras redan av jobb {job}: vänta på det eller avbryt det.",
        "The term is being planned by job {job}: wait for it, or cancel it.",
    ),
    "problem.other_term.detail": Wording(
        "Det hör till en annan termin än adressens: rätta det ena.",
        "It belongs to another term than the address says: correct one of them.",
    ),
    "problem.nothing_to_change.detail": Wording(
        "Terminen har ingen plan än, så det finns inget att utgå från: be om en plan först.",
        "The term has no plan yet, so there is nothing to begin from: ask for a plan first.",
    ),
    "problem.nothing_to_roll_back.detail": Wording(
        "Utgåva {release}, den senaste, visar redan planen från utgåva {roll_back_to}: välj en äldre utgåva.",
        "Release {release}, the newest, shows the plan of release {roll_back_to} already: choose an older release.",
    ),
    "problem.too_many_questions.detail": Wording(
        "Redan {limit:fråga|frågor} om terminen väntar på svar: vänta på ett av dem, eller avbryt ett jobb.",
        "{limit:question|questions} about the term wait for an answer already: wait for one, or cancel a job.",
    ),
    "problem.released.detail": Wording(
        "Ändring {change} ingår i utgåva {release}, som folk har fått se: rätta med en ny ändring, eller publicera en "
        "äldre utgåva igen.",
        "Change {change} is part of release {release}, which people have seen: mend it with a new change, or publish an "
        "older release again.",
    ),
    "problem.entangled.detail": Wording(
        "Det som ändring {change} gjorde med ”{id}” i {list} har ändrats igen: ångra den ändringen först.",
        'What change {change} did to "{id}" in {list} has been changed again: undo that change first.',
    ),
    "problem.undone.detail": Wording(
        "Ändring {change} ångrades i version {revision}: gör den igen om den ändå ska gälla.",
        "Change {change} was undone in revision {revision}: make it again if it is to hold after all.",
    ),
    "problem.stale.detail": Wording(
        "Ändringen bygger på version {based_on}, men den gällande är {current_version}: läs den och gör om ändringen. Vad "
        "som har hänt sedan dess står i changed.",
        "The change is based on revision {based_on} and the current one is {current_version}: read that, and redo the "
        "change. What has happened since stands in changed.",
    ),
    "problem.stale.release.detail": Wording(
        "Du har sett utgåva {based_on}, men den senaste är {current_version}: se vad den säger och publicera sedan igen. "
        "Vad som har hänt sedan dess står i changed.",
        "You have seen release {based_on} and the newest one is {current_version}: look at what it says, then publish "
        "again. What has happened since stands in changed.",
    ),
    "problem.too_large.detail": Wording(
        "Innehållet är större än {limit} byte: dela upp terminen eller höj gränsen i inställningarna.",
        "The body is larger than {limit} bytes: split the term, or raise the limit in the settings.",
    ),
    "problem.not_json.detail": Wording(
        "Skicka innehållet som application/json i UTF-8, okomprimerat.",
        "Send the body as application/json in UTF-8, not compressed.",
    ),
    "problem.invalid.detail": Wording(
        "Förfrågan har {count:fel|fel}, se faults. Inget har sparats.",
        "The request has {count:fault|faults}, see faults. Nothing was kept.",
    ),
    "problem.idempotency_key_reused.detail": Wording(
        "Samma Idempotency-Key kom tidigare med en annan förfrågan: välj en ny.",
        "The same Idempotency-Key came with another request before: choose a new one.",
    ),
    "problem.if_match_required.detail": Wording(
        "Skicka If-Match med ETag från den version som ändringen bygger på, med dess citattecken, till exempel ”If-Match: "
        '"4"”.',
        'Send If-Match with the ETag of the revision that the change is based on, with its quotes, such as `If-Match: "4"`.',
    ),
    "problem.internal.detail": Wording(
        "Något gick fel hos oss. Felet är antecknat under det id som står i instance.",
        "Something went wrong here. It is logged under the id in instance.",
    ),
    "problem.not_ready.detail": Wording(
        "Tjänsten kan inte göra sitt arbete just nu: params säger vad som saknas.",
        "The service cannot do its work now: params says what is missing.",
    ),
}
"""What the client should do, with the problem's parameters."""
