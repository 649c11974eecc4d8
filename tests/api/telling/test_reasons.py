"""What closes starts, which rules would be broken, what it costs: with names, in both languages."""

import re
from typing import Any

import pytest

from api.telling import blocked_sentence, broken_sentence, closed_sentence, cost_sentence, why_unplaced
from api.texts import LANGUAGES, Language, knows
from models import Blocked, Broken, GoalChange, Unplaced
from scheduler import RULES
from scheduler.goals import GOALS
from tests.api.telling.town import BEFORE, NAMES
from tests.build import placed, sits
from tests.build import plan as made


@pytest.mark.parametrize(
    ("goal", "change", "swedish", "english"),
    [
        ("deputies", 2, "2 ersättare fler", "2 deputies more"),
        ("deputies", -1, "1 ersättare färre", "1 deputy fewer"),
        ("travel", -1, "1 minut restid mindre", "1 minute of travel less"),
        ("travel", 40, "40 minuter restid mer", "40 minutes of travel more"),
        ("moved", 1, "1 möte fler som inte ligger kvar", "1 meeting more out of place"),
        ("unheard", 3, "unheard: mer", "unheard: more"),
    ],
)
def test_what_it_costs(goal: str, change: int, swedish: str, english: str) -> None:
    assert cost_sentence(GoalChange(id=goal, change=change), "sv") == swedish
    assert cost_sentence(GoalChange(id=goal, change=change), "en") == english


@pytest.mark.parametrize("goal", [goal.name for goal in GOALS])
def test_every_goal_has_a_price_in_words(goal: str) -> None:
    assert knows(f"cost.{goal}")
    assert all(cost_sentence(GoalChange(id=goal, change=7), language).startswith("7 ") for language in LANGUAGES)


@pytest.mark.parametrize(
    ("rule", "kind", "subject", "swedish", "english"),
    [
        ("absence", "person", "p3", "Gun Dal är frånvarande: 3 starttider", "Gun Dal is absent: 3 starts"),
        (
            "closed_day",
            "day",
            "2026-10-29",
            "tor 29 okt 2026 är stängd: 3 starttider",
            "Thu 29 Oct 2026 is closed: 3 starts",
        ),
        (
            "seats",
            "seat",
            "c2",
            "MAS, Hemtjänst 3 kan inte fyllas: 3 starttider",
            "MAS, Hemtjänst 3 cannot be filled: 3 starts",
        ),
        (
            "venue",
            "place",
            "l2",
            "Stadshuset är stängd eller för liten: 3 starttider",
            "Stadshuset is closed or too small: 3 starts",
        ),
        (
            "lock",
            "meeting",
            "m2",
            "mötet är låst: 3 andra starttider",
            "the meeting is locked: 3 other starts",
        ),
        (
            "window",
            "term",
            "windows",
            "3 starttider ligger utanför mötets dagar och tider",
            "3 starts are outside the meeting's days and hours",
        ),
    ],
)
def test_what_closes_starts(rule: str, kind: Any, subject: str, swedish: str, english: str) -> None:
    blocked = Blocked(rule=rule, kind=kind, subject=subject, starts=3)
    assert blocked_sentence(blocked, NAMES, "m2", "sv") == swedish
    assert blocked_sentence(blocked, NAMES, "m2", "en") == english


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_can_close_one_start_in_words(rule: str) -> None:
    one = Blocked(rule=rule, kind="person", subject="p3", starts=1)
    assert all(closed_sentence(one, NAMES, "m2", language) for language in LANGUAGES)


def test_what_closes_one_start_counts_none() -> None:
    one = Blocked(rule="absence", kind="person", subject="p3", starts=1)
    assert closed_sentence(one, NAMES, "m2", "sv") == "Gun Dal är frånvarande"


