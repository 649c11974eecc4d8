"""People travel no more than they have to, counted from where they usually work and back."""

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "travel"


def value(term: Term, plan: Plan) -> int:
    """Minutes from the base to the place and back, for everyone who sits and has a base."""
    sheet, minutes = Sheet(term, plan), 0
    for one, sitting in sheet.sittings():
        person = term.person.get(sitting.person)
        if person and person.base:
            place = one.placement.place
            minutes += sheet.travel_minutes(person.base, place) + sheet.travel_minutes(place, person.base)
    return minutes
