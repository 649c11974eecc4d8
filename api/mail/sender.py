"""The sender: looks for digests that wait and hands them to the mail server, in a thread beside the solver's heart."""

import logging
import threading

from sqlalchemy.exc import SQLAlchemyError

from api.mail.message import Letter, as_message
from api.mail.outbox import Outbox
from api.mail.post import Accepted, Outcome, Post, PostClosedError, PutOff, Refused
from api.store import Store

__all__ = ["CLOSED_SECONDS", "Sender"]

POLL_SECONDS = 1.0
CLOSED_SECONDS = (5.0, 15.0, 60.0, 300.0, 900.0)
"""How long a mail server that is down, or takes nothing from us, is left alone, by how often it was so in a row."""
_log = logging.getLogger(__name__)


class Sender:
    """Sends the digests of all workspaces; as many may run at once as there are workers."""

    def __init__(self, store: Store, poll_seconds: float = POLL_SECONDS) -> None:
        self._store, self._poll_seconds = store, poll_seconds
        self._closed = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="mail", daemon=True)

    def start(self) -> None:
        """Go on sending, where there is a mail server."""
        if self._store.settings.smtp_host:
            self._thread.start()

    def stop(self, within_seconds: float = 5.0) -> None:
        """Take no other letter in hand; the one that is under way is waited for a moment."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(within_seconds)

    def _run(self) -> None:
        pause = 0.0
        while not self._stopped.wait(pause):
            pause = self._look()

    def _look(self) -> float:
        """Send what waits; answers in how many seconds to look again."""
        try:
            self.send_due()
        except PostClosedError as closed:
            _log.warning("the mail server takes nothing: %s", closed)
            self._closed += 1
            return CLOSED_SECONDS[min(self._closed, len(CLOSED_SECONDS)) - 1]
        except SQLAlchemyError as failed:
            _log.warning("mail waits for the database: %s", type(failed).__name__)
        except Exception:
            _log.exception("sending mail failed")
        else:
            self._closed = 0
        return self._poll_seconds

    def send_due(self) -> int:
        """Send what waits, once through; answers how many letters the server took.

        Raises:
            PostClosedError: the mail server takes nothing at present; what it has not taken waits.
        """
        sent = 0
        with Post(self._store.settings) as post:
            for workspace_id in self._store.workspaces():
                outbox = Outbox(self._store.workspace(workspace_id))
                for which in outbox.due():
                    if self._stopped.is_set():
                        return sent
                    post.open()  # before it is taken in hand: a server that is down costs no attempt
                    letter = outbox.take(which)
                    if letter:
                        sent += self._send(post, outbox, letter)
        return sent

    def _send(self, post: Post, outbox: Outbox, letter: Letter) -> bool:
        try:
            outcome = self._handed_over(post, letter)
        except PostClosedError as closed:
            outbox.put_off(letter, closed.code, perhaps=False, our_fault=True)
            raise
        match outcome:
            case Accepted():
                outbox.sent(letter)
            case Refused(code):
                _log.warning("digest %s was refused: %s", letter.message_id, code)
                outbox.refused(letter, code)
            case PutOff(code, perhaps):
                _log.warning("digest %s was put off: %s", letter.message_id, code or "the way broke")
                outbox.put_off(letter, code, perhaps)
        return isinstance(outcome, Accepted)

    def _handed_over(self, post: Post, letter: Letter) -> Outcome:
        sender = self._store.settings.sender
        try:
            message = as_message(letter, sender)
            to, content = message["To"].addresses[0].addr_spec, message.as_bytes()
        except Exception as wrong:  # its own message would name the address
            _log.error("digest %s cannot be written as a mail: %s", letter.message_id, type(wrong).__name__)
            return Refused(None)
        return post.hand_over(content, sender[1], to)
