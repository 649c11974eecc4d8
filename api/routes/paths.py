"""The parts of an address that name something."""

from typing import Annotated
from uuid import UUID

from fastapi import Path

__all__ = ["JobId", "MeetingId", "Number", "PlanId", "PublicLinkId", "SubscriptionId", "TermId"]

_ID = r"^[\w.:-]{1,100}$"

TermId = Annotated[UUID, Path(description="The term's uid.")]
JobId = Annotated[str, Path(pattern=_ID, description="Id of the plan job.")]
PlanId = Annotated[str, Path(pattern=_ID, description="Id of the plan.")]
MeetingId = Annotated[str, Path(pattern=_ID, description="Id of the meeting.")]
PublicLinkId = Annotated[str, Path(pattern=_ID, description="Id of the link of a timetable for the public.")]
SubscriptionId = Annotated[str, Path(pattern=_ID, description="Id of the subscription.")]
Number = Annotated[int, Path(ge=1, lt=2**31, description="1, 2, 3, ... within the term.")]
