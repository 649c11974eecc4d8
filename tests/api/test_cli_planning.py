"""The command line plans: all of a term, a part of it or stage by stage; what it says and writes, and how it ends."""

import os
import re
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from api.commands.exits import EXIT_CODES, Exit
from api.commands.planning import exit_code
from models import Plan, Term
from tests.api.running import Ended, Run, both_held, stored
from tests.build import at, away, holds, meeting, placed, plan, prefer, seat, series, sits, stage, term, window


class TestPlan:
    def test_a_plan_that_is_proven_ends_well(self, run: Run, file: Path) -> None:
        ended = run("plan", file)
        assert ended.code == Exit.FINE, ended.err
        assert ended.out.startswith("Höstens möten: 2 möten\n")
        assert "Bevisat: det finns ingen bättre plan" in ended.out

    def test_it_speaks_english_too(self, run: Run, file: Path) -> None:
        assert "Proven: there is no better plan" in run("plan", file, "--language", "en").out

    def test_a_pipe_gets_plain_text(self, run: Run, file: Path) -> None:
        ended = run("plan", file)
        assert "\x1b" not in ended.out + ended.err
        assert not re.search("[─│┃━]", ended.out)
        assert ended.err == ""

    def test_a_meeting_without_a_time_is_told_with_what_stood_in_its_way(self, run: Run, tmp_path: Path) -> None:
        gone = term(
            meeting("m", seat("head", deputy="not")), holds("anna", "head"), away("anna", "mon 00:00", "4 sun 23:00")
        )
        ended = run("plan", stored(gone, tmp_path / "t.json"))
        assert ended.code == Exit.UNPLACED
        assert "Utan tid: 1 möte" in ended.out
        assert "Anna är frånvarande" in ended.out

    def test_a_deputy_is_named_with_whom_they_stand_in_for(self, run: Run, tmp_path: Path) -> None:
        gone = term(
            meeting("m", seat("head")),
            holds("anna", "head", deputies=["ben"]),
            away("anna", "mon 00:00", "4 sun 23:00"),
        )
        assert "Ben ersätter Anna" in run("plan", stored(gone, tmp_path / "t.json")).out

    def test_the_plan_is_written_and_obeys_the_rules(self, run: Run, file: Path, tmp_path: Path) -> None:
        out = tmp_path / "plans" / "plan.json"
        run("plan", file, "--json", out)
        ended = run("check", out, "--term", file)
        assert ended == Ended(Exit.FINE, "Planen följer alla regler och dess siffror stämmer.\n", "")

    def test_the_plan_alone_goes_to_standard_output(self, run: Run, file: Path) -> None:
        ended = run("plan", file, "--json", "-")
        assert Plan.model_validate_json(ended.out).proven

    def test_a_term_comes_from_standard_input(self, run: Run, town: Term) -> None:
        assert run("plan", "-", stdin=town.model_dump_json()).code == Exit.FINE

    def test_another_moment_is_planned_from(self, run: Run, file: Path) -> None:
        ended = run("plan", file, "--as-of", "2026-09-14T10:00", "--json", "-")
        made = Plan.model_validate_json(ended.out)
        assert made.as_of == at("2 mon 10:00")
        assert all(one.start >= at("2 mon 10:00") for one in made.placements)

    @pytest.mark.parametrize("wrong", ["tomorrow", "2026-09-14T10:00+02:00", "2026-02-30"])
    def test_a_moment_that_is_none_is_refused(self, run: Run, file: Path, wrong: str) -> None:
        ended = run("plan", file, "--as-of", wrong)
        assert (ended.code, ended.out) == (Exit.FAULTY, "")
        assert "2025-11-24T08:00" in ended.err

    def test_calendars_are_written_for_all_who_have_a_meeting(self, run: Run, file: Path, tmp_path: Path) -> None:
        run("plan", file, "--ics", tmp_path / "ics")
        written = {one.name for one in (tmp_path / "ics").glob("*.ics")}
        assert written == {"term.ics", "series-series.ics", "unit-unit.ics", "person-anna.ics"}

    def test_calendars_written_again_are_the_same(self, run: Run, file: Path, tmp_path: Path) -> None:
        contents = []
        for _ in range(2):
            run("plan", file, "--ics", tmp_path / "ics")
            contents.append({one.name: one.read_bytes() for one in (tmp_path / "ics").glob("*.ics")})
        assert contents[0] == contents[1]

    def test_the_calendar_of_somebody_whose_meetings_are_gone_says_so(
        self, run: Run, town: Term, file: Path, tmp_path: Path
    ) -> None:
        run("plan", file, "--ics", tmp_path / "ics")
        away_for_good = away("anna", "mon 00:00", "4 sun 23:00")
        stored(town.model_copy(update={"absences": (away_for_good,)}), file)
        run("plan", file, "--ics", tmp_path / "ics")
        assert b"BEGIN:VEVENT" not in (tmp_path / "ics" / "person-anna.ics").read_bytes()
        assert (tmp_path / "ics" / "person-ben.ics").read_bytes().count(b"BEGIN:VEVENT") == 2

    def test_ctrl_c_takes_the_best_plan_so_far(
        self, run: Run, town: Term, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def endless(term: Term, options: object, heard: object, cancelled: Callable[[], bool]) -> Plan:
            os.kill(os.getpid(), signal.SIGINT)
            while not cancelled():
                time.sleep(0.01)
            return both_held(town)

        monkeypatch.setattr("scheduler.plan", endless)
        ended = run("plan", file)
        assert ended.code == Exit.FINE
        assert "Höstens möten: 2 möten" in ended.out
        assert "bästa planen hittills" in ended.err

    def test_a_second_ctrl_c_waits_for_no_search(self, run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        ended_by_test = threading.Event()

        def deaf(*_: object) -> None:
            for _ in range(2):
                os.kill(os.getpid(), signal.SIGINT)
                time.sleep(0.3)
            ended_by_test.wait(30)

        def leave(code: int) -> NoReturn:
            ended_by_test.set()
            raise SystemExit(code)

        monkeypatch.setattr("scheduler.plan", deaf)
        monkeypatch.setattr("os._exit", leave)
        assert run("plan", file).code == Exit.INTERRUPTED
        assert ended_by_test.is_set()

    def test_a_faulty_term_is_not_planned(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "t.json").write_text("{}", "utf-8")
        ended = run("plan", tmp_path / "t.json", "--json", tmp_path / "plan.json", "--ics", tmp_path / "ics")
        assert ended.code == Exit.FAULTY
        assert [one.name for one in tmp_path.iterdir()] == ["t.json"]

    def test_a_file_that_cannot_be_written_is_a_sentence(self, run: Run, file: Path) -> None:
        ended = run("plan", file, "--json", file / "plan.json")
        assert ended.code == Exit.FAULTY
        assert "Kan inte skriva" in ended.err


class TestPlanningAPart:
    """`plan --series` and `plan --stages`: a part while the rest stands, and stage by stage."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        """Politicians and local people who all need anna; the first would rather have the only hour of the second."""
        forums = (
            series(
                "politics", windows=(window("mon", "mon", "09:00-11:00"),), preferences=(prefer("mon", "09:00-10:00"),)
            ),
            series("local", windows=(window("mon", "mon", "09:00-10:00"),)),
        )
        meetings = (meeting("p", seat("head"), series="politics"), meeting("l", seat("head"), series="local"))
        own = (*forums, *meetings, holds("anna", "head"), stage("first", "politics"), stage("then", "local"))
        return stored(term(*own, title="Året"), tmp_path / "term.json")

    def test_what_is_not_chosen_waits_and_is_no_failure(self, run: Run, file: Path) -> None:
        ended = run("plan", file, "--series", "politics")
        assert ended.code == Exit.FINE, ended.err
        assert "Planerat nu: Politics. 0 möten i andra serier står kvar" in ended.out
        assert "Väntar på sin tur: 1 möte i Local" in ended.out
        assert "Utan tid" not in ended.out
        assert "Bevisat så länge det övriga står kvar: det finns ingen bättre plan" in ended.out

    def test_what_stands_in_the_other_plan_stays_there(self, run: Run, file: Path, tmp_path: Path) -> None:
        first, both = tmp_path / "first.json", tmp_path / "both.json"
        run("plan", file, "--series", "politics", "--json", first)
        ended = run("plan", file, "--series", "local", "--standing", first, "--json", both)
        assert ended.code == Exit.UNPLACED, "the only hour is taken"
        assert "1 möte i andra serier står kvar" in ended.out
        stood, made = (Plan.model_validate_json(one.read_text("utf-8")) for one in (first, both))
        assert made.placements == stood.placements
        assert run("check", both, "--term", file).code == Exit.FINE

    def test_what_can_no_longer_stand_is_told_with_its_reason(self, run: Run, file: Path, tmp_path: Path) -> None:
        first = tmp_path / "plan" / "first.json"
        run("plan", file, "--series", "politics", "--json", first)
        ill = away("anna", "mon 08:00", "mon 12:00")
        now = Term.model_validate_json(file.read_text("utf-8")).model_copy(update={"absences": (ill,)})
        ended = run("plan", stored(now, tmp_path / "now.json"), "--series", "local", "--standing", first)
        assert ended.code == Exit.FAULTY
        assert "kan detta inte stå kvar" in ended.err
        assert "Anna" in ended.err

    def test_stages_are_told_and_what_they_cost_where_that_is_asked(self, run: Run, file: Path) -> None:
        ended = run("plan", file, "--stages")
        assert (
            "Planerat i steg, där det som ett steg har fått på plats står kvar i nästa: First (bevisat) och Then"
            in ended.out
        )
        assert "Stegen kostar" not in ended.out
        told = run("plan", file, "--stages", "--against-whole").out
        assert re.search(r"Alla möten får en tid +1 +0 +\+1 +Bevisat: \+1", told), told
        assert "Stegen kostar något på det första mål där planerna skiljer sig: Alla möten får en tid." in told

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--series", "politics", "--stages"), "antingen --series eller --stages"),
            (("--series", "nowhere"), "Okänd serie: nowhere. Terminens serier är local och politics."),
            (("--standing", "x.json"), "--standing hör ihop med --series"),
            (("--against-whole",), "--against-whole hör ihop med --stages"),
        ],
    )
    def test_options_that_do_not_fit_together_are_refused(
        self, run: Run, file: Path, options: tuple[str, ...], said: str
    ) -> None:
        ended = run("plan", file, *options)
        assert (ended.code, said in ended.err) == (Exit.FAULTY, True), ended.err

    def test_a_term_without_stages_is_told_so(self, run: Run, town: Term, tmp_path: Path) -> None:
        ended = run("plan", stored(town, tmp_path / "t.json"), "--stages")
        assert (ended.code, "Terminen har inga steg" in ended.err) == (Exit.FAULTY, True)


class TestExitCodes:
    def test_a_plan_that_leaves_nothing_to_wish_for(self, town: Term) -> None:
        assert exit_code(both_held(town)) == Exit.FINE

    def test_a_plan_without_proof(self, town: Term) -> None:
        held = both_held(town)
        unproven = tuple(goal.model_copy(update={"proven": False}) for goal in held.goals)
        assert exit_code(held.model_copy(update={"goals": unproven})) == Exit.UNPROVEN

    def test_a_plan_that_leaves_a_meeting_out(self, town: Term) -> None:
        assert exit_code(plan(town, placed("first", "tue 10:00", sits("anna", "head")))) == Exit.UNPLACED

    def test_each_is_listed_in_the_help(self, run: Run) -> None:
        said = run("--help").out
        assert [code for code in EXIT_CODES if not re.search(rf"• {code.value} ", said)] == []
