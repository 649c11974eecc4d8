"""Children that die at a chosen point of their work, as in a power cut."""

import os
import signal
from collections.abc import Callable

import sqlalchemy as sa

__all__ = ["Points", "die", "killed"]


def die(*_: object) -> None:
    """End this process at once, without a chance to clean up."""
    os.kill(os.getpid(), signal.SIGKILL)


def killed(work: Callable[[], object]) -> bool:
    """Do the work in a child; answers whether it was killed. A fault of the work itself fails the test."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "the work itself failed"
    return False


class Points:
    """The points of what goes through an engine: before and after each statement and each commit."""

    def __init__(self, engine: sa.Engine, fatal: int) -> None:
        """Count them from 1 on, and die at the fatal one."""
        self.fatal, self.passed = fatal, 0
        sa.event.listen(engine, "before_cursor_execute", self._point)
        sa.event.listen(engine, "after_cursor_execute", self._point)
        commit = engine.dialect.do_commit

        def do_commit(connection: object) -> None:
            self._point()
            commit(connection)  # type: ignore[arg-type]
            self._point()

        engine.dialect.do_commit = do_commit  # type: ignore[method-assign]

    def _point(self, *_: object) -> None:
        self.passed += 1
        if self.passed == self.fatal:
            die()
