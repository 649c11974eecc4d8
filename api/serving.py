"""The processes: one that answers and one that plans, under a supervisor that they end with."""

from api.settings import Settings

__all__ = ["ServingError", "run_api", "run_worker", "serve"]


class ServingError(Exception):
    """The service cannot start; the message is a sentence for the operator."""


def serve(settings: Settings) -> None:
    """Run the API and one solver until interrupted; a solver that dies is started again.

    Raises:
        ServingError: the port is busy, the data directory cannot be written, or the API ended by itself.
    """
    raise NotImplementedError


def run_api(settings: Settings) -> None:
    """Run the API alone, in this process. Raises `ServingError`."""
    raise NotImplementedError


def run_worker(settings: Settings) -> None:
    """Run one solver alone, in this process, until terminated. Raises `ServingError`."""
    raise NotImplementedError
