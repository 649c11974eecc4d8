"""What can have happened, as forms: each says what was typed as an action, and at which field each fault belongs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from api.pages.forms import Form
from api.pages.setup.desk import free_id
from models import WEEKDAYS, Term

__all__ = ["HAPPENINGS", "Happening"]

Said = dict[str, Any]


@dataclass(frozen=True)
class Happening:
    """A kind of thing that happens.

    Attributes:
        action: what was typed as the document of an action.
        fields: for parts of the action, the field of the form in which they are typed, where that has another name.
        needed: the fields that must not be empty, as the others were typed.
    """

    template: str
    action: Callable[[Form, Term], Said]
    needed: Callable[[Form], Iterable[str]]
    fields: Mapping[str, str]

    def field_of(self, pointer: str) -> str:
        """The field in which the part of the change is typed that a pointer leads to; empty where there is none."""
        parts = [part for part in pointer.split("/") if not part.isdigit()]
        within = "weekly." if "weekly" in parts else "newcomer." if "newcomer" in parts else ""
        last = parts[-1] if parts else ""
        return self.fields.get(within + last) or self.fields.get(last, "")


def _when(form: Form) -> Said:
    """When somebody is away, or a place closed: once, or week after week."""
    if form.text("how") == "weekly":
        weekly = {
            "weekdays": [one for one in WEEKDAYS if form.text(f"on_{one}")],
            "from_time": form.text("weekly_from") or "00:00",
            "to_time": form.text("weekly_to") or "23:59",
            "every_weeks": form.text("every_weeks") or "1",
            "first_day": form.text("weekly_first") or None,
            "last_day": form.text("weekly_last") or None,
        }
        return {"weekly": weekly}
    return {"start": f"{form.text('first_day')}T{form.text('from_time') or '00:00'}", "end": _end(form)}


def _end(form: Form) -> str:
    """The first minute after: of a day whose hour is not said, that of the day after."""
    last = form.text("last_day") or form.text("first_day")
    hour = form.text("to_time")
    if hour:
        return f"{last}T{hour}"
    try:
        return f"{date.fromisoformat(last) + timedelta(days=1)}T00:00"
    except (ValueError, OverflowError):
        return last  # no date: the model says so


def _needed_when(form: Form) -> Iterable[str]:
    if form.text("how") != "weekly":
        return ("first_day",)
    return () if any(form.text(f"on_{one}") for one in WEEKDAYS) else ("weekdays",)


_WHEN = {
    "start": "first_day",
    "end": "last_day",
    "weekly.weekdays": "weekdays",
    "weekly.from_time": "weekly_from",
    "weekly.to_time": "weekly_to",
    "weekly.every_weeks": "every_weeks",
    "weekly.first_day": "weekly_first",
    "weekly.last_day": "weekly_last",
    "weekly": "weekly_to",
}


def _away(form: Form, term: Term) -> Said:
    return {"kind": "away", "person": form.text("person"), **_when(form)}


def _close(form: Form, term: Term) -> Said:
    return {"kind": "close", "place": form.text("place"), **_when(form)}


def _leave(form: Form, term: Term) -> Said:
    said: Said = {"kind": "leave", "person": form.text("person"), "day": form.text("day")}
    if form.text("who") == "known":
        said["successor"] = form.text("successor")
    if form.text("who") == "new":
        name = form.text("name")
        said["newcomer"] = {"id": free_id(name, term.person), "name": name, "email": form.text("email") or None}
    return said


def _needed_to_leave(form: Form) -> Iterable[str]:
    more = {"known": ("successor",), "new": ("name",)}.get(form.text("who"), ())
    return ("person", "day", *more)


def _close_day(form: Form, term: Term) -> Said:
    series = [one.id for one in term.series if form.text(f"series_{one.id}")]
    days = {"first_day": form.text("first_day"), "last_day": form.text("last_day") or None}
    return {"kind": "close_day", **days, "why": form.text("why"), "series": series}


HAPPENINGS: Mapping[str, Happening] = {
    "away": Happening(
        "happened_when.html", _away, lambda form: ("person", *_needed_when(form)), {"person": "person", **_WHEN}
    ),
    "leave": Happening(
        "happened_leave.html",
        _leave,
        _needed_to_leave,
        {
            "person": "person",
            "day": "day",
            "successor": "successor",
            "newcomer.name": "name",
            "newcomer.email": "email",
        },
    ),
    "close": Happening(
        "happened_when.html", _close, lambda form: ("place", *_needed_when(form)), {"place": "place", **_WHEN}
    ),
    "close_day": Happening(
        "happened_close_day.html",
        _close_day,
        lambda form: ("first_day", "why"),
        {"first_day": "first_day", "last_day": "last_day", "why": "why"},
    ),
}
"""By the kind of the action, in the order in which they are offered."""
