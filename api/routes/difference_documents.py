"""What the API says of the difference between two plans: the nouns, each change with its sentence."""

from collections.abc import Mapping, Sequence

from api.routes.documents import Document
from api.store import DigestState
from api.telling import Names, meeting_sentence, own_sentence
from api.texts import Language
from models import Difference, MeetingChange, OwnChange, PersonChange
from models.base import Id
from scheduler import Answered, compare

__all__ = ["DifferenceDocument", "PreviewDocument", "ToldDifference", "told", "with_mail", "worded"]


class ToldMeetingChange(MeetingChange):
    """What became of one meeting."""

    detail: str
    """The same as a sentence, in the language asked for."""


class ToldOwnChange(OwnChange):
    """What changed for one person at one meeting."""

    detail: str
    """The same as a sentence to that person, in the language asked for."""


class ToldPersonChange(Document):
    """Everything that changed for one person, and nothing else."""

    person: Id
    name: str
    changes: list[ToldOwnChange]
    """In order of time."""


class ToldDifference(Document):
    """What one plan does to another: each meeting of either stands in `meetings` once."""

    changed: bool
    """Whether anything is otherwise."""
    meetings: list[ToldMeetingChange]
    """In order of time: of where they stand, else of where they stood."""
    people: Sequence[ToldPersonChange]
    """Those for whom something changed, in order of their ids."""


class DifferenceDocument(ToldDifference):
    """What one plan does to another."""

    before_plan_id: str | None
    """The plan that it is compared with; `null` is none, and everything is new."""
    after_plan_id: str


class PreviewedPersonChange(ToldPersonChange):
    """Everything that would change for one person, and whether mail would tell them."""

    state: DigestState
    """`queued`: a mail would be sent; `none`: none would, for want of an address or of a mail server."""


class PreviewDocument(DifferenceDocument):
    """What publishing a plan would do; nothing is published."""

    people: Sequence[PreviewedPersonChange]
    """Those for whom something changed, in order of their ids."""
    release: int
    """The number that the release would get."""
    revision: int
    """The revision of the term that the plan answers."""
    current_revision: int
    """The newest revision: where it is greater, the term has been changed since the plan was made."""
    feeds: int
    """How many calendars people have links of."""
    feeds_changed: int
    """How many of them would say something else."""


def told(before: Answered | None, after: Answered, language: Language) -> ToldDifference:
    """What the one plan changes of the other, in words."""
    return worded(compare(before, after), Names(before.term if before else None, after.term), language)


def worded(found: Difference, names: Names, language: Language) -> ToldDifference:
    """A difference in words."""
    return ToldDifference(
        changed=not found.empty,
        meetings=[_meeting(one, names, language) for one in found.meetings],
        people=_people(found, names, language),
    )


def _people(found: Difference, names: Names, language: Language) -> list[ToldPersonChange]:
    return [_person(one, names, language) for one in found.people]


def _person(change: PersonChange, names: Names, language: Language) -> ToldPersonChange:
    changes = [_own(one, names, language) for one in change.changes]
    return ToldPersonChange(person=change.person, name=names.of("person", change.person), changes=changes)


def _own(change: OwnChange, names: Names, language: Language) -> ToldOwnChange:
    return ToldOwnChange(**dict(change), detail=own_sentence(change, names, language))


def _meeting(change: MeetingChange, names: Names, language: Language) -> ToldMeetingChange:
    return ToldMeetingChange(**dict(change), detail=meeting_sentence(change, names, language))


def with_mail(people: Sequence[ToldPersonChange], mails: Mapping[str, DigestState]) -> list[PreviewedPersonChange]:
    """What changes for each person, and whether mail would tell them."""
    return [PreviewedPersonChange(**dict(one), state=mails.get(one.person, "none")) for one in people]
