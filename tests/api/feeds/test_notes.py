"""Deadlines in the office's calendar: all-day notes with identities of their own; no other calendar changes."""

from datetime import timedelta

import pytest

from api.feeds import PUBLIC, Differing, FeedRelease, Subscriber, after_night, draft, is_known, subscribers
from models import Plan, Term
from scheduler.case import Case
from scheduler.deadlines import due
from tests.api.feeds.building import (
    AUTUMN,
    SPRING,
    TINY,
    Held,
    Released,
    Shown,
    events,
    planned,
    read_document,
    without,
)
from tests.api.feeds.conformance import complaints

OFFICE = Subscriber(kind="office")
READERS = (
    Subscriber(kind="term"),
    Subscriber(kind="series", subject="autumn"),
    Subscriber(kind="unit", subject="boda"),
    Subscriber(kind="person", subject="mas"),
    PUBLIC,
)
OUT = {"id": "out", "title": "Handlingar ut", "days": 7, "task_of": {"unit": "boda"}}
MINUTES = {"id": "minutes", "title": "Protokoll klart", "days": 14, "side": "after"}


def _term(*deadlines: dict[str, object]) -> Term:
    """The tiny term, whose autumn meetings have deadlines."""
    said = read_document()
    said["series"] = [{**one, "deadlines": list(deadlines)} if one["id"] == "autumn" else one for one in said["series"]]
    return Term.model_validate(said)


def _plan(term: Term, held: dict[str, Held]) -> Plan:
    """A plan written by hand, with the dates as the scheduler works them out."""
    made, case = planned(term, held), Case(term)
    dated = (
        one.model_copy(update={"deadlines": due(case, term.resolved[one.meeting], one.start.date())})
        for one in made.placements
    )
    return made.model_copy(update={"placements": tuple(dated)})


def _first(term: Term) -> Released:
    return Released.of(None, term, _plan(term, dict(TINY)), SPRING)


def _then(before: Released, held: dict[str, Held], term: Term | None = None) -> Released:
    term = term or before.term
    return Released.of(before.history, term, _plan(term, held), AUTUMN)


def _notes(released: Released) -> dict[str, Shown]:
    """The notes of the feed by title."""
    meetings = {str(one.uid) for one in released.term.resolved.values()}
    return {one["SUMMARY"]: one for one in events(released.feed(OFFICE)) if one["UID"] not in meetings}


def _one_note(released: Released) -> Shown:
    """The note of the meeting `h-boda`, called off or not."""
    return next(one for title, one in _notes(released).items() if title.endswith("Boda") and "Handlingar" in title)


def test_a_note_takes_a_day_and_nobodys_time() -> None:
    released = _first(_term(OUT))
    note = _one_note(released)
    assert b"DTSTART;VALUE=DATE:20261015" in note.raw
    assert b"DTEND;VALUE=DATE:20261016" in note.raw
    assert (note["TRANSP"], note["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")
    assert (note["STATUS"], note["SEQUENCE"]) == ("CONFIRMED", "0")
    assert "2026-10-22 kl. 13:00" in note["DESCRIPTION"]
    assert "Ansvarig:" in note["DESCRIPTION"]
    assert complaints(released.feed(OFFICE)) == []


def test_every_meeting_of_the_series_has_each_of_its_notes() -> None:
    assert len(_notes(_first(_term(OUT, MINUTES)))) == 6
    assert len({one["UID"] for one in _notes(_first(_term(OUT, MINUTES))).values()}) == 6


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.kind)
def test_no_other_calendar_changes(reader: Subscriber) -> None:
    with_notes, without_any = _first(_term(OUT, MINUTES)), Released.first(_term())
    assert with_notes.feed(reader) == without_any.feed(reader)


def test_the_office_sees_what_everybody_sees_too() -> None:
    released = _first(_term(OUT))
    for meeting in TINY:
        office, everybody = released.event(meeting, OFFICE), released.event(meeting)
        assert office is not None
        assert everybody is not None
        assert office.raw == everybody.raw


def test_a_note_moves_with_its_meeting_loudly() -> None:
    before = _first(_term(OUT))
    after = _then(before, {**TINY, "h-boda": TINY["h-boda"].at("2026-10-23T13:00")})
    old, new = _one_note(before), _one_note(after)
    assert (new["UID"], new["SEQUENCE"]) == (old["UID"], "1")
    assert b"VALUE=DATE:20261016" in new.raw


def test_a_note_whose_meeting_moves_within_the_day_says_so_quietly() -> None:
    before = _first(_term(OUT))
    after = _then(before, {**TINY, "h-boda": TINY["h-boda"].at("2026-10-22T14:00")})
    old, new = _one_note(before), _one_note(after)
    assert (new["SEQUENCE"], new["DTSTART"]) == ("0", old["DTSTART"])
    assert new["LAST-MODIFIED"] > old["LAST-MODIFIED"]


def test_other_notes_stay_as_they_are_to_the_byte() -> None:
    before = _first(_term(OUT))
    after = _then(before, {**TINY, "h-boda": TINY["h-boda"].at("2026-10-23T13:00")})
    same = [title for title, one in _notes(before).items() if _notes(after).get(title, Shown()).raw == one.raw]
    assert len(same) == 2


def test_a_note_is_cancelled_with_its_meeting_and_comes_back_with_it() -> None:
    before = _first(_term(OUT))
    gone = _then(before, without(TINY, "h-boda"))
    note = _one_note(gone)
    assert (note["STATUS"], note["SEQUENCE"]) == ("CANCELLED", "1")
    assert note["SUMMARY"].startswith("INSTÄLLT: ")
    again = _one_note(_then(gone, dict(TINY)))
    assert (again["STATUS"], again["SEQUENCE"], again["UID"]) == ("CONFIRMED", "2", note["UID"])


def test_a_deadline_that_there_is_no_more_is_cancelled() -> None:
    gone = _then(_first(_term(OUT, MINUTES)), dict(TINY), _term(OUT))
    assert sum(one["STATUS"] == "CANCELLED" for one in _notes(gone).values()) == 3


def test_a_note_that_was_cancelled_long_ago_leaves_at_night() -> None:
    gone = _then(_first(_term(OUT)), without(TINY, "h-boda"))
    assert after_night(gone.history, AUTUMN + timedelta(days=30)) is None
    night = after_night(gone.history, AUTUMN + timedelta(days=70))
    assert night is not None
    left = Released(gone.term, night)
    assert len(_notes(left)) == 2
    assert len(night.notes) == 3, "its number stays"


def test_a_look_before_a_release_knows_whose_calendar_it_changes() -> None:
    before = _first(_term(OUT))
    term = _term({**OUT, "days": 6})
    after = draft(before.history, term, _plan(term, dict(TINY)), AUTUMN)
    pair = Differing(FeedRelease(before.term, before.history), FeedRelease(term, after))
    assert pair.changes(OFFICE)
    assert not any(pair.changes(one) for one in READERS)
    same = draft(before.history, before.term, _plan(before.term, dict(TINY)), AUTUMN)
    assert not Differing(FeedRelease(before.term, before.history), FeedRelease(before.term, same)).changes(OFFICE)


def test_the_office_has_a_calendar_where_there_is_something_to_do() -> None:
    assert is_known(_term(OUT), Subscriber(kind="office", subject=str(_term().uid)))
    assert "office" not in {one.kind for one in subscribers(_term())}


def test_a_history_from_before_there_were_notes_is_read() -> None:
    old = Released.first(_term()).history
    said = old.model_dump(mode="json", exclude={"notes"})
    assert type(old).model_validate(said) == old
