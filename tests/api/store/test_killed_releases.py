"""A release that is killed at any point is there whole or not at all, and can be made again."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.settings import Settings
from api.store import Stale, Store, StoredPlan, Subscription, Workspace
from api.store.tables import digests
from tests.api.killing import Points, killed
from tests.api.store.building import SetClock, kept_plan, stored
from tests.api.store.databases import emptied

LEAST_POINTS = 20
EMAILS = {"anna": "anna@example.org", "bo": "bo@example.org"}
READERS = [("term", None, "sv"), ("person", "anna", "sv"), ("person", "anna", "en"), ("person", "bo", "sv")]
READERS += [("unit", "office", "sv"), ("series", "series", "sv")]
Seen = dict[str, Any]


class House:
    """A term with a release, many readers, and a second plan that moves all and gives it to another."""

    def __init__(self, store: Store) -> None:
        self.store, self.office = store, store.workspace()
        self.links: list[Subscription] = []
        self.term_id, self.plan = "", ""

    @property
    def office_again(self) -> Workspace:
        """The office, with no connection that another process has seen."""
        self.store.opened.engine.dispose()
        return self.office

    def furnish(self) -> None:
        """A new term, released once; its second plan waits."""
        term = stored(self.office, meetings=("council", "board"), emails=EMAILS)
        self.term_id = term.id
        self.links = [self.office.subscribe(term.id, kind, who, "anna", language) for kind, who, language in READERS]  # type: ignore[arg-type]
        self.office.release(term.id, kept_plan(self.office, term).id, "anna")
        with self.office.writing() as rows:
            rows.change(digests, digests.c.term_id == term.id, state="sent", sent_at=rows.now, due_at=None)
        second: StoredPlan = kept_plan(self.office, term, hour=13, head="bo")
        self.plan = second.id

    def release(self) -> int:
        """The second release."""
        return self.office.release(self.term_id, self.plan, "bo", based_on=1).number

    def release_until(self, point: int) -> bool:
        """The second release in a child that dies at a point; answers whether it came to that."""
        office = self.office_again

        def work() -> None:
            Points(self.store.opened.engine, point)
            office.release(self.term_id, self.plan, "bo", based_on=1)

        return killed(work)

    def seen(self) -> Seen:
        """All that anybody is told."""
        releases = self.office.releases(self.term_id)
        feeds = [self.store.feed(one.token) for one in self.links]
        told = [
            (one.release, one.person, one.state, one.since, self.office.digest(self.term_id, number, one.person).text)
            for number in (one.number for one in releases)
            for one in self.office.digests(self.term_id, number)
        ]
        return {
            "releases": releases,
            "newest": self.office.term(self.term_id).newest_release,
            "feeds": [(one.body, one.etag, one.last_modified, one.release) for one in feeds if one],
            "digests": told,
            "audited": [one for one in self.office.audit(limit=200) if one.action == "release.create"],
        }


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An office that would send mail."""
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    mail = {"smtp_host": "127.0.0.1", "smtp_port": 1, "mail_from": "plan@example.org"}
    return Settings.model_validate({"data_dir": tmp_path / "data", "database_url": url, **mail})


@pytest.fixture
def house(settings: Settings, sqlite_file: Path, tmp_path: Path) -> Iterator[House]:
    shutil.copy(sqlite_file, tmp_path / "test.sqlite")
    with Store(settings, SetClock()) as store:
        made = House(store)
        made.furnish()
        yield made


@pytest.mark.slow
def test_is_there_whole_or_not_at_all_wherever_it_is_killed(house: House, tmp_path: Path) -> None:
    old = house.seen()
    keep(house, tmp_path)
    house.release()
    new = house.seen()
    assert all(one[3] == 2 for one in new["feeds"])
    assert sorted(one[1] for one in new["digests"] if one[0] == 2) == ["anna", "bo"]
    point, outcomes = 0, []
    while True:
        put_back(house, tmp_path)
        point += 1
        if not house.release_until(point):
            break
        seen = house.seen()
        assert seen in (old, new), f"killed at point {point}, it is neither as before nor as after"
        outcomes.append(seen == new)
        if seen == old:
            house.release()
            assert house.seen() == new, f"killed at point {point}, it cannot be made again"
        else:
            with pytest.raises(Stale):
                house.release()
    assert len(outcomes) >= LEAST_POINTS, "so few points prove little"
    assert outcomes == sorted(outcomes), "once it is there it stays"
    assert outcomes.count(True) >= 1, "the last points lie after the commit"
    assert outcomes.count(False) >= LEAST_POINTS


def keep(house: House, directory: Path) -> None:
    """Keep a copy of the database, which is in one piece while nobody has it open."""
    house.store.opened.engine.dispose()
    shutil.copy(directory / "test.sqlite", directory / "kept.sqlite")


def put_back(house: House, directory: Path) -> None:
    """Put the copy back."""
    house.store.opened.engine.dispose()
    for file in directory.glob("test.sqlite*"):
        file.unlink()
    shutil.copy(directory / "kept.sqlite", directory / "test.sqlite")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 0.99, 1.0])
def test_is_there_whole_or_not_at_all_on_postgresql(settings: Settings, postgres_database: str, share: float) -> None:
    there = settings.model_copy(update={"database_url": emptied(postgres_database)})
    with Store(there, SetClock()) as store:
        example = House(store)
        example.furnish()
        counted = Points(store.opened.engine, fatal=0)
        example.release()
        assert counted.passed >= LEAST_POINTS
        points = counted.passed
    with Store(there, SetClock()) as store:
        house = House(store)
        house.furnish()
        old = house.seen()
        assert house.release_until(max(1, round(share * points)))
        seen = house.seen()
        if seen == old:
            assert house.release() == 2
        else:
            assert share == 1.0
            with pytest.raises(Stale):
                house.release()
        done = house.seen()
        assert (done["newest"], [one[3] for one in done["feeds"]]) == (2, [2] * len(READERS))
        assert sorted(one[1] for one in done["digests"] if one[0] == 2) == ["anna", "bo"]
