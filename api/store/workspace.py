"""What one office keeps: terms, jobs, plans, releases and subscriptions, closed to all other offices."""

from api.store.parts import Accounts, Jobs, Opened, Participants, Releases, Terms

__all__ = ["Opened", "Workspace"]


class Workspace(Terms, Jobs, Releases, Participants, Accounts):
    """One workspace of the store. Every id that another workspace holds is unknown here (`NotFound`).

    Lists come newest first; `after` is the id (for revisions, changes, releases and the audit the number)
    of the last one seen, `None` begins; `limit` is the most that are answered. An unknown `after` is `NotFound`.
    `by` is the name of the principal who acts; it is kept with what was done.
    All methods block; call them from a thread.
    """
