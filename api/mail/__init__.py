"""Handing digests to a mail server: each once, whatever fails."""

from api.mail.sender import Sender

__all__ = ["Sender"]
