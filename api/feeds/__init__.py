"""What calendars are told of a released plan: pure functions, no clock, no store, no network."""

from api.feeds.differing import Differing
from api.feeds.history import History, after_night, draft, history
from api.feeds.rendering import FeedRelease, file_name, render
from api.feeds.subscriber import LANGUAGES, OF_ALL, PUBLIC, Language, Subscriber, SubscriberKind, is_known, subscribers

__all__ = [
    "LANGUAGES",
    "OF_ALL",
    "PUBLIC",
    "Differing",
    "FeedRelease",
    "History",
    "Language",
    "Subscriber",
    "SubscriberKind",
    "after_night",
    "draft",
    "file_name",
    "history",
    "is_known",
    "render",
    "subscribers",
]
