"""A digest that no mail has told is sent after all, to the address that the person has by now."""

from api.store import releases
from api.store.digests import address_now, message_id
from api.store.errors import Conflict, NotFound
from api.store.records import DigestState
from api.store.rows import Row, Rows
from api.store.tables import digests

__all__ = ["send_again"]

UNTOLD: tuple[DigestState, ...] = ("failed", "none")


def send_again(rows: Rows, term_id: str, number: int, person: str, by: str) -> None:
    """Put a digest into the queue once more, as new: all attempts are free again."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    releases.release(rows, term_id, number)
    this = (digests.c.term_id == term_id, digests.c.release == number, digests.c.person == person)
    row = None if "\0" in person else rows.find(digests, *this)
    if row is None:
        raise NotFound("digest", person)
    _demand_untold(rows, row)
    email = address_now(rows, row)
    if email is None or not rows.mail_domain:
        raise _refused("no_address", row, "no mail reaches them: add an address, or set a mail server")
    again = {"state": "queued", "attempts": 0, "due_at": rows.now, "email": email, "code": None}
    if row["state"] == "none":  # made where perhaps no mail server was set, whose name it ends with
        again["message_id"] = message_id(rows)
    rows.change(digests, *this, **again)
    rows.note(by, "digest.send_again", f"{term_id}/{number}/{person}")


def _demand_untold(rows: Rows, row: Row) -> None:
    """Raise `Conflict` for a digest that is told already, or will be."""
    if row["state"] not in UNTOLD:
        raise _refused("not_given_up", row, "its mail has left or waits: leave it be")
    mine = (digests.c.term_id == row["term_id"], digests.c.person == row["person"])
    if rows.find(digests, *mine, digests.c.release > row["release"], columns=(digests.c.release,)):
        raise _refused("told_later", row, "a later release tells them more: send that again")


def _refused(code: str, row: Row, why: str) -> Conflict:
    params = {"term": row["term_id"], "release": row["release"], "person": row["person"]}
    return Conflict(code, f'the digest of release {row["release"]} for "{row["person"]}": {why}', **params)
