"""What became of meetings, for whoever plans and for those who attend: golden sentences in both languages."""

from typing import Any

import pytest

from api.telling import meeting_sentence, own_sentence
from models import MeetingChange, OwnChange, SeatChange, Spot
from tests.api.telling.town import BEFORE, NAMES, before
from tests.build import at

HERE = Spot(start=at("2026-10-22 15:00"), end=at("2026-10-22 16:30"), place="l1")
LATER = Spot(start=at("2026-10-27 13:00"), end=at("2026-10-27 14:30"), place="l1")
ELSEWHERE = HERE.model_copy(update={"place": "l2"})
LATER_ELSEWHERE = LATER.model_copy(update={"place": "l2"})
NOWHERE = HERE.model_copy(update={"place": None})
LATER_NOWHERE = LATER.model_copy(update={"place": None})
SWAP = SeatChange(seat="c1", left=("p1",), joined=("p2",))


def change(what: str, old: Spot | None, new: Spot | None, meeting: str = "m1", **more: Any) -> MeetingChange:
    known = BEFORE.resolved[meeting]
    said = {"what": what, "before": old, "after": new, **more}
    return MeetingChange(meeting=meeting, uid=known.uid, title=known.title, **said)


MEETINGS = {
    "new": (
        change("new", None, HERE),
        "Närvårdsmöte höst, Boda får en tid: tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda).",
        "Närvårdsmöte höst, Boda gets a time: Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda).",
    ),
    "another time": (
        change("moved", HERE, LATER),
        (
            "Närvårdsmöte höst, Boda flyttas från tor 22 okt 2026 kl. 15.00–16.30 till tis 27 okt 2026 kl. 13.00–14.30"
            ", i samma lokal (Närhälsan Boda)."
        ),
        (
            "Närvårdsmöte höst, Boda moves from Thu 22 Oct 2026, 15:00–16:30 to Tue 27 Oct 2026, 13:00–14:30, "
            "at the same place (Närhälsan Boda)."
        ),
    ),
    "another place": (
        change("moved", HERE, ELSEWHERE),
        (
            "Närvårdsmöte höst, Boda byter lokal från Närhälsan Boda till Stadshuset. "
            "Tiden är kvar: tor 22 okt 2026 kl. 15.00–16.30."
        ),
        (
            "Närvårdsmöte höst, Boda changes place from Närhälsan Boda to Stadshuset. "
            "The time stays: Thu 22 Oct 2026, 15:00–16:30."
        ),
    ),
    "another time and place, and somebody else": (
        change("moved", HERE, LATER_ELSEWHERE, seats=(SWAP,)),
        (
            "Närvårdsmöte höst, Boda flyttas från tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda) till "
            "tis 27 okt 2026 kl. 13.00–14.30 (Stadshuset). Enhetschef, Hemtjänst 3: Frans Ek i stället för Eva Alm."
        ),
        (
            "Närvårdsmöte höst, Boda moves from Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda) to "
            "Tue 27 Oct 2026, 13:00–14:30 (Stadshuset). Enhetschef, Hemtjänst 3: Frans Ek instead of Eva Alm."
        ),
    ),
    "another time, the place not known": (
        change("moved", NOWHERE, LATER_NOWHERE),
        (
            "Närvårdsmöte höst, Boda flyttas från tor 22 okt 2026 kl. 15.00–16.30 (lokal bestäms senare) till "
            "tis 27 okt 2026 kl. 13.00–14.30 (lokal bestäms senare)."
        ),
        (
            "Närvårdsmöte höst, Boda moves from Thu 22 Oct 2026, 15:00–16:30 (place decided later) to "
            "Tue 27 Oct 2026, 13:00–14:30 (place decided later)."
        ),
    ),
    "cancelled, to be held another day": (
        change("cancelled", HERE, None),
        "Närvårdsmöte höst, Boda ställs in tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda). Ny tid är inte bestämd.",
        (
            "Närvårdsmöte höst, Boda is cancelled on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda). "
            "A new time has not been set."
        ),
    ),
    "cancelled for good": (
        change("cancelled", HERE, None, meeting="m3", withdrawn=True),
        (
            "Närvårdsmöte höst, Heimdal ställs in tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda) och hålls inte "
            "senare heller."
        ),
        (
            "Närvårdsmöte höst, Heimdal is cancelled on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda) and will not be "
            "held later either."
        ),
    ),
    "reseated": (
        change(
            "reseated",
            HERE,
            HERE,
            meeting="m2",
            seats=(
                SWAP,
                SeatChange(seat="c2", left=("p3",), joined=()),
                SeatChange(seat="c2", left=(), joined=("p4",)),
            ),
        ),
        (
            "Närvårdsmöte höst, Sjöbo är kvar tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda), med andra personer. "
            "Enhetschef, Hemtjänst 3: Frans Ek i stället för Eva Alm. MAS, Hemtjänst 3: Gun Dal deltar inte längre. "
            "MAS, Hemtjänst 3: Hans Åberg kommer till."
        ),
        (
            "Närvårdsmöte höst, Sjöbo stays on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda), with other people. "
            "Enhetschef, Hemtjänst 3: Frans Ek instead of Eva Alm. MAS, Hemtjänst 3: Gun Dal no longer attends. "
            "MAS, Hemtjänst 3: Hans Åberg as well."
        ),
    ),
    "untouched": (
        change("untouched", HERE, HERE),
        "Närvårdsmöte höst, Boda är kvar tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda).",
        "Närvårdsmöte höst, Boda stays on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda).",
    ),
}


