"""Real processes for tests: started, waited for, killed without mercy, and never left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from api.settings import Settings
from api.store import Job, Store
from tests.api.jobs.slow import GO

ROOT = Path(__file__).resolve().parents[3]
DEADLINE_SECONDS = 40.0
"""Far more than anything here takes, on a machine that is busy with other things."""
Answer = TypeVar("Answer")


def until(ask: Callable[[], Answer | None], what: str) -> Answer:
    """The first answer that is not false; fails when none comes."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError(f"waited in vain: {what}")


def environment(settings: Settings, go: Path) -> dict[str, str]:
    """What a child of the tests is told."""
    return {**os.environ, **settings.environment(), GO: str(go), "PYTHONPATH": str(ROOT)}


class Started:
    """A process of our own that runs until the block ends."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Ask it to end; answers its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(DEADLINE_SECONDS)


@contextmanager
def solver(settings: Settings, go: Path, solver_id: str, *more: str) -> Iterator[Started]:
    """A solver without a supervisor, that plans as `tests.api.jobs.planner` does and steps back for nobody."""
    watched, held = os.pipe()
    arguments = ("solver", "--parent", str(watched), "--solver", solver_id, *(more or ("--nice", "0")))
    with _started(("tests.api.jobs.slow", *arguments), settings, go, (watched,)) as started:
        os.close(watched)
        yield started
        os.close(held)


@contextmanager
def service(settings: Settings, go: Path, *api: str) -> Iterator[Started]:
    """The supervisor and its children."""
    with _started(("tests.api.jobs.serve", *api), settings, go) as started:
        yield started


@contextmanager
def _started(module: Sequence[str], settings: Settings, go: Path, handed_on: Sequence[int] = ()) -> Iterator[Started]:
    process = subprocess.Popen(
        (sys.executable, "-P", "-m", *module),
        env=environment(settings, go),
        pass_fds=handed_on,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Started(process)
    finally:
        process.terminate()
        try:
            process.communicate(timeout=DEADLINE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def over(store: Store, job_id: str) -> Job:
    """The job, once it is over."""
    office = store.workspace()
    return until(lambda: job if (job := office.job(job_id)).over else None, f"the end of {office.job(job_id)}")


def running(store: Store, job_id: str, attempt: int = 1) -> Job:
    """The job, once an attempt has told of its progress."""
    office = store.workspace()

    def told() -> bool:
        return any(one.kind == "progress" and one.attempt == attempt for one in office.job_progress(job_id))

    until(told, f"progress of {office.job(job_id)}")
    return office.job(job_id)
