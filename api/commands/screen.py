"""What a command prints: tables and colours on a terminal, plain lines in a pipe."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Bar", "Screen", "Sheet"]


@dataclass(frozen=True)
class Sheet:
    """A table to be printed.

    Attributes:
        title: one line above it.
        columns: the heads of its columns.
        rows: as many cells each as there are columns.
    """

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


class Bar(Protocol):
    """How far something has come."""

    def __call__(self, done: int, of: int, doing: str) -> None:
        """So much is done, and this is being done; from any thread."""


class Screen:
    """Standard output for results, standard error for progress; each plain where it is no terminal."""

    def line(self, text: str = "") -> None:
        """A line of the result."""
        print(text)

    def note(self, text: str) -> None:
        """A line about the work, not a part of the result: to standard error."""
        print(text, file=sys.stderr)

    def strong(self, text: str, good: bool = True) -> None:
        """A line that sums up."""
        if sys.stdout.isatty():
            from rich.text import Text

            _console().print(Text(text, style="bold green" if good else "bold yellow"))
        else:
            print(text)

    def table(self, sheet: Sheet) -> None:
        """A table: with lines on a terminal, aligned by spaces and never cut short elsewhere."""
        if sys.stdout.isatty():
            _console().print(_rich_table(sheet))
        else:
            print("\n".join(_plain_table(sheet)))

    @contextmanager
    def progress(self, what: str) -> Iterator[Bar]:
        """A bar on standard error while the block runs, gone when it ends; nothing where that is no terminal."""
        if not sys.stderr.isatty():
            yield _silence
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[doing]}"),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
            task = shown.add_task(what, total=None, doing="")
            yield lambda done, of, doing: shown.update(task, completed=done, total=of, doing=doing)


def _silence(done: int, of: int, doing: str) -> None:
    """Nobody looks."""


def _console() -> "Console":
    from rich.console import Console

    return Console(highlight=False)


def _rich_table(sheet: Sheet) -> object:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(sheet.title), title_justify="left", title_style="bold")
    for head in sheet.columns:
        table.add_column(Text(head))
    for row in sheet.rows:
        table.add_row(*(Text(cell) for cell in row))  # Text: what looks like markup in a name is a name
    return table


def _plain_table(sheet: Sheet) -> Iterator[str]:
    lines = [sheet.columns, *sheet.rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(sheet.columns))]
    yield sheet.title
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
