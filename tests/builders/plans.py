"""Plans of a term, and what the check says of them."""

from collections.abc import Iterable
from typing import Any

from models import CouldCome, Engine, GoalResult, Placement, Plan, Sitting, Term, Unplaced, Vacancy
from scheduler.checking_sheet import Held, Sheet
from scheduler.checking_structure import could_come
from scheduler.goals import GOALS, ranking
from scheduler.outcome import Violation
from scheduler.standing import as_seen
from tests.builders.nouns import at

_UNSAID = "unsaid"


# ---- the plan ----


def sits(who: str, seat: str, appointment: str = "", deputy_rank: int | None = None) -> Sitting:
    """Somebody on a seat; by which appointment and as which deputy `plan` finds out unless it is said."""
    rank = -1 if deputy_rank is None else deputy_rank
    return Sitting(seat=seat, person=who, appointment=appointment or _UNSAID, deputy_rank=rank)


def placed(meeting: str, start: str, *sittings: Sitting, place: str | None = None) -> Placement:
    """A meeting at a time like "mon 10:00"; `plan` fills in its end, its place if it has but one, and its vacancies."""
    return Placement(meeting=meeting, start=at(start), end=at(start), place=place, sittings=sittings)


def plan(term: Term, *placements: Placement, **fields: Any) -> Plan:
    """The plan with those placements, the term's other meetings unplaced, and goal values as they are, all proven."""
    held = sorted((_filled(term, one) for one in placements), key=lambda one: (one.start, one.meeting))
    names = {one.meeting for one in held}
    own: dict[str, Any] = {
        "term_uid": term.uid,
        "term_digest": term.digest,
        "time_zone": term.time_zone,
        "as_of": term.as_of,
        "placements": tuple(held),
        "unplaced": tuple(Unplaced(meeting=one, starts=0, open_starts=0) for one in term.resolved if one not in names),
        "goals": (),
        "engine": Engine(version="test", seed=1, workers=1),
        **fields,
    }
    made = with_could_come(term, Plan(**own))
    return made if "goals" in fields else made.model_copy(update={"goals": goals_of(term, made)})


def replanned(term: Term, before: Plan, *placements: Placement, as_of: str = "", **fields: Any) -> Plan:
    """The plan that changes another one, seen from a time like "mon 10:00", else from the term's own."""
    own = {"baseline": before.as_baseline, "as_of": at(as_of) if as_of else term.as_of}
    return plan(term, *placements, **own, **fields)


def goals_of(term: Term, plan: Plan) -> tuple[GoalResult, ...]:
    """Every ranked goal with the plan's value, stated to be proven."""
    seen = as_seen(term, plan)
    value = {goal.name: goal.value(seen, plan) for goal in GOALS}
    ranked = ranking(term, plan.baseline is not None)
    return tuple(GoalResult(id=goal, value=value[goal], bound=value[goal], proven=True) for goal in ranked)


def with_could_come(term: Term, plan: Plan) -> Plan:
    """The plan with everyone named who could come, where it does not say."""
    sheet = Sheet(as_seen(term, plan), plan)
    filled = {one.id: could_come(sheet, one) for one in sheet.held if not one.placement.could_come}
    made = tuple(
        one.model_copy(update={"could_come": filled[one.meeting]}) if one.meeting in filled else one
        for one in plan.placements
    )
    return plan.model_copy(update={"placements": made})


def _filled(term: Term, one: Placement) -> Placement:
    asked = term.resolved.get(one.meeting)
    if asked is None:
        return one
    sittings = tuple(_sitting(term, one, sitting) for sitting in one.sittings)
    held = Held(asked, one)
    missing = {seat.id: held.missing(seat) for seat in asked.wanted_seats}
    own = {
        "end": asked.end_of(one.start),
        "place": one.place or (asked.places[0] if len(asked.places) == 1 else None),
        "sittings": sittings,
        "vacancies": tuple(Vacancy(seat=seat, missing=people) for seat, people in missing.items() if people),
    }
    return one.model_copy(update=own)


def _sitting(term: Term, one: Placement, sitting: Sitting) -> Sitting:
    """The sitting by the first appointment that lets its person take the seat, the holder's own before a deputy's."""
    seat = next((seat for seat in term.resolved[one.meeting].seats if seat.id == sitting.seat), None)
    posts = term.appointed.get((seat.role, seat.unit), ()) if seat else ()
    posts = tuple(post for post in posts if sitting.appointment in (_UNSAID, post.id))
    ranks = [
        (post.id, rank)
        for post in posts
        for rank, who in enumerate((post.holder, *post.deputies))
        if who == sitting.person
    ]
    if sitting.deputy_rank >= 0:
        ranks = [(post, sitting.deputy_rank) for post, _ in ranks] or [(sitting.appointment, sitting.deputy_rank)]
    appointment, rank = min(
        ranks, key=lambda found: found[1], default=(sitting.appointment, max(0, sitting.deputy_rank))
    )
    return sitting.model_copy(update={"appointment": appointment, "deputy_rank": rank})


def free(seat: str, *people: str) -> CouldCome:
    """Who could come to an on-demand seat that nobody asked for."""
    return CouldCome(seat=seat, people=people)


# ---- what the check says ----


def rules_broken(term: Term, plan: Plan) -> set[str]:
    """Names of the rules that a plan breaks; empty where all is well."""
    from scheduler.checking import check

    return {violation.rule for violation in check(term, plan)}


def found(violations: Iterable[Violation], *params: str) -> list[tuple[object, ...]]:
    """The violations as (meeting, value, ...), for the params named."""
    return [(one.meeting, *(one.params.get(name) for name in params)) for one in violations]
