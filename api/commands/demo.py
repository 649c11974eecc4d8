"""`terminsplan demo`: the shipped example planned, released and served, all through the real store and solver.

Each step is taken only where it has not been: a second start, also after Ctrl-C in the middle, goes on from there.
"""

import os
import secrets
import signal
import sys
import threading
import time
from dataclasses import dataclass, field

from api.commands.exits import Exit, Stop
from api.commands.files import example_file, read_term
from api.commands.planning import print_plan, show_progress
from api.commands.screen import Screen
from api.commands.service import opened, serving
from api.serving import serve
from api.settings import Settings
from api.store import Busy, Job, NotFound, Release, Store, StoredPlan, StoredTerm, Workspace
from api.texts import Language, say
from models import GoalResult
from scheduler.options import Options

__all__ = ["demonstrate"]

BY = "demo"
LOOK_AGAIN_SECONDS = 0.2


def demonstrate(settings: Settings, language: Language) -> None:
    """Serve the example until interrupted; plan and release it meanwhile, if that is not done.

    Raises:
        Stop: the service cannot start, or the example cannot be planned.
    """
    with opened(settings, language) as store:
        show = _Show(store, settings, language)
        show.prepare()
        beside = threading.Thread(target=show.run, daemon=True)
        beside.start()
        with serving(language):
            serve(settings)
        if show.failed:
            raise show.failed


@dataclass
class _Show:
    """What happens beside the server.

    Attributes:
        failed: why it ended before its time.
    """

    store: Store
    settings: Settings
    language: Language
    screen: Screen = field(default_factory=Screen)
    failed: Exception | None = None

    @property
    def workspace(self) -> Workspace:
        return self.store.workspace()

    def prepare(self) -> None:
        """Have the example in the store."""
        example = read_term(example_file(), self.language)
        self.term_id = str(example.uid)
        try:
            self.workspace.term(self.term_id)
        except NotFound:
            self.workspace.create_term(example, by=BY)

    def run(self) -> None:
        """Plan, release, print; what goes wrong ends the server too."""
        try:
            self._run()
        except Exception as error:
            self.failed = error
            os.kill(os.getpid(), signal.SIGTERM)

    def _run(self) -> None:
        stored = self.workspace.term(self.term_id)
        release = self._release_of(stored)
        term = self.workspace.term(self.term_id, release.revision).term
        print_plan(term, self.workspace.plan(release.plan_id).plan, self.language, self.screen)
        self._tell(release)

    def _release_of(self, stored: StoredTerm) -> Release:
        """The newest release, made where there is none."""
        if stored.newest_release:
            return self.workspace.released(self.term_id)
        plan = self._plan_of(stored)
        release = self.workspace.release(self.term_id, plan.id, by=BY, based_on=0)
        self.workspace.subscribe(self.term_id, "term", None, by=BY)
        return release

    def _plan_of(self, stored: StoredTerm) -> StoredPlan:
        """The newest plan, made where there is none."""
        if stored.newest_plan_id:
            return self.workspace.plan(stored.newest_plan_id)
        job = self._ended(self._job(stored))
        if job.plan_id is None:
            raise Stop(Exit.INTERNAL, job.failure.message if job.failure else job.state)
        return self.workspace.plan(job.plan_id)

    def _job(self, stored: StoredTerm) -> Job:
        """A job that plans the term: one that is under way already, or a new one."""
        options = Options(self.settings.plan_time_limit_seconds, self.settings.workers)
        try:
            return self.workspace.enqueue_plan(self.term_id, stored.revision, options, by=BY)
        except Busy as busy:
            return self.workspace.job(busy.job_id)

    def _ended(self, job: Job) -> Job:
        """The job once it is over, its progress shown meanwhile."""
        seen = 0
        with self.screen.progress(say("plan.searching", self.language)) as bar:
            while not (job := self.workspace.job(job.id)).over:
                for event in self.workspace.job_progress(job.id, after=seen):
                    seen = event.number
                    if event.kind == "progress":
                        goals = [GoalResult.model_validate(goal) for goal in event.payload["goals"]]
                        show_progress(bar, goals, event.payload["goal"], self.language)
                time.sleep(LOOK_AGAIN_SECONDS)
        return job

    def _tell(self, release: Release) -> None:
        """The links, and the token where it is new."""
        at = self.settings.public_url or f"http://{self.settings.host}:{self.settings.port}"
        feed = self.workspace.subscribe(self.term_id, "term", None, by=BY)
        lines = [say("serve.feed", self.language), f"  {at}/feeds/{feed.token}.ics"]
        if not self.workspace.tokens():  # made only now, when it is shown: it is never shown again
            secret = self.workspace.issue_token(BY, by=BY).secret
            lines += [say("serve.token", self.language), f"  {secret}"]
        lines += [
            say("serve.sign_in", self.language),
            f"  {at}/in/{self._link()}",
            say("serve.kept", self.language, directory=self.settings.data_dir),
            say("serve.at", self.language, url=f"{at}/"),
        ]
        for line in lines:
            self.screen.line(line)
        sys.stdout.flush()

    def _link(self) -> str:
        """The secret of a link that signs in as the demonstration's own coordinator, whose password nobody knows."""
        if all(one.name != BY for one in self.workspace.accounts()):
            self.workspace.create_account(BY, secrets.token_urlsafe(32), "coordinator", by=BY)
        return self.workspace.login_link(BY, f"/terms/{self.term_id}", by=BY)
