"""Mail that was given up is sent after all where somebody asks for it, and mail goes to the address of today."""

import pytest

from api.store import Conflict, NotFound, Workspace
from tests.api.mail.building import ANNA, BO, PostRoom
from tests.api.mail.server import MailServer
from tests.api.store.building import kept_plan, stored

NEW = "anna.new@example.org"
REFUSED = "550 5.1.1 no such mailbox"


def _given_up(room: PostRoom, server: MailServer) -> None:
    server.recipients[ANNA] = REFUSED
    room.release()
    room.send()
    assert room.states() == ["failed"]


def _refusal(room: PostRoom, number: int) -> str:
    with pytest.raises(Conflict) as refused:
        room.office.send_again(room.term.id, number, "anna", "eva")
    return refused.value.code


def test_sends_what_was_given_up_to_the_address_of_today(room: PostRoom, server: MailServer) -> None:
    _given_up(room, server)
    room.revise(emails={"anna": NEW})
    room.office.send_again(room.term.id, 1, "anna", "eva")
    assert room.states() == ["queued"]
    assert (room.send(), server.to, room.states()) == (1, [NEW], ["sent"])
    done = [(one.by, one.action, one.subject) for one in room.office.audit()]
    assert ("eva", "digest.send_again", f"{room.term.id}/1/anna") in done


def test_sends_to_somebody_who_had_no_address_and_has_one_now(room: PostRoom, server: MailServer) -> None:
    room.revise(emails={"bo": BO})
    room.release()
    assert (room.states(), _refusal(room, 1)) == (["none"], "no_address")
    room.revise(emails={"anna": NEW})
    room.office.send_again(room.term.id, 1, "anna", "eva")
    assert (room.send(), server.to) == (1, [NEW])


def test_sends_nothing_twice(room: PostRoom, server: MailServer) -> None:
    room.release()
    assert _refusal(room, 1) == "not_given_up"
    room.send()
    assert _refusal(room, 1) == "not_given_up"


def test_sends_nothing_that_a_later_release_tells_too(room: PostRoom, server: MailServer) -> None:
    _given_up(room, server)
    room.release(hour=11)
    assert _refusal(room, 1) == "told_later"


def test_knows_no_digest_of_somebody_whom_the_release_does_not_concern(room: PostRoom) -> None:
    room.release()
    for number, person in ((1, "bo"), (2, "anna"), (1, "\0")):
        with pytest.raises(NotFound):
            room.office.send_again(room.term.id, number, person, "eva")


def test_needs_a_mail_server(office_without_mail: Workspace) -> None:
    term = stored(office_without_mail, emails={"anna": ANNA})
    office_without_mail.release(term.id, kept_plan(office_without_mail, term).id, "anna")
    with pytest.raises(Conflict) as refused:
        office_without_mail.send_again(term.id, 1, "anna", "eva")
    assert refused.value.code == "no_address"


def test_what_waits_goes_to_the_address_of_today_or_nowhere(room: PostRoom, server: MailServer) -> None:
    room.release()
    room.revise(emails={"anna": NEW})
    assert (room.send(), server.to) == (1, [NEW])
    room.release(hour=11)

    room.revise(emails={"bo": BO})
    assert (room.send(), room.states()) == (0, ["sent", "none"])
