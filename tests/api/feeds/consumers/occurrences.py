"""Reads a feed with recurring-ical-events: one line per occurrence in ten years, `uid start end` in UTC."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import recurring_ical_events


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


calendar = icalendar.Calendar.from_ical(Path(sys.argv[1]).read_bytes())
for event in recurring_ical_events.of(calendar).between((2020, 1, 1), (2030, 1, 1)):
    print(event["UID"], utc(event.start), utc(event.end))
