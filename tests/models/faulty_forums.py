"""Changes that make one fault each of forums, and of what is said of whole series: which, and where it is told."""

from tests.models.document import Change, all_of, put, window

__all__ = ["OF_FORUMS"]

TURNS = "/forums/0/chairmanship"
OF_BOARD = put("/series/0/forum", "board")
CALLED = put("/series/0/called", ["board"])
OF_FORUMS: dict[str, tuple[Change, str, str]] = {
    "an order of an unknown series": (
        put("/series_orders", [{"id": "x", "before": "aria", "after": "area"}]),
        "unknown_id",
        "/series_orders/0/before",
    ),
    "two orders of series with one id": (
        put("/series_orders", [{"id": "x", "before": "area", "after": "prep"}] * 2),
        "duplicate_id",
        "/series_orders/1/id",
    ),
    "an order with the id of one that follows from series": (
        all_of(put("/series/0/in_order", True), put("/orders/0/id", "area:m1-m2")),
        "duplicate_id",
        "/orders/0/id",
    ),
    "a series before itself": (
        put("/series_orders", [{"id": "x", "before": "area", "after": "area"}]),
        "series_order_of_itself",
        "/series_orders/0/after",
    ),
    "a series with fewer meetings than need one before them": (
        put("/series_orders", [{"id": "x", "before": "prep", "after": "area"}]),
        "series_order_short",
        "/series_orders/0/before",
    ),
    "an order of series with its numbers of days turned round": (
        put("/series_orders", [{"id": "x", "before": "area", "after": "prep", "at_least_days": 3, "at_most_days": 2}]),
        "order_impossible",
        "/series_orders/0/at_most_days",
    ),
    "an order against that of the document": (
        all_of(put("/series/0/in_order", True), put("/orders/0", {"id": "o1", "before": "m2", "after": "m1"})),
        "order_circle",
        "/orders",
    ),
    "orders of series in a circle": (
        all_of(
            put("/meetings/-", {"id": "p", "series": "prep"}),
            put("/meetings/-", {"id": "n", "series": "none"}),
            put("/series_orders", [{"id": "x", "before": "prep", "after": "none"}]),
            put("/series_orders/-", {"id": "y", "before": "none", "after": "prep"}),
        ),
        "order_circle",
        "/series_orders",
    ),
    "forum of a series unknown": (put("/series/0/forum", "bord"), "unknown_id", "/series/0/forum"),
    "forum that is called unknown": (put("/series/0/called", ["bord"]), "unknown_id", "/series/0/called/0"),
    "forum reports to an unknown one": (put("/forums/1/reports_to/0", "x"), "unknown_id", "/forums/1/reports_to/0"),
    "forum formed by an unknown one": (put("/forums/1/formed_by/0", "x"), "unknown_id", "/forums/1/formed_by/0"),
    "forum of an unknown area": (put("/forums/0/area", "x"), "unknown_id", "/forums/0/area"),
    "role of a member unknown": (put("/forums/0/members/0/role", "x"), "unknown_id", "/forums/0/members/0/role"),
    "unit of a secretary unknown": (put("/forums/0/secretary/unit", "x"), "unknown_id", "/forums/0/secretary/unit"),
    "a stranger elected": (
        put(f"{TURNS}/elections/0/chair/person", "x"),
        "unknown_id",
        f"{TURNS}/elections/0/chair/person",
    ),
    "two members of one id": (put("/forums/0/members/2/id", "town"), "duplicate_id", "/forums/0/members/2/id"),
    "a series' seat with a member's id": (
        all_of(OF_BOARD, put("/forums/0/members/2/id", "chief")),
        "duplicate_id",
        "/series/0/seats/0/id",
    ),
    "a meeting's seat with a member's id": (
        all_of(OF_BOARD, put("/meetings/0/seats", [{"id": "guest", "role": "head", "unit": "care"}])),
        "duplicate_id",
        "/meetings/0/seats/0/id",
    ),
    "a seat with the id of a member who is called": (
        all_of(
            CALLED,
            put("/series/0/seats/-", {"id": "board:town", "role": "mas", "unit": "social", "need": "on_demand"}),
        ),
        "duplicate_id",
        "/series/0/called",
    ),
    "a forum called to its own meetings": (all_of(OF_BOARD, CALLED), "repeated", "/series/0/called/0"),
    # Forums.
    "quorum larger than the voting members": (put("/forums/0/quorum", 3), "quorum_above_members", "/forums/0/quorum"),
    "representation of a side without members": (
        put("/forums/0/representation/0/group", "twon"),
        "no_member_in_group",
        "/forums/0/representation/0/group",
    ),
    "representation beyond the members": (
        put("/forums/0/representation/0/least", 2),
        "attendance_above_seats",
        "/forums/0/representation/0",
    ),
    "a side without members": (put(f"{TURNS}/sides/-", "state"), "no_member_in_group", f"{TURNS}/sides/2"),
    "a side twice": (put(f"{TURNS}/sides/-", "town"), "repeated", f"{TURNS}/sides/2"),
    "a co-opted member among the voters": (
        put("/forums/0/members/2/groups", ["voting"]),
        "group_of_voters",
        "/forums/0/members/2/groups",
    ),
    "a seat of the series among the voters": (
        all_of(OF_BOARD, put("/series/0/seats/1/groups", ["voting"])),
        "group_of_voters",
        "/series/0/seats/1/groups",
    ),
    "elected for an unknown side": (
        put(f"{TURNS}/elections/0/chair/side", "regoin"),
        "unknown_side",
        f"{TURNS}/elections/0/chair/side",
    ),
    "chair and vice chair of one side": (
        put(f"{TURNS}/elections/0/chair/side", "town"),
        "officers_of_one_side",
        f"{TURNS}/elections/0/vice_chair/side",
    ),
    "an election before the first period": (
        put(f"{TURNS}/elections/0/first_day", "2024-02-01"),
        "election_too_early",
        f"{TURNS}/elections/0/first_day",
    ),
    "elections out of order": (
        put(
            f"{TURNS}/elections/-",
            {"first_day": "2025-02-01", "chair": {"side": "town"}, "vice_chair": {"side": "region"}},
        ),
        "out_of_order",
        f"{TURNS}/elections/1/first_day",
    ),
    "states out of order": (
        put("/forums/0/states/0/first_day", "2027-01-01"),
        "out_of_order",
        "/forums/0/states/1/first_day",
    ),
    "a state after the end": (
        put("/forums/0/states/-", {"first_day": "2028-01-01", "state": "active"}),
        "state_after_end",
        "/forums/0/states/1/state",
    ),
    "a forum that ends before it begins": (
        all_of(put("/forums/1/first_day", "2026-09-02"), put("/forums/1/last_day", "2026-09-01")),
        "ends_before_start",
        "/forums/1/last_day",
    ),
    "forums that report in a circle": (
        put("/forums/0/reports_to", ["task"]),
        "forum_circle",
        "/forums/0/reports_to",
    ),
    "a forum that formed itself": (put("/forums/0/formed_by", ["board"]), "forum_circle", "/forums/0/formed_by"),
    "a series of a forum that has ended before": (
        all_of(OF_BOARD, put("/forums/0/states/1/first_day", "2026-09-07")),
        "forum_never_meets",
        "/series/0/forum",
    ),
    "a meeting after its forum has ended": (
        all_of(
            OF_BOARD,
            put("/forums/0/last_day", "2026-10-01"),
            put("/meetings/0/windows", [window(first_day="2026-10-02")]),
        ),
        "forum_never_meets",
        "/meetings/0/windows",
    ),
}
