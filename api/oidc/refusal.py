"""Why somebody who comes from the organisation's provider is not let in."""

from typing import Literal

__all__ = ["Refusal", "Why"]

Why = Literal["stale", "stopped", "busy", "provider", "token", "unnamed", "outside", "no_role", "taken", "ended"]
"""`stale`: the try was not begun by this browser, or too long ago, or is over; `stopped`: the person said no, or was
refused there; `busy`: too many come at once; `provider`: it does not answer, or not as agreed; `token`: what it says
cannot be believed; `unnamed`: it does not say, or vouch for, a name; `outside`: the name is of another domain;
`no_role`: nothing gives them a role here; `taken`: another account has the name; `ended`: the account is disabled."""


class Refusal(Exception):
    """Not let in.

    Attributes:
        why: what the person is told.
        reason: what the log says: never who, nor any value that came from outside.
    """

    def __init__(self, why: Why, reason: str = "") -> None:
        super().__init__(why, reason)
        self.why, self.reason = why, reason
