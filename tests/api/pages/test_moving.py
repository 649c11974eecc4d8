"""Moving a meeting by hand on the pages: what each start says, the verdict, the move itself, and locks."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

import scheduler
from models import Change, Choice, CloseDay
from scheduler import Answered
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House


class Desk:
    """A coordinator before the example's plan."""

    def __init__(self, house: House) -> None:
        self.house, self.anna = house, signed_in(house)
        self.anna.send("/terms/example")
        self.term = self.anna.at.split("/")[-1]
        house.planned(self.term)
        self.meeting = self.asked.plan.placements[3].meeting
        self.page = f"/terms/{self.term}/meetings/{self.meeting}/move"

    @property
    def asked(self) -> Answered:
        return self.house.office.asked_about(self.house.office.plans(self.term)[0].id)

    @property
    def now(self) -> datetime:
        placement = self.asked.plan.placement_of(self.meeting)
        assert placement is not None
        return placement.start

    def choice(self, *, closed: bool) -> Choice:
        """A start other than its own, at which it can be or not."""
        found = scheduler.choices(self.asked.term, self.asked.plan, self.meeting)
        return next(one for one in found if bool(one.closed) == closed and one.start != self.now)

    def look(self, choice: Choice) -> None:
        """See the verdict of a start."""
        self.anna.get(f"{self.page}?{urlencode({'start': _text(choice.start)})}")
        assert self.anna.answer.status_code == 200

    def work(self) -> None:
        """Do the job that the visitor was led to."""
        assert self.anna.at.startswith("/jobs/")
        self.house.work_on(self.anna.at.split("/")[-1])


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _words(visitor: Visitor) -> str:
    return visitor.page.text


def test_each_start_says_whether_it_is_free_what_it_costs_or_who_is_in_the_way(house: House) -> None:
    desk = Desk(house)
    desk.anna.get(desk.page)
    said = _words(desk.anna)
    assert "här ligger mötet nu" in said
    assert "ledigt" in said
    assert "är frånvarande" in said
    links = [given["href"] or "" for tag, given in desk.anna.page.tags if tag == "a"]
    starts = {link.split("start=")[1][:18].replace("%3A", ":")[:16] for link in links if "start=" in link}
    assert starts == {_text(one.start) for one in scheduler.choices(desk.asked.term, desk.asked.plan, desk.meeting)}


def test_a_start_that_works_is_moved_to_and_stays(house: House) -> None:
    desk = Desk(house)
    choice = desk.choice(closed=False)
    desk.look(choice)
    assert "Det går." in _words(desk.anna)
    desk.anna.send("/move", reason="Lokalen behövs")
    desk.work()
    assert desk.now == choice.start
    lock = desk.asked.term.resolved[desk.meeting].lock
    assert lock is not None
    assert lock.start == choice.start
    assert house.office.changes(desk.term)[0].change.reason == "Lokalen behövs"


def test_a_start_that_does_not_work_says_why_and_can_be_demanded(house: House) -> None:
    desk = Desk(house)
    choice = desk.choice(closed=True)
    desk.look(choice)
    assert "Det går inte som planen är nu." in _words(desk.anna)
    assert "Flytta hit ändå" in _words(desk.anna)
    desk.anna.send("/move")
    desk.work()
    assert desk.asked.plan.placement_of(desk.meeting) is None or desk.now == choice.start


def test_without_a_start_nothing_is_moved(house: House) -> None:
    desk = Desk(house)
    desk.look(desk.choice(closed=False))
    for start in ("", "tomorrow", "2026-09-08T13:00:30", "2026-09-08T13:00+02:00"):
        desk.look(desk.choice(closed=False))
        desk.anna.send("/move", start=start)
        assert desk.anna.answer.status_code == 422
        assert "Välj en starttid" in _words(desk.anna)
    assert house.office.term(desk.term).revision == 1


def test_a_place_that_is_not_there_is_not_moved_to(house: House) -> None:
    desk = Desk(house)
    desk.look(desk.choice(closed=False))
    desk.anna.send("/move", place="nowhere")
    assert desk.anna.answer.status_code == 422


