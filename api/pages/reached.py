"""Who has been told of a release and how, and sending once more what no mail has told."""

from dataclasses import dataclass

from starlette.responses import Response

from api.pages.differing import part_of
from api.pages.door import Way
from api.pages.visit import Visit
from api.store import Conflict, DigestState, Reach, Release, StoredTerm
from api.telling import Names

__all__ = ["WAYS", "Reached", "ReachedPeople", "reach_of"]

MOST_PEOPLE = 2000
MOST_SHOWN = 100
"""People on one page, which stays light."""


@dataclass(frozen=True)
class Reached:
    """Somebody whom a release concerns.

    Attributes:
        mail: how far the mail has come, in words.
        calendar: when their own calendar was fetched, in words.
        unreached: whether certainly nothing has reached them.
        can_be_sent: whether mail can be sent that was not.
    """

    person: str
    name: str
    mail: str
    calendar: str
    unreached: bool
    can_be_sent: bool


@dataclass(frozen=True)
class ReachedPeople:
    """Everybody whom a release concerns, those first whom nothing has reached, then by name.

    Attributes:
        part: those of this page, which the address says.
        more: the address of the next part; empty on the last.
    """

    whole: tuple[Reached, ...]
    part: tuple[Reached, ...]
    more: str

    @property
    def unreached(self) -> int:
        """How many have certainly not been told."""
        return sum(one.unreached for one in self.whole)

    @property
    def can_be_sent(self) -> bool:
        """Whether there is mail to be sent that was not."""
        return any(one.can_be_sent for one in self.whole)


def reach_of(visit: Visit, release: Release, newest: StoredTerm) -> ReachedPeople:
    """Whom a release has reached."""
    names = Names(visit.office.term(release.term_id, release.revision).term, newest.term)
    found = visit.office.reach(release.term_id, release.number, limit=MOST_PEOPLE)
    told = (_reached(visit, one, names, newest) for one in found)
    whole = tuple(sorted(told, key=lambda one: (not one.unreached, one.name.casefold())))
    part, more = part_of(visit, whole, "reached", MOST_SHOWN)
    return ReachedPeople(whole, part, more)


def _reached(visit: Visit, one: Reach, names: Names, newest: StoredTerm) -> Reached:
    zone = newest.term.time_zone
    mail = visit.say("reach.sent", when=visit.moment(one.mailed_at, zone)) if one.mailed_at else ""
    fetched = visit.say("reach.fetched", when=visit.moment(one.fetched_at, zone)) if one.fetched_at else ""
    return Reached(
        person=one.person,
        name=names.of("person", one.person),
        mail=mail or visit.say(f"reach.mail.{one.state}"),
        calendar=fetched or visit.say("reach.unfetched"),
        unreached=one.certainly_not_reached,
        can_be_sent=_can_be_sent(visit, one.person, one.state, newest),
    )


def _can_be_sent(visit: Visit, person: str, state: DigestState, newest: StoredTerm) -> bool:
    known = newest.term.person.get(person)
    mails = bool(visit.settings.smtp_host)
    return mails and (state == "failed" or (state == "none" and bool(known and known.email)))


def _sent_again(visit: Visit) -> Response:
    """Send once more, or say why not."""
    term_id, number = visit.said("term_id"), int(visit.said("number"))
    try:
        visit.office.send_again(term_id, number, visit.form.text("person"), visit.who)
    except Conflict as conflict:
        return visit.page("refused.html", 409, why=f"reach.{conflict.code}", detail="")
    return visit.to("terms", term_id, "releases", str(number), done="sent_again")


WAYS = (Way("POST", "/terms/{term_id}/releases/{number:number}/send-again", _sent_again, "coordinator"),)
