"""A sender that is killed at any point: nothing is lost, and twice is sent only in the one documented window."""

from collections.abc import Callable
from typing import Any

import pytest

from api.mail import Sender
from api.mail.outbox import LEASE, Outbox
from api.mail.post import Accepted, Post
from tests.api.killing import die, killed
from tests.api.mail.building import PostRoom
from tests.api.mail.server import MailServer


def before(owner: type, name: str) -> None:
    """Let a method die when it is called."""
    setattr(owner, name, die)


def after(owner: type, name: str, only: type | None = None) -> None:
    """Let a method die when it has done its work."""
    method = getattr(owner, name)

    def fatal(*given: Any, **named: Any) -> Any:
        done = method(*given, **named)
        if only is None or isinstance(done, only):
            die()
        return done

    setattr(owner, name, fatal)


POINTS: dict[str, tuple[Callable[..., None], type, str, int, int]] = {
    # where, how often the server has it right after the kill, and in the end
    "before connecting": (before, Post, "open", 0, 1),
    "after connecting": (after, Post, "open", 0, 1),
    "after taking it in hand": (after, Outbox, "take", 0, 1),
    "before handing it over": (before, Post, "hand_over", 0, 1),
    "when the server has it, before that is committed": (after, Post, "hand_over", 1, 2),
    "after that is committed": (after, Outbox, "sent", 1, 1),
}


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("settings", ["sqlite", "postgresql"], indirect=True)
def test_loses_nothing_wherever_it_dies(room: PostRoom, server: MailServer, point: str) -> None:
    how, owner, name, at_once, in_the_end = POINTS[point]
    room.release()
    room.store.opened.engine.dispose()  # no connection is shared with the child

    def work() -> None:
        how(owner, name)
        Sender(room.store).send_due()

    assert killed(work), "it has not come to the point"
    assert len(server.taken) == at_once
    Sender(room.store).send_due()
    room.clock.advance(seconds=LEASE.total_seconds())
    Sender(room.store).send_due()
    Sender(room.store).send_due()
    assert room.states() == ["sent"]
    assert len(server.ids) == in_the_end
    assert len(set(server.ids)) == 1


def test_one_that_died_with_a_letter_in_hand_keeps_others_from_it_for_the_lease(
    room: PostRoom, server: MailServer
) -> None:
    room.release()
    room.store.opened.engine.dispose()

    def work() -> None:
        after(Post, "hand_over", Accepted)
        Sender(room.store).send_due()

    assert killed(work), "it has not come to the point"
    room.clock.advance(seconds=LEASE.total_seconds() - 1)
    assert Sender(room.store).send_due() == 0
    assert room.states() == ["sending"]
