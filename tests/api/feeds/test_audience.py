"""Who is told of which meeting, and what of it."""

from typing import Any

import pytest

from api.feeds import Subscriber, file_name, is_known, subscribers
from models import Term
from tests.api.feeds.building import TINY, Released, without


def reader(kind: str, subject: str = "", language: str = "sv") -> Subscriber:
    return Subscriber.model_validate({"kind": kind, "subject": subject, "language": language})


def meetings(released: Released, subscriber: Subscriber) -> list[str]:
    return [meeting for meeting in released.term.resolved if released.event(meeting, subscriber)]


def description(released: Released, meeting: str, subscriber: Subscriber) -> list[str]:
    event = released.event(meeting, subscriber)
    assert event
    return event["DESCRIPTION"].split("\n")


@pytest.mark.parametrize(
    ("subscriber", "seen"),
    [
        (reader("term"), ["v1", "h-boda", "h-sjobo", "h-late"]),
        (reader("series", "autumn"), ["h-boda", "h-sjobo", "h-late"]),
        (reader("series", "spring"), ["v1"]),
        (reader("unit", "boda"), ["v1", "h-boda", "h-late"]),
        (reader("unit", "staden"), ["h-boda", "h-sjobo", "h-late"]),
        (reader("person", "vaf-1"), ["v1"]),
        (reader("person", "vaf-3"), ["h-boda"]),
        (reader("person", "mas"), ["h-boda"]),
        (reader("person", "nobody"), []),
    ],
    ids=lambda one: one.key if isinstance(one, Subscriber) else "",
)
def test_feed_holds(released: Released, subscriber: Subscriber, seen: list[str]) -> None:
    assert meetings(released, subscriber) == seen


def test_a_unit_whose_only_seat_is_empty_and_has_no_duty_is_not_told(term: Term) -> None:
    released = Released.first(term, {"v1": TINY["v1"].by("heads=vaf-1", "boda=boda-head")})
    assert meetings(released, reader("unit", "boda")) == ["v1"]
    assert meetings(released, reader("unit", "sjobo")) == []


def test_holder_reads_own_seat_first(released: Released) -> None:
    lines = description(released, "v1", reader("person", "boda-head"))
    assert lines[:2] == ["Din plats: Vårdcentralschef, Närhälsan Boda", ""]


def test_deputy_reads_for_whom(released: Released) -> None:
    lines = description(released, "h-boda", reader("person", "vaf-3"))
    assert lines[0] == (
        "Din plats: Enhetschef, Vård- och äldreförvaltningen (ersättare för Enhetschef hemtjänst, VÄF, 1)"
    )


def test_deputy_of_a_vacant_post_reads_so(term: Term) -> None:
    late = TINY["h-late"].by("head=vaf-3:1", "boda=boda-head")
    document = term.model_dump(mode="json")
    document["appointments"][0]["deputies"] = []
    released = Released.first(Term.model_validate(document), {"h-late": late})
    lines = description(released, "h-late", reader("person", "vaf-3"))
    assert lines[0] == "Din plats: Enhetschef, Vård- och äldreförvaltningen (ersättare, tjänsten är vakant)"


def test_on_demand_seat_is_told_where_asked_for_and_nowhere_else(released: Released) -> None:
    asked = description(released, "h-boda", reader("person", "mas"))
    assert asked[0] == "Din plats: Medicinskt ansvarig sjuksköterska, Kommunen (vid behov)"
    assert not [line for line in description(released, "h-late", reader("term")) if "vid behov" in line]


def test_all_read_who_sits_where_what_is_empty_and_who_answers_for_what(released: Released) -> None:
    assert description(released, "v1", reader("term")) == [
        "Deltagare:",
        "- Enhetschef, Vård- och äldreförvaltningen: Enhetschef hemtjänst, VÄF, 1; en plats är obesatt",
        "- Vårdcentralschef, Närhälsan Boda: Chef, Boda",
        "- Vårdcentralschef, Närhälsan Sjöbo: Chef, Sjöbo",
    ]
    assert description(released, "h-sjobo", reader("term"))[4:] == [
        "Plats: bestäms senare",
        "Sammankallande: Kommunen",
        "Ansvarig för dagordningen: Medicinskt ansvarig sjuksköterska, Kommunen",
        "Sista dag för dagordningen: 2026-10-12",
    ]


def test_unit_reads_its_own_seats_first(released: Released) -> None:
    lines = description(released, "v1", reader("unit", "vaf"))
    assert lines[:2] == ["Från er enhet:", "- Enhetschef: Enhetschef hemtjänst, VÄF, 1; en plats är obesatt"]


def test_english_reader_reads_english_at_the_same_times(released: Released) -> None:
    english = released.event("h-boda", reader("person", "vaf-3", "en"))
    swedish = released.event("h-boda", reader("person", "vaf-3"))
    assert english
    assert swedish
    assert english["DESCRIPTION"].startswith("Your seat: Enhetschef, Vård- och äldreförvaltningen (deputy for ")
    same = ("UID", "SEQUENCE", "LAST-MODIFIED", "DTSTART", "SUMMARY", "LOCATION")
    assert [english[name] for name in same] == [swedish[name] for name in same]


def test_map_is_told_where_coordinates_are_known(released: Released) -> None:
    boda, hall, undecided = (released.event(meeting) for meeting in ("h-boda", "v1", "h-sjobo"))
    assert boda
    assert hall
    assert undecided
    assert boda["LOCATION"] == "Närhälsan Boda, Bodavallsvägen 5, 507 00 Borås"
    assert boda["GEO"] == "57.7373;12.9806"
    assert b'X-TITLE="N' in boda.raw.replace(b"\r\n ", b"")
    assert hall["LOCATION"] == "Stadshuset, sal Å, Kungsgatan 55; plan 2"
    assert "GEO" not in hall
    assert "LOCATION" not in undecided


@pytest.mark.parametrize(("name", "told"), [("Boda 1", True), ('Boda "1"', False), ("Boda ^1", False)])
def test_apples_map_is_left_out_where_its_title_cannot_be_written_plainly(
    document: dict[str, Any], name: str, told: bool
) -> None:
    document["places"][0]["name"] = name
    boda = Released.first(Term.model_validate(document)).event("h-boda")
    assert boda
    assert ("X-APPLE-STRUCTURED-LOCATION" in boda) == told
    assert "GEO" in boda


def test_everything_in_a_term_can_have_a_feed_under_a_file_name_of_its_own(term: Term) -> None:
    everyone = subscribers(term)
    assert len(everyone) == 1 + len(term.series) + len(term.units) + len(term.people)
    assert all(is_known(term, one) for one in everyone)
    assert not is_known(term, reader("unit", "elsewhere"))
    assert len({file_name(one) for one in everyone}) == len(everyone)


def test_file_names_are_plain_and_differ_where_ids_do() -> None:
    names = [file_name(reader("person", subject)) for subject in ("p1", "P1", "p:1", "p.1", "åsa", "åså", "日本")]
    assert names[0] == "person-p1.ics"
    assert len(set(names)) == len(names)
    assert all(
        name.isascii() and name == name.lower() and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
        for name in names
    )
    assert file_name(reader("term", "anything")) == "term.ics"


def test_meetings_come_in_order_of_time(released: Released) -> None:
    feed = released.feed().decode()
    dates = [feed.index(text) for text in ("20260120T130000", "20261022T130000", "20261026T130000", "20261028T143000")]
    assert dates == sorted(dates)
    assert meetings(released.then(without(TINY, "v1")), reader("series", "spring")) == ["v1"]
