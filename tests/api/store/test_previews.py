"""What a preview says of a release is what the release then does, whatever it changes, and looking writes nothing."""

from collections.abc import Mapping
from typing import Any

import pytest

from api.feeds import LANGUAGES, subscribers
from api.settings import Settings
from api.store import Store, StoredPlan, StoredTerm, Workspace
from api.store.tables import renderings
from models import Meeting, Person, Place
from tests.api.store.building import SetClock, kept_plan, stored, town

MEETINGS = ("council", "board")
PEOPLE = ("anna", "bo")


def _revised(office: Workspace, term: StoredTerm, **fields: Any) -> StoredTerm:
    newest = office.term(term.id)
    revised = newest.term.model_copy(update=fields)
    return office.replace_term(term.id, revised, newest.revision, "bo")


def _named(name: str) -> tuple[Person, ...]:
    return tuple(Person(id=one, name=name if one == "bo" else "Anna", email=f"{one}@example.se") for one in PEOPLE)


CHANGES: Mapping[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nothing": ({}, {}),
    "another hour": ({}, {"hour": 11}),
    "somebody else": ({}, {"head": "bo"}),
    "another title": ({"title": "Later"}, {}),
    "another name of one who sits nowhere": ({"people": _named("Bosse")}, {}),
    "another name of one who sits there": ({"people": _named("Bosse")}, {"head": "bo"}),
    "a meeting less": ({"meetings": (Meeting(id="council", series="series"),)}, {}),
    "a place that is used by nobody": ({"places": (Place(id="hall", name="The hall"),)}, {}),
    "a longer term": ({"last_day": town().last_day.replace(year=2027)}, {}),
    "another zone": ({"time_zone": "Europe/Helsinki"}, {}),
    "a zone without summer time": ({"time_zone": "Asia/Tokyo"}, {}),
}
"""By what they are: of the term, and of the plan."""


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("releases", [1, 2])
def test_says_what_the_release_then_does(settings: Settings, clock: SetClock, change: str, releases: int) -> None:
    mailing = settings.model_copy(update={"smtp_host": "mail.example.se", "mail_from": "plan@example.se"})
    with Store(mailing, clock) as store:
        office = store.workspace()
        term = stored(office, meetings=MEETINGS, emails={"anna": "anna@example.se", "bo": "bo@example.se"})
        first, _ = kept_plan(office, term), _links(office, term)
        office.release(term.id, first.id, "anna")
        if releases == 2:  # its digests wait, and may be told again by those of the next
            office.release(term.id, kept_plan(office, term, hour=9, head="bo").id, "anna")
        clock.advance(days=1)
        of_term, of_plan = CHANGES[change]
        plan = kept_plan(office, _revised(office, term, **of_term) if of_term else term, **of_plan)
        _told_as_foreseen(office, term, plan)


def _links(office: Workspace, term: StoredTerm) -> None:
    for reader in subscribers(term.term):
        for language in LANGUAGES:
            subject = None if reader.kind == "term" else reader.subject
            office.subscribe(term.id, reader.kind, subject, "anna", language)


def _told_as_foreseen(office: Workspace, term: StoredTerm, plan: StoredPlan) -> None:
    before = office.audit()
    seen = office.preview_release(term.id, plan.id)
    assert office.audit() == before
    made = office.release(term.id, plan.id, "anna")
    with office.reading() as rows:
        changed = rows.count(renderings, renderings.c.term_id == term.id, renderings.c.release == made.number)
    assert seen.number == made.number
    assert (seen.feeds, seen.feeds_changed) == (len(office.subscriptions(term.id)), changed)
    assert seen.mails == {one.person: one.state for one in office.digests(term.id, made.number)}
