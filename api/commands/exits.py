"""How a command ends: codes that scripts can tell apart, and the sentence that goes with a bad end."""

from enum import IntEnum

__all__ = ["EXIT_CODES", "Exit", "Stop"]


class Exit(IntEnum):
    """The exit codes."""

    FINE = 0
    FAULTY = 2
    UNPROVEN = 3
    UNPLACED = 4
    VIOLATED = 5
    UNAVAILABLE = 6
    INTERNAL = 70
    INTERRUPTED = 130


EXIT_CODES: dict[Exit, str] = {
    Exit.FINE: "all went well; of a plan: every meeting is placed and the plan is proven to be the best one",
    Exit.FAULTY: "the command line, the term or the plan is faulty; every fault is listed, and nothing was written",
    Exit.UNPROVEN: "every meeting is placed, and a better plan may exist",
    Exit.UNPLACED: "the plan leaves out one meeting or more",
    Exit.VIOLATED: "the plan that was checked breaks a rule, or states a wrong figure",
    Exit.UNAVAILABLE: "the service cannot start: the port is busy, or its directory cannot be written",
    Exit.INTERNAL: "a fault of terminsplan itself",
    Exit.INTERRUPTED: "interrupted (Ctrl-C) before there was a result",
}
"""What each means, for `--help` and the docs."""


class Stop(Exception):
    """Ends a command with a sentence for whoever gave it.

    Attributes:
        code: how the command ends.
    """

    def __init__(self, code: Exit, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
