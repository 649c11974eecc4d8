"""The nouns: what a term asks for and what a plan answers. Pydantic and the standard library only."""

from models.base import WEEKDAYS, Noun, Weekday
from models.calendar import ClosedDay, PublicHolidays, Weekly, WeeklyHours, Window
from models.faults import FAULTS, Fault, as_validation_error, nearest, pointer
from models.meetings import (
    Attendance,
    DayRelation,
    Duty,
    Lock,
    LockedSeat,
    Meeting,
    Order,
    Preference,
    ResolvedMeeting,
    Seat,
    Series,
)
from models.people import Absence, Appointment, Limits, Organisation, Person, Role, Unit
from models.places import Area, Closure, District, Leg, Locality, Place, Travel
from models.plan import Blocked, CouldCome, Engine, GoalResult, Placement, Plan, Sitting, Unplaced, Vacancy
from models.sizes import Sizes
from models.term import Term

__all__ = [
    "FAULTS",
    "WEEKDAYS",
    "Absence",
    "Appointment",
    "Area",
    "Attendance",
    "Blocked",
    "ClosedDay",
    "Closure",
    "CouldCome",
    "DayRelation",
    "District",
    "Duty",
    "Engine",
    "Fault",
    "GoalResult",
    "Leg",
    "Limits",
    "Locality",
    "Lock",
    "LockedSeat",
    "Meeting",
    "Noun",
    "Order",
    "Organisation",
    "Person",
    "Place",
    "Placement",
    "Plan",
    "Preference",
    "PublicHolidays",
    "ResolvedMeeting",
    "Role",
    "Seat",
    "Series",
    "Sitting",
    "Sizes",
    "Term",
    "Travel",
    "Unit",
    "Unplaced",
    "Vacancy",
    "Weekday",
    "Weekly",
    "WeeklyHours",
    "Window",
    "as_validation_error",
    "nearest",
    "pointer",
]
