"""The command line, run in this process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from models import Noun, Plan, Term
from tests.build import placed, plan, sits

__all__ = ["Ended", "Run", "both_held", "stored"]


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs a command, such as `run("plan", file)`."""

    def __call__(self, *arguments: object, stdin: str = "") -> Ended: ...


def stored(document: Noun, file: Path) -> Path:
    """The document in a file."""
    file.write_text(document.model_dump_json(), "utf-8")
    return file


def both_held(town: Term) -> Plan:
    """Both of its meetings on a Tuesday, with anna."""
    where = (("first", "tue 10:00"), ("second", "2 tue 10:00"))
    return plan(town, *(placed(one, start, sits("anna", "head")) for one, start in where))
