"""The command line for whoever runs the service: tokens, accounts, nights, and what keeps it from starting."""

import re
import socket
from pathlib import Path

import pytest

from api.commands.exits import Exit
from tests.api.running import Run


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