def test_whoever_was_second_sees_both(house: House) -> None:
    desk = Desk(house)
    desk.look(desk.choice(closed=False))
    day = desk.now.date()
    house.office.change_term(desk.term, Change(actions=(CloseDay(first_day=day, why="Studiedag"),)), 1, "bo")
    desk.anna.send("/move", reason="Lokalen behövs")
    assert desk.anna.answer.status_code == 412
    assert "Studiedag" in _words(desk.anna)
    assert desk.anna.page.forms[-1].fields["reason"] == "Lokalen behövs"


def test_a_meeting_is_locked_where_it_lies_and_unlocked_again(house: House) -> None:
    desk = Desk(house)
    meeting = desk.page.removesuffix("/move")
    desk.anna.get(meeting)
    desk.anna.send("/lock")
    desk.work()
    lock = desk.asked.term.resolved[desk.meeting].lock
    assert lock is not None
    assert lock.start == desk.now
    desk.anna.get(meeting)
    desk.anna.send("/unlock")
    desk.work()
    assert desk.asked.term.resolved[desk.meeting].lock is None


def test_a_reader_moves_nothing(house: House) -> None:
    desk = Desk(house)
    reader = signed_in(house, "reader", "rut")
    assert "Flytta mötet" not in reader.get(desk.page.removesuffix("/move")).text
    reader.get(desk.page)
    assert reader.answer.status_code == 403


def test_a_meeting_that_is_not_there_has_no_page(house: House) -> None:
    desk = Desk(house)
    desk.anna.get(f"/terms/{desk.term}/meetings/none/move")
    assert desk.anna.answer.status_code == 404


def test_who_has_how_much_is_found_by_name(house: House) -> None:
    desk = Desk(house)
    everybody = desk.anna.get(f"/terms/{desk.term}/load").text
    found = desk.anna.get(f"/terms/{desk.term}/load?who=sjöbo").text
    assert "Sjuksköterska, Närhälsan Sjöbo" in found
    assert "Sjuksköterska, Närhälsan Boda" not in found
    assert "Sjuksköterska, Närhälsan Boda" in everybody
    assert "Ingen med möten" in desk.anna.get(f"/terms/{desk.term}/load?who=ingen+alls").text


def test_a_move_is_taken_back_from_the_terms_own_page(house: House) -> None:
    desk = Desk(house)
    before = desk.now
    desk.look(desk.choice(closed=False))
    desk.anna.send("/move")
    desk.work()
    assert desk.now != before
    desk.anna.get(f"/terms/{desk.term}")
    assert "Senaste ändringen (anna)" in _words(desk.anna)
    desk.anna.send("/undo")
    desk.anna.get(f"/terms/{desk.term}")
    desk.anna.send("/plan", how="replan")
    desk.work()
    assert desk.asked.term.resolved[desk.meeting].lock is None
    assert desk.now == before
    assert "Senaste ändringen" not in desk.anna.get(f"/terms/{desk.term}").text


def test_a_meeting_without_a_time_is_given_one_by_hand(house: House) -> None:
    desk = Desk(house)
    choice = desk.choice(closed=True)
    desk.look(choice)
    desk.anna.send("/move")
    desk.work()
    assert desk.asked.plan.placement_of(desk.meeting) is None
    assert "Välj en tid för mötet" in desk.anna.get(desk.page.removesuffix("/move")).text
    still_open = scheduler.choices(desk.asked.term, desk.asked.plan, desk.meeting)
    desk.look(next(one for one in still_open if not one.closed))
    desk.anna.send("/move")
    desk.work()
    assert desk.asked.plan.placement_of(desk.meeting) is not None


def test_what_has_been_stays_where_it_was(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that was made before the meeting is sent after it."""
    desk = Desk(house)
    chosen = desk.choice(closed=False)
    monkeypatch.setattr("tests.api.routes.house.NOW", desk.now.replace(tzinfo=UTC) + timedelta(hours=1))
    desk.anna.sign_in("anna")
    desk.anna.get(desk.page)
    key = desk.anna.page.forms[-1].fields["form_key"]
    fields = {"form_key": key, "start": _text(chosen.start), "based_on": "1"}
    desk.anna.answer = desk.anna.client.post(desk.page, data=fields)
    assert desk.anna.answer.status_code == 422
    assert "Den tiden har redan varit" in _words(desk.anna)
    assert house.office.changes(desk.term) == ()
