"""A term planned stage by stage: which series in which stage, and what that costs against planning all at once."""

from typing import Annotated

from pydantic import Field

from models.base import Id, Marked, Noun, Text

__all__ = ["Stage", "StageCost"]


class Stage(Marked):
    """Series that are planned together, after those of the stages before and before those of the stages after."""

    id: Id
    title: Text
    """What people call the stage."""
    series: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the series that are planned in it; each in at most one stage, those in none come last."""


class StageCost(Noun):
    """What a plan made in stages costs on one goal against a plan made at once, with the goals above as they are."""

    id: Id
    """Id of the goal."""
    staged: int
    """What the plan made in stages achieves."""
    whole: int
    """What the best known plan achieves that did not have to be made in stages."""
    at_least: int | None
    """The stages cost no less than this, however long is searched; `null` where that is not known."""
    at_most: int
    """The stages cost no more than this, however long is searched."""
    proven: bool
    """True where what was found in each stage, and for the whole, is proven, here and on every goal above."""

    @property
    def cost(self) -> int:
        """By how much the plan made in stages is worse; negative where it is better, since a goal above is worse."""
        return self.staged - self.whole