@pytest.mark.parametrize(("what", "swedish", "english"), MEETINGS.values(), ids=MEETINGS)
def test_what_became_of_a_meeting(what: MeetingChange, swedish: str, english: str) -> None:
    assert meeting_sentence(what, NAMES, "sv") == swedish
    assert meeting_sentence(what, NAMES, "en") == english


def own(kind: str, old: Spot | None, new: Spot | None, meeting: str = "m1", **more: Any) -> OwnChange:
    said = {"kind": kind, "before": old, "after": new, **more}
    return OwnChange(meeting=meeting, uid=BEFORE.resolved[meeting].uid, **said)


OWN = {
    "joins": (
        own("joins", HERE, HERE, seats_after=("c1",)),
        (
            "Du ska delta i Närvårdsmöte höst, Boda: tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda). "
            "Din plats: Enhetschef, Hemtjänst 3."
        ),
        (
            "You are to attend Närvårdsmöte höst, Boda: Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda). "
            "Your seat: Enhetschef, Hemtjänst 3."
        ),
    ),
    "leaves": (
        own("leaves", HERE, HERE, seats_before=("c1",)),
        (
            "Du ska inte längre delta i Närvårdsmöte höst, Boda tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda). "
            "Mötet hålls ändå."
        ),
        (
            "You no longer attend Närvårdsmöte höst, Boda on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda). "
            "It is held all the same."
        ),
    ),
    "leaves what moves": (
        own("leaves", HERE, LATER, seats_before=("c1",)),
        (
            "Du ska inte längre delta i Närvårdsmöte höst, Boda tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda). "
            "Mötet flyttas till tis 27 okt 2026 kl. 13.00–14.30 (Närhälsan Boda) och hålls utan dig."
        ),
        (
            "You no longer attend Närvårdsmöte höst, Boda on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda). "
            "It moves to Tue 27 Oct 2026, 13:00–14:30 (Närhälsan Boda) and is held without you."
        ),
    ),
    "another time": (
        own("moved", HERE, LATER, seats_before=("c1",), seats_after=("c1",)),
        (
            "Du har fått ny tid: Närvårdsmöte höst, Boda flyttas från tor 22 okt 2026 kl. 15.00–16.30 till "
            "tis 27 okt 2026 kl. 13.00–14.30, i samma lokal (Närhälsan Boda)."
        ),
        (
            "You have a new time: Närvårdsmöte höst, Boda moves from Thu 22 Oct 2026, 15:00–16:30 to "
            "Tue 27 Oct 2026, 13:00–14:30, at the same place (Närhälsan Boda)."
        ),
    ),
    "another place": (
        own("moved", HERE, ELSEWHERE, seats_before=("c1",), seats_after=("c1",)),
        (
            "Du har fått ny lokal: Närvårdsmöte höst, Boda tor 22 okt 2026 kl. 15.00–16.30 byter lokal från "
            "Närhälsan Boda till Stadshuset."
        ),
        (
            "You have a new place: Närvårdsmöte höst, Boda on Thu 22 Oct 2026, 15:00–16:30 changes place from "
            "Närhälsan Boda to Stadshuset."
        ),
    ),
    "another time, place and seat": (
        own("moved", HERE, LATER_ELSEWHERE, "m2", seats_before=("c1",), seats_after=("c2",)),
        (
            "Du har fått ny tid och lokal: Närvårdsmöte höst, Sjöbo flyttas från tor 22 okt 2026 kl. 15.00–16.30 "
            "(Närhälsan Boda) till tis 27 okt 2026 kl. 13.00–14.30 (Stadshuset). Din plats: MAS, Hemtjänst 3."
        ),
        (
            "You have a new time and place: Närvårdsmöte höst, Sjöbo moves from Thu 22 Oct 2026, 15:00–16:30 "
            "(Närhälsan Boda) to Tue 27 Oct 2026, 13:00–14:30 (Stadshuset). Your seat: MAS, Hemtjänst 3."
        ),
    ),
    "cancelled, to be held another day": (
        own("cancelled", HERE, None, seats_before=("c1",)),
        (
            "Du ska inte komma tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda): Närvårdsmöte höst, Boda ställs in. "
            "Ny tid är inte bestämd."
        ),
        (
            "You are not to come on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda): Närvårdsmöte höst, Boda is "
            "cancelled. A new time has not been set."
        ),
    ),
    "cancelled for good": (
        own("cancelled", HERE, None, "m3", seats_before=("c1",), withdrawn=True),
        (
            "Du ska inte komma tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda): Närvårdsmöte höst, Heimdal ställs in "
            "och hålls inte senare heller."
        ),
        (
            "You are not to come on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda): Närvårdsmöte höst, Heimdal is "
            "cancelled and will not be held later either."
        ),
    ),
    "another seat": (
        own("seat", HERE, HERE, "m2", seats_before=("c1",), seats_after=("c2",)),
        (
            "Du har en annan plats vid Närvårdsmöte höst, Sjöbo tor 22 okt 2026 kl. 15.00–16.30 (Närhälsan Boda): "
            "MAS, Hemtjänst 3 i stället för Enhetschef, Hemtjänst 3."
        ),
        (
            "You have another seat at Närvårdsmöte höst, Sjöbo on Thu 22 Oct 2026, 15:00–16:30 (Närhälsan Boda): "
            "MAS, Hemtjänst 3 instead of Enhetschef, Hemtjänst 3."
        ),
    ),
}


@pytest.mark.parametrize(("what", "swedish", "english"), OWN.values(), ids=OWN)
def test_what_changed_for_one_person(what: OwnChange, swedish: str, english: str) -> None:
    assert own_sentence(what, NAMES, "sv") == swedish
    assert own_sentence(what, NAMES, "en") == english


def test_names_come_from_either_term_and_from_the_newest_first() -> None:
    assert NAMES.of("person", "p3") == "Gun Dal"
    assert NAMES.of("person", "p4") == "Hans Åberg"
    assert NAMES.meeting("m3") == "Närvårdsmöte höst, Heimdal"
    assert before().of("person", "p4") == "p4"


def test_what_nobody_knows_keeps_its_id() -> None:
    assert [NAMES.of(kind, "x") for kind in ("person", "place", "meeting", "term")] == ["x"] * 4
    assert (NAMES.seat("m1", "x"), NAMES.seat("x", "c1"), NAMES.appointed("x")) == ("x", "c1", "x")
