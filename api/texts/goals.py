"""The goals: what each is called, and what its number counts."""

from api.texts.wording import Wording

__all__ = ["GOAL_WORDINGS"]

GOAL_WORDINGS: dict[str, Wording] = {
    "goal.kept": Wording("Låsta möten ligger kvar", "Locked meetings are kept"),
    "count.kept": Wording(
        "{value:låst möte utan tid|låsta möten utan tid}",
        "{value:locked meeting without a time|locked meetings without a time}",
    ),
    "goal.placed": Wording("Alla möten får en tid", "Every meeting gets a time"),
    "count.placed": Wording(
        "{value:poäng för möten utan tid|poäng för möten utan tid}",
        "{value:point for meetings without a time|points for meetings without a time}",
    ),
    "goal.disturbed": Wording("Så få som möjligt störs", "As few people as possible are disturbed"),
    "count.disturbed": Wording(
        "{value:person vars egna tider eller platser ändras|personer vars egna tider eller platser ändras}",
        "{value:person whose own times or seats change|people whose own times or seats change}",
    ),
    "goal.moved": Wording("Möten ligger kvar", "Meetings stay where they are"),
    "count.moved": Wording(
        "{value:möte som inte ligger kvar|möten som inte ligger kvar}",
        "{value:meeting that does not stay|meetings that do not stay}",
    ),
    "goal.reseated": Wording("Samma personer på platserna", "The same people on the seats"),
    "count.reseated": Wording("{value:byte på plats|byten på platser}", "{value:change on a seat|changes on seats}"),
    "goal.vacant_seats": Wording("Inga tomma stolar", "No empty seats"),
    "count.vacant_seats": Wording(
        "{value:poäng för tomma stolar|poäng för tomma stolar}", "{value:point for empty seats|points for empty seats}"
    ),
    "goal.deputies": Wording("Ordinarie kommer själva", "Holders come themselves"),
    "count.deputies": Wording("{value:ersättare|ersättare}", "{value:deputy|deputies}"),
    "goal.on_demand": Wording("De som kallas vid behov kan komma", "Those asked for on demand can come"),
    "count.on_demand": Wording(
        "{value:saknad vid behov|saknade vid behov}", "{value:person missing on demand|people missing on demand}"
    ),
    "goal.deputy_order": Wording("Första ersättaren före den andra", "The first deputy before the second"),
    "count.deputy_order": Wording(
        "{value:poäng för ersättarnas ordning|poäng för ersättarnas ordning}",
        "{value:point for the order of deputies|points for the order of deputies}",
    ),
    "goal.preferred": Wording("Önskade dagar och tider", "Preferred days and hours"),
    "count.preferred": Wording(
        "{value:poäng för tider utanför önskemålen|poäng för tider utanför önskemålen}",
        "{value:point for times outside what is preferred|points for times outside what is preferred}",
    ),
    "goal.spread": Wording("Jämnt över terminen", "Spread over the term"),
    "count.spread": Wording(
        "{value:mötespar i samma del av terminen|mötespar i samma del av terminen}",
        "{value:pair of meetings in the same part of the term|pairs of meetings in the same part of the term}",
    ),
    "goal.fair_load": Wording("Rättvist fördelat", "Fairly shared"),
    "count.fair_load": Wording(
        "{value:mötespar hos samma person|mötespar hos samma person}",
        "{value:pair of meetings with the same person|pairs of meetings with the same person}",
    ),
    "goal.travel": Wording("Kort restid", "Short travel"),
    "count.travel": Wording("{value:minut restid|minuter restid}", "{value:minute of travel|minutes of travel}"),
    # What was proven, said about a count such as "9 ersättare".
    "proof.none": Wording("Bevisat: bättre än så kan det inte bli", "Proven: it cannot be better"),
    "proof.least": Wording(
        "Bevisat: ingen plan klarar sig med färre än {count}", "Proven: no plan does with fewer than {count}"
    ),
    "proof.open": Wording("Inte bevisat: högst {gap} bättre", "Not proven: at most {gap} better"),
    "proof.waits": Wording(
        "Inte bevisat: målen ovanför är inte bevisade", "Not proven: the goals above are not proven"
    ),
    "proof.all": Wording(
        "Bevisat: det finns ingen bättre plan, med målen i den här ordningen.",
        "Proven: there is no better plan, with the goals in this order.",
    ),
    "proof.not_all": Wording(
        "Inte bevisat i alla delar: det kan finnas en bättre plan. Låt den söka längre (--time-limit).",
        "Not proven in every part: there may be a better plan. Let it look longer (--time-limit).",
    ),
}
