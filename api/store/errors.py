"""Why the store refuses: each a type that the outside turns into an answer of its own."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

__all__ = ["Busy", "Conflict", "NotFound", "Stale", "StoreError", "TooManyTries", "Unwelcome"]


class StoreError(Exception):
    """Something was asked of the store that it cannot do; nothing was changed.

    Attributes:
        code: the kind of refusal, for machines.
        params: what it is about, by name.
    """

    code = "store"

    def __init__(self, message: str, **params: Any) -> None:
        super().__init__(message)
        self.params = params


class NotFound(StoreError):
    """This workspace holds no such thing (whether another one does is not told). Over HTTP: 404."""

    code = "not_found"

    def __init__(self, kind: str, id: str) -> None:
        super().__init__(f'there is no {kind} "{id}": list those that exist', kind=kind, id=id)


class Stale(StoreError):
    """The change is based on an older version than the current one. Over HTTP: 412.

    Attributes:
        current_version: the version to read, and to base the change on anew.
        changed: what has happened since, the newest first, see `api.store.news`.
    """

    code = "stale"

    def __init__(
        self, kind: str, id: str, based_on: int, current_version: int, changed: Sequence[Mapping[str, Any]]
    ) -> None:
        message = f'{kind} "{id}" is at version {current_version}, not {based_on}: read it again and redo the change'
        params = {"kind": kind, "id": id, "based_on": based_on, "current_version": current_version}
        super().__init__(message, **params, changed=tuple(changed))
        self.current_version = current_version


class Busy(StoreError):
    """The term is being planned already. Over HTTP: 409.

    Attributes:
        job_id: the job that is active.
    """

    code = "busy"

    def __init__(self, term_id: str, job_id: str) -> None:
        message = f'term "{term_id}" is being planned by job "{job_id}": wait for it, or cancel it'
        super().__init__(message, term=term_id, job=job_id)
        self.job_id = job_id


class Conflict(StoreError):
    """It clashes with what is stored. Over HTTP: 422 where `code` is `key_reused`, else 409.

    Attributes:
        code: `exists` (the term's uid is stored already), `key_reused` (the idempotency key came with another body
            before), `other_term` (the plan answers another term), `nothing_to_change` (the term has no plan that
            another could change), `unknown_series` or `no_stages` (the term has none such), `nothing_to_roll_back` (the
            newest release shows that plan already), `too_many_questions` (as many about the term as may wait for an
            answer do), and of a change that cannot be taken back `released` (people have been told), `entangled`
            (something has been changed again since) or `undone` (it has been taken back already); of a digest that is
            to be sent again `not_given_up`, `told_later` or `no_address`. Of reports `decided` (it waits no more) and
            `too_many_reports` (of one person).
    """

    def __init__(self, code: str, message: str, **params: Any) -> None:
        super().__init__(message, **params)
        self.code = code


class TooManyTries(StoreError):
    """Signing in has failed too often under this name or from this address; nothing was looked at.

    Attributes:
        seconds: how long to wait.
    """

    code = "too_many_tries"

    def __init__(self, seconds: int) -> None:
        super().__init__(f"signing in has failed too often: wait {seconds} seconds", seconds=seconds)
        self.seconds = seconds


class Unwelcome(StoreError):
    """Somebody whom the organisation knows is not let in here.

    Attributes:
        why: `no_role` (nothing gives them one), `ended` (their account is disabled), `taken` (another account has
            their name, and no one has said that it is theirs).
    """

    def __init__(self, why: Literal["no_role", "ended", "taken"]) -> None:
        super().__init__(f"not let in: {why}")
        self.why = why
