"""What can be wrong with a document: the Swedish of `models.FAULTS`, and both languages of what pydantic finds."""

from api.texts.oidc import OIDC_FAULTS
from api.texts.wording import Wording
from models import FAULTS

__all__ = ["FAULT_WORDINGS", "SWEDISH_KINDS"]

_SWEDISH = {
    "unknown_id": "okänt id ”{id}” ({kind}){nearest}: lägg till det i {list} eller rätta id:t",
    "duplicate_id": "id:t ”{id}” används två gånger i {list}: ge en av dem ett annat id",
    "duplicate_uid": "uid ”{uid}” tillhör redan mötet ”{other}”: utelämna det ena, så skapas ett nytt",
    "ends_before_start": "”{first}” ligger inte före ”{last}”: byt plats på dem eller rätta det ena",
    "window_without_days": "tidsfönstret innehåller ingen av sina veckodagar mellan {first_day} och {last_day}: vidga det",
    "window_outside_term": "tidsfönstret innehåller ingen dag i terminen, {first_day}–{last_day}: flytta fönstret eller terminen",
    "window_too_short": "{minutes} minuter ryms inte mellan {from_time} och {to_time}: vidga tiderna eller korta mötet",
    "no_window": "mötet ”{meeting}” har inget tidsfönster: ge mötet eller dess serie ett",
    "self_deputy": "personen ”{id}” är ersättare för sig själv: ta bort id:t ur deputies",
    "count_above_pool": "platsen ”{seat}” ska ha {count} personer men bara {pool} kan sitta där: sänk count eller utse fler",
    "nobody_appointed": "ingen är utsedd till rollen ”{role}” i enheten ”{unit}”, som platsen ”{seat}” behöver: utse någon i appointments",
    "asked_not_on_demand": "platsen ”{id}” är obligatorisk, inte vid behov: ta bort den ur asked",
    "unknown_group": "ingen plats på mötet ”{meeting}” hör till gruppen ”{group}”{nearest}: lägg gruppen på en plats eller rätta namnet",
    "attendance_above_seats": "gruppen ”{group}” har plats för {room} personer men {least} krävs: sänk least",
    "lock_outside_window": "låset {start} ligger utanför alla tidsfönster för mötet ”{meeting}”: flytta låset eller vidga ett fönster",
    "lock_outside_grid": "låset {start} passar inte i rutnätet på {grid} minuter: flytta det eller ändra grid_minutes",
    "lock_elsewhere": "låset gäller ”{place}”, som mötet ”{meeting}” inte kan hållas på: lägg till lokalen i places eller rätta låset",
    "locks_clash": "låsen för ”{meeting}” och ”{other}” krockar om {what}: flytta det ena",
    "locked_person_not_eligible": "personen ”{person}” kan inte sitta på platsen ”{seat}”: utse personen eller ta bort den ur låset",
    "locked_seat_not_wanted": "platsen ”{seat}” är inte efterfrågad på mötet: lägg till den i asked eller ta bort den ur låset",
    "locked_too_many": "låset sätter {people} personer på platsen ”{seat}”, som ska ha {count}: ta bort några",
    "time_does_not_exist": "{time} finns inte i {zone}, eftersom klockan ställs fram: välj en annan tid",
    "time_happens_twice": "{time} inträffar två gånger i {zone}, eftersom klockan ställs tillbaka: välj en annan tid",
    "unknown_time_zone": "okänd tidszon ”{zone}”{nearest}: ange ett IANA-namn",
    "when_needed": "ange antingen start och end eller weekly",
    "order_of_itself": "mötet ”{id}” kan inte komma före sig självt: rätta det ena id:t",
    "order_impossible": "högst {at_most} dagar är mindre än minst {at_least}: byt plats på dem eller rätta det ena",
    "order_circle": "ordningen går runt i en cirkel: {circle}; ta bort ett led",
    "repeated": "”{id}” är angivet två gånger: ta bort det ena",
    "half_coordinates": "ange både latitude och longitude eller inget av dem",
    "leg_to_itself": "sträckan går från ”{id}” till sig själv: ta bort den",
    "leg_twice": "sträckan mellan {between} är angiven två gånger: ta bort den ena",
    "too_many": "{what}: {count} är mer än gränsen {limit}: dela terminen eller höj gränsen i inställningarna",
    "unknown_goal": "okänt mål ”{id}”{nearest}: rätta det eller ta bort det ur goals",
    "day_outside_term": "{day} ligger inte i terminen, {first_day}–{last_day}: rätta datumet",
    "not_held_then": "mötet ”{meeting}” hålls inte {day} utan {held}: rätta datumet",
    "not_locked": "mötet ”{meeting}” är inte låst: rätta id:t eller utelämna åtgärden",
    "own_successor": "personen ”{person}” kan inte ta över efter sig själv: ange någon annan, eller ingen",
    "one_of_two": "ange antingen {one} eller {other}, inte båda",
    "says_nothing": "det ändrar ingenting: ange minst ett av {fields}",
    "goal_needed": "goals måste innehålla ”placed”: lägg till det",
    "unknown_country": "inga helgdagar är kända för ”{country}”: rätta country, subdivision eller categories",
}

