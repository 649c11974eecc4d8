"""What happened, made into the next revision of a term: each action does what it says, and no more."""

from typing import get_args
from uuid import UUID

from models import Action
from scheduler.changes import STEPS
from tests.build import (
    at_least,
    day,
    holds,
    lock,
    meeting,
    person,
    placed,
    plan,
    rules_broken,
    seat,
    seat_rule,
    series,
    sits,
    term,
    window,
)
from tests.scheduler.changing import TOWN, changed, differing, faults, the

# ---- meetings ----


def test_a_cancelled_meeting_is_called_off_on_its_date() -> None:
    after = changed({"kind": "cancel", "meeting": "a", "day": day("wed")}, reason="ill")
    (off,) = the(after, "meetings", "a").called_off
    assert (off.first_day, off.last_day, off.note) == (day("wed"), None, "ill")
    assert differing(after) == {"meetings"}


def test_a_cancelled_meeting_may_be_called_off_until_further_notice_and_given_back() -> None:
    once = changed({"kind": "cancel", "meeting": "a", "day": day("wed"), "until": TOWN.last_day})
    assert [one.last_day for one in the(once, "meetings", "a").called_off] == [TOWN.last_day]
    again = changed({"kind": "cancel", "meeting": "a", "day": day("wed")}, of=once)
    assert [(one.first_day, one.last_day) for one in the(again, "meetings", "a").called_off] == [(day("wed"), None)]


def test_a_meeting_cancelled_twice_is_called_off_on_both_dates() -> None:
    after = changed(*({"kind": "cancel", "meeting": "c", "day": day(on)} for on in ("wed", "fri")))
    assert [one.first_day for one in the(after, "meetings", "c").called_off] == [day("mon"), day("wed"), day("fri")]


def test_a_cancelled_meeting_loses_a_lock_to_that_date_and_keeps_another() -> None:
    cancel = {"kind": "cancel", "meeting": "b"}
    assert the(changed({**cancel, "day": day("tue")}), "meetings", "b").lock is None
    assert the(changed({**cancel, "day": day("mon"), "until": day("tue")}), "meetings", "b").lock is None
    assert the(changed({**cancel, "day": day("wed")}), "meetings", "b").lock is not None


def test_a_withdrawn_meeting_leaves_with_its_orders_and_out_of_its_relations() -> None:
    after = changed({"kind": "withdraw", "meeting": "a"})
    assert [one.id for one in after.meetings] == ["b", "c"]
    assert after.orders == ()
    assert [(one.id, one.meetings) for one in after.day_relations] == [("a-b-c", ("b", "c"))]
    assert differing(after) == {"meetings", "orders", "day_relations"}


def test_a_withdrawn_meeting_leaves_ties_of_others_alone() -> None:
    after = changed({"kind": "withdraw", "meeting": "c"})
    assert after.orders == TOWN.orders
    assert [one.meetings for one in after.day_relations] == [("a", "b")]


def test_an_added_meeting_stands_last_with_a_uid() -> None:
    after = changed({"kind": "add", "meeting": {"id": "d", "series": "centre"}})
    assert [one.id for one in after.meetings] == ["a", "b", "c", "d"]
    assert isinstance(the(after, "meetings", "d").uid, UUID)
    assert after.meetings[:3] == TOWN.meetings


def test_a_locked_meeting_stays_with_place_and_people_and_says_why() -> None:
    people = [{"seat": "head", "people": ["bo"]}]
    action = {"kind": "lock", "meeting": "a", "start": "2026-09-08T13:00", "place": "hall", "seats": people}
    locked = the(changed(action, reason="agreed"), "meetings", "a").lock
    assert locked == lock("tue 13:00", "hall", head="bo").model_copy(update={"reason": "agreed"})


def test_a_moved_meeting_is_locked_where_it_was_moved_and_keeps_no_people() -> None:
    after = changed({"kind": "move", "meeting": "b", "start": "2026-09-09T13:00"})
    assert the(after, "meetings", "b").lock == lock("wed 13:00")


def test_an_unlocked_meeting_is_left_to_the_plan() -> None:
    assert the(changed({"kind": "unlock", "meeting": "b"}), "meetings", "b").lock is None
    assert faults({"kind": "unlock", "meeting": "a"}) == [("not_locked", "/actions/0/meeting")]


def test_another_window_is_added_to_those_that_hold() -> None:
    more = window("sat", "sat", "09:00-12:00", "sat")
    after = changed({"kind": "allow", "meeting": "a", "window": more.model_dump()})
    assert after.resolved["a"].windows == (*TOWN.resolved["a"].windows, more)
    assert after.resolved["c"].windows == TOWN.resolved["c"].windows


