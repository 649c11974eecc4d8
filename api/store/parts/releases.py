"""Publishing plans, and who is told."""

from collections.abc import Collection, Sequence

from api.store import (
    nights,
    reach,
    releases,
    resending,
)
from api.store.parts.part import Part
from api.store.records import (
    DigestInfo,
    Preview,
    Reach,
    Release,
    StoredDigest,
)

__all__ = ["Releases"]


class Releases(Part):
    """Publishing plans, and who is told."""

    # Releases

    def release(self, term_id: str, plan_id: str, by: str, based_on: int | None = None) -> Release:
        """Publish a plan: number it, render every feed of the term and write the digests, all or nothing.

        Args:
            based_on: number of the newest release that the caller has seen (0 for none); `None` does not ask.

        Raises:
            NotFound: no such term or plan.
            Conflict: the plan answers another term (`other_term`).
            Stale: there is a newer release than `based_on`.
        """
        with self.writing() as rows:
            return releases.publish(rows, term_id, plan_id, by, based_on)

    def roll_back(self, term_id: str, number: int, by: str, based_on: int | None = None) -> Release:
        """Publish the plan of an older release again, as a new release; otherwise as `release`.

        Raises:
            Conflict: the newest release shows that plan already (`nothing_to_roll_back`).
        """
        with self.writing() as rows:
            return releases.roll_back(rows, term_id, number, by, based_on)

    def preview_release(self, term_id: str, plan_id: str | None = None, roll_back_to: int | None = None) -> Preview:
        """What a release of a plan, or of that of an older release, would do.

        Raises:
            NotFound: no such term, plan or release.
            Conflict: the plan answers another term (`other_term`), or is that of the newest release and was to be
                rolled back to (`nothing_to_roll_back`).
        """
        with self.reading() as rows:
            return releases.preview(rows, term_id, plan_id, roll_back_to)

    def releases(self, term_id: str, after: int | None = None, limit: int = 50) -> Sequence[Release]:
        """The releases of a term. Raises `NotFound`."""
        with self.reading() as rows:
            return releases.page(rows, term_id, after, limit)

    def released(self, term_id: str, number: int | None = None) -> Release:
        """A release; `None` is the newest. Raises `NotFound`."""
        with self.reading() as rows:
            return releases.release(rows, term_id, number)

    def nightly(self, term_id: str, by: str) -> int | None:
        """Drop from the calendars what has been cancelled for long; again is no fault.

        Answers the number of the night, `None` where nothing was to be dropped. Raises `NotFound`.
        """
        with self.reading() as rows:
            if not nights.is_due(rows, term_id):
                return None
        with self.writing() as rows:
            return nights.render_night(rows, term_id, by)

    # Who is told

    def digests(self, term_id: str, number: int, after: str | None = None, limit: int = 50) -> Sequence[DigestInfo]:
        """The digests of a release by id of the person, without what they say. Raises `NotFound`."""
        with self.reading() as rows:
            return reach.page(rows, term_id, number, after, limit)

    def digest(self, term_id: str, number: int, person: str) -> StoredDigest:
        """What a person is told of a release. Raises `NotFound`, also where it changes nothing for them."""
        with self.reading() as rows:
            return reach.digest(rows, term_id, number, person)

    def reach(self, term_id: str, number: int, after: str | None = None, limit: int = 50) -> Sequence[Reach]:
        """Whom of those that a release concerns it can have reached, by id of the person. Raises `NotFound`."""
        with self.reading() as rows:
            return reach.reach(rows, term_id, number, after, limit)

    def send_again(self, term_id: str, number: int, person: str, by: str) -> None:
        """Send a digest after all that was given up, or had no address, to the address that the person has by now.

        Raises:
            NotFound: no such release, or it tells that person nothing.
            Conflict: its mail has left or waits (`not_given_up`), a later digest tells it too (`told_later`), or the
                person has no address still, or there is no mail server (`no_address`).
        """
        with self.writing() as rows:
            resending.send_again(rows, term_id, number, person, by)

    def last_digest(self, term_id: str, person: str) -> DigestInfo | None:
        """What a person has been told last; `None` where they have been told of nothing. Raises `NotFound`: no term."""
        with self.reading() as rows:
            return reach.last(rows, term_id, person)

    def unreached(self, term_id: str, people: Collection[str]) -> Sequence[str]:
        """Those of some people whom the last release that concerns them cannot have reached. Raises `NotFound`."""
        with self.reading() as rows:
            return reach.unreached(rows, term_id, people)
