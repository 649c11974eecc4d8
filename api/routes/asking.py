"""How a job is asked for: its options, and the key that makes asking again safe."""

import hashlib
import json
from typing import Annotated

from fastapi import Header

from api.problems import Problem
from api.routes.job_documents import SolveRequest
from api.settings import Settings
from scheduler.options import Options

__all__ = ["IdempotencyKey", "digest_of", "options_of"]

IdempotencyKey = Annotated[
    str | None,
    Header(
        pattern=r"^[\x21-\x7e]{1,200}$",
        description="Chosen by the client: the same request with the same key is answered with the same job.",
    ),
]


def options_of(wish: SolveRequest, settings: Settings) -> Options:
    """How to solve. Raises `Problem` for a longer time than the settings allow."""
    most = settings.max_plan_time_limit_seconds
    limit = wish.time_limit_seconds or min(settings.plan_time_limit_seconds, most)
    if limit > most:
        message = f"Input should be less than or equal to {most:g}"
        fault = {"in": "body", "pointer": "/time_limit_seconds", "code": "less_than_equal", "params": {"le": most}}
        raise Problem("invalid", faults=[{**fault, "message": message}])
    return Options(time_limit_seconds=limit, workers=settings.workers, seed=wish.seed)


def digest_of(kind: str, about: str, wish: SolveRequest) -> str:
    """What tells a request from all that ask otherwise, or of another kind, or about something else."""
    return hashlib.sha256(json.dumps([kind, about, wish.model_dump_json()]).encode()).hexdigest()
