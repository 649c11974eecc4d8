"""The command line reads documents: checks plans, finds the faults of terms, and prints schemas and the example."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from api.commands.exits import Exit
from api.commands.files import example_file
from api.commands.forums import forums_on
from models import Absence, Term
from tests.api.feeds.building import events
from tests.api.running import Ended, Run, both_held, stored
from tests.api.timetables.reading import READERS
from tests.build import at, elected, forum, holds, meeting, member, placed, plan, series, sits, term, turns


class TestCheck:
    def test_a_good_plan_is_good(self, run: Run, town: Term, file: Path, tmp_path: Path) -> None:
        assert run("check", stored(both_held(town), tmp_path / "plan.json"), "--term", file).code == Exit.FINE

    def test_a_bad_plan_is_told_rule_by_rule(self, run: Run, town: Term, file: Path, tmp_path: Path) -> None:
        bad = plan(town, *(placed(one, "tue 10:00", sits("anna", "head")) for one in ("first", "second")))
        ended = run("check", stored(bad, tmp_path / "plan.json"), "--term", file)
        assert ended.code == Exit.VIOLATED
        assert "Series (2): Anna är på Series (1) då" in ended.err

    def test_the_term_is_found_beside_the_plan(self, run: Run, town: Term, file: Path, tmp_path: Path) -> None:
        assert run("check", stored(both_held(town), tmp_path / "plan.json")).code == Exit.FINE

    def test_a_term_that_is_nowhere_is_asked_for(self, run: Run, town: Term, tmp_path: Path) -> None:
        ended = run("check", stored(both_held(town), tmp_path / "plan.json"))
        assert ended.code == Exit.FAULTY
        assert "--term" in ended.err

    def test_the_term_may_have_changed(self, run: Run, town: Term, tmp_path: Path) -> None:
        made = stored(both_held(town), tmp_path / "plan.json")
        ill = Absence(id="ill", person="anna", start=at("tue 08:00"), end=at("tue 17:00"))
        stored(town.model_copy(update={"absences": (ill,)}), tmp_path / "term.json")
        ended = run("check", made)
        assert ended.code == Exit.VIOLATED
        assert "terminen har ändrats" in ended.err
        assert "Anna är frånvarande då (tis 8 sep 2026 kl. 08.00–17.00)" in ended.err

    def test_another_term_is_refused(self, run: Run, town: Term, tmp_path: Path) -> None:
        made = stored(both_held(town), tmp_path / "plan.json")
        ended = run("check", made, "--term", example_file())
        assert ended.code == Exit.FAULTY
        assert "annan termin" in ended.err

    def test_what_is_no_plan_is_refused(self, run: Run, file: Path) -> None:
        assert run("check", file).code == Exit.FAULTY


class TestForums:
    @pytest.fixture
    def board(self, tmp_path: Path) -> Path:
        """A term with a forum whose chair alternates, elected from the second week on, and two meetings."""
        chairs = turns("town", "region", elections=[elected("2026-09-14", "region:cia", "town")])
        seats = member("town", "head", groups=("town",)), member("region", "nurse", groups=("region",))
        town = term(
            forum("board", *seats, chairmanship=chairs),
            series("board", forum="board"),
            *(meeting(one, series="board") for one in ("first", "second")),
            holds("anna", "head"),
            holds("cia", "nurse"),
        )
        return stored(town, tmp_path / "term.json")

    @pytest.mark.parametrize(("lang", "active"), [("sv", "Aktivt"), ("en", "Active")])
    def test_a_line_says_what_a_forum_is_on_the_date(self, run: Run, board: Path, lang: str, active: str) -> None:
        before, after = (
            run("forums", board, "--on", on, "--language", lang).out for on in ("2026-09-13", "2026-09-14")
        )
        assert active in before
        assert "Cia" not in before
        assert "Cia" in after

    def test_json_is_what_the_api_answers(self, run: Run, board: Path) -> None:
        (told,) = json.loads(run("forums", board, "--on", "2026-09-14", "--json", "-").out)["forums"]
        assert (told["forum"], told["day"], told["officers"]["chair"]["person"]) == ("board", "2026-09-14", "cia")

    def test_with_a_plan_it_says_how_many_meetings_have_a_time(self, run: Run, board: Path, tmp_path: Path) -> None:
        town = Term.model_validate_json(board.read_bytes())
        made = stored(plan(town, placed("first", "tue 10:00", sits("anna", "head"))), tmp_path / "plan.json")
        assert "1 av 2 har en tid" in run("forums", board, "--on", "2026-09-14", "--plan", made).out
        assert "har en tid" not in run("forums", board, "--on", "2026-09-14").out

    def test_without_a_date_it_is_today_where_the_term_is(self, board: Path) -> None:
        town = Term.model_validate_json(board.read_bytes())
        (told,) = forums_on(town, None, None, "sv", clock=lambda: datetime(2026, 9, 13, 22, 30, tzinfo=UTC))
        assert told.day == date(2026, 9, 14)

    @pytest.mark.parametrize("on", ["soon", "2026-02-30", "0001-01-01", "9999-12-31"])
    def test_what_is_no_date_or_far_from_any_term_is_refused(self, run: Run, board: Path, on: str) -> None:
        ended = run("forums", board, "--on", on)
        assert ended.code == Exit.FAULTY
        assert "2026-09-01" in ended.err

    def test_a_term_without_forums_has_none(self, run: Run, file: Path) -> None:
        assert "inga forum" in run("forums", file).out


class TestTimetable:
    @pytest.fixture
    def public(self, town: Term) -> Term:
        """The town, whose meetings are for the public."""
        ones = tuple(one.model_copy(update={"public": True}) for one in town.series)
        return Term.model_validate(town.model_copy(update={"series": ones}).model_dump())

    @pytest.mark.parametrize(("lang", "said"), [("sv", "2 möten"), ("en", "2 meetings")])
    def test_each_form_shows_the_meetings_and_nobody(
        self, run: Run, public: Term, tmp_path: Path, lang: str, said: str
    ) -> None:
        made = stored(both_held(public), tmp_path / "plan.json")
        term, directory = stored(public, tmp_path / "term.json"), tmp_path / "out"
        ended = run("timetable", made, directory, "--term", term, "--language", lang)
        assert ended.code == Exit.FINE
        assert said in ended.out
        assert '"public"' not in ended.out
        written = {one.name for one in directory.iterdir()}  # and nothing hidden: it may be put on a web site
        assert written == {"timetable.ics", "timetable.pdf", "timetable.xlsx", "timetable.json"}
        for ending in (".ics", ".pdf", ".xlsx", ".json"):
            shown = READERS[ending]((directory / f"timetable{ending}").read_bytes())
            assert "Series" in shown
            assert "anna" not in shown.lower()

    def test_a_meeting_that_moves_is_told_as_the_same_one(self, run: Run, public: Term, tmp_path: Path) -> None:
        term, directory = stored(public, tmp_path / "term.json"), tmp_path / "out"
        run("timetable", stored(both_held(public), tmp_path / "plan.json"), directory, "--term", term)
        before = {one["UID"]: one["SEQUENCE"] for one in events((directory / "timetable.ics").read_bytes())}
        where = (("first", "tue 10:00"), ("second", "2 wed 10:00"))
        moved = plan(public, *(placed(one, start, sits("anna", "head")) for one, start in where))
        run("timetable", stored(moved, tmp_path / "moved.json"), directory, "--term", term)
        after = {one["UID"]: one["SEQUENCE"] for one in events((directory / "timetable.ics").read_bytes())}
        assert before.keys() == after.keys()
        assert sorted(int(after[uid]) > int(before[uid]) for uid in after) == [False, True]

    def test_where_nothing_is_public_it_says_how_to_mark_it(self, run: Run, town: Term, tmp_path: Path) -> None:
        made, term = stored(both_held(town), tmp_path / "plan.json"), stored(town, tmp_path / "term.json")
        ended = run("timetable", made, tmp_path / "out", "--term", term)
        assert ended.code == Exit.FINE
        assert '"public": true' in ended.out

    def test_a_plan_that_breaks_a_rule_is_not_shown(self, run: Run, public: Term, tmp_path: Path) -> None:
        bad = plan(public, *(placed(one, "tue 10:00", sits("anna", "head")) for one in ("first", "second")))
        term = stored(public, tmp_path / "term.json")
        ended = run("timetable", stored(bad, tmp_path / "plan.json"), tmp_path / "out", "--term", term)
        assert ended.code == Exit.VIOLATED
        assert not (tmp_path / "out").exists()


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
