"""The command line: what each command says, what it writes, and how it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from api.commands.exits import EXIT_CODES, Exit
from api.commands.files import example_file
from api.commands.planning import exit_code
from api.commands.screen import Screen, Sheet
from models import Absence, Plan, Term
from tests.api.running import Ended, Run, stored
from tests.build import at, away, holds, meeting, placed, plan, prefer, seat, series, sits, stage, term, window


@pytest.fixture
def town() -> Term:
    """Two meetings that anna must be at; ben is her deputy."""
    return term(
        meeting("first", seat("head")),
        meeting("second", seat("head")),
        holds("anna", "head", deputies=["ben"]),
        title="Höstens möten",
        as_of=at("mon 08:00"),
    )


@pytest.fixture
def file(town: Term, tmp_path: Path) -> Path:
    return stored(town, tmp_path / "term.json")


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
            return _both_held(town)

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
        assert exit_code(_both_held(town)) == Exit.FINE

    def test_a_plan_without_proof(self, town: Term) -> None:
        held = _both_held(town)
        unproven = tuple(goal.model_copy(update={"proven": False}) for goal in held.goals)
        assert exit_code(held.model_copy(update={"goals": unproven})) == Exit.UNPROVEN

    def test_a_plan_that_leaves_a_meeting_out(self, town: Term) -> None:
        assert exit_code(plan(town, placed("first", "tue 10:00", sits("anna", "head")))) == Exit.UNPLACED

    def test_each_is_listed_in_the_help(self, run: Run) -> None:
        said = run("--help").out
        assert [code for code in EXIT_CODES if not re.search(rf"• {code.value} ", said)] == []


def _both_held(town: Term) -> Plan:
    where = (("first", "tue 10:00"), ("second", "2 tue 10:00"))
    return plan(town, *(placed(one, start, sits("anna", "head")) for one, start in where))


class TestCheck:
    def test_a_good_plan_is_good(self, run: Run, town: Term, file: Path, tmp_path: Path) -> None:
        assert run("check", stored(_both_held(town), tmp_path / "plan.json"), "--term", file).code == Exit.FINE

    def test_a_bad_plan_is_told_rule_by_rule(self, run: Run, town: Term, file: Path, tmp_path: Path) -> None:
        bad = plan(town, *(placed(one, "tue 10:00", sits("anna", "head")) for one in ("first", "second")))
        ended = run("check", stored(bad, tmp_path / "plan.json"), "--term", file)
        assert ended.code == Exit.VIOLATED
        assert "Series (2): Anna är på Series (1) då" in ended.err

    def test_the_term_is_found_beside_the_plan(self, run: Run, town: Term, file: Path, tmp_path: Path) -> None:
        assert run("check", stored(_both_held(town), tmp_path / "plan.json")).code == Exit.FINE

    def test_a_term_that_is_nowhere_is_asked_for(self, run: Run, town: Term, tmp_path: Path) -> None:
        ended = run("check", stored(_both_held(town), tmp_path / "plan.json"))
        assert ended.code == Exit.FAULTY
        assert "--term" in ended.err

    def test_the_term_may_have_changed(self, run: Run, town: Term, tmp_path: Path) -> None:
        made = stored(_both_held(town), tmp_path / "plan.json")
        ill = Absence(id="ill", person="anna", start=at("tue 08:00"), end=at("tue 17:00"))
        stored(town.model_copy(update={"absences": (ill,)}), tmp_path / "term.json")
        ended = run("check", made)
        assert ended.code == Exit.VIOLATED
        assert "terminen har ändrats" in ended.err
        assert "Anna är frånvarande då (tis 8 sep 2026 kl. 08.00–17.00)" in ended.err

    def test_another_term_is_refused(self, run: Run, town: Term, tmp_path: Path) -> None:
        made = stored(_both_held(town), tmp_path / "plan.json")
        ended = run("check", made, "--term", example_file())
        assert ended.code == Exit.FAULTY
        assert "annan termin" in ended.err

    def test_what_is_no_plan_is_refused(self, run: Run, file: Path) -> None:
        assert run("check", file).code == Exit.FAULTY


class TestValidate:
    def test_a_term_without_faults(self, run: Run, file: Path) -> None:
        assert run("validate", file) == Ended(Exit.FINE, f"{file} är i ordning: 2 möten, 2 personer.\n", "")

    def test_the_example_has_no_faults(self, run: Run) -> None:
        assert run("validate", "--example").code == Exit.FINE

    def test_every_fault_is_told_with_its_place(self, run: Run, town: Term, tmp_path: Path) -> None:
        document = json.loads(town.model_dump_json())
        document["appointments"][0]["holder"] = "ana"
        document["meetings"][1]["serie"] = "series"
        (tmp_path / "t.json").write_text(json.dumps(document), "utf-8")
        ended = run("validate", tmp_path / "t.json")
        assert (ended.code, ended.out) == (Exit.FAULTY, "")
        assert "/appointments/0/holder: okänt id ”ana” (person), menade du ”anna”?" in ended.err
        assert "/meetings/1/serie: okänd nyckel" in ended.err

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"\xff\xfe", "UTF-8"),
            (b"{", "JSON"),
            (b"[" * 100_000, "JSON"),
            (b'{"uid": NaN}', "/uid"),
            (b"", "JSON"),
            (b"[]", "objekt"),
        ],
        ids=["not text", "cut off", "deep", "not a number", "empty", "a list"],
    )
    def test_hostile_files_are_a_sentence(self, run: Run, tmp_path: Path, content: bytes, said: str) -> None:
        (tmp_path / "t.json").write_bytes(content)
        ended = run("validate", tmp_path / "t.json")
        assert ended.code == Exit.FAULTY
        assert said in ended.err

    def test_a_file_that_is_missing_is_a_sentence(self, run: Run, tmp_path: Path) -> None:
        ended = run("validate", tmp_path / "no.json")
        assert (ended.code, ended.err) == (Exit.FAULTY, f"Filen {tmp_path / 'no.json'} finns inte.\n")

    def test_something_must_be_given(self, run: Run) -> None:
        assert run("validate").code == Exit.FAULTY

    def test_a_file_and_the_example_are_one_too_many(self, run: Run, file: Path) -> None:
        assert run("validate", file, "--example").code == Exit.FAULTY

    def test_a_file_that_is_too_large_is_not_read(self, run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERMINSPLAN_MAX_BODY_BYTES", "1024")
        ended = run("validate", file)
        assert ended.code == Exit.FAULTY
        assert "1024 byte" in ended.err

    def test_a_term_that_is_too_large_is_refused(self, run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERMINSPLAN_SIZES_MEETINGS", "1")
        ended = run("validate", file)
        assert ended.code == Exit.FAULTY
        assert "mer än gränsen 1" in ended.err


class TestDocuments:
    @pytest.mark.parametrize("document", ["term", "plan", "change", "difference"])
    def test_the_schema_is_json(self, run: Run, document: str) -> None:
        assert json.loads(run("schema", document).out)["$id"] == f"tag:terminsplan,2026:terminsplan.{document}/1"

    def test_there_is_no_schema_of_anything_else(self, run: Run) -> None:
        assert run("schema", "moon").code == Exit.FAULTY

    def test_the_example_is_printed_as_it_is(self, run: Run) -> None:
        assert run("example").out == example_file().read_text("utf-8")


class TestService:
    def test_a_token_is_told_once_and_ended(self, run: Run, tmp_path: Path) -> None:
        secret = run("token", "create", "anna", "--data-dir", tmp_path).out.strip()
        listed = run("token", "list", "--data-dir", tmp_path).out
        assert "anna" in listed
        assert secret not in listed
        token = listed.splitlines()[-1].split()[0]
        assert run("token", "revoke", token, "--data-dir", tmp_path).code == Exit.FINE
        assert len(run("token", "list", "--data-dir", tmp_path).out.splitlines()[-1].split()) == 6

    def test_an_unknown_token_is_a_sentence(self, run: Run, tmp_path: Path) -> None:
        assert run("token", "revoke", "none", "--data-dir", tmp_path).code == Exit.FAULTY

    @pytest.mark.parametrize("command", ["serve", "api", "demo"])
    def test_a_busy_port_is_a_sentence(self, run: Run, tmp_path: Path, command: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            ended = run(command, "--data-dir", tmp_path, "--port", port)
        assert ended.code == Exit.UNAVAILABLE
        assert "kan inte användas (något annat använder den)" in ended.err
        assert str(port) in ended.err
        assert "Traceback" not in ended.err

    def test_a_directory_that_cannot_be_made_is_a_sentence(self, run: Run, file: Path) -> None:
        ended = run("token", "list", "--data-dir", file / "data")
        assert ended.code == Exit.UNAVAILABLE
        assert "kan inte användas" in ended.err

    def test_a_misspelt_setting_is_a_sentence(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERMINSPLAN_PROT", "8001")
        ended = run("serve")
        assert ended.code == Exit.FAULTY
        assert "TERMINSPLAN_PROT" in ended.err


class TestScreen:
    def test_a_terminal_gets_a_table_and_names_are_no_markup(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        Screen().table(Sheet("Title", ("head",), [("[red]name[/]",)]))
        said = capsys.readouterr().out
        assert "[red]name[/]" in said
        assert "│" in said

    def test_a_pipe_gets_columns(self, capsys: pytest.CaptureFixture[str]) -> None:
        Screen().table(Sheet("Title", ("a", "b"), [("one", "x"), ("a longer one", "y")]))
        assert capsys.readouterr().out == "Title\na             b\none           x\na longer one  y\n"


def test_planning_waits_for_no_web_server() -> None:
    probe = (
        "import sys; sys.argv = ['terminsplan', 'plan', '--example', '--as-of', 'never']\n"
        "from api.cli import main\n"
        "try: main()\n"
        "except SystemExit: print({'fastapi', 'dbos', 'sqlalchemy', 'icalendar'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.strip() == "set()"


def test_a_fault_of_ours_is_a_sentence(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("api.commands.files.read_term", broken)
    ended = run("validate", file)
    assert ended.code == Exit.INTERNAL
    assert "a wheel came off" in ended.err
    assert "Traceback" not in ended.err


class TestNightly:
    def test_says_how_many_terms_it_went_through(self, run: Run, tmp_path: Path) -> None:
        ended = run("nightly", "--data-dir", tmp_path / "data")
        assert (ended.code, ended.out) == (Exit.FINE, "0 utgivna terminer, varav 0 fick nya kalendrar.\n")


class TestAccount:
    """`terminsplan account`."""

    PASSWORD = "långt lösenord 1\n"

    def test_is_made_listed_given_a_password_and_ended(self, run: Run, tmp_path: Path) -> None:
        where = ("--data-dir", tmp_path)
        assert run("account", "create", "Anna", *where, stdin=self.PASSWORD).out == "Kontot anna är skapat.\n"
        assert run("account", "create", "bo", "--role", "reader", *where, stdin=self.PASSWORD).code == Exit.FINE
        listed = run("account", "list", *where).out
        assert re.search(r"^anna +ändra +lösenord ", listed, re.MULTILINE)
        assert re.search(r"^bo +läsa ", listed, re.MULTILINE)
        assert self.PASSWORD.strip() not in listed
        assert run("account", "password", "anna", *where, stdin="ett annat lösenord\n").code == Exit.FINE
        link = run("account", "link", "anna", *where).out
        assert re.fullmatch(r"http://127\.0\.0\.1:8000/in/[\w-]{43}\n", link)
        ended = run("account", "disable", "anna", "--language", "en", *where)
        assert ended.out == "The account anna is disabled and signed out everywhere.\n"

    def test_what_is_wrong_is_a_sentence(self, run: Run, tmp_path: Path) -> None:
        where = ("--data-dir", tmp_path)
        run("account", "create", "anna", *where, stdin=self.PASSWORD)
        wrong = [
            run("account", "create", "ANNA", *where, stdin=self.PASSWORD),
            run("account", "create", "a b", *where, stdin=self.PASSWORD),
            run("account", "create", "ß" * 33, *where, stdin=self.PASSWORD),
            run("account", "create", "bo", *where, stdin="short\n"),
            run("account", "create", "bo", *where, stdin=""),
            run("account", "password", "none", *where, stdin=self.PASSWORD),
            run("account", "disable", "none", *where),
            run("account", "link", "none", *where),
            run("account", "bind", "anna", *where),
        ]
        assert [(one.code, one.err.count("\n")) for one in wrong] == [(Exit.FAULTY, 1)] * 9

    def test_waits_for_its_owner(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        where = ("--data-dir", tmp_path)
        run("account", "create", "anna", *where, stdin=self.PASSWORD)
        said = {"ISSUER": "https://login.example", "CLIENT_ID": "t", "CLIENT_SECRET": "s", "READERS": "staff"}
        for name, value in said.items():
            monkeypatch.setenv(f"TERMINSPLAN_OIDC_{name}", value)
        assert "anna väntar på sin ägare i 7 dagar" in run("account", "bind", "Anna", *where).out
        assert re.search(
            r"^anna +ändra +lösenord, väntar på sin ägare ", run("account", "list", *where).out, re.MULTILINE
        )
        assert run("account", "bind", "none", *where).code == Exit.FAULTY
        monkeypatch.delenv("TERMINSPLAN_OIDC_CLIENT_ID")
        wrong = run("account", "list", *where)
        assert (wrong.code, "OIDC_CLIENT_ID" in wrong.err) == (Exit.FAULTY, True)
