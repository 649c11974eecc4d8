"""Whose feed a release changes, found out from what it tells: rendering every feed to see that takes long."""

from dataclasses import dataclass
from functools import cached_property

from api.feeds.entry import Entry
from api.feeds.rendering import FeedRelease, name_of, zones_of
from api.feeds.subscriber import Subscriber
from api.feeds.telling import digest

__all__ = ["Differing"]


@dataclass(frozen=True)
class Differing:
    """Two releases of a term, the later one made by `history` or `draft`."""

    before: FeedRelease
    after: FeedRelease

    def changes(self, subscriber: Subscriber) -> bool:
        """Whether the feed says something else than before, where the same version of this program writes both."""
        before, after = self.before.term, self.after.term
        named = name_of(before, subscriber) == name_of(after, subscriber) and before.time_zone == after.time_zone
        if self.before.history.notes_for(subscriber) != self.after.history.notes_for(subscriber):
            return True
        return not (named and self._same_zones) or any(_differ(*pair, subscriber) for pair in self._pairs)

    @cached_property
    def _pairs(self) -> tuple[tuple[Entry | None, Entry | None], ...]:
        """What was told and what is told of each meeting, where they differ at all."""
        old, new = ({one.uid: one.entry for one in side.history.records} for side in (self.before, self.after))
        pairs = ((old.get(uid), new.get(uid)) for uid in {**old, **new})
        return tuple(pair for pair in pairs if pair[0] != pair[1])

    @cached_property
    def _same_zones(self) -> bool:
        """Whether zones are described alike, which depends on the years that a release spans."""
        sides = (self.before, self.after)
        zones = {one.entry.time_zone for side in sides for one in side.history.records if one.entry}
        return zones_of(self.before, zones) == zones_of(self.after, zones)


def _differ(old: Entry | None, new: Entry | None, subscriber: Subscriber) -> bool:
    """Whether the subscriber reads something else of a meeting."""
    was = old if old and subscriber.sees(old) else None
    now = new if new and subscriber.sees(new) else None
    if was is None or now is None:
        return was is not now
    return was.timing != now.timing or digest(was, subscriber) != digest(now, subscriber)
