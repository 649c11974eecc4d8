"""What each kind of action does to a term: the table of contents."""

from collections.abc import Callable, Mapping
from typing import Any

from models import (
    Add,
    AllowTime,
    Away,
    Cancel,
    ChangeSeat,
    Close,
    CloseDay,
    Leave,
    LockAt,
    LowerAttendance,
    Move,
    OtherPlaces,
    RaiseLimit,
    SetFree,
    Space,
    Term,
    Unlock,
    Untie,
    Withdraw,
)
from scheduler.changes.calendar import close, close_day, space, untie
from scheduler.changes.meetings import (
    add,
    allow_time,
    cancel,
    change_seat,
    lock_at,
    lower_attendance,
    move,
    other_places,
    unlock,
    withdraw,
)
from scheduler.changes.people import away, leave, raise_limit, set_free

__all__ = ["STEPS", "Step"]

Step = Callable[[Term, Any, str | None], Term]
"""From a term, an action and its reason to the term after it; ids that the action names are known."""

STEPS: Mapping[type, Step] = {
    Cancel: cancel,
    Withdraw: withdraw,
    Add: add,
    Away: away,
    Leave: leave,
    Close: close,
    CloseDay: close_day,
    LockAt: lock_at,
    Move: move,
    Unlock: unlock,
    SetFree: set_free,
    AllowTime: allow_time,
    ChangeSeat: change_seat,
    RaiseLimit: raise_limit,
    OtherPlaces: other_places,
    LowerAttendance: lower_attendance,
    Untie: untie,
    Space: space,
}
"""By the class of the action."""
