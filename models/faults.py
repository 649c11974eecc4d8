"""What can be wrong with a term: codes with parameters and a place, each with its sentence and mend.

A fault is found by its code; the English sentence here is the fallback of every reader, other
languages translate by code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

__all__ = ["FAULTS", "Fault", "as_validation_error", "nearest", "pointer"]

Location = tuple[str | int, ...]

FAULTS: Mapping[str, str] = {
    "unknown_id": 'unknown {kind} "{id}"{nearest}: add it to {list}, or correct the id',
    "duplicate_id": 'the id "{id}" is used twice in {list}: give one of them another id',
    "duplicate_uid": 'the uid "{uid}" is already that of meeting "{other}": leave one out and a new one is minted',
    "ends_before_start": '"{first}" is not before "{last}": swap them, or correct one',
    "window_without_days": "the window holds none of its weekdays between {first_day} and {last_day}: widen it",
    "window_outside_term": "the window holds no day of the term, {first_day} to {last_day}: move the window or the term",
    "window_too_short": "{minutes} minutes do not fit between {from_time} and {to_time}: widen the hours or shorten the meeting",
    "no_window": 'meeting "{meeting}" has no window: give it or its series one',
    "self_deputy": 'person "{id}" deputises for himself or herself: remove the id from deputies',
    "count_above_pool": 'seat "{seat}" wants {count} people and {pool} can sit there: lower count or appoint more',
    "nobody_appointed": 'nobody is appointed to role "{role}" in unit "{unit}", which seat "{seat}" needs: add an appointment',
    "asked_not_on_demand": 'seat "{id}" is required, not on demand: remove it from asked',
    "unknown_group": 'no seat of meeting "{meeting}" is in group "{group}"{nearest}: add the group to a seat, or correct it',
    "attendance_above_seats": 'group "{group}" has room for {room} people and {least} are demanded: lower least',
    "lock_outside_window": 'the lock {start} lies outside every window of meeting "{meeting}": move the lock or widen a window',
    "lock_outside_grid": "the lock {start} is not on the grid of {grid} minutes: move it, or change grid_minutes",
    "lock_elsewhere": 'the lock is at "{place}", which meeting "{meeting}" cannot use: add it to places, or correct the lock',
    "locks_clash": 'the locks of "{meeting}" and "{other}" clash at {what}: move one of them',
    "locked_person_not_eligible": 'person "{person}" cannot sit on seat "{seat}": appoint them, or remove them from the lock',
    "locked_seat_not_wanted": 'seat "{seat}" is not asked for at this meeting: add it to asked, or remove it from the lock',
    "locked_too_many": 'the lock puts {people} people on seat "{seat}", which wants {count}: remove some',
    "time_does_not_exist": "{time} does not exist in {zone}, when the clock goes forward: choose another time",
    "time_happens_twice": "{time} happens twice in {zone}, when the clock goes back: choose another time",
    "unknown_time_zone": 'unknown time zone "{zone}"{nearest}: give an IANA name',
    "when_needed": "give either start and end, or weekly",
    "order_of_itself": 'meeting "{id}" cannot come before itself: correct one of the two ids',
    "order_impossible": "at most {at_most} days is less than at least {at_least}: swap them, or correct one",
    "series_order_of_itself": 'series "{id}" cannot come before itself: correct one of the two ids',
    "series_order_short": 'series "{after}" has {afters} meetings and "{before}" {befores}, where each needs one of its own: add {missing} to "{before}", or remove the order',
    "order_circle": "the orders form a circle: {circle}; remove one of them",
    "out_of_order": "{day} does not come after {earlier}, which stands before it: correct one, or swap them",
    "no_member_in_group": 'no member of forum "{forum}" is in group "{group}"{nearest}: add the group to a member, or correct it',
    "quorum_above_members": 'forum "{forum}" has {members} members with a vote and {quorum} are demanded: lower quorum',
    "group_of_voters": 'the group "{group}" is that of a forum\'s members with a vote: give seat "{seat}" another one',
    "unknown_side": 'unknown side "{side}"{nearest}: give one of {sides}',
    "officers_of_one_side": 'chair and vice chair are both of side "{side}": give one of them another side',
    "election_too_early": "the election from {day} comes before the first period, from {first_day}: correct one of them",
    "state_after_end": 'forum "{forum}" has ended from {day}: remove what follows, or let it rest',
    "forum_circle": "the forums form a circle: {circle}; remove one of the ids",
    "forum_never_meets": 'forum "{forum}" does not meet on any day of the windows of "{what}": move the windows, or correct the forum',
    "series_in_two_stages": 'series "{series}" is in stage "{other}" already: remove it from one of the two',
    "repeated": '"{id}" is given twice: remove one',
    "half_coordinates": "give both latitude and longitude, or neither",
    "leg_to_itself": 'a leg joins "{id}" with itself: remove it',
    "leg_twice": "the leg between {between} is given twice: remove one",
    "too_many": "{what}: {count} is more than the limit of {limit}: split the term, or raise the limit in the settings",
    "unknown_goal": 'unknown goal "{id}"{nearest}: correct it, or remove it from goals',
    "day_outside_term": "{day} is not in the term, {first_day} to {last_day}: correct the date",
    "not_held_then": 'meeting "{meeting}" is not held on {day} but on {held}: correct the date',
    "not_locked": 'meeting "{meeting}" is not locked: correct the id, or leave the action out',
    "own_successor": 'person "{person}" cannot take over from themselves: give somebody else, or nobody',
    "one_of_two": "give either {one} or {other}, not both of them",
    "says_nothing": "it changes nothing: give one at least of {fields}",
    "goal_needed": 'goals must hold "placed": add it',
    "unknown_country": 'no public holidays are known for "{country}": correct country, subdivision or categories',
}


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a document: what (`code`, `params`) and where (`location`)."""

    code: str
    location: Location
    params: dict[str, Any] = field(default_factory=dict)

    def details(self) -> InitErrorDetails:
        """The fault as pydantic reports it."""
        error = PydanticCustomError(self.code, FAULTS[self.code], self.params)
        return InitErrorDetails(type=error, loc=self.location, input=self.params.get("id"))


def as_validation_error(title: str, faults: Iterable[Fault]) -> ValidationError:
    """One error that holds all the faults."""
    return ValidationError.from_exception_data(title, [fault.details() for fault in faults])


def nearest(wrong: str, known: Iterable[str]) -> str:
    """A hint that names the known id nearest to a wrong one, or nothing."""
    close = get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f', did you mean "{close[0]}"?' if close else ""


def pointer(location: Location) -> str:
    """The JSON pointer (RFC 6901) of a location in the document."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)
