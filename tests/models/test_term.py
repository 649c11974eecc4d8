"""A term as a whole: what it works out, its identity, and that writing and reading it changes nothing."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from pydantic import ValidationError

from models import Limits, Term
from tests.models.document import good, said


def _term() -> Term:
    return Term.model_validate(good())


# ---- writing and reading ----


def test_a_term_written_and_read_again_is_the_same() -> None:
    term = _term()
    again = Term.model_validate_json(term.model_dump_json())
    assert again == term
    assert again.digest == term.digest
    assert again.model_dump_json() == term.model_dump_json()


def test_a_term_may_be_read_from_its_python_form_too() -> None:
    assert Term.model_validate(_term().model_dump()) == _term()
    assert Term.model_validate(_term().model_dump(mode="json")) == _term()
    assert Term(**good()) == _term()


def test_swedish_letters_are_kept() -> None:
    document = good()
    document["title"] = "Närvård i Borås – å, ä, ö"
    document["people"][0]["id"] = document["appointments"][0]["holder"] = "åsa"
    document["absences"][0]["person"] = document["meetings"][2]["lock"]["seats"][0]["people"][0] = "åsa"
    assert Term.model_validate_json(Term.model_validate(document).model_dump_json()).person["åsa"].name == "Anna"


def test_the_digest_changes_with_the_content() -> None:
    term = _term()
    assert term.model_copy(update={"title": "Other"}).digest != term.digest


# ---- uids ----


def test_uids_are_minted_once_and_the_same_everywhere() -> None:
    term = _term()
    assert [meeting.uid for meeting in term.meetings] == [meeting.uid for meeting in _term().meetings]
    assert term.meetings[0].uid == uuid5(term.uid, "meeting:m1")
    assert term.resolved["m1"].uid == term.meetings[0].uid
    assert len({meeting.uid for meeting in term.meetings}) == 3


def test_a_uid_that_is_given_is_kept() -> None:
    document = good()
    document["meetings"][1]["uid"] = "00000000-0000-4000-8000-00000000000b"
    term = Term.model_validate(document)
    assert term.meetings[1].uid == term.resolved["m2"].uid == UUID(int=0x4000_8000_0000_0000_000B)


def test_next_year_s_term_mints_others() -> None:
    document = good()
    document["uid"] = "00000000-0000-4000-8000-000000000002"
    assert {m.uid for m in Term.model_validate(document).meetings}.isdisjoint({m.uid for m in _term().meetings})


# ---- what it works out ----


def test_a_meeting_has_what_its_series_says_unless_it_says_so_itself() -> None:
    document = good()
    document["meetings"][1] |= {"title": "Extra", "duration_minutes": 90, "places": ["school"], "attendance": []}
    term = Term.model_validate(document)
    plain, own = term.resolved["m1"], term.resolved["m2"]
    assert (plain.title, plain.duration_minutes, plain.places) == ("Områdesmöte", 60, ("hall", "school"))
    assert (own.title, own.duration_minutes, own.places) == ("Extra", 90, ("school",))
    assert (len(plain.attendance), own.attendance) == (1, ())
    assert plain.windows == own.windows == term.series[0].windows
    assert own.end_of(datetime(2026, 9, 7, 10)) == datetime(2026, 9, 7, 11, 30)


def test_a_seat_is_otherwise_at_the_meeting_that_has_a_rule_for_it() -> None:
    term = _term()
    with_rule, without = (next(seat for seat in term.resolved[m].seats if seat.id == "nurse") for m in ("m1", "m2"))
    assert (with_rule.deputy, with_rule.vacancy) == ("should", "never")
    assert (without.deputy, without.vacancy) == ("may", "never")


def test_a_meeting_is_called_off_from_the_first_date_to_the_last() -> None:
    off = _term().resolved["m1"].is_called_off
    assert [day for day in range(13, 21) if off(date(2026, 9, day))] == [15, 16, 17, 18]


def test_wanted_are_required_seats_and_those_asked_for() -> None:
    term = _term()
    assert [seat.id for seat in term.resolved["m1"].wanted_seats] == ["chief", "nurse"]
    assert [seat.id for seat in term.resolved["m2"].wanted_seats] == ["chief", "nurse", "mas"]


def test_own_limits_come_first() -> None:
    own = Limits(meetings_per_day=1).over(Limits(meetings_per_day=3, meetings_per_week=0))
    assert (own.meetings_per_day, own.meetings_per_week, own.meetings_per_term) == (1, 0, None)


def test_a_copy_forgets_what_was_worked_out() -> None:
    term = _term()
    assert len(term.resolved) == 3
    fewer = term.model_copy(update={"meetings": term.meetings[:1]})
    assert list(fewer.resolved) == ["m1"]
    assert fewer.digest != term.digest


def test_a_term_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        _term().title = "Other"  # type: ignore[misc]


# ---- dates and times ----


@pytest.mark.parametrize(
    "day", [20260907, "1788739200", "07/09/2026", "2026-09-31", True, None, "", "1899-12-31", "2200-01-01"]
)
def test_a_date_is_a_text_of_a_date_in_these_centuries(day: object) -> None:
    document = good()
    document["first_day"] = day
    (fault,) = said(document)
    assert fault[1] == "/first_day"


@pytest.mark.parametrize(
    "moment",
    [0, "1788739200", "2026-08-31T08:00+02:00", "2026-08-31T08:00Z", "2026-08-31T08:00:30", "9999-12-31T23:59"],
)
def test_a_time_is_local_and_in_whole_minutes(moment: object) -> None:
    document = good()
    document["as_of"] = moment
    (fault,) = said(document)
    assert fault[1] == "/as_of"


@pytest.mark.parametrize("clock", [8, "8", "25:00", "08:00:30", "08:00+02:00", "24:00"])
def test_a_time_of_day_is_a_text_in_whole_minutes(clock: object) -> None:
    document = good()
    document["places"][1]["hours"][0]["from_time"] = clock
    (fault,) = said(document)
    assert fault[1] == "/places/1/hours/0/from_time"


def test_seconds_of_zero_are_allowed() -> None:
    document = good()
    document["as_of"] = "2026-08-31T08:00:00"
    assert Term.model_validate(document).as_of == datetime(2026, 8, 31, 8)


# ---- the calendar ----


def test_weekly_hours_come_back_every_so_many_iso_weeks() -> None:
    document = good()
    document["absences"][1]["weekly"] |= {"every_weeks": 3, "first_day": "2026-09-09"}
    weekly = Term.model_validate(document).absences[1].weekly
    assert weekly is not None
    assert weekly.days(date(2026, 9, 7), date(2026, 11, 1)) == (
        date(2026, 9, 11),
        date(2026, 10, 2),
        date(2026, 10, 23),
    )
    every_day = (date(2026, 9, 7) + timedelta(days=n) for n in range(56))
    back = [day for day in every_day if weekly.comes_back_on(day, date(2026, 9, 7), date(2026, 11, 1))]
    assert back == list(weekly.days(date(2026, 9, 7), date(2026, 11, 1)))


def test_weekly_hours_that_began_before_the_term_keep_their_weeks() -> None:
    document = good()
    document["absences"][1]["weekly"] |= {"every_weeks": 2, "first_day": "2026-08-31"}
    weekly = Term.model_validate(document).absences[1].weekly
    assert weekly is not None
    assert weekly.days(date(2026, 9, 7), date(2026, 9, 27)) == (date(2026, 9, 18),)


def test_a_window_covers_from_its_first_minute_to_its_last() -> None:
    window = _term().series[0].windows[0]
    monday = date(2026, 9, 7)
    for start, end, covered in (("08:00", "17:00", True), ("07:30", "08:30", False), ("16:30", "17:30", False)):
        at = [datetime.combine(monday, datetime.strptime(clock, "%H:%M").time()) for clock in (start, end)]
        assert window.covers(*at) is covered
    assert not window.covers(datetime(2026, 9, 12, 10), datetime(2026, 9, 12, 11))  # a Saturday
    assert not window.covers(datetime(2026, 11, 2, 10), datetime(2026, 11, 2, 11))
