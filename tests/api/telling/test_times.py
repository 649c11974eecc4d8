"""Dates, times and lists as people say them, in both languages."""

import pytest

from api.telling import day_text, listed, moment_text, span_text, weekly_text, window_text
from api.texts import LANGUAGES, Language
from models import Weekly
from tests.build import at, day, window

BOTH = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize(("language", "said"), [("sv", "tis 20 okt 2026"), ("en", "Tue 20 Oct 2026")])
def test_a_date(language: Language, said: str) -> None:
    assert day_text(day("2026-10-20"), language) == said


@pytest.mark.parametrize(("language", "said"), [("sv", "tis 20 okt 2026 kl. 09.05"), ("en", "Tue 20 Oct 2026, 09:05")])
def test_a_moment(language: Language, said: str) -> None:
    assert moment_text(at("2026-10-20 09:05"), language) == said


@pytest.mark.parametrize(
    ("start", "end", "swedish", "english"),
    [
        (
            "2026-10-20 15:00",
            "2026-10-20 16:30",
            "tis 20 okt 2026 kl. 15.00–16.30",
            "Tue 20 Oct 2026, 15:00–16:30",
        ),
        ("2026-10-20 00:00", "2026-10-21 00:00", "tis 20 okt 2026", "Tue 20 Oct 2026"),
        ("2026-10-20 00:00", "2026-10-20 23:59", "tis 20 okt 2026", "Tue 20 Oct 2026"),
        (
            "2026-10-20 00:00",
            "2026-10-24 00:00",
            "tis 20 okt 2026 – fre 23 okt 2026",
            "Tue 20 Oct 2026 – Fri 23 Oct 2026",
        ),
        (
            "2026-10-20 15:00",
            "2026-10-21 12:00",
            "tis 20 okt 2026 kl. 15.00 – ons 21 okt 2026 kl. 12.00",
            "Tue 20 Oct 2026, 15:00 – Wed 21 Oct 2026, 12:00",
        ),
    ],
    ids=["hours", "a whole day", "a whole day but for its last minute", "whole days", "over night"],
)
def test_a_span(start: str, end: str, swedish: str, english: str) -> None:
    assert span_text(at(start), at(end), "sv") == swedish
    assert span_text(at(start), at(end), "en") == english


@pytest.mark.parametrize(
    ("weekly", "swedish", "english"),
    [
        (
            {"weekdays": ("tue", "thu"), "from_time": "13:00", "to_time": "15:00"},
            "tis och tor kl. 13.00–15.00, varje vecka",
            "Tue and Thu, 13:00–15:00, every week",
        ),
        (
            {"weekdays": ("mon", "tue", "wed"), "from_time": "00:00", "to_time": "23:59", "every_weeks": 2},
            "mån–ons, varannan vecka",
            "Mon–Wed, every other week",
        ),
        (
            {"weekdays": ("fri",), "every_weeks": 3, "first_day": "2026-09-11", "last_day": "2026-10-30"},
            "fre kl. 08.00–17.00, en vecka av 3, från fre 11 sep 2026, till fre 30 okt 2026",
            "Fri, 08:00–17:00, one week of 3, from Fri 11 Sep 2026, to Fri 30 Oct 2026",
        ),
    ],
)
def test_what_comes_back(weekly: dict[str, object], swedish: str, english: str) -> None:
    assert weekly_text(Weekly.model_validate(weekly), "sv") == swedish
    assert weekly_text(Weekly.model_validate(weekly), "en") == english


def test_a_window() -> None:
    wide = window("2026-09-01", "2026-11-30", "12:30-17:00", "mon tue wed thu")
    assert window_text(wide, "sv") == "mån–tor kl. 12.30–17.00, tis 1 sep 2026 – mån 30 nov 2026"
    assert window_text(wide, "en") == "Mon–Thu, 12:30–17:00, Tue 1 Sep 2026 – Mon 30 Nov 2026"


def test_a_window_of_one_day_is_that_day() -> None:
    narrow = window("2026-10-20", "2026-10-20", "13:00-15:00", "tue")
    assert window_text(narrow, "sv") == "tis 20 okt 2026 kl. 13.00–15.00"


def test_lists() -> None:
    assert listed(["a"], "sv") == "a"
    assert listed(["a", "b"], "sv") == "a och b"
    assert listed(["a", "b", "c"], "en") == "a, b and c"
    assert listed(["a", "b", "c"], "sv", either=True) == "a, b eller c"


@BOTH
def test_of_nothing_nothing(language: Language) -> None:
    assert listed([], language) == ""
