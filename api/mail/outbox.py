"""The digests that wait to be sent: taken in hand by one sender at a time, each step one transaction."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa

from api.mail.message import Letter
from api.store import Workspace
from api.store.digests import address_now, write_anew
from api.store.rows import Row, Rows
from api.store.tables import digests

__all__ = ["LEASE", "MOST_ATTEMPTS", "PAUSES", "Outbox"]

LEASE = timedelta(minutes=10)
"""A sender that has had a letter in hand for so long is dead; far longer than a mail server is waited for."""
PAUSES = tuple(timedelta(minutes=one) for one in (1, 5, 15, 60, 240))
"""How long the next attempt waits, by the number of those before it; then always the last of them."""
MOST_ATTEMPTS = 20
"""After so many, in about three days, a letter is given up."""
BY = "mail"
Which = tuple[str, int, str]
"""A digest: term, release and person."""
_WAITING = ("queued", "sending")


class Outbox:
    """What waits in a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def due(self) -> Sequence[Which]:
        """What can be sent now, the oldest releases first; also what a dead sender has left."""
        with self.workspace.reading() as rows:
            due = (digests.c.state.in_(_WAITING), digests.c.due_at <= rows.now)
            columns = (digests.c.release, digests.c.term_id, digests.c.person)
            found = rows.list(digests, *due, order=columns, columns=columns)
        return [(row["term_id"], row["release"], row["person"]) for row in found]

    def take(self, which: Which) -> Letter | None:
        """Take a letter in hand; `None` where another sender has it, or an earlier one of that person's waits."""
        with self.workspace.writing() as rows:
            row = rows.find(digests, *_this(which))
            if row is None or not _is_due(rows, row) or _comes_later(rows, row):
                return None
            email = address_now(rows, row)
            perhaps = row["perhaps"] or row["state"] == "sending"  # whoever had it may have sent it
            same = (*_this(which), digests.c.state == row["state"], digests.c.attempts == row["attempts"])
            if email is None:  # it has been taken away since
                rows.change(digests, *same, state="none", due_at=None, perhaps=perhaps)
                return None
            taken = {"attempts": row["attempts"] + 1, "due_at": rows.now + LEASE, "perhaps": perhaps, "email": email}
            return _letter(rows, row, email) if rows.change(digests, *same, state="sending", **taken) else None

    def sent(self, letter: Letter) -> None:
        """The server has it: it is never sent again, even where another sender has it in hand by now."""
        with self.workspace.writing() as rows:
            unsent = digests.c.state != "sent"
            if rows.change(digests, *_of(letter), unsent, state="sent", sent_at=rows.now, due_at=None, code=250):
                rows.note(BY, "digest.sent", _subject(letter))

    def refused(self, letter: Letter, code: int | None) -> None:
        """The server refuses it for good; a later digest of that person's tells it too."""
        with self.workspace.writing() as rows:
            self._give_up(rows, letter, code)

    def put_off(self, letter: Letter, code: int | None, perhaps: bool, our_fault: bool = False) -> None:
        """Not now: it is tried again after a pause, unless a later digest of that person's can tell both.

        Args:
            our_fault: nothing is wrong with the letter: however often that was so, it is not given up.
        """
        with self.workspace.writing() as rows:
            if perhaps:
                rows.change(digests, *_mine(letter), perhaps=True)
            if letter.attempt >= MOST_ATTEMPTS and not our_fault:
                self._give_up(rows, letter, code)
                return
            pause = PAUSES[min(letter.attempt, len(PAUSES)) - 1]
            if rows.change(digests, *_mine(letter), state="queued", due_at=rows.now + pause, code=code):
                row = rows.find(digests, *_of(letter))
                if row and not row["perhaps"] and write_anew(rows, row):
                    rows.change(digests, *_of(letter), state="folded", due_at=None)

    def _give_up(self, rows: Rows, letter: Letter, code: int | None) -> None:
        if rows.change(digests, *_mine(letter), state="failed", due_at=None, code=code):
            rows.note(BY, "digest.failed", _subject(letter))
            row = rows.find(digests, *_of(letter))
            if row and not row["perhaps"]:
                write_anew(rows, row)


def _this(which: Which) -> tuple[sa.ColumnElement[bool], ...]:
    term_id, release, person = which
    return digests.c.term_id == term_id, digests.c.release == release, digests.c.person == person


def _of(letter: Letter) -> tuple[sa.ColumnElement[bool], ...]:
    return _this((letter.term_id, letter.release, letter.person))


def _mine(letter: Letter) -> tuple[sa.ColumnElement[bool], ...]:
    """The digest, while nobody else has taken it in hand since."""
    return *_of(letter), digests.c.state == "sending", digests.c.attempts == letter.attempt


def _is_due(rows: Rows, row: Row) -> bool:
    return row["state"] in _WAITING and row["due_at"] <= rows.now


def _comes_later(rows: Rows, row: Row) -> bool:
    """Whether an earlier digest of that person's has not been sent: what may have arrived is not told out of order."""
    mine = (digests.c.term_id == row["term_id"], digests.c.person == row["person"])
    earlier = (digests.c.release < row["release"], digests.c.state.in_(_WAITING))
    return rows.find(digests, *mine, *earlier, columns=(digests.c.release,)) is not None


def _letter(rows: Rows, row: Row, email: str) -> Letter:
    said = ("term_id", "release", "person", "name", "language", "message_id", "subject", "text", "html")
    return Letter(**{one: row[one] for one in said}, email=email, attempt=row["attempts"] + 1, at=rows.now)


def _subject(letter: Letter) -> str:
    return f"{letter.term_id}/{letter.release}/{letter.person}"
