"""Reads a feed with vobject: one line per event, `uid start end` in UTC, by the feed's own VTIMEZONE."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import vobject


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


calendar = vobject.readOne(Path(sys.argv[1]).read_bytes().decode())
for event in calendar.vevent_list:
    print(event.uid.value, utc(event.dtstart.value), utc(event.dtend.value))
