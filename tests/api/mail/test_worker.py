"""A worker process sends what the office releases, and leaves the rest to the next when it ends."""

from pathlib import Path

from api.settings import Settings
from tests.api.jobs.processes import solver, until
from tests.api.mail.building import ANNA, PostRoom
from tests.api.mail.server import MailServer


def test_sends_while_it_lives(room: PostRoom, server: MailServer, settings: Settings, tmp_path: Path) -> None:
    room.release()
    with solver(settings, tmp_path / "go", "first") as first:
        until(lambda: room.states() == ["sent"], "the first mail")
        assert first.stop() == 0
    room.release(hour=13)
    with solver(settings, tmp_path / "go", "second"):
        until(lambda: room.states() == ["sent", "sent"], "the second mail")
    assert server.to == [ANNA, ANNA]
    assert len(set(server.ids)) == 2
