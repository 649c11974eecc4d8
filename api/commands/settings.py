"""The settings of the environment, and a sentence where they are wrong."""

import os
from typing import Any

from pydantic import ValidationError

from api.commands.exits import Exit, Stop
from api.commands.faults import fault_lines
from api.settings import Settings
from api.texts import Language

__all__ = ["settings"]


def settings(language: Language, **given: Any) -> Settings:
    """The settings of the environment, those `given` (unless `None`) before them. Raises `Stop` for wrong ones."""
    said = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings.from_environment(os.environ, **said)
    except ValidationError as error:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, "TERMINSPLAN_*", language))) from None
