"""Every kind of action in a sentence: golden, in both languages, and never an id where a name is known."""

import re
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from api.telling import action_sentence
from models import Action
from tests.api.telling.town import BEFORE, NAMES, before

WINDOW = {"first_day": "2026-10-05", "last_day": "2026-10-09", "from_time": "13:00", "to_time": "16:00"}
WEEKLY = {"weekdays": ["tue"], "from_time": "13:00", "to_time": "15:00"}
ONCE = {"start": "2026-10-20T13:00", "end": "2026-10-20T15:00"}

SAID: list[tuple[dict[str, Any], str, str]] = [
    (
        {"kind": "cancel", "meeting": "m1", "day": "2026-09-10"},
        "Närvårdsmöte höst, Boda ställs in tor 10 sep 2026 och hålls en annan dag.",
        "Närvårdsmöte höst, Boda is cancelled on Thu 10 Sep 2026 and held another day.",
    ),
    (
        {"kind": "cancel", "meeting": "m1", "day": "2026-09-10", "until": "2026-09-18"},
        "Närvårdsmöte höst, Boda ställs in tor 10 sep 2026 och hålls tidigast dagen efter fre 18 sep 2026.",
        (
            "Närvårdsmöte höst, Boda is cancelled on Thu 10 Sep 2026 and held on the day after Fri 18 Sep 2026 at the "
            "earliest."
        ),
    ),
    (
        {"kind": "cancel", "meeting": "m1", "day": "2026-09-10", "until": BEFORE.last_day.isoformat()},
        "Närvårdsmöte höst, Boda ställs in tor 10 sep 2026 tills vidare.",
        "Närvårdsmöte höst, Boda is cancelled on Thu 10 Sep 2026 until further notice.",
    ),
    (
        {"kind": "withdraw", "meeting": "m3"},
        "Närvårdsmöte höst, Heimdal ställs in för gott.",
        "Närvårdsmöte höst, Heimdal is cancelled for good.",
    ),
    (
        {"kind": "add", "meeting": {"id": "m9", "series": "s1"}},
        "Närvårdsmöte höst läggs till.",
        "Närvårdsmöte höst is added.",
    ),
    (
        {"kind": "away", "person": "p1", **ONCE},
        "Eva Alm kan inte komma tis 20 okt 2026 kl. 13.00–15.00.",
        "Eva Alm cannot come on Tue 20 Oct 2026, 13:00–15:00.",
    ),
    (
        {"kind": "away", "person": "p1", "weekly": WEEKLY},
        "Eva Alm kan inte komma tis kl. 13.00–15.00, varje vecka.",
        "Eva Alm cannot come on Tue, 13:00–15:00, every week.",
    ),
    (
        {"kind": "leave", "person": "p3", "day": "2026-09-14"},
        "Gun Dal lämnar sina uppdrag mån 14 sep 2026. De blir vakanta.",
        "Gun Dal leaves all posts on Mon 14 Sep 2026. They become vacant.",
    ),
    (
        {"kind": "leave", "person": "p3", "day": "2026-09-14", "successor": "p2"},
        "Gun Dal lämnar sina uppdrag mån 14 sep 2026. Frans Ek tar över dem.",
        "Gun Dal leaves all posts on Mon 14 Sep 2026. Frans Ek takes them over.",
    ),
    (
        {"kind": "leave", "person": "p3", "day": "2026-09-14", "newcomer": {"id": "p7", "name": "Iris Holm"}},
        "Gun Dal lämnar sina uppdrag mån 14 sep 2026. Iris Holm tar över dem.",
        "Gun Dal leaves all posts on Mon 14 Sep 2026. Iris Holm takes them over.",
    ),
    (
        {"kind": "close", "place": "l1", "start": "2026-09-14T00:00", "end": "2026-09-19T00:00"},
        "Närhälsan Boda kan inte användas mån 14 sep 2026 – fre 18 sep 2026.",
        "Närhälsan Boda cannot be used on Mon 14 Sep 2026 – Fri 18 Sep 2026.",
    ),
    (
        {"kind": "close_day", "first_day": "2026-09-14", "why": "Studiedag"},
        "Inga möten hålls mån 14 sep 2026: Studiedag.",
        "No meetings are held on Mon 14 Sep 2026: Studiedag.",
    ),
    (
        {"kind": "close_day", "first_day": "2026-09-14", "last_day": "2026-09-15", "why": "Lov", "series": ["s1"]},
        "Inga möten i Närvårdsmöte höst hålls mån 14 sep 2026 – tis 15 sep 2026: Lov.",
        "No meetings of Närvårdsmöte höst are held on Mon 14 Sep 2026 – Tue 15 Sep 2026: Lov.",
    ),
    (
        {
            "kind": "lock",
            "meeting": "m1",
            "start": "2026-09-14T13:00",
            "place": "l1",
            "seats": [{"seat": "c1", "people": ["p1", "p2"]}],
        },
        (
            "Närvårdsmöte höst, Boda ligger fast mån 14 sep 2026 kl. 13.00–14.00 (Närhälsan Boda). "
            "Enhetschef, Hemtjänst 3: låst till Eva Alm och Frans Ek."
        ),
        (
            "Närvårdsmöte höst, Boda stays on Mon 14 Sep 2026, 13:00–14:00 (Närhälsan Boda). "
            "Enhetschef, Hemtjänst 3: locked to Eva Alm and Frans Ek."
        ),
    ),
    (
        {"kind": "move", "meeting": "m1", "start": "2026-09-14T13:00"},
        "Närvårdsmöte höst, Boda flyttas till mån 14 sep 2026 kl. 13.00–14.00 och ligger fast där.",
        "Närvårdsmöte höst, Boda moves to Mon 14 Sep 2026, 13:00–14:00 and stays there.",
    ),
    (
        {"kind": "unlock", "meeting": "m1"},
        "Närvårdsmöte höst, Boda ligger inte längre fast.",
        "Närvårdsmöte höst, Boda is no longer locked.",
    ),
    (
        {"kind": "free", "person": "p2", **ONCE},
        "Frans Ek kan komma tis 20 okt 2026 kl. 13.00–15.00 trots sin frånvaro.",
        "Frans Ek can come on Tue 20 Oct 2026, 13:00–15:00 in spite of being away.",
    ),
    (
        {"kind": "allow", "meeting": "m1", "window": WINDOW},
        "Närvårdsmöte höst, Boda får också hållas mån–fre kl. 13.00–16.00, mån 5 okt 2026 – fre 9 okt 2026.",
        "Närvårdsmöte höst, Boda may also be held on Mon–Fri, 13:00–16:00, Mon 5 Oct 2026 – Fri 9 Oct 2026.",
    ),
    (
        {"kind": "seat", "meeting": "m1", "seat": "c1", "deputy": "may", "vacancy": "priced"},
        (
            "En ersättare kan komma till Närvårdsmöte höst, Boda när ordinarie är borta: Enhetschef, Hemtjänst 3. "
            "Närvårdsmöte höst, Boda hålls även utan Enhetschef, Hemtjänst 3."
        ),
        (
            "A deputy may come to Närvårdsmöte höst, Boda when the holder is away: Enhetschef, Hemtjänst 3. "
            "Närvårdsmöte höst, Boda is held even without Enhetschef, Hemtjänst 3."
        ),
    ),
    (
        {"kind": "seat", "meeting": "m1", "seat": "c1", "deputy": "should"},
        "En ersättare bör komma till Närvårdsmöte höst, Boda när ordinarie är borta: Enhetschef, Hemtjänst 3.",
        "A deputy should come to Närvårdsmöte höst, Boda when the holder is away: Enhetschef, Hemtjänst 3.",
    ),
    (
        {"kind": "seat", "meeting": "m1", "seat": "c1", "deputy": "not", "vacancy": "never"},
        (
            "Bara ordinarie får komma till Närvårdsmöte höst, Boda: Enhetschef, Hemtjänst 3. "
            "Närvårdsmöte höst, Boda hålls inte utan Enhetschef, Hemtjänst 3."
        ),
        (
            "Only the holder may come to Närvårdsmöte höst, Boda: Enhetschef, Hemtjänst 3. "
            "Närvårdsmöte höst, Boda is not held without Enhetschef, Hemtjänst 3."
        ),
    ),
    (
        {"kind": "seat", "meeting": "m1", "seat": "c1"},
        "Enhetschef, Hemtjänst 3 är som förut vid Närvårdsmöte höst, Boda.",
        "Enhetschef, Hemtjänst 3 is as before at Närvårdsmöte höst, Boda.",
    ),
    (
        {"kind": "limit", "person": "p1", "meetings_per_day": 1, "meetings_per_week": 3, "meetings_per_term": 12},
        (
            "Eva Alm kan ha högst 1 möte om dagen. Eva Alm kan ha högst 3 möten i veckan. "
            "Eva Alm kan ha högst 12 möten under terminen."
        ),
        (
            "Eva Alm can have 1 meeting a day at most. Eva Alm can have 3 meetings a week at most. "
            "Eva Alm can have 12 meetings in the term at most."
        ),
    ),
    ({"kind": "limit", "person": "p1"}, "Eva Alm har kvar sina gränser.", "Eva Alm keeps the same limits."),
    (
        {"kind": "places", "meeting": "m1", "places": ["l1", "l2"]},
        "Närvårdsmöte höst, Boda kan hållas i en annan lokal: Närhälsan Boda eller Stadshuset.",
        "Närvårdsmöte höst, Boda can be held at another place: Närhälsan Boda or Stadshuset.",
    ),
    (
        {"kind": "places", "meeting": "m1"},
        "Lokalen för Närvårdsmöte höst, Boda bestäms senare.",
        "The place of Närvårdsmöte höst, Boda is decided later.",
    ),
    (
        {"kind": "attendance", "meeting": "m1", "group": "kommunen", "least": 2},
        "Närvårdsmöte höst, Boda hålls när minst 2 personer kommer från gruppen kommunen.",
        "Närvårdsmöte höst, Boda is held when at least 2 people of the group kommunen can come.",
    ),
    (
        {"kind": "attendance", "meeting": "m1", "group": "kommunen", "least": 0},
        "Närvårdsmöte höst, Boda hålls oavsett hur många som kommer från gruppen kommunen.",
        "Närvårdsmöte höst, Boda is held however few of the group kommunen can come.",
    ),
    (
        {"kind": "untie", "tie": "m1-m2"},
        "Gäller inte längre: Närvårdsmöte höst, Boda före Närvårdsmöte höst, Sjöbo.",
        "No longer holds: Närvårdsmöte höst, Boda before Närvårdsmöte höst, Sjöbo.",
    ),
    (
        {"kind": "untie", "tie": "m1-m3"},
        "Gäller inte längre: Närvårdsmöte höst, Boda och Närvårdsmöte höst, Heimdal på olika dagar.",
        "No longer holds: Närvårdsmöte höst, Boda and Närvårdsmöte höst, Heimdal on different days.",
    ),
    (
        {"kind": "spacing", "series": "s1", "days": 1},
        "Mötena i Närvårdsmöte höst ska ligga minst 1 dag från varandra.",
        "The meetings of Närvårdsmöte höst are to be at least 1 day apart.",
    ),
    (
        {"kind": "spacing", "series": "s1", "days": 0},
        "Mötena i Närvårdsmöte höst får ligga hur nära varandra som helst.",
        "The meetings of Närvårdsmöte höst may be as near to each other as can be.",
    ),
]


def action(said: dict[str, Any]) -> Action:
    return TypeAdapter[Action](Action).validate_python(said)


@pytest.mark.parametrize(("said", "swedish", "english"), SAID, ids=[one[0]["kind"] for one in SAID])
def test_an_action_is_told(said: dict[str, Any], swedish: str, english: str) -> None:
    assert action_sentence(action(said), NAMES, "sv") == swedish
    assert action_sentence(action(said), NAMES, "en") == english


def test_every_kind_of_action_is_told_here() -> None:
    kinds = {one.model_fields["kind"].default for one in get_args(get_args(Action)[0])}
    assert kinds == {said["kind"] for said, _, _ in SAID}


def test_no_id_is_shown_where_a_name_is_known() -> None:
    told = [action_sentence(action(said), NAMES, "en") for said, _, _ in SAID]
    assert [one for one in told if re.search(r"\b[acmlprsu]\d\b", one)] == []


def test_a_tie_that_is_gone_is_told_by_its_id() -> None:
    assert action_sentence(action({"kind": "untie", "tie": "gone"}), before(), "sv") == "Gäller inte längre: gone."