def test_a_seat_is_otherwise_at_that_meeting_alone() -> None:
    after = changed({"kind": "seat", "meeting": "a", "seat": "head", "deputy": "not"})
    assert [meeting for meeting, one in after.resolved.items() if one.seats[0].deputy == "not"] == ["a"]
    assert the(after, "meetings", "a").seat_rules == (seat_rule("head", deputy="not"),)


def test_what_is_said_of_a_seat_adds_to_what_was() -> None:
    rules = [{"deputy": "not"}, {"vacancy": "priced"}, {"deputy": "should"}]
    after = changed(*({"kind": "seat", "meeting": "a", "seat": "head", **rule} for rule in rules))
    assert the(after, "meetings", "a").seat_rules == (seat_rule("head", deputy="should", vacancy="priced"),)


def test_other_places_replace_those_of_the_series() -> None:
    for places in (("school",), ("school", "hall"), ()):
        after = changed({"kind": "places", "meeting": "a", "places": places})
        assert (after.resolved["a"].places, after.resolved["c"].places) == (places, ("hall",))


def test_attendance_is_lowered_group_by_group_and_to_none() -> None:
    two = term(series(attendance=(at_least(2, "x"), at_least(1, "y"))), meeting("m", *SIDES), *HELD)
    least = {0: {"y": 1}, 1: {"x": 1, "y": 1}}
    for number, left in least.items():
        after = changed({"kind": "attendance", "meeting": "m", "group": "x", "least": number}, of=two)
        assert {one.group: one.least for one in after.resolved["m"].attendance} == left


SIDES = (seat("p", groups=("x",)), seat("q", groups=("x", "y")))
HELD = (holds("anna", "p"), holds("bo", "q"))


# ---- people ----


def test_an_absence_is_added_with_the_reason() -> None:
    times = {"start": "2026-09-09T08:00", "end": "2026-09-09T12:00"}
    after = changed({"kind": "away", "person": "cia", **times}, reason="course")
    added = after.absences[-1]
    assert (added.person, added.reason, added.weekly) == ("cia", "course", None)
    assert differing(after) == {"absences"}
    weekly = changed({"kind": "away", "person": "cia", "weekly": {"weekdays": ["mon"]}}).absences[-1]
    assert (weekly.start, weekly.weekly and weekly.weekly.weekdays) == (None, ("mon",))


def test_whoever_is_set_free_can_come_whatever_absences_say() -> None:
    times = {"start": "2026-09-07T09:00", "end": "2026-09-07T12:00"}
    after = changed({"kind": "free", "person": "anna", **times})
    assert after.absences == TOWN.absences
    assert differing(after) == {"presences"}
    for town, broken in ((TOWN, {"absence"}), (after, set[str]())):
        assert rules_broken(town, plan(town, placed("a", "mon 10:00", sits("anna", "head")))) == broken


def test_ids_of_what_is_added_are_free() -> None:
    times = {"start": "2026-09-09T08:00", "end": "2026-09-09T12:00"}
    twice = changed(*({"kind": "away", "person": "cia", **times} for _ in range(2)))
    assert len({one.id for one in twice.absences}) == 3


def test_a_limit_that_is_not_said_stays() -> None:
    limits = the(changed({"kind": "limit", "person": "dan", "meetings_per_day": 3}), "people", "dan").limits
    assert (limits.meetings_per_day, limits.meetings_per_week, limits.meetings_per_term) == (3, 2, None)


def test_a_successor_takes_over_from_the_day_on() -> None:
    after = changed({"kind": "leave", "person": "anna", "day": day("2 mon"), "successor": "dan"})
    heads = after.appointed["head", "unit"]
    spans = [(one.holder, one.deputies, one.first_day, one.last_day) for one in heads]
    assert spans == [("anna", ("bo",), None, day("sun")), ("dan", ("bo",), day("2 mon"), None)]
    assert after.appointed["nurse", "unit"] == TOWN.appointed["nurse", "unit"]


def test_what_was_before_stays_true() -> None:
    after = changed({"kind": "leave", "person": "anna", "day": day("2 mon"), "successor": "dan"})
    for start, who in (("fri 10:00", "anna"), ("2 mon 10:00", "dan")):
        other = {"anna": "dan", "dan": "anna"}[who]
        assert rules_broken(after, plan(after, placed("a", start, sits(who, "head")))) == set()
        assert rules_broken(after, plan(after, placed("a", start, sits(other, "head")))) == {"seats"}


