"""Questions about one meeting of a plan; what is worked out for one answer serves the next."""

from datetime import datetime

from models import Choice, Plan, SpareStart, Term, Verdict, WhyHere
from scheduler.choosing import choices_of
from scheduler.explaining import spare_starts_of, verdict_of, why_here_of
from scheduler.standing_plan import StandingPlan

__all__ = ["About", "choices", "spare_starts", "verdict", "why_here"]


class About:
    """A meeting of a plan as it stands: asked, never changed."""

    def __init__(self, term: Term, plan: Plan, meeting: str) -> None:
        """Prepare.

        Args:
            term: the revision that the plan answers.
            plan: the plan as it stands.
            meeting: id of the meeting.

        Raises:
            KeyError: the term has no such meeting.
        """
        self._standing = StandingPlan(term, plan, meeting)

    def why_here(self) -> WhyHere:
        """How many starts the meeting had, what closed the others, and what it costs where it lies."""
        return why_here_of(self._standing)

    def verdict(self, start: datetime, place: str | None = None) -> Verdict:
        """What becomes of the meeting at a start while all others stand: what closes it, what it breaks, what it costs.

        It is also the instant check of a move by hand, which locks the meeting there: a lock of its own does not count.

        Args:
            start: when it would start.
            place: where; ``None`` is where it stands, else the first place that it may be at.
        """
        return verdict_of(self._standing, start, place)

    def spare_starts(self, most: int = 10) -> tuple[SpareStart, ...]:
        """The best starts at which it can be with nothing else touched: those that change no seat first, then by the
        ranking.
        """
        return spare_starts_of(self._standing, most)

    def choices(self) -> tuple[Choice, ...]:
        """Every start that it could have while all others stand: free, at a price, or closed and by whom."""
        return tuple(choices_of(self._standing))


def why_here(term: Term, plan: Plan, meeting: str) -> WhyHere:
    """As `About.why_here`. Raises `KeyError`."""
    return About(term, plan, meeting).why_here()


def verdict(term: Term, plan: Plan, meeting: str, start: datetime, place: str | None = None) -> Verdict:
    """As `About.verdict`. Raises `KeyError`."""
    return About(term, plan, meeting).verdict(start, place)


def spare_starts(term: Term, plan: Plan, meeting: str, most: int = 10) -> tuple[SpareStart, ...]:
    """As `About.spare_starts`. Raises `KeyError`."""
    return About(term, plan, meeting).spare_starts(most)


def choices(term: Term, plan: Plan, meeting: str) -> tuple[Choice, ...]:
    """As `About.choices`. Raises `KeyError`."""
    return About(term, plan, meeting).choices()
