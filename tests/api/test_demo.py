"""`terminsplan demo`, which is what `make run` runs: interrupted, started again, and started once more."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 90


class Demo:
    """The command as somebody starts it; what it says is collected in a file."""

    def __init__(self, directory: Path, port: int) -> None:
        self.said = directory / f"said-{time.monotonic_ns()}.txt"
        command = [sys.executable, "-m", "api.cli", "demo", "--data-dir", directory / "data", "--port", str(port)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        with self.said.open("wb") as out:
            self.process = subprocess.Popen(
                command, stdout=out, stderr=subprocess.STDOUT, cwd=directory, env=environment
            )

    def wait_for(self, text: str) -> str:
        """All that was said, once the text was."""
        give_up = time.monotonic() + LONGEST_SECONDS
        while text not in (said := self.said.read_text("utf-8")):
            assert self.process.poll() is None, said
            assert time.monotonic() < give_up, said
            time.sleep(0.05)
        return said

    def interrupt(self) -> int:
        """Ctrl-C; answers how it ended."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Demo]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    started: list[Demo] = []

    def begin() -> Demo:
        started.append(Demo(tmp_path, port))
        return started[-1]

    yield begin
    for demo in started:
        demo.process.kill()
        demo.process.wait()


def test_what_was_begun_is_found_again(start: Callable[[], Demo]) -> None:
    first = start()
    first.wait_for("terminsplan: http://")
    assert first.interrupt() == 0

    second = start()
    said = second.wait_for("Ctrl-C")
    assert "Närvårdsmöten i Borås 2026: 19 möten" in said
    assert "Bevisat: det finns ingen bättre plan" in said
    assert re.search(r"^  tp_\S+$", said, re.MULTILINE), "the coordinator's token is shown"
    assert second.interrupt() == 0

    third = start()
    again = third.wait_for("Ctrl-C")
    assert _feed_in(again) == _feed_in(said)
    assert "tp_" not in again, "a token is shown once"
    assert _read(_feed_in(again)).count("BEGIN:VEVENT") == 19
    link = re.search(r"http://\S+/in/\S+", again)
    assert link
    assert "<h1>Närvårdsmöten i Borås 2026</h1>" in _signed_in_by(link[0])
    page = re.search(r"http://127\.0\.0\.1:\d+/", again)
    assert page
    assert "Borås 2026" in _read(page[0])
    assert third.interrupt() == 0


def _feed_in(said: str) -> str:
    found = re.search(r"http://\S+\.ics", said)
    assert found, said
    return found[0]


def _read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def _signed_in_by(link: str) -> str:
    """The page that a one-time link leads a browser to."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with browser.open(link, timeout=10) as answer:
        return str(answer.read().decode())
