"""Digests by mail: each sent once, tried again where that helps, given up where it does not."""

import logging
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path

import pytest

from api.mail import Sender
from api.mail.message import Letter
from api.mail.outbox import LEASE, MOST_ATTEMPTS, PAUSES, Outbox
from api.mail.post import PostClosedError
from api.settings import Settings
from api.store import Store, digests
from api.store.rows import Row, Rows
from tests.api.mail.building import ANNA, BO, PostRoom
from tests.api.mail.server import MailServer, certificate, knows, serving
from tests.api.store.building import SetClock, kept_plan, stored

both = pytest.mark.parametrize("settings", ["sqlite", "postgresql"], indirect=True)


def parts(message: EmailMessage) -> dict[str, str]:
    """The texts of a mail by their kind."""
    return {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}


@both
def test_sends_each_digest_once(room: PostRoom, server: MailServer) -> None:
    room.release()
    assert (room.send(), room.send()) == (1, 0)
    assert server.to == [ANNA]
    digest = room.office.digest(room.term.id, 1, "anna")
    assert (digest.state, digest.attempts, digest.sent_at, digest.code) == ("sent", 1, room.clock.now, 250)
    assert [one.action for one in room.office.audit() if one.by == "mail"] == ["digest.sent"]


def test_says_it_as_text_and_as_html_and_that_no_person_wrote_it(room: PostRoom, server: MailServer) -> None:
    room.release()
    room.send()
    (mail,) = server.taken
    digest = room.office.digest(room.term.id, 1, "anna")
    assert mail.get_content_type() == "multipart/alternative"
    assert list(parts(mail)) == ["text/plain", "text/html"]
    told = {kind: text.replace("\r\n", "\n") for kind, text in parts(mail).items()}
    assert told == {"text/plain": digest.text, "text/html": digest.html}
    assert {part.get_content_charset() for part in mail.walk() if not part.is_multipart()} == {"utf-8"}
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime == room.clock.now
    assert mail["Message-ID"].endswith("@narvard.example>")
    assert (mail["Precedence"], mail["List-Unsubscribe"]) == (None, None)
    assert mail["From"].addresses[0].display_name == "Närvårdskansliet, Borås"
    assert (mail["To"].addresses[0].display_name, mail["Content-Language"]) == ("Anna", "sv")


def test_sends_names_subjects_and_domains_with_any_letters(room: PostRoom, server: MailServer) -> None:
    said = room.term.term.model_dump(mode="json")
    said["title"] = "Närvård, våren – Ärlig & “öppen” " + "å" * 120
    said["people"][0] |= {"name": 'Åsa "Ö" Ängström, förvaltning <chef>', "email": "asa@vård.example"}
    term = type(room.term.term).model_validate(said)
    room.term = room.office.replace_term(room.term.id, term, 1, "anna")
    room.release()
    assert room.send() == 1
    (mail,) = server.taken
    assert mail["Subject"] == f"Dina möten: {term.title}"
    assert mail["To"].addresses[0].display_name == 'Åsa "Ö" Ängström, förvaltning <chef>'
    assert server.to == ["asa@xn--vrd-ula.example"]


def test_sends_to_an_address_with_any_letters_where_the_server_can(room: PostRoom, server: MailServer) -> None:
    room.revise(emails={"anna": "åsa@example.org"})
    room.release()
    assert room.send() == 1
    assert server.to == ["åsa@example.org"]


def test_uses_the_addresses_of_the_newest_revision_whatever_plan_is_released(
    room: PostRoom, server: MailServer
) -> None:
    plan = kept_plan(room.office, room.term)
    room.revise(emails={"anna": "married@example.org"})
    seen = room.office.preview_release(room.term.id, plan.id)
    assert seen.mails == {"anna": "queued"}
    room.office.release(room.term.id, plan.id, "anna")
    assert room.send() == 1
    room.release(hour=11)
    room.send()
    room.revise(emails={"anna": "moved@example.org"})
    room.office.roll_back(room.term.id, 1, "anna")
    room.send()
    assert server.to == ["married@example.org", "married@example.org", "moved@example.org"]


def test_does_not_send_to_an_address_that_has_been_taken_away(room: PostRoom) -> None:
    plan = kept_plan(room.office, room.term)
    room.revise(emails={"bo": BO})
    assert room.office.preview_release(room.term.id, plan.id).mails == {"anna": "none"}
    room.office.release(room.term.id, plan.id, "anna")
    assert room.states() == ["none"]


