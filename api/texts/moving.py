"""What the pages for moving a meeting by hand say."""

from api.texts.wording import Wording

__all__ = ["MOVING_WORDINGS"]

MOVING_WORDINGS: dict[str, Wording] = {
    "move.title": Wording("Flytta mötet", "Move the meeting"),
    "move.choose_time": Wording("Välj en tid för mötet", "Choose a time for the meeting"),
    "move.now": Wording("Mötet ligger nu {when}.", "The meeting lies on {when} now."),
    "move.lead": Wording(
        "Välj en starttid i tabellen, så visas vad det innebär. Ingenting ändras förrän du bekräftar.",
        "Choose a start in the table to see what it means. Nothing is changed until you confirm.",
    ),
    "move.times": Wording("Var mötet kan ligga", "Where the meeting can lie"),
    "move.caption": Wording(
        "Starttiderna för varje dag. De andra mötena ligger där de ligger.",
        "The starts of each day. The other meetings lie where they lie.",
    ),
    "move.nothing": Wording("Här kan mötet inte ligga", "The meeting cannot lie here"),
    "move.key.free": Wording("Ledigt: ingenting annat ändras", "Free: nothing else changes"),
    "move.key.costs": Wording("Går, men kostar något", "Possible, at a price"),
    "move.key.closed": Wording("Går inte, och varför", "Not possible, and why"),
    "move.here": Wording("här ligger mötet nu", "the meeting lies here now"),
    "move.is_now": Wording("Här ligger mötet nu.", "The meeting lies here now."),
    "move.free": Wording("ledigt", "free"),
    "move.allowed": Wording("Det går. Inget annat möte rörs.", "It can. No other meeting is touched."),
    "move.forbidden": Wording("Det går inte som planen är nu.", "It cannot as the plan is now."),
    "move.button": Wording("Flytta hit och lås", "Move here and lock"),
    "move.anyway": Wording("Flytta hit ändå", "Move here anyway"),
    "move.anyway.detail": Wording(
        "De andra mötena får göra plats. Räcker inte det står mötet utan tid i den nya planen, och du kan ångra.",
        "The other meetings make room. If that is not enough, the meeting is without a time in the new plan, and you "
        "can undo it.",
    ),
    "move.another": Wording("Välj en annan tid", "Choose another time"),
    "move.choose": Wording("Välj en starttid i tabellen först.", "Choose a start in the table first."),
    "move.lock": Wording("Lås mötet här", "Lock the meeting here"),
    "move.unlock": Wording("Lås upp mötet", "Unlock the meeting"),
    "closed.attendance.meeting": Wording("för få kan komma samtidigt", "too few can come at the same time"),
    "closed.venue.meeting": Wording("lokalen är upptagen av {subject}", "the place is taken by {subject}"),
}
"""By code."""
