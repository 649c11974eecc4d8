"""Nothing that was accepted is lost: plan jobs under load while API, solver and supervisor are killed again and again.

    python -m benchmarks.soak [--seconds 60] [--seed 1]

Runs on Linux. Ends with 1 where a job that was answered with 202 did not succeed, or did not make just one plan.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import httpx

from api.settings import Settings
from api.store import Job, Store

ROOT = Path(__file__).parents[1]
LONGEST_WAIT_SECONDS = 180
CLIENTS = 2


def term() -> dict[str, Any]:
    """The least term that can be planned; another one each time."""
    week = {"first_day": "2026-09-07", "last_day": "2026-09-11"}
    return {
        "uid": str(uuid4()),
        "title": "A week",
        **week,
        "organisations": [{"id": "town", "name": "The town"}],
        "units": [{"id": "office", "name": "The office", "organisation": "town"}],
        "roles": [{"id": "head", "name": "Head of unit"}],
        "people": [{"id": "p1", "name": "The head of the office"}],
        "appointments": [{"id": "a1", "role": "head", "unit": "office", "holder": "p1"}],
        "series": [
            {
                "id": "talks",
                "title": "Talk",
                "windows": [week],
                "seats": [{"id": "h", "role": "head", "unit": "office"}],
            }
        ],
        "meetings": [{"id": "talk", "series": "talks"}],
    }


class Service:
    """`terminsplan serve`, which is killed and started again."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.log = (settings.data_dir / "log.txt").open("ab")
        self.start()

    def start(self) -> None:
        """Start the supervisor."""
        environment = {**os.environ, **self.settings.environment(), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "api.cli", "serve"]
        self.process = subprocess.Popen(command, env=environment, stdout=self.log, stderr=self.log)

    def children(self) -> list[int]:
        """Ids of its two processes, or of fewer when they are not there."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in listed.read_text().split()] if listed.exists() else []

    def wait(self) -> None:
        """Wait until it answers and has a solver: what has not begun cannot be interrupted."""
        end = time.monotonic() + LONGEST_WAIT_SECONDS
        while time.monotonic() < end:
            with suppress(httpx.TransportError):
                if httpx.get(f"http://{self.settings.host}:{self.settings.port}/ready", timeout=5).status_code == 200:
                    return
            time.sleep(0.2)
        sys.exit("the service does not start:\n" + (self.settings.data_dir / "log.txt").read_text("utf-8")[-2000:])

    def kill_one(self, random: Random) -> str:
        """Kill a child, or now and then the supervisor, as a power cut would; answers what."""
        children = self.children()
        if not children or random.random() < 0.2:
            self.process.kill()
            self.process.wait()
            self.start()
            return "supervisor"
        pid = random.choice(children)
        what = "solver" if "solver" in Path(f"/proc/{pid}/cmdline").read_text() else "API"
        os.kill(pid, 9)
        return what

    def end(self) -> None:
        """Ask it to end."""
        self.process.terminate()
        self.process.wait(30)


@dataclass
class Load:
    """Clients that ask for plans for as long as they may, through every failure of the service."""

    address: str
    token: str
    over: threading.Event = field(default_factory=threading.Event)
    accepted: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[int, int] = field(default_factory=dict)
    unreachable: int = 0

    def run(self) -> None:
        """Ask for one plan after the other."""
        with httpx.Client(
            base_url=self.address, headers={"Authorization": f"Bearer {self.token}"}, timeout=10
        ) as client:
            while not self.over.wait(0.2):
                try:
                    self._ask(client)
                except httpx.TransportError:
                    self.unreachable += 1

    def _ask(self, client: httpx.Client) -> None:
        document = term()
        made = client.post("/v1/terms", json=document)
        self._count(made)
        if made.status_code == 201:
            job = client.post(f"/v1/terms/{document['uid']}/plan-jobs", json={})
            self._count(job)
            if job.status_code == 202:
                self.accepted.append((document["uid"], job.json()["id"]))

    def _count(self, answer: httpx.Response) -> None:
        self.answers[answer.status_code] = self.answers.get(answer.status_code, 0) + 1


def soak(settings: Settings, seconds: float, seed: int) -> bool:
    """Load and kill for so long, then see that every accepted job ended with one plan; prints what happened."""
    random, killed = Random(seed), dict[str, int]()
    with Store(settings) as store:
        load = Load(f"http://{settings.host}:{settings.port}", store.workspace().issue_token("soak", by="soak").secret)
        clients = [threading.Thread(target=load.run) for _ in range(CLIENTS)]
        service = Service(settings)
        for client in clients:
            client.start()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            service.wait()
            time.sleep(random.uniform(0.0, 3.0))
            what = service.kill_one(random)
            killed[what] = killed.get(what, 0) + 1
        load.over.set()
        for client in clients:
            client.join()
        wrong = [job for job in _ended(store, load.accepted) if not _as_promised(store, job)]
        service.end()
    print(f"killed: {killed}; answers: {load.answers}; not reachable: {load.unreachable}")
    print(f"jobs accepted: {len(load.accepted)}; lost or doubled: {len(wrong)}")
    for job in wrong:
        print(f"  {job.id}: {job.state}, attempt {job.attempt}, {job.failure}")
    return bool(load.accepted) and not wrong


def _ended(store: Store, accepted: list[tuple[str, str]]) -> list[Job]:
    """The accepted jobs, once they are over or have had all the time that they get."""
    end = time.monotonic() + LONGEST_WAIT_SECONDS
    while True:
        jobs = [store.workspace().job(job) for _, job in accepted]
        if all(job.over for job in jobs) or time.monotonic() > end:
            return jobs
        time.sleep(1)


def _as_promised(store: Store, job: Job) -> bool:
    return job.state == "succeeded" and len(store.workspace().plans(job.term_id)) == 1


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with socket.create_server(("127.0.0.1", 0)) as free, tempfile.TemporaryDirectory() as directory:
        port = free.getsockname()[1]
        free.close()
        settings = Settings(data_dir=Path(directory), port=port, solver_lease_seconds=2.0, log_level="warning")
        sys.exit(0 if soak(settings, asked.seconds, asked.seed) else 1)


if __name__ == "__main__":
    main()
