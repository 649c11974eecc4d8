"""One child of the supervisor: `python -m api.child api|solver --parent FD [--listener FD] [--solver ID]`."""

import argparse
import os
import signal
import socket
import sys
import threading
import time

from api.jobs import Scheduler
from api.serving import NICE, ServingError, run_api, run_worker
from api.settings import Settings
from api.supervising import GRACE_SECONDS

__all__ = ["main"]


def main(arguments: list[str], scheduler: Scheduler | None = None) -> None:
    """Run the child that the arguments name until its parent ends.

    Args:
        scheduler: what a solver plans and checks with; left out, the project's own.
    """
    parser = argparse.ArgumentParser(prog="api.child")
    parser.add_argument("name", choices=("api", "solver"))
    parser.add_argument("--parent", type=int, required=True, help="read end of a pipe that closes with the parent")
    parser.add_argument("--listener", type=int, help="socket that listens")
    parser.add_argument("--solver", help="id of the solver")
    parser.add_argument("--nice", type=int, default=NICE, help="how far a solver steps back")
    said = parser.parse_args(arguments)
    threading.Thread(target=_end_with, args=(said.parent,), daemon=True).start()
    settings = Settings.from_environment(os.environ)
    try:
        if said.name == "api":
            run_api(settings, socket.socket(fileno=said.listener))
        else:
            run_worker(settings, scheduler, said.solver, said.nice)
    except ServingError as wrong:
        sys.exit(f"terminsplan: {wrong}")


def _end_with(parent: int) -> None:
    os.read(parent, 1)  # nothing is ever written: it returns when the other end is closed
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