def test_reaches_by_the_plans_revision_one_who_has_left_the_term(room: PostRoom, server: MailServer) -> None:
    plan = kept_plan(room.office, room.term)
    said = room.term.term.model_dump(mode="json")
    said["people"] = said["people"][1:]
    said["appointments"] = [{**said["appointments"][0], "holder": "bo", "deputies": []}]
    left = type(room.term.term).model_validate(said)
    room.office.replace_term(room.term.id, left, room.term.revision, "anna")
    room.office.release(room.term.id, plan.id, "anna")
    assert (room.send(), server.to) == (1, [ANNA])


@pytest.mark.parametrize("email", ["an,na@example.org", "<anna>@example.org", "anna;bo@example.org"])
def test_lets_an_odd_address_name_nobody_else(room: PostRoom, server: MailServer, email: str) -> None:
    room.revise(emails={"anna": email})
    room.release()
    room.send()
    assert len(server.to) <= 1
    assert room.states() in (["sent"], ["failed"])


def test_does_not_send_without_an_address_or_a_mail_server(room: PostRoom, server: MailServer, tmp_path: Path) -> None:
    room.revise(emails={"bo": BO})
    room.release()
    assert (room.send(), room.states()) == (0, ["none"])
    with Store(Settings(data_dir=tmp_path / "other"), SetClock()) as store:
        office = store.workspace()
        term = stored(office, emails={"anna": ANNA})
        office.release(term.id, kept_plan(office, term).id, "anna")
        assert [one.state for one in office.digests(term.id, 1)] == ["none"]
        sender = Sender(store)
        sender.start()
        sender.stop()
    assert server.to == []


@both
def test_waits_for_a_server_that_is_down(room: PostRoom, server: MailServer) -> None:
    down = room.store.settings.model_copy(update={"smtp_port": 1})
    room.release()
    sender = Sender(room.store)
    room.store.settings, up = down, room.store.settings
    with pytest.raises(PostClosedError, match="connecting: ConnectionRefusedError"):
        sender.send_due()
    assert sender._look() == 5.0
    assert sender._look() == 15.0
    room.store.settings = up
    assert room.office.digest(room.term.id, 1, "anna").attempts == 0
    assert sender._look() == 1.0
    assert room.states() == ["sent"]
    assert server.to == [ANNA]


@pytest.mark.parametrize("answer", ["451 come back", "452 full", "421 closing"])
def test_tries_again_later_and_later_what_is_put_off(room: PostRoom, server: MailServer, answer: str) -> None:
    room.release()
    server.answers += [answer, answer]
    for pause in PAUSES[:2]:
        assert room.send() == 0
        digest = room.office.digest(room.term.id, 1, "anna")
        assert (digest.state, digest.code) == ("queued", int(answer[:3]))
        room.clock.advance(seconds=pause.total_seconds() - 1)
        assert (room.send(), server.to) == (0, [])
        room.clock.advance(seconds=1)
    assert room.send() == 1
    assert room.office.digest(room.term.id, 1, "anna").attempts == 3


def test_gives_up_in_the_end(room: PostRoom, server: MailServer) -> None:
    room.release()
    server.answers += ["451 come back"] * MOST_ATTEMPTS
    for _ in range(MOST_ATTEMPTS):
        assert room.states() == ["queued"]
        room.send()
        room.clock.advance(hours=4)
    assert room.states() == ["failed"]
    assert (room.send(), server.to) == (0, [])


