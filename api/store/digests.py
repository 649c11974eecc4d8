"""The digests of a release: one for everybody for whom it changes something, against what they were told last."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from api.digests import Digest, digest
from api.feeds import Language
from api.store import plans, terms
from api.store.records import DigestState
from api.store.rows import Row, Rows
from api.store.tables import digests, releases, subscriptions
from models import Person, PersonChange, Term
from scheduler import Answered, compare

__all__ = ["address_now", "foreseen", "message_id", "write_all", "write_anew"]


def write_all(rows: Rows, term_id: str, number: int) -> None:
    """Write the digests of a release that is being made.

    A person's digest compares with the release before, or, where their last digest has not been sent, with what that
    one compared with: it then tells both and takes the place of the one that waits.
    """
    versions, languages = _Versions(rows, term_id), _languages(rows, term_id)
    for since, change in _concerned(rows, versions, number, _untold):
        language = languages.get(change.person, "sv")
        _add(rows, versions, number, since, change, language)


def foreseen(rows: Rows, term_id: str, number: int, answered: Answered) -> Mapping[str, DigestState]:
    """By person, whether mail would tell them what a release that is not made yet changes for them."""
    versions = _Versions(rows, term_id, {number: (answered, rows.now)})
    concerned = _concerned(rows, versions, number, lambda _, row: _is_untold(row))
    return {
        change.person: "queued" if versions.sends(change.person, number, since) else "none"
        for since, change in sorted(concerned, key=lambda one: one[1].person)
    }


def _concerned(
    rows: Rows, versions: "_Versions", number: int, untold: Callable[[Rows, Row], bool]
) -> Iterator[tuple[int, PersonChange]]:
    """Everybody whom a release tells something: since which release they have been told nothing, and what changed.

    Args:
        untold: whether nothing of somebody's last digest has arrived or will.
    """
    last = _last(rows, versions.term_id)
    for concerned in versions.changes(number - 1, number).values():
        unsent = last.get(concerned.person)
        since = unsent["since"] if unsent and untold(rows, unsent) else number - 1
        change = versions.changes(since, number).get(concerned.person)
        if change:
            yield since, change


def write_anew(rows: Rows, row: Row) -> bool:
    """Let the digest after one that has not been sent tell both; answers whether there is such a later one.

    For one that was on its way when the later one was written, and came back.
    """
    later = (
        digests.c.term_id == row["term_id"],
        digests.c.person == row["person"],
        digests.c.release > row["release"],
        digests.c.state == "queued",
    )
    found = rows.list(digests, *later, order=digests.c.release, limit=1)
    if not found or found[0]["attempts"]:
        return False
    versions, number = _Versions(rows, row["term_id"]), found[0]["release"]
    change = versions.changes(row["since"], number).get(row["person"])
    if change is None:  # what it told has been taken back
        _fold(rows, found[0])
        return True
    told = versions.digest(number, row["since"], change, found[0]["language"], mailed=True)
    said = {"since": row["since"], "subject": told.subject, "text": told.text, "html": told.html}
    rows.change(digests, *_this(found[0]), **said)
    return True


def address_now(rows: Rows, row: Row) -> str | None:
    """Where mail reaches the person of a digest by now."""
    return _Versions(rows, row["term_id"]).email(row["person"], row["release"], row["since"])


def message_id(rows: Rows) -> str:
    """A new id for a mail."""
    return f"<{uuid4().hex}@{rows.mail_domain or 'terminsplan.invalid'}>"


@dataclass
class _Versions:
    """The releases of a term, each read once, and what lies between two of them."""

    rows: Rows
    term_id: str
    _read: dict[int, tuple[Answered, datetime]] = field(default_factory=dict)
    _compared: dict[tuple[int, int], Mapping[str, PersonChange]] = field(default_factory=dict)
    _newest: list[Term] = field(default_factory=list)

    def answered(self, number: int) -> Answered | None:
        """What a release says; `None` of number 0."""
        return self._at(number)[0] if number else None

    def changes(self, since: int, number: int) -> Mapping[str, PersonChange]:
        """What changed for each person from one release to another."""
        if (since, number) not in self._compared:
            found = compare(self.answered(since), self._at(number)[0]).people
            self._compared[since, number] = {one.person: one for one in found}
        return self._compared[since, number]

    def digest(self, number: int, since: int, change: PersonChange, language: Language, mailed: bool) -> Digest:
        """A person's digest."""
        before, after, now = self.answered(since), self._at(number)[0], self._now(number)
        return digest(change, before, after, number=number, now=now, language=language, mailed=mailed)

    def _now(self, number: int) -> datetime:
        """The local time that a release tells from: no earlier than the one before did, also where it rolls back."""
        after, released_at = self._at(number)
        known = filter(None, (after, self.answered(number - 1)))
        moments = [one.plan.as_of for one in known if one.plan.as_of]
        return max(moments) if moments else released_at.astimezone(ZoneInfo(after.term.time_zone)).replace(tzinfo=None)

    def person(self, id: str, *numbers: int) -> Person | None:
        """Who it is, as the first of the releases that know them says."""
        terms_of = (answered.term for number in numbers if (answered := self.answered(number)))
        return next((term.person[id] for term in terms_of if id in term.person), None)

    def email(self, id: str, *numbers: int) -> str | None:
        """Where mail reaches a person: as the term's newest revision says, where it knows them, else the releases."""
        if not self._newest:
            self._newest.append(terms.revision(self.rows, self.term_id).term)
        known = self._newest[0].person.get(id) or self.person(id, *numbers)
        return known.email if known else None

    def sends(self, id: str, *numbers: int) -> bool:
        """Whether mail is sent to a person."""
        return bool(self.rows.mail_domain and self.email(id, *numbers))

    def _at(self, number: int) -> tuple[Answered, datetime]:
        if number not in self._read:
            row = self.rows.find(releases, releases.c.term_id == self.term_id, releases.c.number == number)
            assert row is not None, f"release {number} is not there"
            term = terms.document(self.rows, self.term_id, row["revision"])
            answered = Answered(term, plans.plan(self.rows, row["plan_id"]).plan)
            self._read[number] = answered, row["released_at"]
        return self._read[number]


