"""What a participant's forms say of a time at which they cannot come, or what is wrong with what they say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pydantic import TypeAdapter, ValidationError

from api.pages.forms import Form
from api.pages.own_view import OwnMeeting
from models import Away, Term
from models.base import Text

__all__ = ["Absence", "Wrong", "at_a_meeting", "for_a_time", "one_line"]

_LINE: TypeAdapter[str] = TypeAdapter(Text)


@dataclass(frozen=True)
class Absence:
    """A time at which the person cannot come.

    Attributes:
        meeting: title of the meeting whose time it is; `None` for a time as such.
    """

    away: Away
    reason: str | None
    meeting: str | None


class Wrong(Exception):
    """The form cannot be meant; by field the code of a text, and its parameters."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(*fields)
        self.fields = fields


def at_a_meeting(form: Form, person: str, meetings: Sequence[OwnMeeting]) -> Absence:
    """That they cannot come to one of the meetings that they have ahead. Raises `Wrong`."""
    chosen = next((one for one in meetings if one.uid == form.text("meeting") and not one.remark), None)
    reason = one_line(form, "reason")
    wrong = {} if chosen else {"meeting": "me.wrong.meeting"}
    if chosen is None or reason is None:
        raise Wrong(wrong | ({"reason": "me.wrong.reason"} if reason is None else {}))
    return Absence(Away(person=person, start=chosen.start, end=chosen.end), reason or None, chosen.title)


def for_a_time(form: Form, person: str, term: Term, now: datetime) -> Absence:
    """That they are away from one moment to another; without times whole days. Raises `Wrong`."""
    first, last = _day(form.text("from_day")), _day(form.text("to_day") or form.text("from_day"))
    begins, ends = _clock(form.text("from_time")), _clock(form.text("to_time"))
    reason = one_line(form, "time_reason")
    wrong = {
        "from_day": "me.wrong.day" if first is None else "",
        "to_day": "me.wrong.day" if last is None else "",
        "from_time": "me.wrong.time" if begins is None else "",
        "to_time": "me.wrong.time" if ends is None else "",
        "time_reason": "me.wrong.reason" if reason is None else "",
    }
    if first is None or last is None or begins is None or ends is None or any(wrong.values()):
        raise Wrong({field: code for field, code in wrong.items() if code})
    _demand_within(first, last, term)
    start = datetime.combine(first, begins)
    end = datetime.combine(last, ends) if form.text("to_time") else datetime.combine(last, time()) + timedelta(days=1)
    if end <= start or end <= now:
        raise Wrong({"to_day": "me.wrong.order" if end <= start else "me.wrong.over"})
    return Absence(Away(person=person, start=start, end=end), reason or None, None)


def _demand_within(first: date, last: date, term: Term) -> None:
    """Of a time outside of the term nobody can take anything in."""
    days = {"from_day": first, "to_day": last}
    wrong = {field: "me.wrong.outside" for field, day in days.items() if not term.first_day <= day <= term.last_day}
    if wrong:
        raise Wrong(wrong)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if re.fullmatch(r"\d{4}-\d\d-\d\d", typed, re.ASCII) else None
    except ValueError:
        return None


def _clock(typed: str) -> time | None:
    """A time of day, midnight where none was typed; `None` where it is none."""
    if not typed:
        return time()
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", typed, re.ASCII)
    return time(int(found[1]), int(found[2])) if found else None


def one_line(form: Form, field: str) -> str | None:
    """One line, empty where nothing was said; `None` where it is too long or holds what no line can."""
    typed = " ".join(form.text(field).split())
    try:
        return _LINE.validate_python(typed) if typed else ""
    except ValidationError:
        return None
