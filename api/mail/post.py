"""The way to the mail server, one connection for many letters, and what its answers mean."""

import smtplib
import ssl
from dataclasses import dataclass
from types import TracebackType

from api.settings import Settings

__all__ = ["Accepted", "Outcome", "Post", "PostClosedError", "PutOff", "Refused"]

_CLOSING = 421


@dataclass(frozen=True)
class Accepted:
    """The server has the letter, and answers for it from here on."""


@dataclass(frozen=True)
class Refused:
    """The server refuses the letter for good; `code` is 500 to 599, or `None` where the address is none."""

    code: int | None


@dataclass(frozen=True)
class PutOff:
    """Not now. `perhaps`: the letter had been handed over when the way broke, and may have arrived."""

    code: int | None = None
    perhaps: bool = False


Outcome = Accepted | Refused | PutOff


class PostClosedError(Exception):
    """No letter can be handed over at present; `code` is the server's answer, or 0 where there was none.

    Its message names the step and the kind of fault, never an address: it is logged.
    """

    def __init__(self, step: str, error: BaseException | int) -> None:
        self.code = error if isinstance(error, int) else int(getattr(error, "smtp_code", 0))
        super().__init__(f"{step}: {self.code or type(error).__name__}")


class Post:
    """The mail server, within a `with` block; opened when the first letter is there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def open(self) -> None:
        """Connect, encrypt and log in, unless that is done. Raises `PostClosedError`."""
        if self._smtp is not None:
            return
        step = "connecting"
        try:
            self._smtp = self._connected()
            if self._settings.smtp_security == "starttls":
                step = "encrypting"
                self._smtp.starttls(context=ssl.create_default_context())
            step = "logging in"
            if self._settings.smtp_user:
                self._smtp.login(self._settings.smtp_user, self._settings.smtp_password.get_secret_value())
            self._smtp.ehlo_or_helo_if_needed()
        except (OSError, smtplib.SMTPException) as failed:
            self._drop()
            raise PostClosedError(step, failed) from None

    def hand_over(self, content: bytes, sender: str, to: str) -> Outcome:
        """Hand over a letter. Raises `PostClosedError` where the server takes none from this sender."""
        smtp = self._smtp
        assert smtp is not None, "open it first"
        try:
            refusal = self._announced(smtp, sender, to)
        except (OSError, smtplib.SMTPException):
            self._drop()
            return PutOff()
        return refusal or self._given(smtp, content)

    def close(self) -> None:
        """Take leave."""
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (OSError, smtplib.SMTPException):
                self._drop()
            self._smtp = None

    def _connected(self) -> smtplib.SMTP:
        host, port, timeout = self._settings.smtp_host, self._settings.smtp_port, self._settings.smtp_timeout_seconds
        if self._settings.smtp_security == "tls":
            return smtplib.SMTP_SSL(host, port, timeout=timeout, context=ssl.create_default_context())
        return smtplib.SMTP(host, port, timeout=timeout)

    def _announced(self, smtp: smtplib.SMTP, sender: str, to: str) -> Outcome | None:
        """Say from whom and to whom; answers an outcome where that is the end of it."""
        options = []
        if not to.isascii():
            if not smtp.has_extn("smtputf8"):
                return Refused(None)
            options = ["SMTPUTF8", "BODY=8BITMIME"]
        code, _ = smtp.mail(sender, options)
        if not _is_yes(code):
            self._drop()
            raise PostClosedError("naming the sender", code)
        code, _ = smtp.rcpt(to)
        return None if _is_yes(code) else self._not_taken(smtp, code)

    def _given(self, smtp: smtplib.SMTP, content: bytes) -> Outcome:
        try:
            code, _ = smtp.data(content)
        except smtplib.SMTPDataError as refused:  # before a byte of it was given
            return self._not_taken(smtp, refused.smtp_code)
        except (OSError, smtplib.SMTPException):
            self._drop()
            return PutOff(perhaps=True)
        if code >= 400:
            return self._not_taken(smtp, code)
        return Accepted() if _is_yes(code) else PutOff(code, perhaps=True)

    def _not_taken(self, smtp: smtplib.SMTP, code: int) -> Outcome:
        """What an answer other than yes means; the connection is made ready for the next letter."""
        try:
            if code == _CLOSING:
                self._drop()
            else:
                smtp.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()
        return Refused(code) if 500 <= code < 600 else PutOff(code)

    def _drop(self) -> None:
        """Let go of a connection that is of no use."""
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def _is_yes(code: int) -> bool:
    return 200 <= code < 300
