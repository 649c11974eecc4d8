"""Reasons without solving: what can be done with nothing else touched."""

import scheduler
from tests.build import at, at_least, away, holds, meeting, placed, plan, rules_broken, seat, sits, term


def test_somebody_changes_seats_where_the_meeting_could_not_be_held_otherwise() -> None:
    """Bo can speak for the unions, which somebody must, and Anna, who does, is away on Tuesday."""
    seats = (seat("unions", vacancy="priced", groups=("unions",)), seat("clerk", vacancy="priced"))
    town = term(
        meeting("m", *seats, attendance=(at_least(1, "unions"),)),
        holds("anna", "unions"),
        holds("bo", "unions"),
        holds("bo", "clerk"),
        away("anna", "tue 00:00", "tue 23:30"),
    )
    stands = plan(town, placed("m", "mon 10:00", sits("anna", "unions"), sits("bo", "clerk")))
    assert not rules_broken(town, stands)
    said = scheduler.verdict(town, stands, "m", at("tue 10:00"))
    assert said.allowed
    assert [(one.person, one.seat) for one in said.sittings] == [("bo", "unions")]
    assert at("tue 10:00") in {one.start for one in scheduler.spare_starts(town, stands, "m", 500)}
