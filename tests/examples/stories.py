"""Runs what a story in `docs/stories/` tells: its commands in a shell, its outputs compared with what is printed.

A block of `sh` is run; the block of `text` after it must be what that prints, where a line `…` stands for any lines and
`…` within a line for anything. A block `json NAME` is written to that file first.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from api.commands.exits import Exit

__all__ = ["CALENDARS", "ROOT", "STORIES", "Telling", "difference"]

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "docs" / "stories"
CALENDARS = "calendars"
"""Directory of a story's calendars."""
ENDS_WELL = {Exit.FINE, Exit.UNPROVEN, Exit.UNPLACED}
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Telling:
    """A story that is being run in an empty directory.

    Attributes:
        releases: copies of the calendars as they were each time they had changed.
        wrong: what was not printed as it is told.
    """

    story: Path
    home: Path
    releases: list[Path] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def run(self) -> None:
        """From the first block to the last."""
        self._put_command_on_path()
        said = ""
        for kind, name, body in BLOCK.findall(self.story.read_text("utf-8")):
            match kind:
                case "json":
                    (self.home / name).write_text(body, "utf-8")
                case "sh":
                    said = self._shell(body)
                    self._keep_calendars()
                case "text":
                    self.wrong += difference(body, said)

    def _put_command_on_path(self) -> None:
        command = self.home / "bin" / "terminsplan"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m api.cli "$@"\n', "utf-8")
        command.chmod(0o755)

    def _shell(self, commands: str) -> str:
        """What the commands print, notes and results as a terminal shows them."""
        own = {"PATH": f"{self.home / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
        plain = {name: value for name, value in os.environ.items() if not name.startswith("TERMINSPLAN_")}
        done = subprocess.run(
            ["bash", "-c", commands],
            cwd=self.home,
            env={**plain, **own, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "LANG": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        assert done.returncode in ENDS_WELL, f"{commands}\n{done.stdout}"
        return done.stdout

    def _keep_calendars(self) -> None:
        there = self.home / CALENDARS
        if there.is_dir() and (not self.releases or _contents(there) != _contents(self.releases[-1])):
            kept = self.home / f"release-{len(self.releases) + 1}"
            shutil.copytree(there, kept)
            self.releases.append(kept)


def _contents(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.glob("*.ics")}


def difference(told: str, said: str) -> Iterator[str]:
    """Nothing where a text is printed as it is told, else both."""
    lines = ("(?:.*\n)*?" if line == "…" else _pattern(line) + "\n" for line in told.splitlines())
    if not re.fullmatch("".join(lines), said):
        yield f"told:\n{told}\nprinted:\n{said}"


def _pattern(line: str) -> str:
    return ".*".join(map(re.escape, line.rstrip().split("…"))) + " *"
