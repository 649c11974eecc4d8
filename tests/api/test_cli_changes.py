"""The command line when something happens: changes, new plans, differences, and reasons."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.commands.exits import Exit
from api.commands.replanning import now_in
from models import Cancel, Change, Difference, Move, Plan, SetFree, Term, Withdraw
from tests.api.running import Run, stored
from tests.build import at, away, holds, meeting, person, place, placed, plan, seat, series, sits, term, window


@pytest.fixture
def town() -> Term:
    """Two meetings that anna must be at; ben is her deputy."""
    return term(
        person("anna", name="Anna Alm"),
        person("ben", name="Ben Ek"),
        place("hall", name="Stadshuset"),
        series("autumn", seat("head"), title="Möte", places=("hall",), windows=(window(hours="08:00-12:00"),)),
        meeting("first", series="autumn", title="Första mötet"),
        meeting("second", series="autumn", title="Andra mötet"),
        holds("anna", "head", deputies=["ben"]),
        title="Höstens möten",
    )


@pytest.fixture
def held(town: Term) -> Plan:
    """Anna sits at both."""
    where = (("first", "2 tue 10:00"), ("second", "3 tue 10:00"))
    return plan(town, *(placed(one, start, sits("anna", "head")) for one, start in where))


@pytest.fixture
def file(town: Term, tmp_path: Path) -> Path:
    return stored(town, tmp_path / "term.json")


@pytest.fixture
def known(held: Plan, tmp_path: Path) -> Path:
    """The plan that people know."""
    return stored(held, tmp_path / "plan.json")


def change(tmp_path: Path, *actions: object, reason: str | None = None) -> Path:
    return stored(Change(actions=actions, reason=reason), tmp_path / "change.json")


CANCELLED = Cancel(meeting="first", day=at("2 tue 10:00").date())


class TestChange:
    def test_the_term_is_written_and_the_change_is_told(self, run: Run, file: Path, tmp_path: Path) -> None:
        ended = run("change", file, change(tmp_path, CANCELLED), "-o", tmp_path / "new.json")
        assert (ended.code, ended.out) == (
            Exit.FINE,
            "Första mötet ställs in tis 15 sep 2026 och hålls en annan dag.\n",
        )
        assert "new.json" in ended.err
        after = Term.model_validate_json((tmp_path / "new.json").read_text("utf-8"))
        assert after.resolved["first"].is_called_off(CANCELLED.day)

    def test_the_term_goes_to_standard_output_and_the_sentences_beside(
        self, run: Run, file: Path, tmp_path: Path
    ) -> None:
        ended = run("change", file, change(tmp_path, Withdraw(meeting="first")), "--language", "en")
        assert set(Term.model_validate_json(ended.out).resolved) == {"second"}
        assert ended.err == "Första mötet is cancelled for good.\n"

    def test_a_change_comes_from_standard_input(self, run: Run, file: Path) -> None:
        ended = run("change", file, "-", stdin=Change(actions=(CANCELLED,)).model_dump_json())
        assert ended.code == Exit.FINE

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            (
                '{"actions": [{"kind": "withdraw", "meeting": "frist"}]}',
                "/actions/0/meeting: okänt id ”frist” (möte), menade",
            ),
            ('{"actions": [{"kind": "withdraw"}]}', "/actions/0/meeting: nyckeln saknas"),
            ('{"actions": [{"kind": "vanish"}]}', "/actions/0: okänt värde ”vanish” för 'kind'"),
            ('{"actions": [{"meeting": "first"}]}', "/actions/0: nyckeln 'kind' saknas"),
            ('{"actions": []}', "/actions: listan har 0 poster"),
            (
                '{"actions": [{"kind": "away", "person": "anna"}]}',
                "/absences/0: ange antingen start och end eller weekly",
            ),
            ("{", "JSON"),
        ],
    )
    def test_a_faulty_change_changes_nothing(
        self, run: Run, file: Path, tmp_path: Path, written: str, said: str
    ) -> None:
        (tmp_path / "change.json").write_text(written, "utf-8")
        ended = run("change", file, tmp_path / "change.json", "-o", tmp_path / "new.json")
        assert (ended.code, ended.out) == (Exit.FAULTY, "")
        assert said in ended.err
        assert not (tmp_path / "new.json").exists()


class TestReplan:
    def test_the_difference_is_told_and_the_new_plan_obeys_the_rules(
        self, run: Run, file: Path, known: Path, tmp_path: Path
    ) -> None:
        out, new = tmp_path / "new-plan.json", tmp_path / "new.json"
        happened = change(tmp_path, CANCELLED)
        ended = run(
            *("replan", file, "--before", known, "--change", happened, "--as-of", "2026-09-10T08:00"),
            *("--json", out, "--term-out", new),
        )
        assert ended.code == Exit.FINE, ended.err
        assert ended.out.startswith("1 möte ändras, 1 är som förut:\n  Första mötet flyttas från tis 15 sep 2026")
        assert "\n1 person berörs:\n  Anna Alm\n    Du har fått ny tid: Första mötet flyttas" in ended.out
        assert "Bevisat: det finns ingen bättre plan" in ended.out
        assert run("check", out, "--term", new).code == Exit.FINE
        assert run("check", out).code == Exit.FINE
        assert Plan.model_validate_json(out.read_text("utf-8")).as_of == at("2026-09-10 08:00")

    def test_it_speaks_english_too(self, run: Run, file: Path, known: Path, tmp_path: Path) -> None:
        happened = change(tmp_path, Withdraw(meeting="first"))
        options = ("--change", happened, "--as-of", "2026-09-10", "--language", "en")
        ended = run("replan", file, "--before", known, *options)
        assert "1 meeting changes, 1 as before:" in ended.out
        assert (
            "Första mötet is cancelled on Tue 15 Sep 2026, 10:00–11:00 (Stadshuset) and will not be held" in ended.out
        )

    def test_it_says_so_when_nothing_needs_to_change(self, run: Run, file: Path, known: Path) -> None:
        ended = run("replan", file, "--before", known, "--as-of", "2026-09-10")
        assert ended.out.startswith("Ingenting behöver ändras.\n")
        assert ended.code == Exit.FINE

    def test_a_meeting_that_cannot_be_held_any_more_ends_otherwise(
        self, run: Run, file: Path, known: Path, tmp_path: Path
    ) -> None:
        until = Cancel(meeting="first", day=at("2 tue 10:00").date(), until=at("4 sun 10:00").date())
        ended = run("replan", file, "--before", known, "--change", change(tmp_path, until), "--as-of", "2026-09-15")
        assert ended.code == Exit.UNPLACED
        assert (
            "Första mötet ställs in tis 15 sep 2026 kl. 10.00–11.00 (Stadshuset). Ny tid är inte bestämd." in ended.out
        )
        assert "Utan tid: 1 möte" in ended.out

    def test_a_term_that_has_been_changed_is_compared_with_the_one_that_was_planned(
        self, run: Run, file: Path, known: Path, tmp_path: Path
    ) -> None:
        run("change", file, change(tmp_path, Withdraw(meeting="first")), "-o", tmp_path / "new.json")
        ended = run("replan", tmp_path / "new.json", "--before", known, "--as-of", "2026-09-10")
        assert "Första mötet ställs in" in ended.out, "the title stands in the term beside the plan"

    def test_calendars_show_the_move(self, run: Run, town: Term, file: Path, known: Path, tmp_path: Path) -> None:
        ics = tmp_path / "ics"
        run("replan", file, "--before", known, "--as-of", "2026-09-10", "--ics", ics)
        happened = change(tmp_path, CANCELLED)
        run("replan", file, "--before", known, "--change", happened, "--as-of", "2026-09-10", "--ics", ics)
        feed = (ics / "person-anna.ics").read_text("utf-8")
        assert feed.count("BEGIN:VEVENT") == 2
        assert feed.count("SEQUENCE:1") == 1

    def test_without_a_moment_it_is_now(self, run: Run, file: Path, known: Path, tmp_path: Path) -> None:
        run("replan", file, "--before", known, "--json", tmp_path / "new.json")
        made = Plan.model_validate_json((tmp_path / "new.json").read_text("utf-8"))
        assert made.as_of is not None
        assert abs((made.as_of - now_in(Term.model_validate_json(file.read_text("utf-8")))).total_seconds()) <= 60

    def test_now_is_what_the_clock_on_the_wall_shows_there(self, town: Term) -> None:
        assert now_in(town, lambda: datetime(2026, 7, 1, 10, 30, 59, tzinfo=UTC)) == datetime(2026, 7, 1, 12, 30)

    def test_files_are_written_though_nobody_reads_what_is_printed(
        self, run: Run, file: Path, known: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone(*_: object) -> None:
            raise RuntimeError

        monkeypatch.setattr("api.commands.screen.Screen.line", gone)
        run("replan", file, "--before", known, "--as-of", "2026-09-10", "--json", tmp_path / "new.json")
        assert (tmp_path / "new.json").exists()

    def test_a_plan_of_another_term_is_refused(self, run: Run, known: Path) -> None:
        from api.commands.files import example_file

        ended = run("replan", example_file(), "--before", known)
        assert ended.code == Exit.FAULTY
        assert "annan termin" in ended.err


class TestDiff:
    @pytest.fixture
    def moved(self, town: Term, tmp_path: Path) -> Path:
        where = (("first", "2 wed 10:00"), ("second", "3 tue 10:00"))
        made = plan(town, *(placed(one, start, sits("anna", "head")) for one, start in where))
        return stored(made, tmp_path / "moved.json")

    def test_two_plans_of_a_term(self, run: Run, file: Path, known: Path, moved: Path) -> None:
        ended = run("diff", file, known, moved)
        assert ended.code == Exit.FINE
        assert "Första mötet flyttas från tis 15 sep 2026 kl. 10.00–11.00 till ons 16 sep 2026" in ended.out

    def test_the_same_plan_twice(self, run: Run, file: Path, known: Path) -> None:
        assert run("diff", file, known, known).out == "Ingenting behöver ändras.\n"

    def test_the_difference_is_a_document(self, run: Run, file: Path, known: Path, moved: Path) -> None:
        found = Difference.model_validate_json(run("diff", file, known, moved, "--json", "-").out)
        assert [one.what for one in found.meetings] == ["moved", "untouched"]

    def test_each_plan_with_its_own_term(self, run: Run, town: Term, file: Path, known: Path, tmp_path: Path) -> None:
        less = town.model_copy(update={"meetings": town.meetings[1:]})
        new = plan(less, placed("second", "3 tue 10:00", sits("anna", "head")))
        (tmp_path / "new").mkdir()
        files = stored(less, tmp_path / "new" / "term.json"), stored(new, tmp_path / "new" / "plan.json")
        ended = run("diff", files[0], known, files[1], "--old-term", file)
        assert "Första mötet ställs in tis 15 sep 2026 kl. 10.00–11.00 (Stadshuset) och hålls inte senare" in ended.out

    def test_plans_of_another_term_are_refused(self, run: Run, known: Path) -> None:
        from api.commands.files import example_file

        assert run("diff", example_file(), known, known).code == Exit.FAULTY


class TestExplain:
    def test_why_here(self, run: Run, file: Path, known: Path) -> None:
        ended = run("explain", file, "--plan", known, "first")
        assert ended.out.startswith(
            "Första mötet: tis 15 sep 2026 kl. 10.00–11.00 (Stadshuset).\n140 av 140 starttider"
        )

    def test_a_meeting_is_found_by_a_part_of_its_title(self, run: Run, file: Path, known: Path) -> None:
        assert run("explain", file, "--plan", known, "första").out.startswith("Första mötet: ")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("mötet", "kan vara Första mötet (first) eller Andra mötet (second)"),
            ("frist", "Menade du first?"),
            ("qqqq", "Hittar inget som heter ”qqqq”."),
        ],
    )
    def test_a_meeting_that_is_not_found_is_a_sentence(
        self, run: Run, file: Path, known: Path, text: str, said: str
    ) -> None:
        ended = run("explain", file, "--plan", known, text)
        assert ended.code == Exit.FAULTY
        assert said in ended.err

    def test_why_not_there(self, run: Run, file: Path, known: Path) -> None:
        ended = run("explain", file, "--plan", known, "first", "--start", "2026-09-22T10:00")
        assert ended.out.splitlines()[0] == "tis 22 sep 2026 kl. 10.00–11.00 (Stadshuset): det går inte som planen är."
        assert "Andra mötet: Stadshuset har bara 1 rum; där är samtidigt Första mötet" in ended.out

    def test_it_can_be_there(self, run: Run, file: Path, known: Path) -> None:
        asked = ("--start", "2026-09-16T10:00", "--place", "stadshuset")
        ended = run("explain", file, "--plan", known, "first", *asked)
        assert "ons 16 sep 2026 kl. 10.00–11.00 (Stadshuset): det går, och inget annat möte rörs." in ended.out

    def test_what_if_it_had_to_be_there(self, run: Run, file: Path, known: Path) -> None:
        ended = run("explain", file, "--plan", known, "first", "--start", "2026-09-22T10:00", "--force")
        assert "Om mötet ska ligga där och de andra gör plats" in ended.out
        assert "personer" in ended.out or "person fler får något ändrat" in ended.out
        assert "Bevisat: billigare än så blir det inte." in ended.out

    def test_where_else_it_can_be(self, run: Run, file: Path, known: Path) -> None:
        ended = run("explain", file, "--plan", known, "first", "--spare", 3)
        assert len(ended.out.splitlines()) == 4
        assert "(Stadshuset)" in ended.out

    def test_other_plans(self, run: Run, file: Path, known: Path) -> None:
        ended = run("explain", file, "--plan", known, "--alternatives", 2)
        assert "Alternativ 1: 2 möten ligger på en annan tid.\n  Andra mötet flyttas från" in ended.out
        assert "Alternativ 2:" in ended.out

    def test_what_meetings_take_of_each(self, run: Run, file: Path, known: Path) -> None:
        ended = run("explain", file, "--plan", known, "--load")
        assert ended.out.splitlines()[-1].split("  ")[0] == "Anna Alm"
        assert "2 h 00 min" in ended.out

    def test_with_nothing_asked_and_every_meeting_placed_it_says_what_to_ask(
        self, run: Run, file: Path, known: Path
    ) -> None:
        assert "Alla möten har en tid. Ange ett MÖTE" in run("explain", file, "--plan", known).out

    @pytest.mark.parametrize(
        "asked",
        [
            ("--repairs", "1"),
            ("--spare", "1"),
            ("--start", "2026-09-16T10:00"),
            ("first", "--force"),
            ("first", "--place", "hall"),
            ("first", "--start", "2026-09-16"),
            ("first", "--start", "noon"),
            ("first", "--start", "2026-09-16T10:00", "--place", "nowhere"),
            ("first", "--change-out", "change.json"),
        ],
    )
    def test_half_a_question_is_a_sentence(self, run: Run, file: Path, known: Path, asked: tuple[str, ...]) -> None:
        ended = run("explain", file, "--plan", known, *asked)
        assert ended.code == Exit.FAULTY
        assert ended.err.strip()

    def test_a_term_that_has_changed_since_is_said(self, run: Run, town: Term, known: Path, tmp_path: Path) -> None:
        other = stored(town.model_copy(update={"title": "Ny titel"}), tmp_path / "other.json")
        assert "Terminen har ändrats" in run("explain", other, "--plan", known, "first").err


class TestRepairs:
    @pytest.fixture
    def blocked(self, tmp_path: Path) -> tuple[Path, Path]:
        """A meeting whose only person is away all term, and the plan that leaves it out."""
        gone = term(
            person("anna", name="Anna Alm"),
            meeting("m", seat("head", deputy="not"), title="Mötet", windows=(window("mon", "mon", "10:00-11:00"),)),
            holds("anna", "head"),
            away("anna", "mon 00:00", "4 sun 23:00"),
        )
        return stored(gone, tmp_path / "term.json"), stored(plan(gone), tmp_path / "plan.json")

    def test_what_would_give_it_a_time_is_told_and_applied(
        self, run: Run, blocked: tuple[Path, Path], tmp_path: Path
    ) -> None:
        out = tmp_path / "change.json"
        ended = run("explain", blocked[0], "--plan", blocked[1], "m", "--repairs", 3, "--change-out", out)
        assert "  1. " in ended.out
        assert "Då hålls mötet mån 7 sep 2026 kl. 10.00–11.00" in ended.out
        happened = Change.model_validate_json(out.read_text("utf-8"))
        assert {type(one) for one in happened.actions} <= {SetFree, Move} or happened.actions
        replanned = run("replan", blocked[0], "--before", blocked[1], "--change", out, "--as-of", "2026-09-01")
        assert replanned.code == Exit.FINE
        assert "Mötet får en tid: mån 7 sep 2026" in replanned.out

    def test_answers_are_a_document(self, run: Run, blocked: tuple[Path, Path]) -> None:
        asked = ("m", "--repairs", 1, "--load", "--json", "-")
        said = json.loads(run("explain", blocked[0], "--plan", blocked[1], *asked).out)
        assert said["repairs"]["repairs"][0]["actions"]
        assert said["load"] == []

    def test_a_meeting_without_a_time_is_explained(self, run: Run, blocked: tuple[Path, Path]) -> None:
        assert "Mötet har ingen tid." in run("explain", blocked[0], "--plan", blocked[1], "m").out
        assert "Anna Alm är frånvarande" in run("explain", blocked[0], "--plan", blocked[1], "m").out

    def test_of_no_meeting_in_particular_those_without_a_time_are_listed(
        self, run: Run, blocked: tuple[Path, Path]
    ) -> None:
        assert run("explain", blocked[0], "--plan", blocked[1]).out == "Utan tid: 1 möte\n  Mötet\n"

    def test_a_repair_that_is_not_there_is_a_sentence(
        self, run: Run, blocked: tuple[Path, Path], tmp_path: Path
    ) -> None:
        asked = ("m", "--repairs", 1, "--change-out", tmp_path / "c.json", "--take", 9)
        ended = run("explain", blocked[0], "--plan", blocked[1], *asked)
        assert (ended.code, ended.err) == (Exit.FAULTY, "Det finns inget förslag 9.\n")
