"""The words of the feeds, per language."""

from dataclasses import dataclass

from api.feeds.subscriber import Language

__all__ = ["WORDING", "Wording"]


@dataclass(frozen=True)
class Wording:
    """The sentences that an event is made of."""

    cancelled_title: str
    withdrawn: str
    postponed: str
    own_seat: str
    own_unit: str
    participants: str
    deputy_for: str
    deputy_for_vacant: str
    on_demand: str
    missing_one: str
    missing_many: str
    place_undecided: str
    convener: str
    chair: str
    agenda_holder: str
    agenda_by: str
    office: str
    note_title: str
    note_withdrawn: str
    note_of: str
    note_task: str


WORDING: dict[Language, Wording] = {
    "sv": Wording(
        cancelled_title="INSTÄLLT: {title}",
        withdrawn="Mötet är inställt.",
        postponed="Mötet är inställt. Ny tid är inte bestämd.",
        own_seat="Din plats: {seat}",
        own_unit="Från er enhet:",
        participants="Deltagare:",
        deputy_for="ersättare för {name}",
        deputy_for_vacant="ersättare, tjänsten är vakant",
        on_demand="vid behov",
        missing_one="en plats är obesatt",
        missing_many="{count} platser är obesatta",
        place_undecided="Plats: bestäms senare",
        convener="Sammankallande: {name}",
        chair="Ordförande: {name}",
        agenda_holder="Ansvarig för dagordningen: {name}",
        agenda_by="Sista dag för dagordningen: {date}",
        office="Kansliet",
        note_title="{title}: {meeting}",
        note_withdrawn="Gäller inte längre.",
        note_of="Gäller mötet {date} kl. {time}.",
        note_task="Ansvarig: {name}",
    ),
    "en": Wording(
        cancelled_title="CANCELLED: {title}",
        withdrawn="The meeting is cancelled.",
        postponed="The meeting is cancelled. A new time has not been set.",
        own_seat="Your seat: {seat}",
        own_unit="From your unit:",
        participants="Participants:",
        deputy_for="deputy for {name}",
        deputy_for_vacant="deputy, the post is vacant",
        on_demand="on demand",
        missing_one="one seat is empty",
        missing_many="{count} seats are empty",
        place_undecided="Place: to be decided",
        convener="Convened by: {name}",
        chair="Chaired by: {name}",
        agenda_holder="Agenda by: {name}",
        agenda_by="Last day for the agenda: {date}",
        office="The office",
        note_title="{title}: {meeting}",
        note_withdrawn="This no longer holds.",
        note_of="For the meeting of {date} at {time}.",
        note_task="Responsible: {name}",
    ),
}