@both
def test_does_not_try_again_what_is_refused_for_good(
    room: PostRoom, server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    room.release()
    server.recipients[ANNA] = "550 nobody of that name"
    with caplog.at_level(logging.DEBUG):
        assert room.send() == 0
    digest = room.office.digest(room.term.id, 1, "anna")
    assert (digest.state, digest.code) == ("failed", 550)
    room.clock.advance(days=3)
    assert (room.send(), server.to) == (0, [])
    logged = " ".join(one.getMessage() for one in caplog.records if one.name.startswith("api"))
    assert "550" in logged
    assert "anna" not in logged.lower()


def test_one_that_is_refused_holds_up_nobody_else(room: PostRoom, server: MailServer) -> None:
    room.release()
    room.release(head="bo")
    server.recipients[ANNA] = "550 nobody of that name"
    assert room.send() == 1
    assert server.to == [BO]


def test_a_server_that_takes_nothing_from_us_costs_nobody_their_mail(room: PostRoom, server: MailServer) -> None:
    room.release()
    server.sender = "550 who are you"
    with pytest.raises(PostClosedError, match="naming the sender: 550"):
        room.send()
    assert room.states() == ["queued"]
    for _ in range(MOST_ATTEMPTS):  # for more days than any one letter is tried again
        room.clock.advance(minutes=240)
        with pytest.raises(PostClosedError):
            room.send()
    assert room.states() == ["queued"]
    server.sender = "250 OK"
    room.clock.advance(minutes=240)
    assert room.send() == 1


@both
def test_two_senders_at_once_send_each_letter_once(room: PostRoom, server: MailServer) -> None:
    for _ in range(8):
        term = stored(room.office, emails={"anna": ANNA})
        room.office.release(term.id, kept_plan(room.office, term).id, "anna")
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda _: Sender(room.store).send_due(), range(4)))
    assert sum(counts) == 8
    assert len(server.ids) == len(set(server.ids)) == 8


def test_a_letter_that_is_in_hand_is_left_to_whoever_has_it(room: PostRoom) -> None:
    room.release()
    outbox = Outbox(room.office)
    (which,) = outbox.due()
    first = outbox.take(which)
    assert first
    assert outbox.take(which) is None
    room.clock.advance(seconds=LEASE.total_seconds())
    second = outbox.take(which)
    assert second
    assert second.message_id == first.message_id
    outbox.put_off(first, None, perhaps=False)  # it was thought dead: what it says of the letter no longer counts
    assert room.states() == ["sending"]
    outbox.sent(first)  # but this does
    outbox.put_off(second, None, perhaps=False)
    assert room.states() == ["sent"]


