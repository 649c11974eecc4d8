"""A digest as a mail: the standard library's message, so that nothing that it says can add a header."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

__all__ = ["Letter", "address", "as_message"]


@dataclass(frozen=True)
class Letter:
    """A digest that one sender has taken in hand.

    Attributes:
        term_id, release, person: which digest it is.
        attempt: which attempt this is, 1 for the first; also tells this sender from one that comes after it.
        at: when it was taken in hand.
    """

    term_id: str
    release: int
    person: str
    attempt: int
    at: datetime
    name: str
    email: str
    language: str
    message_id: str
    subject: str
    text: str
    html: str


def as_message(letter: Letter, sender: tuple[str, str]) -> EmailMessage:
    """The mail: plain text and HTML as alternatives, in UTF-8.

    Args:
        sender: name and address.

    Raises:
        ValueError: the address is none that a mail can be sent to.
    """
    to = address(letter.name, letter.email)
    message = EmailMessage(SMTP if to.addr_spec.isascii() else SMTPUTF8)
    message["From"] = address(*sender)
    message["To"] = to
    message["Subject"] = letter.subject
    message["Date"] = letter.at
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = letter.language  # of the whole: set sooner, it would become the text's alone
    return message


def address(name: str, email: str) -> Address:
    """Name and address as a header says them; a domain with other letters in the form that every server reads.

    Raises:
        ValueError: it is none.
    """
    local, _, domain = email.rpartition("@")
    plain = domain if domain.isascii() else domain.encode("idna").decode()
    return Address(" ".join(name.split()), local, plain)