def test_why_a_meeting_has_no_time_begins_with_the_others_and_what_closes_most() -> None:
    blocked = [
        Blocked(rule="absence", kind="person", subject=who, starts=n) for n, who in enumerate(("p1", "p2", "p3"))
    ]
    unplaced = Unplaced(meeting="m1", starts=9, open_starts=2, blocked=tuple(blocked))
    assert list(why_unplaced(unplaced, NAMES, "sv", most=2)) == [
        "2 av 9 starttider var öppna, men de andra mötena stod i vägen",
        "Gun Dal är frånvarande: 2 starttider",
        "Frans Ek är frånvarande: 1 starttid",
    ]
    assert len(list(why_unplaced(unplaced, NAMES, "sv"))) == 4


BROKEN: list[tuple[str, str, dict[str, Any], str, str]] = [
    (
        "absence",
        "m1",
        {"person": "p1", "absence": "p1:tue:13:00"},
        "Närvårdsmöte höst, Boda: Eva Alm är frånvarande då (tis 8 sep 2026 kl. 13.00–15.00)",
        "Närvårdsmöte höst, Boda: Eva Alm is absent then (Tue 8 Sep 2026, 13:00–15:00)",
    ),
    (
        "absence",
        "m1",
        {"person": "p2", "absence": "p2:tue-thu"},
        "Närvårdsmöte höst, Boda: Frans Ek är frånvarande då (tis och tor kl. 13.00–15.00, varannan vecka)",
        "Närvårdsmöte höst, Boda: Frans Ek is absent then (Tue and Thu, 13:00–15:00, every other week)",
    ),
    (
        "travel",
        "m2",
        {"person": "p1", "other": "m1", "minutes": 5, "needed": 20},
        "Närvårdsmöte höst, Sjöbo: Eva Alm har 5 minuter på sig från Närvårdsmöte höst, Boda och behöver 20",
        "Närvårdsmöte höst, Sjöbo: Eva Alm has 5 minutes from Närvårdsmöte höst, Boda and needs 20",
    ),
    (
        "travel",
        "m2",
        {"person": "p1", "other": "m1", "minutes": -30, "needed": 20},
        "Närvårdsmöte höst, Sjöbo: Eva Alm är på Närvårdsmöte höst, Boda då",
        "Närvårdsmöte höst, Sjöbo: Eva Alm is at Närvårdsmöte höst, Boda then",
    ),
    (
        "limits",
        "",
        {"per": "day", "person": "p1", "first_day": "2026-09-10", "meetings": 2, "limit": 1},
        "Eva Alm har 2 möten den tor 10 sep 2026, högst 1 tillåts",
        "Eva Alm has 2 meetings on Thu 10 Sep 2026, and 1 at most are allowed",
    ),
    (
        "order",
        "m2",
        {"order": "m1-m2", "before": "m1", "days": 1},
        (
            "Närvårdsmöte höst, Sjöbo: mötet hålls 1 dag efter Närvårdsmöte höst, Boda, vilket ordningen "
            "”Närvårdsmöte höst, Boda före Närvårdsmöte höst, Sjöbo” inte tillåter"
        ),
        (
            "Närvårdsmöte höst, Sjöbo: the meeting is 1 day after Närvårdsmöte höst, Boda, which order "
            '"Närvårdsmöte höst, Boda before Närvårdsmöte höst, Sjöbo" does not allow'
        ),
    ),
    (
        "day_relation",
        "m3",
        {"relation": "m1-m3", "kind": "different_days", "other": "m1"},
        (
            "Närvårdsmöte höst, Heimdal: mötet ska inte hållas samma dag som Närvårdsmöte höst, Boda "
            "(Närvårdsmöte höst, Boda och Närvårdsmöte höst, Heimdal på olika dagar)"
        ),
        (
            "Närvårdsmöte höst, Heimdal: the meeting is not to be on the same day as Närvårdsmöte höst, Boda "
            "(Närvårdsmöte höst, Boda and Närvårdsmöte höst, Heimdal on different days)"
        ),
    ),
    (
        "venue",
        "m1",
        {"what": "closed", "place": "l1", "closure": "l1:mon:00:00"},
        "Närvårdsmöte höst, Boda: Närhälsan Boda är stängd då (mån 7 sep 2026 – tis 8 sep 2026)",
        "Närvårdsmöte höst, Boda: Närhälsan Boda is closed then (Mon 7 Sep 2026 – Tue 8 Sep 2026)",
    ),
    (
        "venue",
        "m1",
        {"what": "rooms", "place": "l1", "rooms": 1, "others": ("m2", "m3")},
        (
            "Närvårdsmöte höst, Boda: Närhälsan Boda har bara 1 rum; där är samtidigt Närvårdsmöte höst, Sjöbo och "
            "Närvårdsmöte höst, Heimdal"
        ),
        (
            "Närvårdsmöte höst, Boda: Närhälsan Boda has only 1 room; at the same time it has Närvårdsmöte höst, Sjöbo "
            "and Närvårdsmöte höst, Heimdal"
        ),
    ),
    (
        "lock",
        "m1",
        {"what": "start", "locked": "2026-09-14T13:00"},
        "Närvårdsmöte höst, Boda: mötet är låst till mån 14 sep 2026 kl. 13.00",
        "Närvårdsmöte höst, Boda: the meeting is locked to Mon 14 Sep 2026, 13:00",
    ),
    (
        "lock",
        "m1",
        {"what": "person", "seat": "c1", "locked": "p1"},
        "Närvårdsmöte höst, Boda: Eva Alm är låst till platsen ”Enhetschef, Hemtjänst 3” men sitter inte där",
        'Närvårdsmöte höst, Boda: Eva Alm is locked to seat "Enhetschef, Hemtjänst 3" and does not sit there',
    ),
    (
        "seats",
        "m2",
        {"what": "not_appointed", "person": "p1", "seat": "c2", "appointment": "a2"},
        (
            "Närvårdsmöte höst, Sjöbo: Eva Alm kan inte sitta på platsen ”MAS, Hemtjänst 3” genom uppdraget "
            "MAS, Hemtjänst 3"
        ),
        'Närvårdsmöte höst, Sjöbo: Eva Alm cannot sit on seat "MAS, Hemtjänst 3" by appointment MAS, Hemtjänst 3',
    ),
    (
        "window",
        "m1",
        {"what": "no_window", "start": "2026-09-14T13:00"},
        "Närvårdsmöte höst, Boda: mån 14 sep 2026 kl. 13.00 ligger utanför mötets tidsfönster",
        "Närvårdsmöte höst, Boda: Mon 14 Sep 2026, 13:00 is outside the meeting's windows",
    ),
    (
        "seats",
        "m1",
        {"what": "too_few", "seat": "c1", "people": 0, "count": 1},
        "Närvårdsmöte höst, Boda: platsen ”Enhetschef, Hemtjänst 3” har 0 personer och måste ha 1",
        'Närvårdsmöte höst, Boda: seat "Enhetschef, Hemtjänst 3" has 0 people and must have 1',
    ),
]


@pytest.mark.parametrize(("rule", "meeting", "params", "swedish", "english"), BROKEN)
def test_which_rule_would_be_broken(
    rule: str, meeting: str, params: dict[str, Any], swedish: str, english: str
) -> None:
    broken = Broken(rule=rule, meeting=meeting, params=params)
    assert broken_sentence(broken, NAMES, "sv") == swedish
    assert broken_sentence(broken, NAMES, "en") == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_id_is_shown_of_anything_that_a_check_finds(language: Language) -> None:
    """Every rule that a hopeless plan breaks, told from what the check itself says."""
    from scheduler import check

    at_once = [placed(one, "tue 13:00", sits("p1", "c1")) for one in ("m1", "m2", "m3")]
    found = check(BEFORE, made(BEFORE, *at_once))
    told = [
        broken_sentence(Broken(rule=one.rule, meeting=one.meeting, params=dict(one.params)), NAMES, language)  # type: ignore[arg-type]
        for one in found
        if one.rule in {rule.name for rule in RULES}
    ]
    assert len(told) >= 5
    assert [one for one in told if re.search(r"\b[acmlpsu]\d\b", one)] == []
