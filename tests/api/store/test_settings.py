"""Settings: read from the environment, refused when misspelt, all of them told on the operator's page."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from pydantic import ValidationError

from api.oidc_client import Client
from api.settings import PREFIX, Settings
from api.texts import fault_sentence
from models import Sizes

PAGE = Path(__file__).resolve().parents[3] / "docs" / "operations.md"


def _told() -> dict[str, str]:
    """Each variable on the page with its default."""
    return dict(re.findall(rf"^\| `({PREFIX}\w+)` \| (.+?) \|", PAGE.read_text("utf-8"), re.MULTILINE))


def test_the_operators_page_tells_every_setting_with_its_default() -> None:
    plain = {name: field.default for name, field in Settings.model_fields.items() if name != "sizes"}
    bounds = {f"sizes_{field.name}": field.default for field in fields(Sizes)}
    expected = {
        PREFIX + name.upper(): "(empty)" if str(value) == "" else f"`{str(value).lower() if value is False else value}`"
        for name, value in {**plain, **bounds}.items()
    }
    assert _told() == expected


def test_the_operators_page_tells_what_each_setting_means() -> None:
    page = PAGE.read_text("utf-8")
    for name, field in Settings.model_fields.items():
        if name != "sizes":
            assert field.description
            assert f"| {field.description} |" in page


def test_reads_the_environment_and_lets_what_is_given_win() -> None:
    said = {"TERMINSPLAN_PORT": "9000", "TERMINSPLAN_HOST": "::1", "TERMINSPLAN_SIZES_MEETINGS": "7", "PATH": "/bin"}
    settings = Settings.from_environment(said, host="127.0.0.2")
    assert (settings.port, settings.host, settings.sizes.meetings) == (9000, "127.0.0.2", 7)
    assert settings.sizes.people == Sizes().people


@pytest.mark.parametrize("name", ["TERMINSPLAN_PROT", "TERMINSPLAN_SIZES_MEETING", "TERMINSPLAN_SIZES"])
def test_refuses_a_misspelt_setting_without_repeating_its_value(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings.from_environment({name: "a-secret"})
    assert name in str(refused.value)
    assert "a-secret" not in str(refused.value)


def test_names_the_nearest_setting_as_it_is_written_and_none_where_none_is_near() -> None:
    with pytest.raises(ValidationError, match='did you mean "TERMINSPLAN_PORT"'):
        Settings.from_environment({"TERMINSPLAN_PROT": "1"})
    with pytest.raises(ValidationError) as refused:
        Settings.from_environment({"TERMINSPLAN_ZZZ": "1"})
    assert "did you mean" not in str(refused.value)


def test_leaves_the_tests_and_the_command_lines_own_variables_alone() -> None:
    said = {"TERMINSPLAN_TEST_POSTGRES": "somewhere", "TERMINSPLAN_LANGUAGE": "en", "TERMINSPLAN_DEBUG": "1"}
    assert Settings.from_environment(said) == Settings()


@pytest.mark.parametrize("wrong", [{"port": 70_000}, {"workers": 0}, {"log_level": "loud"}, {"max_json_depth": 10_000}])
def test_refuses_values_that_make_no_sense(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)


def test_tells_a_child_the_same_settings() -> None:
    mail = {"smtp_host": "mail.example", "smtp_password": "a-secret", "mail_from": "Planner <plan@example.org>"}
    settings = Settings.model_validate(
        {"port": 9000, "replace_lost_keys": True, "sizes": {"meetings": 7}, **mail, **PROVIDER}
    )
    assert Settings.from_environment(settings.environment()) == settings


def test_never_shows_the_password_of_the_mail_server() -> None:
    settings = Settings.model_validate({"smtp_password": "a-secret"})
    assert settings.smtp_password.get_secret_value() == "a-secret"
    assert "a-secret" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    with pytest.raises(ValidationError) as refused:
        Settings.model_validate({"smtp_host": "mail.example", "smtp_password": "a-secret"})
    assert "a-secret" not in str(refused.value)
    assert "MAIL_FROM" in str(refused.value)


PROVIDER = {
    "oidc_issuer": "https://login.example",
    "oidc_client_id": "terminsplan",
    "oidc_client_secret": "a-secret",
    "oidc_coordinators": "Närvård, planerare,, ",
}


def test_says_what_the_organisations_provider_is_told_and_what_it_means() -> None:
    client = Client.of(Settings.model_validate(PROVIDER | {"oidc_domains": "@Example.org"}))
    assert client is not None
    assert (client.name, client.secret, client.domains) == ("login.example", "a-secret", {"example.org"})
    assert (client.coordinators, client.readers) == ({"Närvård", "planerare"}, frozenset())
    assert "a-secret" not in repr(client)
    assert Client.of(Settings()) is None


@pytest.mark.parametrize(
    ("wrong", "mend"),
    [
        ({"oidc_issuer": "http://login.example"}, "OIDC_ISSUER"),
        ({"oidc_issuer": "https://login.example?tenant=1"}, "OIDC_ISSUER"),
        ({"oidc_issuer": "login.example"}, "OIDC_ISSUER"),
        ({"oidc_issuer": "https://["}, "OIDC_ISSUER"),
        ({"oidc_client_id": ""}, "OIDC_CLIENT_ID"),
        ({"oidc_client_secret": ""}, "OIDC_CLIENT_SECRET_FILE"),
        ({"oidc_client_secret_file": __file__}, "OIDC_CLIENT_SECRET_FILE"),
        ({"oidc_client_secret": "", "oidc_client_secret_file": "/nowhere"}, "OIDC_CLIENT_SECRET_FILE"),
        ({"oidc_coordinators": " , "}, "OIDC_READERS"),
        ({"oidc_scopes": "email"}, "openid"),
        ({"oidc_name_claim": ""}, "OIDC_NAME_CLAIM"),
        ({"oidc_issuer": "", "oidc_only": True}, "OIDC_ONLY"),
    ],
)
def test_says_at_once_what_is_wrong_with_the_provider_and_what_mends_it(wrong: dict[str, object], mend: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings.model_validate(PROVIDER | wrong)
    (fault,) = refused.value.errors()
    assert mend in fault["msg"]
    assert fault["msg"] == fault_sentence(fault["type"], "en", {}, "")
    assert "a-secret" not in str(refused.value)


@pytest.mark.parametrize("issuer", ["http://127.0.0.1:9000/realms/x", "http://localhost", "http://[::1]:9000"])
def test_a_provider_on_this_machine_needs_no_https(issuer: str) -> None:
    assert Settings.model_validate(PROVIDER | {"oidc_issuer": issuer}).oidc_issuer == issuer


@pytest.mark.parametrize(
    ("address", "domain"),
    [("plan@example.org", "example.org"), ("Å Ö <plan@example.org>", "example.org"), ("plan", "")],
)
def test_finds_the_domain_that_mail_comes_from(address: str, domain: str) -> None:
    assert Settings(mail_from=address).mail_domain == domain
