"""A real mail server on the loopback address, that answers as a test tells it to and keeps what it takes."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from subprocess import run
from threading import Lock
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

__all__ = ["MailServer", "certificate", "free_port", "serving"]

YES = "250 OK"


@dataclass
class MailServer:
    """What it has taken, and what it says.

    Attributes:
        answers: of DATA, used up in order; then it says yes.
        recipients: what it says of an address at RCPT; left out, yes.
        before_yes: called when it has a letter and is about to say so.
    """

    port: int
    taken: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    recipients: dict[str, str] = field(default_factory=dict)
    sender: str = YES
    before_yes: Callable[[], None] = lambda: None
    _lock: Lock = field(default_factory=Lock)

    async def handle_MAIL(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.sender

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        answer = self.recipients.get(address, YES)
        if answer == YES:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        with self._lock:
            answer = self.answers.pop(0) if self.answers else YES
            if answer == YES:
                self.taken.append(message_from_bytes(envelope.content, policy=default))  # type: ignore[arg-type]
                self.to += envelope.rcpt_tos
        if answer == YES:
            self.before_yes()
        return answer

    @property
    def ids(self) -> list[str]:
        """The message ids of what it has taken."""
        return [str(one["Message-ID"]) for one in self.taken]


@contextmanager
def serving(port: int | None = None, **how: Any) -> Iterator[MailServer]:
    """A mail server, for as long as the block runs.

    Args:
        how: `aiosmtpd`'s own parameters.
    """
    server = MailServer(port or free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port, enable_SMTPUTF8=True, **how)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        return int(made.getsockname()[1])


def knows(name: str, password: str) -> Callable[..., AuthResult]:
    """That one name and password are let in."""

    def asked(_server: Any, _session: Any, _envelope: Any, _mechanism: str, said: Any) -> AuthResult:
        known = (said.login, said.password) == (name.encode(), password.encode())
        return AuthResult(success=known, handled=False)

    return asked


def certificate(directory: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for the loopback address that signs itself, and what a server needs of it."""
    key, cert = directory / "key.pem", directory / "cert.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(key)]
    run([*made, "-out", str(cert), *subject], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    return cert, context
