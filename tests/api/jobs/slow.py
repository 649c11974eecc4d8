"""Children whose work is told by the term's description, so that a test can hold them in the middle of it.

`python -m tests.api.jobs.slow solver|api --parent FD ...`, as the supervisor starts its own children.
"""

import os
import signal
import socket
import sys
import threading
from pathlib import Path

from api.child import main
from api.jobs import Scheduler
from models import Fault, GoalResult, Plan, Term, as_validation_error
from scheduler.options import Cancelled, Heard, Options, Progress
from scheduler.outcome import Violation
from tests.api.store.building import planned

GO = "TERMINSPLAN_TEST_GO"
"""Names the file whose coming lets a patient planner finish."""
_PAUSE = threading.Event()


def plan(term: Term, options: Options, heard: Heard, cancelled: Cancelled) -> Plan:
    """A plan, in the manner that the term's description says."""
    if term.description == "broken":
        raise RuntimeError("out of luck")
    if term.description == "faulty":
        raise as_validation_error("Term", [Fault("unknown_goal", ("goals", 0), {"id": "joy", "nearest": ""})])
    steps = 0
    while term.description == "patient" and not cancelled() and not Path(os.environ[GO]).exists():
        steps += 1
        goal = GoalResult(id="placed", value=1_000_000 - steps, bound=0, proven=False)
        heard(Progress(component=1, components=1, goal="placed", goals=(goal,), seconds=steps / 100))
        _PAUSE.wait(0.01)
    return planned(term, proven=not cancelled())


def check(term: Term, plan: Plan) -> tuple[Violation, ...]:
    """What the plan of a term breaks that is described so."""
    return (Violation("travel", "council", {"person": "anna"}),) if term.description == "violating" else ()


def answer(listener: int) -> None:
    """Tell whoever connects which process this is."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    with socket.socket(fileno=listener) as server:
        while True:
            caller, _ = server.accept()
            with caller:
                caller.sendall(str(os.getpid()).encode())


def run(arguments: list[str]) -> None:
    """The child that the arguments name."""
    if arguments[0] == "solver":
        main(arguments, Scheduler(plan, check))
        return
    parent = int(arguments[arguments.index("--parent") + 1])
    threading.Thread(target=lambda: (os.read(parent, 1), os._exit(0)), daemon=True).start()
    answer(int(arguments[arguments.index("--listener") + 1]))


if __name__ == "__main__":
    run(sys.argv[1:])
