"""What the rules and goals mean in plain words, and what is wrong with a form in words that name no keys."""

from api.texts.wording import Wording

__all__ = ["MEANING_WORDINGS"]

_RULES: dict[str, Wording] = {
    "window": Wording(
        "Ett möte ligger inom ett av sina tidsfönster, inom terminen och på en av starttiderna.",
        "A meeting lies in one of its windows, in the term, and on one of the possible starts.",
    ),
    "closed_day": Wording(
        "Inget möte ligger på en helgdag eller stängd dag.", "No meeting lies on a holiday or closed day."
    ),
    "called_off": Wording(
        "Ett möte hålls inte på ett datum då det är inställt.",
        "A meeting is not held on a date on which it is called off.",
    ),
    "clock_change": Wording("Inget möte pågår när klockan ställs om.", "No meeting is held while the clock changes."),
    "past": Wording("Inget läggs i det som redan har varit.", "Nothing is placed in what has been."),
    "notice": Wording("Inget läggs närmare än framförhållningen.", "Nothing is placed nearer than the notice."),
    "lock": Wording(
        "Ett låst möte ligger kvar, med sina låsta personer.", "A locked meeting stays, with its locked people."
    ),
    "stays": Wording(
        "När en plan görs om ligger det kvar som varit eller är nära.",
        "When a plan is changed, what has been or is soon stays.",
    ),
    "venue": Wording(
        "Lokalen är ledig och öppen, och alla får plats.", "The place is free and open, and holds everybody."
    ),
    "absence": Wording("Ingen kallas när den är frånvarande.", "Nobody is asked while away."),
    "seats": Wording(
        "På en plats sitter den som har uppdraget, eller en ersättare där det är tillåtet.",
        "On a seat sits who holds the post, or a deputy where that is allowed.",
    ),
    "attendance": Wording(
        "Minst så många som krävs ur varje grupp är med.", "As many of each group attend as are demanded."
    ),
    "travel": Wording(
        "Ingen är på två ställen samtidigt, och alla hinner resa mellan sina möten.",
        "Nobody is in two places at once, and everybody has time to travel between their meetings.",
    ),
    "limits": Wording("Ingen får fler möten än sin gräns.", "Nobody gets more meetings than their limit."),
    "order": Wording("Möten kommer i den ordning som är angiven.", "Meetings come in the order that is given."),
    "spacing": Wording(
        "Möten i en serie ligger så långt isär som angetts.", "Meetings of a series lie as far apart as given."
    ),
    "day_relation": Wording(
        "Möten ligger på samma dag eller olika dagar som angetts.", "Meetings share a date or do not, as given."
    ),
}

_GOALS: dict[str, Wording] = {
    "kept": Wording("Möten med låst tid får behålla den.", "Meetings with a locked time keep it."),
    "placed": Wording(
        "Så många möten som möjligt hålls, de tyngsta först.",
        "As many meetings as possible are held, the weightiest first.",
    ),
    "vacant_seats": Wording(
        "Så få stolar som möjligt står tomma. En tom stol räknas dubbelt där en ersättare borde komma.",
        "As few chairs as possible stay empty. One counts twice where a deputy should come.",
    ),
    "deputies": Wording("Så få ersättare som möjligt behövs.", "As few deputies as possible are needed."),
    "on_demand": Wording(
        "De som kallas vid behov ska kunna komma.", "Those asked for on demand should be able to come."
    ),
    "deputy_order": Wording("Ersättare tillfrågas i sin ordning.", "Deputies are asked in their order."),
    "preferred": Wording(
        "Möten ligger på dagar och tider som ni önskar.", "Meetings lie on the days and hours that you prefer."
    ),
    "spread": Wording(
        "En series möten sprids jämnt över veckorna.", "The meetings of a series are spread over its weeks."
    ),
    "fair_load": Wording(
        "De som delar på ett uppdrag får lika många möten.", "Those who share a post get as many meetings."
    ),
    "travel": Wording("Alla reser så kort tid som möjligt.", "Everybody travels as little as possible."),
}

