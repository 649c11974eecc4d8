"""Reads a feed as GNOME and KDE do, with libical: one line per event, `uid start end` in UTC; any complaint ends it.

Run with the system's Python, which has the bindings.
"""

import sys
import time
from pathlib import Path

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402

VEVENT = ICalGLib.ComponentKind.VEVENT_COMPONENT


def utc(local: ICalGLib.Time) -> str:
    """The moment that the feed's own VTIMEZONE makes of a local time."""
    zone = calendar.get_timezone(local.get_tzid()) if local.get_tzid() else None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(local.as_timet_with_zone(zone)))


calendar = ICalGLib.Component.new_from_string(Path(sys.argv[1]).read_bytes().decode())
if not calendar.check_restrictions():
    sys.exit("libical: a restriction is broken")
event = calendar.get_first_component(VEVENT)
while event is not None:
    print(event.get_uid(), utc(event.get_dtstart()), utc(event.get_dtend()))
    event = calendar.get_next_component(VEVENT)
