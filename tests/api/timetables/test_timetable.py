"""What of a release is for the public: series and forums that are marked, as calendars know their meetings."""

from typing import Any

from api.feeds import PUBLIC, FeedRelease, Subscriber
from api.timetables import Timetable, timetable
from models import Term
from tests.api.feeds.building import TINY, Released, events, read_document, without


def _term(**public: bool) -> Term:
    """The tiny term, with some of its series marked."""
    said = read_document()
    said["series"] = [{**one, "public": public.get(one["id"], False)} for one in said["series"]]
    return Term.model_validate(said)


def _forum(*series: str, **fields: Any) -> Term:
    """The tiny term with some of its series those of a forum."""
    said = read_document()
    said["forums"] = [{"id": "dps", "title": "Samrådet", **fields}]
    said["series"] = [{**one, "forum": "dps"} if one["id"] in series else one for one in said["series"]]
    return Term.model_validate(said)


def _table(released: Released) -> Timetable:
    return timetable(FeedRelease(released.term, released.history))


def _shown(released: Released) -> dict[str, list[str]]:
    uids = {str(one.uid): meeting for meeting, one in released.term.resolved.items()}
    return {line.title: [uids.get(str(one.uid), "?") for one in line.meetings] for line in _table(released).lines}


def test_shows_the_series_that_are_marked() -> None:
    assert _shown(Released.first(_term(spring=True))) == {"Närvårdsmöte vår": ["v1"]}


def test_shows_nothing_of_a_term_in_which_none_is() -> None:
    released = Released.first(_term())
    assert _shown(released) == {}
    assert events(released.feed(PUBLIC)) == []


def test_lists_the_series_of_a_forum_in_one_line() -> None:
    released = Released.first(_forum("spring", "autumn", public=True))
    assert list(_shown(released)) == ["Samrådet"]
    assert len(_shown(released)["Samrådet"]) == 4


def test_a_forum_that_is_not_marked_shows_its_marked_series_alone() -> None:
    term = _forum("spring", "autumn")
    marked = tuple(one.model_copy(update={"public": one.id == "spring"}) for one in term.series)
    assert _shown(Released.first(term.model_copy(update={"series": marked}))) == {"Samrådet": ["v1"]}


def test_a_meeting_that_is_called_off_stays_as_cancelled() -> None:
    released = Released.first(_term(autumn=True)).then(without(TINY, "h-late"))
    (line,) = _table(released).lines
    assert [(one.status, one.cancelled) for one in line.meetings][-1] == ("postponed", True)
    assert len(line.meetings) == 3


def test_a_series_that_is_marked_no_more_leaves_with_what_was_cancelled() -> None:
    released = Released.first(_term(autumn=True)).then(without(TINY, "h-late"), term=_term())
    assert _shown(released) == {}


def test_a_meeting_of_a_series_that_there_is_no_more_stays_as_cancelled() -> None:
    term = _term(spring=True)
    fewer = read_document()
    fewer["series"] = [{**one} for one in fewer["series"] if one["id"] != "spring"]
    fewer["meetings"] = [one for one in fewer["meetings"] if one["series"] != "spring"]
    fewer["orders"] = []
    released = Released.first(term).then(without(TINY, "v1"), term=Term.model_validate(fewer))
    (line,) = _table(released).lines
    assert (line.title, [one.status for one in line.meetings]) == ("Närvårdsmöte vår", ["withdrawn"])


def test_times_carry_the_offset_that_the_clock_has_then() -> None:
    table = _table(Released.first(_term(autumn=True)))
    assert [one.start.isoformat() for one in table.meetings][:2] == [
        "2026-10-22T13:00:00+02:00",
        "2026-10-26T13:00:00+01:00",
    ]
    assert table.months == ((2026, 10),)


def test_the_calendar_tells_a_move_and_a_cancellation_as_the_others_do() -> None:
    """One identity, one sequence: who subscribes to both calendars has one meeting."""
    everybody = Subscriber(kind="term")
    released = Released.first(_term(autumn=True))
    moved = released.then({**TINY, "h-boda": TINY["h-boda"].at("2026-10-23T10:00")})
    gone = moved.then(without(TINY, "h-boda"))
    for one in (released, moved, gone):
        public, all_of_it = one.event("h-boda", PUBLIC), one.event("h-boda", everybody)
        assert public is not None
        assert all_of_it is not None
        assert [public[name] for name in ("UID", "SEQUENCE", "STATUS", "DTSTART")] == [
            all_of_it[name] for name in ("UID", "SEQUENCE", "STATUS", "DTSTART")
        ]


def test_another_person_on_a_seat_is_no_news_for_the_public() -> None:
    released = Released.first(_term(autumn=True))
    other = released.then({**TINY, "h-boda": TINY["h-boda"].by("head=vaf-2", "boda=boda-head")})
    assert other.feed(PUBLIC) == released.feed(PUBLIC)
    assert other.feed() != released.feed()


def test_a_term_that_marks_nothing_has_the_digest_that_it_had() -> None:
    assert '"public"' not in _term().model_dump_json()
    assert Term.model_validate(_term(spring=True).model_dump()).digest == _term(spring=True).digest
