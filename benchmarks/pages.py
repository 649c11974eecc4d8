"""How long the server takes to answer each page, and what it weighs: of the example, and of a term of 306 meetings."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

import scheduler
from api.app import create_app
from api.feeds import subscribers
from api.jobs.desk import Desk
from api.settings import Settings
from api.store import Job, Store
from benchmarks.areas import areas
from benchmarks.boras import boras
from benchmarks.measure import arguments, report
from models import Cancel, Change, Term
from scheduler.options import Options

__all__ = ["PAGES", "Office"]

PAGES = (
    "/terms",
    "/terms/{term}",
    "/terms/{term}/meetings/{meeting}",
    "/terms/{term}/meetings/{meeting}/move",
    "/terms/{term}/load",
    "/terms/{term}/setup",
    "/terms/{term}/setup/people",
    "/terms/{term}/setup/meetings/item/{meeting}",
    "/terms/{term}/calendars",
    "/terms/{term}/release",
    "/terms/{term}/releases/1",
    "/terms/{term}/changes",
    "/terms/{term}/changes/away",
    "/terms/{term}/meetings/{meeting}/repairs",
    "/terms/{term}/compare",
    "/me/{own}",
)
"""By address; a term is published, then one meeting is cancelled and the term planned again."""
PASSWORD = "measured in seconds"
SHARED = 100
"""People who subscribe to their calendar."""


@dataclass(frozen=True)
class Office:
    """An office with one term in it, and somebody who is signed in."""

    store: Store
    client: TestClient
    options: Options

    @classmethod
    def at(cls, directory: Path, options: Options) -> "Office":
        """A new one."""
        settings = Settings(data_dir=directory)
        store = Store(settings)
        store.workspace().create_account("anna", PASSWORD, "coordinator", "benchmark")
        client = TestClient(create_app(settings, store))
        client.cookies.set("terminsplan", store.sign_in("anna", PASSWORD, "192.0.2.1") or "")
        return cls(store, client, options)

    def addresses(self, term: Term) -> Iterator[str]:
        """Those of the pages, once the term is kept, published, changed and planned again."""
        office, term_id = self.store.workspace(), str(term.uid)
        office.create_term(term, "benchmark")
        first = self._planned(term_id, office.enqueue_plan(term_id, None, self.options, "benchmark"))
        people = [one for one in subscribers(term) if one.kind == "person"][:SHARED]
        office.share(term_id, people, "benchmark")
        office.release(term_id, first, "benchmark")
        held = office.plan(first).plan.placements[-1]
        change = Change(actions=(Cancel(meeting=held.meeting, day=held.start.date()),))
        office.change_term(term_id, change, 1, "benchmark")
        self._planned(term_id, office.enqueue_replan(term_id, None, self.options, "benchmark"))
        own = office.give_page(term_id, held.people()[0], "benchmark").token
        yield from (one.format(term=term_id, meeting=held.meeting, own=own) for one in PAGES)

    def _planned(self, term_id: str, job: Job) -> str:
        """Id of the plan that the job is given here and now."""
        desk = Desk(self.store.workspace())
        work = desk.begin(job.id)
        assert work is not None, "nobody else works here"
        if work.about:
            plan = scheduler.replan(work.term, work.about.plan, work.about.plan.as_of, self.options)
        else:
            plan = scheduler.plan(work.term, self.options)
        desk.publish(job.id, plan, stopped=False)
        return self.store.workspace().plans(term_id, limit=1)[0].id

    def bytes(self, address: str) -> int:
        """What a page weighs with all that it asks for."""
        page = self.client.get(address)
        beside = set(re.findall(r'"(/static/[^"]+)"', page.text))
        return len(page.content) + sum(len(self.client.get(one).content) for one in beside)

    def seconds(self, address: str, runs: int) -> list[float]:
        """How long each of the answers takes, once the first has been given."""
        self.client.get(address)
        return [self._timed(address) for _ in range(runs)]

    def _timed(self, address: str) -> float:
        began = time.perf_counter()
        answer = self.client.get(address)
        assert answer.status_code == 200, f"{address} is answered with {answer.status_code}"
        return time.perf_counter() - began


def _rows(name: str, term: Term, runs: int, options: Options) -> Iterator[dict[str, object]]:
    with TemporaryDirectory() as directory:
        office = Office.at(Path(directory), options)
        for pattern, address in zip(PAGES, list(office.addresses(term)), strict=True):
            taken = sorted(1000 * one for one in office.seconds(address, runs))
            weighs = round(office.bytes(address) / 1000)
            figures = {"median ms": round(median(taken), 1), "worst ms": round(taken[-1], 1), "kB": weighs}
            yield {"case": name, "page": pattern, **figures}
        office.store.close()


def main() -> None:
    """Ask for each page of both terms and report."""
    given = arguments(__doc__, runs=20, areas=18, time_limit=20)
    options = Options(time_limit_seconds=given.time_limit, workers=given.workers)
    big = areas(given.areas, 1)
    terms = {"Borås 2026": boras(), f"{len(big.meetings)} meetings": big}
    rows = [row for name, term in terms.items() for row in _rows(name, term, given.runs, options)]
    report("pages", rows, {"cases": rows})


if __name__ == "__main__":
    main()
