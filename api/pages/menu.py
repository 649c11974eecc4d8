"""The pages of a term, in the order of its menu."""

__all__ = ["MENU"]

MENU = (
    ("menu.plan", ()),
    ("menu.load", ("load",)),
    ("menu.forums", ("forums",)),
    ("menu.setup", ("setup",)),
    ("menu.changes", ("changes",)),
    ("menu.calendars", ("calendars",)),
    ("menu.releases", ("releases",)),
)
"""What each is called, and its address below the term's."""
