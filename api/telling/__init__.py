"""Changes, reasons and costs told in words: names instead of ids, dates as people say them, Swedish and English."""

from api.telling.actions import action_sentence
from api.telling.meetings import meeting_sentence
from api.telling.names import Names
from api.telling.own import own_sentence
from api.telling.reasons import blocked_sentence, broken_sentence, cost_sentence, why_unplaced
from api.telling.times import day_text, listed, moment_text, span_text, weekly_text, window_text

__all__ = [
    "Names",
    "action_sentence",
    "blocked_sentence",
    "broken_sentence",
    "cost_sentence",
    "day_text",
    "listed",
    "meeting_sentence",
    "moment_text",
    "own_sentence",
    "span_text",
    "weekly_text",
    "why_unplaced",
    "window_text",
]
