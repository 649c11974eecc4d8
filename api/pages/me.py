"""A participant's page: what is ahead of them, what changed last, their calendar, and that they cannot come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from api.pages.absence import Absence, Wrong, at_a_meeting, for_a_time
from api.pages.links import feed_url, square, webcal
from api.pages.own_door import BY, Guest, OwnWay
from api.pages.own_view import OwnMeeting, last_change, own_meetings, own_reports
from api.store import Conflict, NotFound, Release, Report, Subscription
from models import Term

__all__ = ["OWN_WAYS", "PROGRAMS"]

MOST_REPORTS = 50
DONE = ("reported", "withdrawn", "calendar", "decided")
PROGRAMS = {"outlook": 4, "classic": 4, "google": 4, "iphone": 4, "mac": 4, "thunderbird": 5}
"""Calendar programs by name, and in how many steps each is told to subscribe."""


@dataclass(frozen=True)
class _Seen:
    """What is known of a participant: the newest release, never a draft.

    Attributes:
        release: `None` before the first.
        term: as the release has it.
    """

    release: Release | None
    term: Term
    now: datetime
    reports: tuple[Report, ...]
    meetings: tuple[OwnMeeting, ...]

    @property
    def ahead(self) -> tuple[OwnMeeting, ...]:
        """The meetings that are not over."""
        return tuple(one for one in self.meetings if one.end > self.now)

    @property
    def past(self) -> tuple[OwnMeeting, ...]:
        """Those that are, the last first."""
        return tuple(one for one in reversed(self.meetings) if one.end <= self.now)


def _seen(guest: Guest) -> _Seen:
    office, term_id = guest.office, guest.term_id
    try:
        release = office.released(term_id)
    except NotFound:
        release = None
    term = office.term(term_id, release.revision if release else None).term
    reports = tuple(office.reports(term_id, guest.person, MOST_REPORTS))
    meetings = tuple(own_meetings(guest, office.history(term_id), reports))
    return _Seen(release, term, guest.visit.local_now(term.time_zone), reports, meetings)


def _page(guest: Guest) -> Response:
    return _shown(guest, _seen(guest))


def _shown(guest: Guest, seen: _Seen, status: int = 200, wrong: Mapping[str, str] | None = None) -> Response:
    said = {"first": seen.term.first_day.isoformat(), "last": seen.term.last_day.isoformat()}
    feed = _own_feed(guest)
    return guest.page(
        "me.html",
        status,
        seen=seen,
        name=_name(guest, seen.term),
        released=_released(guest, seen),
        changed=last_change(guest),
        reports=tuple(own_reports(guest, seen.reports)),
        done=guest.visit.say(f"me.done.{guest.visit.asked('done')}") if guest.visit.asked("done") in DONE else "",
        wrong={field: guest.visit.say(code, **said) for field, code in (wrong or {}).items()},
        chosen=guest.visit.form.text("meeting") or guest.visit.asked("meeting"),
        feed=feed_url(guest.visit, feed.token) if feed else "",
        webcal=webcal,
        square=square,
        programs=PROGRAMS,
    )


def _name(guest: Guest, term: Term) -> str:
    """What the person is called, also where the release does not know them yet."""
    known = term.person.get(guest.person) or guest.office.term(guest.term_id).term.person.get(guest.person)
    return known.name if known else ""


def _released(guest: Guest, seen: _Seen) -> str:
    if seen.release is None:
        return guest.visit.say("me.unreleased")
    date = guest.visit.day(seen.release.released_at, seen.term.time_zone)
    return guest.visit.say("me.released", number=seen.release.number, date=date)


def _own_feed(guest: Guest) -> Subscription | None:
    """Their own calendar, rather that in their language."""
    mine = [one.subscription for one in guest.office.calendars(guest.term_id, guest.person)]
    return next((one for one in mine if one.language == guest.visit.language), mine[0] if mine else None)


def _reported(guest: Guest) -> Response:
    """Keep what was reported, or say at the field what is wrong with it."""
    seen = _seen(guest)
    try:
        absence = _absence(guest, seen)
    except Wrong as wrong:
        return _shown(guest, seen, 422, wrong.fields)
    try:
        said = {"reason": absence.reason, "meeting": absence.meeting}
        guest.office.report_away(guest.term_id, absence.away, BY, **said)
    except Conflict:
        field = "meeting" if absence.meeting else "from_day"
        return _shown(guest, seen, 409, {field: "me.wrong.too_many"})
    return guest.to("reported")


def _absence(guest: Guest, seen: _Seen) -> Absence:
    form = guest.visit.form
    if form.text("what") == "time":
        return for_a_time(form, guest.person, seen.term, seen.now)
    return at_a_meeting(form, guest.person, seen.ahead)


def _withdrawn(guest: Guest) -> Response:
    """Take a report back while it waits; of one that has been decided on the page says so."""
    try:
        guest.office.withdraw_report(guest.term_id, guest.visit.form.number("number"), guest.person, BY)
    except Conflict:
        return guest.to("decided")
    return guest.to("withdrawn")


def _calendar(guest: Guest) -> Response:
    """Make the person's own calendar where they have none."""
    if _own_feed(guest) is None:
        guest.office.subscribe(guest.term_id, "person", guest.person, BY, guest.visit.language)
    return guest.to("calendar")


OWN_WAYS = (
    OwnWay("GET", "", _page),
    OwnWay("POST", "", _reported),
    OwnWay("POST", "/withdraw", _withdrawn),
    OwnWay("POST", "/calendar", _calendar),
)
