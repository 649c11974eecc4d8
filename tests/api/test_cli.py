"""The command line: how it shows tables, what it loads, and how it ends over a fault of ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.commands.exits import Exit
from api.commands.screen import Screen, Sheet
from tests.api.running import Run


class TestScreen:
    def test_a_terminal_gets_a_table_and_names_are_no_markup(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        Screen().table(Sheet("Title", ("head",), [("[red]name[/]",)]))
        said = capsys.readouterr().out
        assert "[red]name[/]" in said
        assert "│" in said

    def test_a_pipe_gets_columns(self, capsys: pytest.CaptureFixture[str]) -> None:
        Screen().table(Sheet("Title", ("a", "b"), [("one", "x"), ("a longer one", "y")]))
        assert capsys.readouterr().out == "Title\na             b\none           x\na longer one  y\n"


def test_planning_waits_for_no_web_server() -> None:
    probe = (
        "import sys; sys.argv = ['terminsplan', 'plan', '--example', '--as-of', 'never']\n"
        "from api.cli import main\n"
        "try: main()\n"
        "except SystemExit: print({'fastapi', 'dbos', 'sqlalchemy', 'icalendar'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.strip() == "set()"


def test_a_fault_of_ours_is_a_sentence(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("api.commands.files.read_term", broken)
    ended = run("validate", file)
    assert ended.code == Exit.INTERNAL
    assert "a wheel came off" in ended.err
    assert "Traceback" not in ended.err
