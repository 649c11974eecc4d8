"""Nightly renderings: what has been cancelled for long leaves the calendars, also where no release follows."""

from api.feeds import after_night
from api.store.renderings import Told, newest_told, render_all
from api.store.rows import Rows
from api.store.tables import nights

__all__ = ["is_due", "render_night"]


def is_due(rows: Rows, term_id: str) -> bool:
    """Whether the calendars hold something that a night would drop."""
    return _next(rows, term_id) is not None


def render_night(rows: Rows, term_id: str, by: str) -> int | None:
    """Drop what has been cancelled for long; answers the night's number, `None` where nothing was to be dropped."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    told = _next(rows, term_id)
    if told is None:
        return None
    this = {"term_id": term_id, "release": told.release, "night": told.night}
    rows.add(nights, **this, rendered_at=told.history.moment, history=told.history.model_dump_json())
    render_all(rows, term_id, told)
    rows.note(by, "nightly", f"{term_id}/{told.release}/{told.night}")
    return told.night


def _next(rows: Rows, term_id: str) -> Told | None:
    told = newest_told(rows, term_id)
    history = told and after_night(told.history, rows.now, keep_cancelled_days=rows.keep_cancelled_days)
    return Told(told.release, told.night + 1, told.revision, history) if told and history else None
