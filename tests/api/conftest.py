"""What tests of the outside share."""

import io
import sys
from pathlib import Path

import pytest

from api.cli import main
from models import Term
from tests.api.running import Ended, Run, stored
from tests.build import at, holds, meeting, seat, term


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process."""

    def ran(*arguments: object, stdin: str = "") -> Ended:
        monkeypatch.setattr(sys, "argv", ["terminsplan", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    return ran


@pytest.fixture
def town() -> Term:
    """Two meetings that anna must be at; ben is her deputy."""
    return term(
        meeting("first", seat("head")),
        meeting("second", seat("head")),
        holds("anna", "head", deputies=["ben"]),
        title="Höstens möten",
        as_of=at("mon 08:00"),
    )


@pytest.fixture
def file(town: Term, tmp_path: Path) -> Path:
    return stored(town, tmp_path / "term.json")
