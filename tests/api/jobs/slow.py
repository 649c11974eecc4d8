"""Children that a test can hold: `python -m tests.api.jobs.slow solver|api --parent FD ...`, as the supervisor does."""

import os
import signal
import socket
import sys
import threading

GO = "TERMINSPLAN_TEST_GO"
"""Names the file whose coming lets a patient planner finish."""


def solve(arguments: list[str]) -> None:
    """A solver of the house with a planner of the tests."""
    from api.child import main
    from api.jobs import Scheduler
    from tests.api.jobs.planner import KINDS, check

    main(arguments, Scheduler(KINDS, check))


def answer(parent: int, listener: int) -> None:
    """In place of the API: tell whoever connects which process this is."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    threading.Thread(target=lambda: (os.read(parent, 1), os._exit(0)), daemon=True).start()
    with socket.socket(fileno=listener) as server:
        while True:
            caller, _ = server.accept()
            with caller:
                caller.sendall(str(os.getpid()).encode())


def _number_after(name: str, arguments: list[str]) -> int:
    return int(arguments[arguments.index(name) + 1])


if __name__ == "__main__":
    said = sys.argv[1:]
    if said[0] == "solver":
        solve(said)
    else:
        answer(_number_after("--parent", said), _number_after("--listener", said))
