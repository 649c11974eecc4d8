"""What a workspace can be asked and told, by subject; `Workspace` is all of it."""

from api.store.parts.accounts import Accounts
from api.store.parts.jobs import Jobs
from api.store.parts.part import Opened, Part
from api.store.parts.participants import Participants
from api.store.parts.releases import Releases
from api.store.parts.terms import Terms

__all__ = ["Accounts", "Jobs", "Opened", "Part", "Participants", "Releases", "Terms"]
