"""Two plans of a term side by side: the draft against what people know, or any two."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from api.pages.differing import answered, shown
from api.pages.door import Way
from api.pages.standing import Standing, standing_of
from api.pages.view import goals_of
from api.pages.visit import Visit
from api.routes.difference_documents import ToldDifference
from api.store import NotFound
from api.telling import Names, cost_sentence
from api.telling.dates import moment_text, week_text, when_text, where_text
from models import GoalChange, GoalResult, MeetingChange, Placement
from scheduler import Answered

__all__ = ["WAYS"]

MOST_PLANS = 20


@dataclass(frozen=True)
class _Side:
    """Where a meeting stands in one of the plans."""

    when: str
    place: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class _Row:
    """A meeting that differs."""

    meeting: str
    title: str
    before: _Side | None
    after: _Side | None
    detail: str


@dataclass(frozen=True)
class _GoalRow:
    """What both achieve on a goal."""

    name: str
    before: str
    after: str
    look: str
    difference: str
    proof: str
    proven: bool


@dataclass(frozen=True)
class _Title:
    """What a plan is called, and when it was made or published."""

    name: str
    when: datetime


@dataclass(frozen=True)
class _Pair:
    """Both plans, with the terms that they answer."""

    before: Answered
    after: Answered
    titles: tuple[str, str]


def _page(visit: Visit) -> Response:
    at = standing_of(visit, visit.said("term_id"))
    choice = dict(_choice(visit, at))
    before, after = visit.asked("before") or _known(at, choice), visit.asked("after") or (at.plan.id if at.plan else "")
    pair = _pair(visit, at, before, after, choice) if before and after else None
    compared = _compared(visit, pair) if pair else {"rows": None}
    return visit.term_page(
        "compare.html", at.term_of_page, at=at, choice=_options(visit, choice), before=before, after=after, **compared
    )


def _options(visit: Visit, choice: Mapping[str, _Title]) -> tuple[tuple[str, str], ...]:
    """What can be chosen, the newest first."""
    newest = sorted(choice.items(), key=lambda one: one[1].when, reverse=True)
    return tuple((one, f"{title.name}, {moment_text(title.when, visit.language)}") for one, title in newest)


def _choice(visit: Visit, at: Standing) -> Iterator[tuple[str, _Title]]:
    """The plans that can be compared, by id: the newest of those that were published, then the newest others."""
    releases = visit.office.releases(at.id, limit=MOST_PLANS)
    for release in reversed(releases):  # of one that was published twice the newest counts
        name = visit.say("compare.release", number=release.number)
        yield release.plan_id, _Title(name, visit.local(release.released_at, at.term.time_zone))
    published = {one.plan_id for one in releases}
    for plan in visit.office.plans(at.id, limit=MOST_PLANS):
        if plan.id not in published:
            newest = at.plan is not None and plan.id == at.plan.id
            name = visit.say("compare.draft" if newest else "compare.plan", number=plan.number)
            yield plan.id, _Title(name, visit.local(plan.created_at, at.term.time_zone))


def _known(at: Standing, choice: Mapping[str, _Title]) -> str:
    """The plan that people know; before the first release the one before the newest."""
    if at.release:
        return at.release.plan_id
    return next((one for one in choice if at.plan and one != at.plan.id), "")


def _pair(visit: Visit, at: Standing, before: str, after: str, choice: Mapping[str, _Title]) -> _Pair:
    """Both plans. Raises `NotFound`, also for one of another term."""
    plans = [visit.office.plan(one) for one in (before, after)]
    for one in plans:
        if one.term_id != at.id:
            raise NotFound("plan", one.id)
    titles = tuple(
        choice[one.id].name if one.id in choice else visit.say("compare.plan", number=one.number) for one in plans
    )
    return _Pair(answered(visit, plans[0]), answered(visit, plans[1]), (titles[0], titles[1]))


def _compared(visit: Visit, pair: _Pair) -> dict[str, object]:
    told = shown(visit, pair.before, pair.after)
    same = tuple(_kept(visit, one) for one in told.whole.those("untouched"))
    return {
        "titles": pair.titles,
        "rows": tuple(_rows(visit, pair, told.found)),
        "same": same,
        "goals": tuple(_goals(visit, pair)),
        "found": told.found,
        "told": told,
    }


def _kept(visit: Visit, one: MeetingChange) -> str:
    """A meeting that is the same in both."""
    assert one.after is not None, "what is untouched is held"
    when = when_text(one.after.start, one.after.end, visit.language)
    return visit.say("changes.hit", meeting=one.title, when=when)


def _rows(visit: Visit, pair: _Pair, found: ToldDifference) -> Iterator[_Row]:
    names = Names(pair.before.term, pair.after.term)
    for one in found.meetings:
        before, after = (side.placements.get(one.uid) for side in (pair.before, pair.after))
        yield _Row(one.meeting, one.title, _side(visit, names, before), _side(visit, names, after), one.detail)


def _side(visit: Visit, names: Names, held: Placement | None) -> _Side | None:
    if held is None:
        return None
    return _Side(
        when=week_text(held.start, held.end, visit.language),
        place=where_text(names, held.place, visit.language),
        people=tuple(names.of("person", one) for one in held.people()),
    )


def _goals(visit: Visit, pair: _Pair) -> Iterator[_GoalRow]:
    """In the order of the later plan's ranking; what only the earlier one has is left out."""
    before = {one.id: one for one in pair.before.plan.goals}
    shown_before = goals_of(before.values(), visit.language)
    counts = {one: goal.count for one, goal in zip(before, shown_before, strict=True)}
    after = pair.after.plan.goals
    for one, goal in zip(after, goals_of(after, visit.language, pair.after.plan.part is not None), strict=True):
        look, words = _difference(visit, before.get(one.id), one)
        yield _GoalRow(goal.name, counts.get(one.id, "–"), goal.count, look, words, goal.proof, goal.proven)


def _difference(visit: Visit, before: GoalResult | None, after: GoalResult) -> tuple[str, str]:
    """How it is shown, and by how much it is better or worse; less is better."""
    if before is None:
        return "plain", visit.say("compare.goal.new")
    change = after.value - before.value
    if not change:
        return "plain", visit.say("compare.goal.same")
    cost = cost_sentence(GoalChange(id=after.id, change=change), visit.language)
    if change < 0:
        return "good", visit.say("compare.goal.better", cost=cost)
    return "open", visit.say("compare.goal.worse", cost=cost)


WAYS = (Way("GET", "/terms/{term_id}/compare", _page),)
