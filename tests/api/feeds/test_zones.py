"""The VTIMEZONE says the same as the tz database, and where it cannot, times are told in UTC."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from api.feeds.zones import vtimezone, yearly_changes
from models import Term
from tests.api.feeds.building import Released

HOUR = timedelta(hours=1)
BY_RULE = (
    "Europe/Stockholm",
    "Europe/Dublin",
    "Atlantic/Azores",
    "America/New_York",
    "America/Nuuk",
    "Australia/Sydney",
    "Australia/Lord_Howe",
)
WITHOUT_RULE = ("UTC", "Asia/Tokyo", "Africa/Casablanca")


@pytest.mark.parametrize("name", BY_RULE)
def test_every_hour_around_both_changes_has_the_offset_of_the_tz_database(name: str) -> None:
    changes = yearly_changes(name, 2026, 2028)
    assert changes
    for year in (2026, 2027, 2028):
        for change in changes:
            local = datetime.combine(change.date_in(year), datetime.min.time()) + change.clock
            moment = (local - change.before).replace(tzinfo=UTC)
            for hours in range(-72, 73):
                told = change.before if hours < 0 else change.after
                assert (moment + hours * HOUR).astimezone(ZoneInfo(name)).utcoffset() == told


def test_stockholm_is_one_standard_and_one_daylight_by_yearly_rule() -> None:
    changes = yearly_changes("Europe/Stockholm", 2026, 2027)
    assert changes
    text = vtimezone("Europe/Stockholm", changes).to_ical().decode()
    assert text.splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Stockholm",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_the_feeds_own_zone_gives_a_reader_without_tz_database_every_hour_of_the_term(released: Released) -> None:
    zone = vobject.readOne(released.feed().decode()).vevent_list[0].dtstart.value.tzinfo
    moment, stockholm = datetime(2026, 1, 1), ZoneInfo("Europe/Stockholm")
    while moment < datetime(2027, 1, 1):
        if moment.replace(tzinfo=stockholm).astimezone(UTC).astimezone(stockholm).replace(tzinfo=None) == moment:
            assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=stockholm).utcoffset(), moment
        moment += HOUR


@pytest.mark.parametrize("name", WITHOUT_RULE)
def test_a_zone_without_yearly_rule_has_none(name: str) -> None:
    assert yearly_changes(name, 2026, 2027) is None


def test_the_last_sunday_is_not_taken_for_the_fifth_where_it_is_both_in_every_year() -> None:
    assert yearly_changes("Europe/Stockholm", 2025, 2026) == yearly_changes("Europe/Stockholm", 2026, 2027)


def test_a_rule_that_changes_within_the_years_is_none() -> None:
    assert yearly_changes("America/New_York", 2006, 2007) is None
    assert yearly_changes("America/New_York", 2007, 2008) is not None


@pytest.mark.parametrize(("name", "start"), [("Asia/Tokyo", "20260120T040000Z"), ("UTC", "20260120T130000Z")])
def test_times_of_a_zone_without_rule_are_told_in_utc(document: dict[str, Any], name: str, start: str) -> None:
    feed = Released.first(Term.model_validate(document | {"time_zone": name})).feed()
    assert f"DTSTART:{start}\r\n".encode() in feed
    assert f"X-WR-TIMEZONE:{name}\r\n".encode() in feed
    assert b"VTIMEZONE" not in feed


def test_times_of_another_zone_with_a_rule_are_local(document: dict[str, Any]) -> None:
    feed = Released.first(Term.model_validate(document | {"time_zone": "Australia/Sydney"})).feed()
    assert b"DTSTART;TZID=Australia/Sydney:20260120T130000\r\n" in feed
    assert b"BYDAY=1SU;BYMONTH=4" in feed
