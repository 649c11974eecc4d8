"""Calendars to subscribe to, personal pages, and what participants report."""

from collections.abc import Sequence

from api.feeds import History, Language, Subscriber, SubscriberKind
from api.store import (
    changes,
    freshness,
    page_links,
    public_links,
    renderings,
    reports,
    subscriptions,
    terms,
)
from api.store.parts.part import Part
from api.store.records import (
    Calendar,
    PageLink,
    PublicLink,
    Rendering,
    Report,
    StoredChange,
    Subscription,
)
from models import Away

__all__ = ["Participants"]


class Participants(Part):
    """Calendars to subscribe to, personal pages, and what participants report."""

    # Subscriptions

    def subscribe(
        self, term_id: str, kind: SubscriberKind, subject: str | None, by: str, language: Language = "sv"
    ) -> Subscription:
        """The subscription of a subject, made when there is none that is not revoked.

        Args:
            subject: of no account for the kinds `term` and `office`.

        Raises:
            NotFound: no such term, or no such subject in its newest revision.
        """
        with self.writing() as rows:
            return subscriptions.subscribe(rows, term_id, kind, subject, language=language, by=by)

    def share(self, term_id: str, readers: Sequence[Subscriber], by: str) -> None:
        """See to it that each has a calendar with a link, and each person a page of their own too: all, or nobody.

        Raises:
            NotFound: no such term, or the newest revision does not know one of them.
        """
        with self.writing() as rows:
            terms.head(rows, term_id)
            for one in readers:
                subscriptions.subscribe(rows, term_id, one.kind, one.subject, language=one.language, by=by)
                if one.kind == "person":
                    page_links.give(rows, term_id, one.subject, by)

    def subscription(self, subscription_id: str) -> Subscription:
        """A subscription. Raises `NotFound`."""
        with self.reading() as rows:
            return subscriptions.subscription(rows, subscription_id)

    def subscriptions(self, term_id: str, after: str | None = None, limit: int = 50) -> Sequence[Subscription]:
        """The subscriptions of a term, revoked ones too. Raises `NotFound`."""
        with self.reading() as rows:
            return subscriptions.page(rows, term_id, after, limit)

    def rotate(self, subscription_id: str, by: str) -> Subscription:
        """A new link in place of the old one, which opens nothing from now on.

        Raises:
            NotFound: no such subscription, or it is revoked.
        """
        with self.writing() as rows:
            return subscriptions.rotate(rows, subscription_id, by)

    def revoke(self, subscription_id: str, by: str) -> Subscription:
        """End a subscription for good; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return subscriptions.revoke(rows, subscription_id, by)

    def rendering(self, subscription_id: str) -> Rendering | None:
        """What the feed says now, for a coordinator's preview; `None` before the first release. Raises `NotFound`."""
        with self.reading() as rows:
            return subscriptions.renders(rows, subscription_id)

    def calendars(self, term_id: str, person: str | None = None) -> Sequence[Calendar]:
        """The calendars that people, or one of them, have links of, and how fresh what they fetched is.

        Raises:
            NotFound: no such term.
        """
        with self.reading() as rows:
            return freshness.calendars(rows, term_id, person)

    def history(self, term_id: str) -> History | None:
        """What calendars know by now; `None` before the first release. Raises `NotFound`."""
        with self.reading() as rows:
            told = renderings.newest_told(rows, term_id)
            return told.history if told else None

    # Participants' own pages

    def give_page(self, term_id: str, person: str, by: str) -> PageLink:
        """The link of a person's own page, made when there is none that is not revoked.

        Raises:
            NotFound: no such term, or no such person in its newest revision.
        """
        with self.writing() as rows:
            return page_links.give(rows, term_id, person, by)

    def page_links(self, term_id: str) -> Sequence[PageLink]:
        """The links of people's own pages that are not revoked. Raises `NotFound`."""
        with self.reading() as rows:
            return page_links.of_term(rows, term_id)

    def rotate_page(self, page_link_id: str, by: str) -> PageLink:
        """A new link in place of the old one. Raises `NotFound`, also where it is revoked."""
        with self.writing() as rows:
            return page_links.rotate(rows, page_link_id, by)

    def revoke_page(self, page_link_id: str, by: str) -> PageLink:
        """End a link for good; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return page_links.revoke(rows, page_link_id, by)

    # The timetable for the public

    def give_public(self, term_id: str, by: str) -> PublicLink:
        """The link of a term's timetable for the public, made when there is none. Raises `NotFound`."""
        with self.writing() as rows:
            return public_links.give(rows, term_id, by)

    def public_link(self, term_id: str) -> PublicLink | None:
        """The link of a term's timetable that is not revoked, if there is one. Raises `NotFound`: no such term."""
        with self.reading() as rows:
            return public_links.of_term(rows, term_id)

    def rotate_public(self, public_link_id: str, by: str) -> PublicLink:
        """A new link in place of the old one. Raises `NotFound`, also where it is revoked."""
        with self.writing() as rows:
            return public_links.rotate(rows, public_link_id, by)

    def revoke_public(self, public_link_id: str, by: str) -> PublicLink:
        """End a link for good; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return public_links.revoke(rows, public_link_id, by)

    def public_rendering(self, term_id: str, language: Language | None = None) -> Rendering | None:
        """What the public is told by now: the calendar in a language, or without one the timetable as a document.

        `None` before the first release, and before there was a link. Raises `NotFound`: no such term.
        """
        with self.reading() as rows:
            return renderings.public_rendering(rows, term_id, language)

    # What participants report

    def report_away(
        self, term_id: str, away: Away, by: str, *, reason: str | None = None, meeting: str | None = None
    ) -> Report:
        """Keep that a person cannot come, for a coordinator to decide on; the same again is the same report.

        Args:
            away: from when until when.
            reason: told to coordinators alone.
            meeting: title of the meeting that is meant.

        Raises:
            pydantic.ValidationError: the reason is none (too long, or more than a line).
            NotFound: no such term, or no such person in it.
            Conflict: too many of the person's reports wait, or have been made (`too_many_reports`).
        """
        with self.writing() as rows:
            return reports.reported(rows, term_id, away, reason, meeting, by)

    def report(self, term_id: str, number: int) -> Report:
        """A report. Raises `NotFound`."""
        with self.reading() as rows:
            return reports.report(rows, term_id, number)

    def reports(self, term_id: str, person: str | None = None, limit: int = 50) -> Sequence[Report]:
        """The reports of a term, or of one person: what waits longest first, then the newest. Raises `NotFound`."""
        with self.reading() as rows:
            return reports.of_term(rows, term_id, person, limit)

    def waiting(self, term_id: str) -> int:
        """How many reports of a term wait. Raises `NotFound`."""
        with self.reading() as rows:
            terms.head(rows, term_id)
            return reports.waiting(rows, term_id)

    def accept_report(self, term_id: str, number: int, based_on: int, by: str) -> StoredChange:
        """Take a report in as a change of the term; change and decision are kept together, both or neither.

        Raises:
            NotFound: no such term or report.
            Conflict: it waits no more (`decided`).
            Stale: `based_on` is not the newest revision.
            pydantic.ValidationError: as `change_term`.
        """
        with self.reading() as rows:  # what is slow keeps no other writer waiting: revisions never change
            change = reports.as_change(rows, term_id, number)
            after = changes.applied(rows, term_id, change, based_on)
        with self.writing() as rows:
            kept = changes.keep(rows, change, after, by)
            reports.accepted(rows, term_id, number, kept.number, by)
            return kept

    def decline_report(self, term_id: str, number: int, by: str, answer: str = "") -> Report:
        """Do not take a report in, with a word to the person. Raises `NotFound`, or `Conflict` (`decided`)."""
        with self.writing() as rows:
            return reports.declined(rows, term_id, number, answer, by)

    def withdraw_report(self, term_id: str, number: int, person: str, by: str) -> Report:
        """Let a person take a report of theirs back. Raises `NotFound`, or `Conflict` (`decided`)."""
        with self.writing() as rows:
            return reports.withdrawn(rows, term_id, number, person, by)
