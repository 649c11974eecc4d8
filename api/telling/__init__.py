"""Changes, reasons and costs told in words: names instead of ids, dates as people say them, Swedish and English."""

from api.telling.actions import action_sentence
from api.telling.explaining import repairs_lines, spare_lines, verdict_lines, why_here_lines
from api.telling.meetings import meeting_sentence, seat_sentences
from api.telling.names import Names, group_text
from api.telling.officers import officer_text
from api.telling.own import own_sentence
from api.telling.reasons import blocked_sentence, broken_sentence, closed_sentence, cost_sentence, why_unplaced
from api.telling.staging import (
    cost_proof,
    cost_summary,
    goal_title,
    part_sentence,
    proof_code,
    signed,
    stage_title,
    waiting_lines,
)
from api.telling.times import day_text, days_text, listed, moment_text, span_text, weekly_text, window_text

__all__ = [
    "Names",
    "action_sentence",
    "blocked_sentence",
    "broken_sentence",
    "closed_sentence",
    "cost_proof",
    "cost_sentence",
    "cost_summary",
    "day_text",
    "days_text",
    "group_text",
    "goal_title",
    "listed",
    "meeting_sentence",
    "moment_text",
    "officer_text",
    "own_sentence",
    "part_sentence",
    "proof_code",
    "repairs_lines",
    "seat_sentences",
    "signed",
    "span_text",
    "spare_lines",
    "stage_title",
    "verdict_lines",
    "waiting_lines",
    "weekly_text",
    "why_here_lines",
    "why_unplaced",
    "window_text",
]