def _add(rows: Rows, versions: _Versions, number: int, since: int, change: PersonChange, language: Language) -> None:
    person = versions.person(change.person, number, since)
    email = versions.email(change.person, number, since)
    sends = versions.sends(change.person, number, since)
    told = versions.digest(number, since, change, language, mailed=sends)
    rows.add(
        digests,
        term_id=versions.term_id,
        release=number,
        person=change.person,
        since=since,
        language=language,
        subject=told.subject,
        text=told.text,
        html=told.html,
        name=person.name if person else change.person,
        email=email,
        message_id=message_id(rows),
        state="queued" if sends else "none",
        attempts=0,
        due_at=rows.now if sends else None,
        perhaps=False,
    )


def _untold(rows: Rows, row: Row) -> bool:
    """Whether it is certain that nothing of it has arrived, nor ever will: one that waits is folded.

    One that was given up stays as it is. Asked by folding, since a sender may have taken it in hand after it was read.
    """
    return not row["perhaps"] and (row["state"] == "failed" or _fold(rows, row))


def _is_untold(row: Row) -> bool:
    """The same as far as can be seen without folding."""
    return not row["perhaps"] and row["state"] in ("failed", "queued")


def _fold(rows: Rows, row: Row) -> bool:
    """Let a digest that waits wait no longer; answers whether it did."""
    waits = (digests.c.state == "queued", digests.c.perhaps.is_(False))
    return bool(rows.change(digests, *_this(row), *waits, state="folded", due_at=None))


def _this(row: Row) -> tuple[sa.ColumnElement[bool], ...]:
    key = ("term_id", "release", "person")
    return tuple(digests.c[name] == row[name] for name in key)


def _last(rows: Rows, term_id: str) -> Mapping[str, Row]:
    """Everybody's last digest, without what it says."""
    columns = [digests.c[name] for name in ("term_id", "release", "person", "since", "state", "perhaps")]
    found = rows.list(digests, digests.c.term_id == term_id, order=digests.c.release, columns=columns)
    return {row["person"]: row for row in found}


def _languages(rows: Rows, term_id: str) -> Mapping[str, Language]:
    """Which language those want who have a calendar of their own; of several the newest."""
    mine = (subscriptions.c.term_id == term_id, subscriptions.c.kind == "person", subscriptions.c.revoked_at.is_(None))
    found = rows.list(subscriptions, *mine, order=subscriptions.c.number)
    return {row["subject"]: row["language"] for row in found}