class TestOvertaken:
    """A newer release comes before the digest of an older one was sent."""

    def test_tells_both_in_one(self, room: PostRoom, server: MailServer) -> None:
        room.release()
        room.send()
        room.release(hour=13)
        room.release(hour=15)
        assert room.send() == 1
        assert room.states() == ["sent", "folded", "sent"]
        text = room.text(3)
        assert "10.00" in text
        assert "13.00" not in text
        assert "15.00" in text

    def test_tells_nothing_where_it_was_taken_back(self, room: PostRoom, server: MailServer) -> None:
        room.release()
        room.send()
        room.release(hour=13)
        room.release(hour=10)
        assert (room.send(), room.states()) == (0, ["sent", "folded"])

    def test_tells_the_first_release_and_the_next_as_the_first(self, room: PostRoom, server: MailServer) -> None:
        room.release()
        room.release(hour=13)
        assert (room.send(), room.states()) == (1, ["folded", "sent"])
        assert room.office.digest(room.term.id, 2, "anna").since == 0
        assert "10.00" not in room.text(2)

    def test_leaves_one_that_waits_where_nothing_changed_for_its_reader(
        self, room: PostRoom, server: MailServer
    ) -> None:
        room.release()
        room.release()
        assert (room.send(), room.states()) == (1, ["sent"])

    def test_tells_also_what_was_refused(self, room: PostRoom, server: MailServer) -> None:
        room.release()
        room.send()
        server.recipients[ANNA] = "550 nobody of that name"
        room.release(hour=13)
        room.send()
        server.recipients.clear()
        room.release(hour=15)
        assert (room.send(), room.states()) == (1, ["sent", "failed", "sent"])
        assert "10.00" in room.text(3)

    def test_is_told_anew_when_the_one_that_was_on_its_way_comes_back(self, room: PostRoom, server: MailServer) -> None:
        room.release()
        room.send()
        room.release(hour=13)
        outbox = Outbox(room.office)
        letter = outbox.take(outbox.due()[0])
        assert letter
        room.release(hour=15)
        assert room.send() == 0  # in order
        assert "13.00" in room.text(3)
        outbox.put_off(letter, 451, perhaps=False)
        assert room.states() == ["sent", "folded", "queued"]
        assert "13.00" not in room.text(3)
        assert "10.00" in room.text(3)
        assert room.send() == 1

    def test_nothing_is_told_when_both_come_to_nothing(self, room: PostRoom, server: MailServer) -> None:
        room.release()
        room.send()
        room.release(hour=13)
        outbox = Outbox(room.office)
        letter = outbox.take(outbox.due()[0])
        assert letter
        room.release(hour=10)
        outbox.put_off(letter, 451, perhaps=False)
        assert (room.send(), room.states()) == (0, ["sent", "folded", "folded"])

    def test_what_may_have_arrived_is_sent_again_first(self, room: PostRoom, server: MailServer) -> None:
        room.release()
        room.send()
        room.release(hour=13)
        outbox = Outbox(room.office)
        letter = outbox.take(outbox.due()[0])
        assert letter
        outbox.put_off(letter, None, perhaps=True)
        room.release(hour=10)  # taken back: whoever had the mail must hear of it
        assert (room.send(), room.states()) == (0, ["sent", "queued", "queued"])
        room.clock.advance(minutes=1)
        assert (room.send(), room.states()) == (2, ["sent", "sent", "sent"])
        assert server.ids[1] == letter.message_id
        assert "13.00" in room.text(3)


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
class TestEncrypted:
    @pytest.fixture
    def certified(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        cert, self.context = certificate(tmp_path)
        monkeypatch.setenv("SSL_CERT_FILE", str(cert))
        return cert

    @pytest.fixture(params=["starttls", "tls"])
    def encrypted(self, request: pytest.FixtureRequest, certified: Path) -> Iterator[tuple[str, MailServer]]:
        how = {"ssl_context": self.context} if request.param == "tls" else {"tls_context": self.context}
        wants = {} if request.param == "tls" else {"require_starttls": True}
        login = {"authenticator": knows("plan", "a-secret"), "auth_required": True}
        open_too = {"auth_require_tls": request.param != "tls"}
        with serving(**how, **wants, **login, **open_too) as server:
            yield request.param, server

    def test_logs_in_over_an_encrypted_way(
        self, encrypted: tuple[str, MailServer], room: PostRoom, caplog: pytest.LogCaptureFixture
    ) -> None:
        security, server = encrypted
        said = {"smtp_port": server.port, "smtp_security": security, "smtp_user": "plan"}
        room.store.settings = Settings.model_validate(
            room.store.settings.model_dump() | said | {"smtp_password": "wrong"}
        )
        room.release()
        with pytest.raises(PostClosedError, match="logging in: 535"):
            room.send()
        room.store.settings = Settings.model_validate(
            room.store.settings.model_dump() | said | {"smtp_password": "a-secret"}
        )
        assert room.send() == 1
        assert server.to == [ANNA]
        assert "a-secret" not in caplog.text

    def test_trusts_no_certificate_of_a_stranger(
        self, encrypted: tuple[str, MailServer], room: PostRoom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        security, server = encrypted
        monkeypatch.delenv("SSL_CERT_FILE")
        said = {"smtp_port": server.port, "smtp_security": security}
        room.store.settings = room.store.settings.model_copy(update=said)
        room.release()
        with pytest.raises(PostClosedError, match="SSLCertVerificationError"):
            room.send()
        assert server.to == []

    def test_says_nothing_where_encryption_is_wanted_and_not_there(self, room: PostRoom, server: MailServer) -> None:
        room.store.settings = room.store.settings.model_copy(update={"smtp_security": "starttls"})
        room.release()
        with pytest.raises(PostClosedError, match="encrypting"):
            room.send()
        assert server.to == []


def test_a_sender_in_its_thread_sends_what_comes(room: PostRoom, server: MailServer) -> None:
    from tests.api.jobs.processes import until

    sender = Sender(room.store, poll_seconds=0.01)
    sender.start()
    room.release()
    until(lambda: room.states() == ["sent"], "the mail")
    sender.stop()
    room.release(hour=13)
    assert room.states() == ["sent", "queued"]
    assert server.to == [ANNA]


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
def test_one_that_is_taken_in_hand_while_a_release_is_made_counts_as_told(
    room: PostRoom, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Moved and moved back: whoever gets the first mail after all must get the second as well."""
    room.release(hour=10)
    room.send()
    room.release(hour=13)
    outbox, last = Outbox(room.office), digests._last
    letters = list[Letter]()

    def taken_meanwhile(rows: Rows, term_id: str) -> Mapping[str, Row]:
        found = last(rows, term_id)
        letters.extend(letter for which in outbox.due() if (letter := outbox.take(which)))
        return found

    with monkeypatch.context() as patch:
        patch.setattr(digests, "_last", taken_meanwhile)
        room.release(hour=10)
    outbox.sent(letters[0])
    assert room.states() == ["sent", "sent", "queued"]
    assert room.send() == 1
