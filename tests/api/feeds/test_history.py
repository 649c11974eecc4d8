"""What a release changes in calendars: SEQUENCE, LAST-MODIFIED, and not a byte of what it does not touch."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.feeds import History, Subscriber, history
from api.feeds.wording import WORDING
from models import Term
from tests.api.feeds.building import ALL, AUTUMN, SPRING, TINY, Held, Released, Shown, instant, planned, without

DAY = timedelta(days=1)
VAF = Subscriber(kind="unit", subject="vaf")
VAF_2 = Subscriber(kind="person", subject="vaf-2")
VAF_3 = Subscriber(kind="person", subject="vaf-3")
MOVED = {**TINY, "h-sjobo": TINY["h-sjobo"].at("2026-10-27T13:00")}


def shown(released: Released, meeting: str, subscriber: Subscriber = ALL) -> Shown:
    event = released.event(meeting, subscriber)
    assert event, f"{meeting} is not in the feed"
    return event


def sequence(released: Released, meeting: str) -> int:
    return int(shown(released, meeting)["SEQUENCE"])


def modified(released: Released, meeting: str, subscriber: Subscriber = ALL) -> datetime:
    return instant(shown(released, meeting, subscriber)["LAST-MODIFIED"])


def test_first_release_is_sequence_0_of_its_own_second(released: Released) -> None:
    assert all(sequence(released, meeting) == 0 for meeting in TINY)
    assert modified(released, "v1") == SPRING.replace(microsecond=0)


def test_same_plan_again_changes_no_byte(released: Released) -> None:
    assert released.then(TINY).feed() == released.feed()


def test_move_raises_sequence_once_a_release_and_leaves_the_others_byte_identical(released: Released) -> None:
    second = released.then(MOVED)
    third = second.then({**TINY, "h-sjobo": TINY["h-sjobo"].at("2026-10-29T12:30")}, AUTUMN + DAY)
    assert [sequence(one, "h-sjobo") for one in (released, second, third)] == [0, 1, 2]
    assert [modified(one, "h-sjobo") for one in (second, third)] == [AUTUMN, AUTUMN + DAY]
    for meeting in ("v1", "h-boda", "h-late"):
        assert shown(third, meeting).raw == shown(released, meeting).raw


def test_moving_back_is_another_change(released: Released) -> None:
    back = released.then(MOVED).then(TINY, AUTUMN + DAY)
    assert sequence(back, "h-sjobo") == 2
    assert shown(back, "h-sjobo")["DTSTART"] == shown(released, "h-sjobo")["DTSTART"]


def test_place_decided_later_raises_sequence(released: Released) -> None:
    decided = released.then({**TINY, "h-sjobo": Held(TINY["h-sjobo"].start, TINY["h-sjobo"].people, "hall")})
    assert sequence(decided, "h-sjobo") == 1
    assert shown(decided, "h-sjobo")["LOCATION"] == "Stadshuset, sal Å, Kungsgatan 55; plan 2"


def test_corrected_address_raises_sequence(released: Released, document: dict[str, Any]) -> None:
    document["places"][1]["address"] = "Kungsgatan 57"
    assert sequence(released.then(TINY, term=Term.model_validate(document)), "v1") == 1


def test_new_title_is_told_without_raising_sequence(released: Released, document: dict[str, Any]) -> None:
    document["series"][0]["title"] = "Närvårdsmöte vår, område 1"
    second = released.then(TINY, term=Term.model_validate(document))
    assert (sequence(second, "v1"), modified(second, "v1")) == (0, AUTUMN)
    assert shown(second, "h-boda").raw == shown(released, "h-boda").raw


def test_corrected_coordinates_are_told_without_raising_sequence(released: Released, document: dict[str, Any]) -> None:
    document["places"][0]["latitude"] = 57.74
    second = released.then(TINY, term=Term.model_validate(document))
    assert (sequence(second, "h-boda"), modified(second, "h-boda")) == (0, AUTUMN)
    assert shown(second, "v1").raw == shown(released, "v1").raw


def test_another_wording_in_one_language_is_told(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(WORDING, "en", replace(WORDING["en"], participants="Who comes:"))
    assert modified(released.then(TINY), "v1") == AUTUMN


def test_another_on_a_seat_is_told_in_every_feed_without_raising_sequence(released: Released) -> None:
    second = released.then({**TINY, "h-sjobo": TINY["h-sjobo"].by("head=vaf-1", "sjobo=sjobo-head")})
    for subscriber in (ALL, VAF, Subscriber(kind="person", subject="sjobo-head")):
        assert modified(second, "h-sjobo", subscriber) == AUTUMN
        assert shown(second, "h-sjobo", subscriber)["SEQUENCE"] == "0"


def test_who_loses_a_seat_loses_the_event_and_who_gains_one_gets_it(released: Released) -> None:
    second = released.then({**TINY, "h-sjobo": TINY["h-sjobo"].by("head=vaf-1", "sjobo=sjobo-head")})
    assert second.event("h-sjobo", VAF_2) is None
    assert shown(second, "h-sjobo", Subscriber(kind="person", subject="vaf-1"))["STATUS"] == "CONFIRMED"
    assert shown(second, "h-late", VAF_2).raw == shown(released, "h-late", VAF_2).raw


def test_who_lost_a_seat_is_not_told_of_a_later_cancellation(released: Released) -> None:
    second = released.then({**TINY, "h-sjobo": TINY["h-sjobo"].by("head=vaf-1", "sjobo=sjobo-head")})
    third = second.then(without(TINY, "h-sjobo"), AUTUMN + DAY)
    assert third.event("h-sjobo", VAF_2) is None
    assert shown(third, "h-sjobo", Subscriber(kind="person", subject="vaf-1"))["STATUS"] == "CANCELLED"


def test_two_of_one_name_who_swap_seats_change_their_own_feeds_alone(document: dict[str, Any]) -> None:
    for person in document["people"]:
        person["name"] = "Kollega"
    term = Term.model_validate(document)
    document["appointments"][3]["holder"], document["appointments"][4]["holder"] = "sjobo-head", "boda-head"
    swapped = {**TINY, "v1": TINY["v1"].by("heads=vaf-1", "boda=sjobo-head", "sjobo=boda-head")}
    first = Released.first(term, {"v1": TINY["v1"]})
    second = first.then({"v1": swapped["v1"]}, term=Term.model_validate(document))
    person = Subscriber(kind="person", subject="boda-head")
    assert shown(second, "v1").raw == shown(first, "v1").raw
    assert modified(second, "v1", person) == AUTUMN


def test_cancelled_stays_at_its_old_time_and_place_and_blocks_nobody(released: Released) -> None:
    second = released.then(without(TINY, "h-late"))
    for subscriber in (ALL, VAF_2, VAF):
        before, after = shown(released, "h-late", subscriber), shown(second, "h-late", subscriber)
        assert [after[name] for name in ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")] == [
            "CANCELLED",
            "TRANSPARENT",
            "FREE",
        ]
        assert after["SUMMARY"] == "INSTÄLLT: " + before["SUMMARY"]
        assert [after[name] for name in ("UID", "DTSTART", "DTEND", "LOCATION")] == [
            before[name] for name in ("UID", "DTSTART", "DTEND", "LOCATION")
        ]
        assert after["SEQUENCE"] == "1"
    english = VAF_2.model_copy(update={"language": "en"})
    assert shown(second, "h-late", english)["SUMMARY"].startswith("CANCELLED: ")


def test_cancelled_names_nobody(released: Released) -> None:
    second = released.then(without(TINY, "h-late"))
    assert shown(second, "h-late")["DESCRIPTION"] == "Mötet är inställt. Ny tid är inte bestämd."


def test_gone_from_the_term_is_cancelled_for_good(released: Released, document: dict[str, Any]) -> None:
    document["meetings"].pop()
    second = released.then(without(TINY, "h-late"), term=Term.model_validate(document))
    withdrawn = Released(released.term, second.history)
    assert shown(withdrawn, "h-late")["DESCRIPTION"] == "Mötet är inställt."
    assert shown(withdrawn, "h-late")["STATUS"] == "CANCELLED"


def test_placed_again_is_confirmed_with_the_same_uid_and_a_higher_sequence(released: Released) -> None:
    third = released.then(without(TINY, "h-late")).then(
        {**TINY, "h-late": TINY["h-late"].at("2026-11-18T13:00")}, AUTUMN + DAY
    )
    event = shown(third, "h-late")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", "2")
    assert event["UID"] == shown(released, "h-late")["UID"]
    assert event["SUMMARY"] == "Närvårdsmöte höst: Boda, avtal"


def test_cancelled_stays_cancelled_byte_by_byte(released: Released) -> None:
    second = released.then(without(TINY, "h-late"))
    assert second.then(without(TINY, "h-late"), AUTUMN + DAY).feed() == second.feed()


@pytest.mark.parametrize(("day", "there"), [("2026-11-27", True), ("2026-11-28", False)])
def test_cancelled_is_dropped_by_a_release_more_than_30_days_after_its_old_date(
    released: Released, day: str, there: bool
) -> None:
    second = released.then(without(TINY, "h-late"))
    third = second.then(without(TINY, "h-late"), datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC))
    assert (third.event("h-late") is not None) == there


def test_the_days_are_a_setting(released: Released, term: Term) -> None:
    plan = planned(term, without(TINY, "h-late"))
    second = history(released.history, term, plan, AUTUMN)
    third = history(second, term, plan, datetime(2026, 11, 1, tzinfo=UTC), keep_cancelled_days=2)
    assert Released(term, third).event("h-late") is None


def test_the_release_that_cancels_drops_nothing(released: Released) -> None:
    second = released.then(without(TINY, "h-late"), datetime(2027, 2, 1, tzinfo=UTC))
    assert shown(second, "h-late")["STATUS"] == "CANCELLED"


def test_the_plans_own_day_counts_where_it_says_one(released: Released) -> None:
    second = released.then(without(TINY, "h-late"))
    later = datetime(2027, 2, 1, tzinfo=UTC)
    third = second.then(without(TINY, "h-late"), later, as_of="2026-10-01T08:00")
    assert third.event("h-late")
    assert second.then(without(TINY, "h-late"), later).event("h-late") is None


def test_dropped_and_placed_again_goes_on_counting(released: Released) -> None:
    gone = released.then(without(TINY, "v1")).then(without(TINY, "v1"), AUTUMN + DAY)
    assert gone.event("v1") is None
    assert sequence(gone.then(TINY, AUTUMN + 2 * DAY), "v1") == 2


def test_what_has_been_held_when_the_plan_is_made_cannot_be_cancelled(released: Released) -> None:
    second = released.then(without(TINY, "v1"), as_of="2026-01-20T15:00")
    assert shown(second, "v1").raw == shown(released, "v1").raw


def test_what_is_not_over_when_the_plan_is_made_can_be_cancelled(released: Released) -> None:
    second = released.then(without(TINY, "v1"), as_of="2026-01-20T14:30")
    assert shown(second, "v1")["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("back", [timedelta(0), timedelta(milliseconds=400), timedelta(days=3)])
def test_last_modified_rises_even_when_the_clock_does_not(released: Released, back: timedelta) -> None:
    second = released.then(MOVED, SPRING - back)
    assert modified(second, "h-sjobo") > modified(released, "h-sjobo")


def test_meeting_placed_for_the_first_time_later_begins_at_0(term: Term) -> None:
    second = Released.first(term, without(TINY, "h-late")).then(TINY)
    assert (sequence(second, "h-late"), modified(second, "h-late")) == (0, AUTUMN)


def test_history_survives_json(released: Released) -> None:
    kept = History.model_validate_json(released.history.model_dump_json())
    assert kept == released.history
    assert Released(released.term, kept).feed() == released.feed()
