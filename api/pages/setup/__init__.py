"""Setting up a term by forms: an overview, a list of each noun, a form for each thing, and a new term from nothing."""

from api.pages.door import Way
from api.pages.setup.beginning import began, beginning
from api.pages.setup.editing import looked_at, sent, subject
from api.pages.setup.overview import overview, rules
from api.pages.setup.removing import asked_to_remove, removed

__all__ = ["WAYS"]

_SETUP = "/terms/{term_id}/setup"
_ITEM = _SETUP + "/{noun}/item/{key}"

WAYS = (
    Way("GET", "/terms/new", beginning, "coordinator"),
    Way("POST", "/terms/new", began, "coordinator"),
    Way("GET", _SETUP, overview),
    Way("GET", _SETUP + "/rules", rules),
    Way("GET", _SETUP + "/{noun}", subject),
    Way("POST", _SETUP + "/{noun}", sent, "coordinator"),
    Way("GET", _SETUP + "/{noun}/new", looked_at, "coordinator"),
    Way("POST", _SETUP + "/{noun}/new", sent, "coordinator"),
    Way("GET", _ITEM, looked_at),
    Way("POST", _ITEM, sent, "coordinator"),
    Way("GET", _ITEM + "/remove", asked_to_remove, "coordinator"),
    Way("POST", _ITEM + "/remove", removed, "coordinator"),
)
