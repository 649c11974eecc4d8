"""`serve` with children that a test can hold: `python -m tests.api.jobs.serve [API ... [-- SOLVER ...]]`."""

import os
import sys

from api.serving import ServingError, serve
from api.settings import Settings
from api.supervising import Commands

_CHILD = (sys.executable, "-P", "-m", "tests.api.jobs.slow")


def commands(said: list[str]) -> Commands:
    """Those that are given, and the tests' own for the others."""
    middle = said.index("--") if "--" in said else len(said)
    solver = said[middle + 1 :] or (*_CHILD, "solver", "--nice", "0")
    return Commands(said[:middle] or (*_CHILD, "api"), solver)


if __name__ == "__main__":
    try:
        serve(Settings.from_environment(os.environ), commands(sys.argv[1:]))
    except ServingError as wrong:
        sys.exit(f"terminsplan: {wrong}")
