"""What tests of the outside share."""

import io
import sys

import pytest

from api.cli import main
from tests.api.running import Ended, Run


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