def test_posts_stand_empty_where_nobody_follows() -> None:
    (_, head) = changed({"kind": "leave", "person": "anna", "day": day("2 mon")}).appointed["head", "unit"]
    assert (head.holder, head.deputies) == (None, ("bo",))


def test_a_newcomer_is_added_and_follows() -> None:
    new = {"id": "nils", "name": "Nils"}
    after = changed({"kind": "leave", "person": "anna", "day": day("2 mon"), "newcomer": new})
    assert after.people[-1].id == "nils"
    assert after.appointed["head", "unit"][-1].holder == "nils"


def test_deputyships_are_handed_over_in_their_place_and_nobody_stands_twice() -> None:
    three = term(meeting("m", seat("head")), holds("anna", "head", deputies=["bo", "cia", "dan"]), person("eva"))
    leave = {"kind": "leave", "person": "cia", "day": day("2 mon")}
    ends = {"eva": ("bo", "eva", "dan"), "dan": ("bo", "dan"), "anna": ("bo", "dan"), None: ("bo", "dan")}
    for successor, deputies in ends.items():
        after = changed({**leave, "successor": successor}, of=three)
        assert after.appointments[-1].deputies == deputies, successor
    after = changed({**leave, "person": "anna", "successor": "cia"}, of=three)
    assert (after.appointments[-1].holder, after.appointments[-1].deputies) == ("cia", ("bo", "dan"))


def test_an_appointment_that_has_ended_or_not_begun_is_not_divided() -> None:
    later = holds("anna", "head", id="later", first_day=day("3 mon"))
    town = term(meeting("m"), holds("anna", "head", id="over", last_day=day("sun")), later)
    after = changed({"kind": "leave", "person": "anna", "day": day("2 mon")}, of=town)
    assert [(one.id, one.holder) for one in after.appointments] == [("over", "anna"), ("later", None)]


def test_locks_from_the_day_on_name_the_successor_or_nobody() -> None:
    for on, successor, people in (("tue", "dan", [("dan",)]), ("tue", None, []), ("wed", "dan", [("anna",)])):
        after = changed({"kind": "leave", "person": "anna", "day": day(on), "successor": successor})
        assert [one.people for one in the(after, "meetings", "b").lock.seats] == people


def test_appointments_with_long_ids_are_divided_too() -> None:
    posts = [holds("anna", "head", id="x" * 62 + end) for end in "ab"]
    after = changed({"kind": "leave", "person": "anna", "day": day("2 mon")}, of=term(meeting("m"), *posts))
    assert len(after.appointments) == 4


# ---- places, dates, ties ----


def test_a_place_is_closed() -> None:
    times = {"start": "2026-09-09T08:00", "end": "2026-09-09T12:00"}
    after = changed({"kind": "close", "place": "hall", **times}, reason="water")
    assert [(one.place, one.reason) for one in after.closures] == [("hall", "water")]
    assert differing(after) == {"closures"}


def test_dates_are_closed_for_a_reason_that_people_are_shown() -> None:
    closed = {"kind": "close_day", "first_day": day("wed"), "last_day": day("thu"), "why": "Studiedag"}
    (found,) = changed({**closed, "series": ["centre"]}, reason="by the board").closed_days
    assert (found.first_day, found.last_day, found.reason, found.series) == (
        day("wed"),
        day("thu"),
        "Studiedag",
        ("centre",),
    )
    assert found.note == "by the board"


def test_an_order_or_a_day_relation_no_longer_counts() -> None:
    assert differing(changed({"kind": "untie", "tie": "a-b"})) == {"orders"}
    assert [one.id for one in changed({"kind": "untie", "tie": "a-c"}).day_relations] == ["a-b-c"]


def test_a_series_has_another_spacing() -> None:
    assert changed({"kind": "spacing", "series": "centre", "days": 7}).series[0].spacing_days == 7
    assert changed({"kind": "spacing", "series": "centre", "days": 0}).series[0].spacing_days == 0


def test_actions_are_applied_in_their_order() -> None:
    add = {"kind": "add", "meeting": {"id": "d", "series": "centre"}}
    locked = {"kind": "lock", "meeting": "d", "start": "2026-09-08T13:00"}
    assert the(changed(add, locked), "meetings", "d").lock == lock("tue 13:00")
    assert faults(locked, add) == [("unknown_id", "/actions/0/meeting")]


def test_every_kind_of_action_has_a_step() -> None:
    assert set(STEPS) == set(get_args(get_args(Action)[0]))
