"""`serve` with children that a test can hold: `python -m tests.api.jobs.serve [api command ...]`."""

import os
import sys

from api.serving import ServingError, serve
from api.settings import Settings
from api.supervising import Commands

_CHILD = (sys.executable, "-P", "-m", "tests.api.jobs.slow")

if __name__ == "__main__":
    try:
        serve(
            Settings.from_environment(os.environ),
            Commands(sys.argv[1:] or (*_CHILD, "api"), (*_CHILD, "solver", "--nice", "0")),
        )
    except ServingError as wrong:
        sys.exit(f"terminsplan: {wrong}")
