"""The supervisor and its children: what dies is replaced, what ends takes the others along, and nothing is lost."""

import os
import re
import signal
import socket
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from api.serving import ServingError, serve
from api.settings import Settings
from api.store import Job, Store
from api.supervising import Commands
from scheduler.options import Options
from tests.api.jobs.processes import DEADLINE_SECONDS, Started, over, running, service, solver, until
from tests.api.store.building import stored


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Settings by which no lease ever runs out: the supervisor has to say what died."""
    return settings.model_copy(update={"solver_lease_seconds": 3600.0})


def port_of(started: Started) -> int:
    """The port that the service prints."""
    assert started.process.stdout is not None
    printed = started.process.stdout.readline()
    found = re.fullmatch(r"terminsplan: http://127\.0\.0\.1:(\d+)/\n", printed)
    assert found, printed
    return int(found[1])


def answering(port: int) -> int:
    """Id of the process that answers; waits for one."""

    def ask() -> int | None:
        try:
            with socket.create_connection(("127.0.0.1", port), DEADLINE_SECONDS) as connection:
                return int(connection.recv(20) or b"0")
        except OSError:
            return None

    return until(ask, "an answer")


def children(started: Started) -> set[int]:
    """Ids of the processes that it has started and that are alive."""
    found = Path(f"/proc/{started.process.pid}/task/{started.process.pid}/children")
    return {int(one) for one in found.read_text().split()}


def alive(process: int) -> bool:
    """Whether a process is there and not only its tombstone."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def end_with_children(started: Started, api: int, number: signal.Signals) -> None:
    """End the service by a signal; fails where it leaves a process behind."""
    family = children(started)
    assert api in family
    assert len(family) == 2
    started.process.send_signal(number)
    assert started.process.wait(DEADLINE_SECONDS) == (-number if number == signal.SIGKILL else 0)
    until(lambda: not any(map(alive, family)), "the children to end")


def patient_job(store: Store) -> Job:
    """A job that is worked on until a test lets it end."""
    term = stored(store.workspace(), description="patient")
    return running(store, store.workspace().enqueue_plan(term.id, 1, Options(), "anna").id)


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here to look for processes in")


def test_the_house_itself_answers_and_plans(settings: Settings, go: Path) -> None:
    own = Commands.own()
    with Store(settings) as store, service(settings, go, *own.api, "--", *own.solver) as started:
        port = port_of(started)
        term = stored(store.workspace())
        job = over(store, store.workspace().enqueue_plan(term.id, 1, Options(workers=1), "anna").id)
        assert job.state == "succeeded"
        assert store.workspace().plan(job.plan_id or "").plan.proven
        assert asked(port, "/ready") == b'{"database":true,"solver":true}'
        assert started.stop() == 0


def asked(port: int, path: str) -> bytes:
    """What the API answers."""
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=DEADLINE_SECONDS) as answer:
        return bytes(answer.read())


@needs_proc
def test_replaces_a_solver_and_an_api_that_are_killed(settings: Settings, go: Path) -> None:
    with Store(settings) as store, service(settings, go) as started:
        port = port_of(started)
        first_api = answering(port)
        job = patient_job(store)
        (first_solver,) = children(started) - {first_api}
        os.kill(first_solver, signal.SIGKILL)
        os.kill(first_api, signal.SIGKILL)
        assert answering(port) != first_api
        running(store, job.id, attempt=2)
        go.touch()
        ended = over(store, job.id)
        assert (ended.state, ended.attempt) == ("succeeded", 2)
        assert len(store.workspace().plans(job.term_id)) == 1
        end_with_children(started, answering(port), signal.SIGTERM)


@needs_proc
def test_takes_its_children_along_and_goes_on_after_a_new_start(settings: Settings, go: Path) -> None:
    settings = settings.model_copy(update={"solver_lease_seconds": 1.0})  # for the last end, which nobody can report
    with Store(settings) as store:
        job, attempt = None, 0
        for number in (signal.SIGINT, signal.SIGKILL):
            with service(settings, go) as started:
                api = answering(port_of(started))
                attempt += 1
                job = running(store, job.id, attempt) if job else patient_job(store)
                end_with_children(started, api, number)
            assert store.workspace().job(job.id).state == "running"
        go.touch()
        with solver(settings, go, "the-next"):
            assert over(store, job.id).state == "succeeded"
        assert len(store.workspace().plans(job.term_id)) == 1


def test_a_busy_port_is_a_sentence(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServingError, match=rf"Port {port} at 127\.0\.0\.1 cannot be used .*TERMINSPLAN_PORT"):
            serve(settings.model_copy(update={"port": port}))


def test_an_api_that_does_not_start_is_a_sentence(settings: Settings, go: Path) -> None:
    with service(settings, go, sys.executable, "-c", "raise SystemExit(9)") as started:
        _, said = started.process.communicate(timeout=DEADLINE_SECONDS)
    assert started.process.returncode == 1
    assert "the API process does not start (it ended with 9)" in said
    assert "Traceback" not in said


def test_a_directory_or_database_that_cannot_be_used_is_a_sentence(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for wrong in (
        {"data_dir": tmp_path / "file"},
        {"database_url": f"sqlite:///{tmp_path}/nowhere/test.sqlite"},
        {"database_url": "postgresql://nobody@127.0.0.1:1/nothing"},
        {"database_url": "nonsense"},
    ):
        with pytest.raises(ServingError, match="cannot be used"):
            serve(settings.model_copy(update=wrong))
    settings.data_dir.mkdir(exist_ok=True)
    settings.key_file.write_text("{}")
    with pytest.raises(ServingError, match="restore it from the backup"):
        serve(settings)