_FAULTS: dict[str, Wording] = {
    "missing": Wording("Fyll i fältet.", "Fill this in."),
    "string_too_short": Wording("Fyll i fältet.", "Fill this in."),
    "too_short": Wording("Välj minst {min_length}.", "Choose {min_length} at least."),
    "literal_error": Wording("Välj något av det som finns i listan.", "Choose something from the list."),
    "string_pattern_mismatch": Wording(
        "Texten innehåller tecken som inte går att använda här.", "The text holds characters that cannot be used here."
    ),
    "string_pattern_mismatch.email": Wording(
        "Skriv en e-postadress, som namn@exempel.se.", "Write an e-mail address, such as name@example.se."
    ),
    "string_pattern_mismatch.country": Wording(
        "Skriv landet med två stora bokstäver, som SE.", "Write the country with two capital letters, such as SE."
    ),
    "string_pattern_mismatch.group": Wording(
        "Skriv gruppen som ett ord, utan mellanslag.", "Write the group as one word, without spaces."
    ),
    "string_pattern_mismatch.groups": Wording(
        "Skriv varje grupp som ett ord, utan mellanslag.", "Write each group as one word, without spaces."
    ),
    "unknown_id": Wording(
        "”{id}” finns inte här. Välj något som finns.", '"{id}" is not here. Choose something that is.'
    ),
    "repeated": Wording("Samma val står två gånger. Ta bort det ena.", "The same is chosen twice. Remove one."),
    "duplicate_id": Wording("Det finns redan en med samma id.", "There is one with the same id already."),
    "self_deputy": Wording(
        "Ingen kan vara sin egen ersättare. Välj någon annan.", "Nobody can be their own deputy. Choose somebody else."
    ),
    "when_needed": Wording(
        "Ange antingen när det börjar och slutar, eller vad som gäller varje vecka.",
        "Give either when it begins and ends, or what holds every week.",
    ),
    "no_window": Wording(
        "Mötet har inget tidsfönster. Ge mötet eller dess serie ett.",
        "The meeting has no window. Give it or its series one.",
    ),
    "nobody_appointed": Wording(
        "Ingen har uppdraget {role} i {unit}. Lägg till ett uppdrag först, eller låt mötet hållas ändå.",
        "Nobody is appointed {role} in {unit}. Add an appointment first, or let the meeting be held all the same.",
    ),
    "count_above_pool": Wording(
        "Bara {pool} kan sitta här, men {count} ska vara med. Sänk antalet eller lägg till uppdrag.",
        "Only {pool} can sit here and {count} are wanted. Lower the number, or add appointments.",
    ),
    "asked_not_on_demand": Wording(
        "Den platsen är inte vid behov, så den behöver inte kallas.",
        "That seat is not on demand, so it need not be asked.",
    ),
    "unknown_group": Wording(
        "Ingen plats hör till gruppen ”{group}”. Skriv gruppen på en plats, eller rätta namnet.",
        'No seat is in group "{group}". Write the group on a seat, or correct its name.',
    ),
    "attendance_above_seats": Wording(
        "Gruppen ”{group}” har plats för {room}, men minst {least} krävs. Sänk talet.",
        'Group "{group}" has room for {room} and {least} are demanded. Lower the number.',
    ),
    "lock_outside_grid": Wording(
        "Mötet börjar inte på en av starttiderna, som ligger {grid} minuter isär.",
        "The meeting does not begin on one of the possible starts, {grid} minutes apart.",
    ),
    "lock_elsewhere": Wording(
        "{meeting} kan inte hållas i {place}. Välj en av mötets lokaler.",
        "{meeting} cannot be held at {place}. Choose one of its places.",
    ),
    "locked_seat_not_wanted": Wording(
        "Platsen kallas inte till mötet. Kalla den, eller ta bort låset.",
        "The seat is not asked to the meeting. Ask it, or remove the lock.",
    ),
    "locked_too_many": Wording(
        "{people} personer är låsta här, men platsen är för {count}.",
        "{people} people are locked here, and it is for {count}.",
    ),
    "order_of_itself": Wording("Ett möte kan inte komma före sig självt.", "A meeting cannot come before itself."),
    "order_circle": Wording(
        "Ordningen går runt i en cirkel. Ta bort ett led.", "The order goes round in a circle. Remove a part of it."
    ),
    "half_coordinates": Wording(
        "Ange både latitud och longitud, eller ingen av dem.", "Give both latitude and longitude, or neither."
    ),
    "leg_to_itself": Wording("Välj två olika.", "Choose two different ones."),
    "leg_twice": Wording("Den sträckan finns redan.", "That way is there already."),
    "unknown_country": Wording(
        "Inga helgdagar är kända för {country}. Rätta land, del eller slag.",
        "No holidays are known for {country}. Correct country, part or kinds.",
    ),
    "offset_given": Wording("Ange tiden utan tidszon.", "Give the time without a time zone."),
}

MEANING_WORDINGS: dict[str, Wording] = {
    **{f"setup.rule.{name}": words for name, words in _RULES.items()},
    **{f"setup.goal.{name}": words for name, words in _GOALS.items()},
    **{f"setup.fault.{code}": words for code, words in _FAULTS.items()},
}
"""By code."""