# What pydantic finds before a document is a term: its own codes, in words for whoever wrote the document.
_UNREADABLE = {
    "missing": Wording("nyckeln saknas: lägg till den", "the key is missing: add it"),
    "extra_forbidden": Wording(
        "okänd nyckel: ta bort den eller rätta stavningen", "unknown key: remove it, or correct its spelling"
    ),
    "json_invalid": Wording("filen är inte giltig JSON: {error}", "this is not valid JSON: {error}"),
    "plan_needed": Wording("ange antingen plan_id eller roll_back_to", "give either plan_id or roll_back_to"),
    "model_type": Wording("här ska ett objekt stå: {{…}}", "an object is wanted here: {{…}}"),
    "model_attributes_type": Wording("här ska ett objekt stå: {{…}}", "an object is wanted here: {{…}}"),
    "dict_type": Wording("här ska ett objekt stå: {{…}}", "an object is wanted here: {{…}}"),
    "tuple_type": Wording("här ska en lista stå: […]", "a list is wanted here: […]"),
    "list_type": Wording("här ska en lista stå: […]", "a list is wanted here: […]"),
    "too_short": Wording(
        "listan har {actual_length} poster men ska ha minst {min_length}: lägg till fler",
        "the list has {actual_length} items and needs {min_length} at least: add some",
    ),
    "too_long": Wording(
        "listan har fler än {max_length} poster: ta bort några",
        "the list has more than {max_length} items: remove some",
    ),
    "string_type": Wording("här ska en text stå, inom citattecken", "a text is wanted here, in quotation marks"),
    "string_too_short": Wording("texten är tom: skriv något", "the text is empty: write something"),
    "string_too_long": Wording(
        "texten är längre än {max_length} tecken: korta den",
        "the text is longer than {max_length} characters: shorten it",
    ),
    "string_pattern_mismatch": Wording(
        "texten innehåller tecken som inte är tillåtna här (mönstret är {pattern})",
        "the text holds characters that are not allowed here (the pattern is {pattern})",
    ),
    "int_type": Wording("här ska ett heltal stå", "a whole number is wanted here"),
    "int_parsing": Wording("här ska ett heltal stå", "a whole number is wanted here"),
    "int_from_float": Wording(
        "här ska ett heltal stå, utan decimaler", "a whole number is wanted here, without decimals"
    ),
    "int_parsing_size": Wording("talet är orimligt stort", "the number is absurdly large"),
    "float_type": Wording("här ska ett tal stå", "a number is wanted here"),
    "float_parsing": Wording("här ska ett tal stå", "a number is wanted here"),
    "finite_number": Wording("här ska ett ändligt tal stå", "a finite number is wanted here"),
    "greater_than_equal": Wording("talet ska vara minst {ge}", "the number must be {ge} or more"),
    "less_than_equal": Wording("talet ska vara högst {le}", "the number must be {le} or less"),
    "greater_than": Wording("talet ska vara större än {gt}", "the number must be greater than {gt}"),
    "less_than": Wording("talet ska vara mindre än {lt}", "the number must be less than {lt}"),
    "multiple_of": Wording(
        "talet ska vara jämnt delbart med {multiple_of}", "the number must be a multiple of {multiple_of}"
    ),
    "bool_type": Wording("här ska true eller false stå", "true or false is wanted here"),
    "bool_parsing": Wording("här ska true eller false stå", "true or false is wanted here"),
    "literal_error": Wording("här ska något av {expected} stå", "one of {expected} is wanted here"),
    "enum": Wording("här ska något av {expected} stå", "one of {expected} is wanted here"),
    "string_unicode": Wording("texten är inte giltig Unicode: rätta den", "the text is no valid Unicode: correct it"),
    "union_tag_not_found": Wording(
        "nyckeln {discriminator} saknas: lägg till den", "the key {discriminator} is missing: add it"
    ),
    "union_tag_invalid": Wording(
        "okänt värde ”{tag}” för {discriminator}: här ska något av {expected_tags} stå",
        'unknown value "{tag}" of {discriminator}: one of {expected_tags} is wanted here',
    ),
    "date_type": Wording("här ska ett datum stå, som 2026-09-01", "a date is wanted here, such as 2026-09-01"),
    "date_parsing": Wording("här ska ett datum stå, som 2026-09-01", "a date is wanted here, such as 2026-09-01"),
    "date_from_datetime_parsing": Wording(
        "här ska ett datum stå, som 2026-09-01", "a date is wanted here, such as 2026-09-01"
    ),
    "date_from_datetime_inexact": Wording(
        "här ska ett datum stå, utan klockslag", "a date is wanted here, without a time"
    ),
    "datetime_type": Wording(
        "här ska datum och klockslag stå, som 2026-09-01T13:00",
        "a date and time is wanted here, such as 2026-09-01T13:00",
    ),
    "datetime_parsing": Wording(
        "här ska datum och klockslag stå, som 2026-09-01T13:00",
        "a date and time is wanted here, such as 2026-09-01T13:00",
    ),
    "datetime_from_date_parsing": Wording(
        "här ska datum och klockslag stå, som 2026-09-01T13:00",
        "a date and time is wanted here, such as 2026-09-01T13:00",
    ),
    "time_type": Wording("här ska ett klockslag stå, som 13:30", "a time is wanted here, such as 13:30"),
    "time_parsing": Wording("här ska ett klockslag stå, som 13:30", "a time is wanted here, such as 13:30"),
    "uuid_type": Wording("här ska en UUID stå", "a UUID is wanted here"),
    "uuid_parsing": Wording("här ska en UUID stå", "a UUID is wanted here"),
    "offset_given": Wording(
        "ange lokal tid utan tidsförskjutning; terminens time_zone säger var",
        "give local time without an offset; the term's time_zone says where",
    ),
    "year_out_of_range": Wording("ange ett år från {first} till {last}", "give a year from {first} to {last}"),
    "no_mail_from": Wording(
        "SMTP_HOST skickar post: sätt MAIL_FROM till adressen som den kommer från",
        "SMTP_HOST sends mail: set MAIL_FROM to the address it comes from",
    ),
    "unknown_setting": Wording(
        "okänd inställning ”{name}”{nearest}: rätta den eller ta bort den",
        'unknown setting "{name}"{nearest}: correct or unset it',
    ),
    "not_a_whole_minute": Wording("ange hela minuter", "give whole minutes"),
}

FAULT_WORDINGS: dict[str, Wording] = {
    **{code: Wording(_SWEDISH[code], english) for code, english in FAULTS.items() if code in _SWEDISH},
    **_UNREADABLE,
    **OIDC_FAULTS,
}
"""By code. A code that is not here is said in pydantic's own English."""

SWEDISH_KINDS = {
    "organisation": "organisation",
    "area": "område",
    "district": "distrikt",
    "unit": "enhet",
    "role": "roll",
    "person": "person",
    "appointment": "uppdrag",
    "absence": "frånvaro",
    "presence": "närvaro",
    "locality": "ort",
    "place": "lokal",
    "closure": "stängning",
    "series": "serie",
    "meeting": "möte",
    "order": "ordning",
    "day relation": "dagsamband",
    "seat": "plats",
    "place or locality": "lokal eller ort",
    "the term": "terminen",
}
"""Swedish for what `models` calls a kind of noun in a fault's parameters."""
