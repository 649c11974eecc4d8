"""What a meeting has from its series and the series' forum: seats, demands and duties."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models import VOTING, Attendance, Duty, Member, ResolvedMeeting, Term
from models.resolving import joined_id
from tests.build import at_least, forum, holds, meeting, member, seat, seat_rule, series, term, turns

TOWN = member("town", "head", groups=("town",), vacancy="priced")
GUEST = member("guest", "nurse", standing="co_opted", vacancy="priced")
OBSERVER = member("observer", "clerk", standing="without_vote", vacancy="priced")
BOARD = forum(
    "board",
    TOWN,
    GUEST,
    OBSERVER,
    quorum=1,
    representation=(at_least(1, "town"),),
    convener=Duty(unit="unit"),
    chair=Duty(unit="unit", role="head"),
)


def _meeting(*parts: Any) -> ResolvedMeeting:
    return term(*parts).resolved["m"]


def _seats(one: ResolvedMeeting) -> list[str]:
    return [seat.id for seat in one.seats]


def test_members_sit_at_every_meeting_of_their_forum_beside_the_seats_of_series_and_meeting() -> None:
    own = seat("own", vacancy="priced")
    one = _meeting(BOARD, series("s", own, forum="board"), meeting("m", seat("x", vacancy="priced"), series="s"))
    assert one.forum == "board"
    assert _seats(one) == ["town", "guest", "observer", "own", "x"]


def test_without_a_forum_all_is_as_the_series_says() -> None:
    one = _meeting(BOARD, series("s", seat("own", vacancy="priced")), meeting("m", series="s"))
    assert (one.forum, _seats(one), one.attendance, one.convener, one.chair) == (None, ["own"], (), None, None)


def test_those_with_a_vote_and_no_others_count_towards_the_quorum() -> None:
    one = _meeting(BOARD, series("s", forum="board"), meeting("m", series="s"))
    assert {seat.id for seat in one.seats if VOTING in seat.groups} == {"town"}
    assert one.attendance == (at_least(1, "town"), at_least(1, VOTING))
    assert [seat.groups for seat in one.seats] == [("town", VOTING), (), ()]


def test_the_members_keep_their_standing() -> None:
    one = _meeting(BOARD, series("s", forum="board"), meeting("m", series="s"))
    told = [seat.standing for seat in one.seats if isinstance(seat, Member)]
    assert told == ["voting", "co_opted", "without_vote"]


def test_a_series_demands_beside_its_forum_and_a_meeting_instead_of_both() -> None:
    demanding = series("s", forum="board", attendance=(Attendance(group="town", least=1, note="own"),))
    one = _meeting(BOARD, demanding, meeting("m", series="s"))
    assert [demand.note for demand in one.attendance] == ["own", "", ""]
    assert _meeting(BOARD, demanding, meeting("m", series="s", attendance=())).attendance == ()


def test_the_forum_calls_and_chairs_where_neither_meeting_nor_series_says_who() -> None:
    of_forum = _meeting(BOARD, series("s", forum="board"), meeting("m", series="s"))
    assert (of_forum.convener, of_forum.chair) == (BOARD.convener, BOARD.chair)
    by_series = series("s", forum="board", convener=Duty(unit="unit", role="nurse"))
    assert _meeting(BOARD, by_series, meeting("m", series="s")).convener == by_series.convener
    own = Duty(unit="unit", role="clerk")
    assert _meeting(BOARD, by_series, meeting("m", series="s", convener=own)).convener == own


def test_a_meeting_may_rule_on_a_members_seat_and_ask_for_one_on_demand() -> None:
    board = forum("board", member("town", vacancy="priced"), member("expert", need="on_demand"))
    ruled = meeting("m", series="s", seat_rules=(seat_rule("town", deputy="not"),), asked=("expert",))
    one = _meeting(board, series("s", forum="board"), ruled)
    assert [seat.deputy for seat in one.seats] == ["not", "may"]
    assert [seat.id for seat in one.wanted_seats] == ["town", "expert"]


# ---- forums that are called too ----


def test_members_who_are_called_may_each_be_missing_and_demand_nothing() -> None:
    strict = forum("board", member("town", "head", groups=("town",)), quorum=1, representation=(at_least(1, "town"),))
    one = _meeting(strict, holds("anna", "head"), series("s", called=("board",)), meeting("m", series="s"))
    (called,) = one.seats
    assert (called.id, called.vacancy, called.groups) == ("board:town", "priced", ("town",))
    assert one.attendance == ()


def test_those_who_are_called_do_not_count_towards_the_quorum_of_the_forum_that_meets() -> None:
    council = forum("council", member("mayor", vacancy="priced"), quorum=1)
    one = _meeting(council, BOARD, series("s", forum="council", called=("board",)), meeting("m", series="s"))
    assert {seat.id for seat in one.seats if VOTING in seat.groups} == {"mayor"}


def test_nobody_is_called_who_sits_there_already() -> None:
    council = forum("council", member("chief", "head", vacancy="priced"), member("mayor", vacancy="priced"))
    one = _meeting(council, BOARD, series("s", forum="council", called=("board",)), meeting("m", series="s"))
    assert _seats(one) == ["chief", "mayor", "board:guest", "board:observer"]


def test_of_a_pool_as_many_more_are_called_as_are_wanting() -> None:
    one_nurse, three = (forum(f"of{n}", member("nurse", count=n, vacancy="priced")) for n in (1, 3))
    one = _meeting(one_nurse, three, series("s", called=("of1", "of3")), meeting("m", series="s"))
    assert [(seat.id, seat.count) for seat in one.seats] == [("of1:nurse", 1), ("of3:nurse", 2)]


def test_two_seats_of_one_post_in_a_forum_are_both_called() -> None:
    both = forum("board", member("first", "head", vacancy="priced"), member("second", "head", vacancy="priced"))
    one = _meeting(both, series("s", called=("board",)), meeting("m", series="s"))
    assert _seats(one) == ["board:first", "board:second"]


IDS = st.text("ab:", min_size=1, max_size=64).filter(lambda text: text[0] != ":")


@given(IDS, IDS)
def test_a_joined_id_is_an_id_whatever_it_is_joined_of(first: str, second: str) -> None:
    assert seat(joined_id(first, second)).id == joined_id(first, second)


def test_long_ids_that_differ_at_their_end_alone_are_joined_to_different_ones() -> None:
    assert len({joined_id("a" * 60, "b" * 50 + end) for end in "xyz"}) == 3


def test_a_term_with_forums_is_read_as_it_was_written() -> None:
    board = BOARD.model_copy(update={"chairmanship": turns("town", "town2")})
    town = term(
        board.model_copy(update={"members": (TOWN, member("r", "head", groups=("town2",), vacancy="priced"))}),
        series("s", forum="board"),
        meeting("m", series="s"),
    )
    assert Term.model_validate_json(town.model_dump_json()) == town
