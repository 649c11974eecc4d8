"""An office with a term whose people have addresses, and what has become of their digests."""

from dataclasses import dataclass

from api.mail import Sender
from api.store import Store, StoredTerm, Workspace
from tests.api.store.building import SetClock, kept_plan, stored, town

ANNA, BO = "anna@example.org", "bo@example.org"


@dataclass
class PostRoom:
    """A store with a term, and its sender."""

    store: Store
    office: Workspace
    clock: SetClock
    term: StoredTerm

    @classmethod
    def of(cls, store: Store, clock: SetClock) -> "PostRoom":
        """A new term in an empty store."""
        office = store.workspace()
        term = stored(office, meetings=("council", "board"), emails={"anna": ANNA, "bo": BO})
        return cls(store, office, clock, term)

    def release(self, hour: int = 10, head: str = "anna") -> int:
        """A release; answers its number."""
        plan = kept_plan(self.office, self.term, hour, head)
        return self.office.release(self.term.id, plan.id, "anna").number

    def revise(self, *meetings: str, emails: dict[str, str] | None = None) -> None:
        """Another revision of the term, with these meetings."""
        revised = town(meetings or ("council", "board"), self.term.term.uid, emails=emails or {"anna": ANNA, "bo": BO})
        self.term = self.office.replace_term(self.term.id, revised, self.term.revision, "anna")

    def send(self) -> int:
        """One look of a sender; answers how many letters it has sent."""
        return Sender(self.store).send_due()

    def states(self, person: str = "anna") -> list[str]:
        """How far the digests of a person have come, in order of the releases."""
        count = len(self.office.releases(self.term.id))
        known = [self.office.digests(self.term.id, number) for number in range(1, count + 1)]
        return [one.state for digests in known for one in digests if one.person == person]

    def text(self, number: int, person: str = "anna") -> str:
        """What a person is told of a release."""
        return self.office.digest(self.term.id, number, person).text
