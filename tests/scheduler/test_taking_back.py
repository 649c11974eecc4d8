"""A change is taken back to the letter, or it is said what has come to hang on it since."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from models import Change, Term
from scheduler import Entangled, apply, take_back
from scheduler.changes import STEPS
from tests.build import order, window
from tests.scheduler.changing import TOWN, changed
from tests.truth.happening import change as drawn
from tests.truth.happening import planned

CANCEL_A = {"kind": "cancel", "meeting": "a", "day": "2026-09-09"}
ACTIONS: dict[str, dict[str, Any]] = {
    "cancel": CANCEL_A,
    "withdraw": {"kind": "withdraw", "meeting": "a"},
    "add": {"kind": "add", "meeting": {"id": "d", "series": "centre"}},
    "away": {"kind": "away", "person": "cia", "weekly": {}},
    "leave": {"kind": "leave", "person": "anna", "day": "2026-09-14", "newcomer": {"id": "nils", "name": "Nils"}},
    "close": {"kind": "close", "place": "hall", "weekly": {"weekdays": ["mon"]}},
    "close_day": {"kind": "close_day", "first_day": "2026-09-08", "why": "w"},
    "lock": {"kind": "lock", "meeting": "a", "start": "2026-09-09T10:00"},
    "move": {"kind": "move", "meeting": "b", "start": "2026-09-09T10:00"},
    "unlock": {"kind": "unlock", "meeting": "b"},
    "free": {"kind": "free", "person": "anna", "start": "2026-09-07T08:00", "end": "2026-09-07T09:00"},
    "allow": {"kind": "allow", "meeting": "a", "window": window("sat", "sat", weekdays="sat").model_dump()},
    "seat": {"kind": "seat", "meeting": "a", "seat": "head", "deputy": "not"},
    "limit": {"kind": "limit", "person": "dan", "meetings_per_day": 3},
    "places": {"kind": "places", "meeting": "a", "places": ["school"]},
    "attendance": {"kind": "attendance", "meeting": "a", "group": "town", "least": 0},
    "untie": {"kind": "untie", "tie": "a-b"},
    "spacing": {"kind": "spacing", "series": "centre", "days": 0},
}


def test_every_kind_of_action_is_taken_back_below() -> None:
    assert {STEP.__name__ for STEP in STEPS} == {
        type(one).__name__ for one in Change.model_validate({"actions": list(ACTIONS.values())}).actions
    }


@pytest.mark.parametrize("kind", ACTIONS)
def test_what_is_taken_back_leaves_the_very_term_that_was(kind: str) -> None:
    after = changed(ACTIONS[kind])
    assert after.digest != TOWN.digest
    assert take_back(TOWN, after, after).model_dump_json() == TOWN.model_dump_json()


def test_what_came_later_stays() -> None:
    first = changed(CANCEL_A)
    later = changed({"kind": "limit", "person": "dan", "meetings_per_day": 3}, ACTIONS["add"], of=first)
    now = take_back(TOWN, first, later)
    assert now == changed({"kind": "limit", "person": "dan", "meetings_per_day": 3}, ACTIONS["add"])


def test_what_has_been_changed_again_is_entangled() -> None:
    first = changed(CANCEL_A)
    for later in (ACTIONS["withdraw"], ACTIONS["lock"]):
        with pytest.raises(Entangled, match='"a" in meetings has been changed since') as entangled:
            take_back(TOWN, first, changed(later, of=first))
        assert (entangled.value.list_name, entangled.value.id) == ("meetings", "a")


def test_what_something_later_needs_is_not_taken_back() -> None:
    first = changed(ACTIONS["add"])
    later = first.model_copy(update={"orders": (*first.orders, order("a", "d"))})
    with pytest.raises(ValidationError, match='unknown meeting "d"'):
        take_back(TOWN, first, Term.model_validate(later.model_dump()))


def test_the_same_closed_days_twice_are_each_taken_back() -> None:
    once = changed(ACTIONS["close_day"])
    twice = changed(ACTIONS["close_day"], of=once)
    assert len(twice.closed_days) == 2
    assert take_back(once, twice, twice).closed_days == once.closed_days
    third = changed(CANCEL_A, of=twice)
    assert take_back(twice, third, third).model_dump_json() == twice.model_dump_json()


SEEDS = st.integers(0, 2**48)


@settings(max_examples=60)
@given(SEEDS)
def test_any_change_is_taken_back_to_the_letter(seed: int) -> None:
    random = Random(seed)
    term, plan = planned(random)
    after = apply(term, drawn(random, term, plan))
    assert take_back(term, after, after).model_dump_json() == term.model_dump_json()


@settings(max_examples=60)
@given(SEEDS)
def test_of_two_changes_the_first_is_taken_back_and_the_second_stays_or_they_are_entangled(seed: int) -> None:
    random = Random(seed)
    term, plan = planned(random)
    first = apply(term, drawn(random, term, plan, most=1))
    second = drawn(random, term, plan, most=1)
    try:
        both = apply(first, second)
    except ValidationError:  # the second does not go with the first
        reject()
    entangled = _touched(term, first) & _touched(first, both)
    if entangled:
        with pytest.raises(Entangled) as told:
            take_back(term, first, both)
        assert (told.value.list_name, told.value.id) in entangled
        return
    try:
        now = take_back(term, first, both)
    except ValidationError:  # the second needs the first
        reject()
    assert _touched(both, now) == _touched(term, first)
    assert _touched(term, now) == _touched(first, both)


def _touched(before: Term, after: Term) -> set[tuple[str, str]]:
    """List and id of every item that differs; of one that has no id, all that it says."""
    found = set[tuple[str, str]]()
    for name in (name for name, value in before if isinstance(value, tuple) and name != "goals"):
        old, new = (
            {getattr(one, "id", None) or one.model_dump_json(): one for one in getattr(of, name)}
            for of in (before, after)
        )
        found |= {(name, key) for key in {**old, **new} if old.get(key) != new.get(key)}
    return found
