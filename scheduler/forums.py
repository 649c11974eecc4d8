"""What forums are on a date: worked out of a term, and of a plan of it where there is one."""

from collections.abc import Iterator
from datetime import date

from models import Forum, ForumDay, ForumMeeting, Member, MemberDay, Plan, Term, officers_on

__all__ = ["forums_on"]


def forums_on(term: Term, plan: Plan | None, day: date) -> tuple[ForumDay, ...]:
    """Every forum of a term as it is on a date, in the document's order.

    Args:
        term: the term.
        plan: where its meetings are; without one none has a time.
        day: the date.
    """
    meetings = _meetings(term, plan)
    return tuple(_on(term, forum, day, meetings.get(forum.id, [])) for forum in term.forums)


def _on(term: Term, forum: Forum, day: date, meetings: list[ForumMeeting]) -> ForumDay:
    return ForumDay(
        forum=forum.id,
        title=forum.title,
        day=day,
        state=forum.state_on(day) if forum.exists_on(day) else "not_set_up",
        officers=officers_on(forum, day),
        members=tuple(_member(term, one, day) for one in forum.members),
        meetings=tuple(sorted(meetings, key=_in_time)),
    )


def _in_time(meeting: ForumMeeting) -> tuple[bool, str, str]:
    """Those without a time last."""
    return meeting.start is None, meeting.start.isoformat() if meeting.start else "", meeting.meeting


def _member(term: Term, member: Member, day: date) -> MemberDay:
    posts = [one for one in term.appointed.get((member.role, member.unit), ()) if one.holds_on(day)]
    deputies = (who for one in posts for who in one.deputies if member.deputy != "not")
    return MemberDay(
        member=member.id,
        role=member.role,
        unit=member.unit,
        standing=member.standing,
        holders=tuple(dict.fromkeys(one.holder for one in posts if one.holder)),
        deputies=tuple(dict.fromkeys(deputies)),
    )


def _meetings(term: Term, plan: Plan | None) -> dict[str, list[ForumMeeting]]:
    """The meetings of each forum."""
    found: dict[str, list[ForumMeeting]] = {}
    for forum, one in _each(term, plan):
        found.setdefault(forum, []).append(one)
    return found


def _each(term: Term, plan: Plan | None) -> Iterator[tuple[str, ForumMeeting]]:
    placed = {one.meeting: one for one in plan.placements} if plan else {}
    for meeting in term.resolved.values():
        at = placed.get(meeting.id)
        start, end, place = (at.start, at.end, at.place) if at else (None, None, None)
        if meeting.forum:
            named = {"meeting": meeting.id, "title": meeting.title}
            yield meeting.forum, ForumMeeting(**named, start=start, end=end, place=place)
