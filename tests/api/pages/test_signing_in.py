"""Signing in: who is let in, who is not, what a stranger learns, and how it ends."""

import re

import pytest

from tests.api.pages.visiting import PASSWORD, Visitor, signed_in
from tests.api.routes.house import House


def test_strangers_are_asked_to_sign_in_and_led_back(house: House) -> None:
    term = house.make_term()
    house.office.create_account("anna", PASSWORD, "reader", "test")
    visitor = Visitor(house)
    visitor.get(f"/terms/{term}")
    assert visitor.at == "/login"
    visitor.send("/login", name="Anna", password=PASSWORD)
    assert visitor.at == f"/terms/{term}"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "/terms\\@x", "/logout"])
def test_signing_in_never_leads_elsewhere(house: House, elsewhere: str) -> None:
    house.office.create_account("anna", PASSWORD, "reader", "test")
    visitor = Visitor(house)
    visitor.get("/login")
    visitor.send("/login", name="anna", password=PASSWORD, next=elsewhere)
    assert (visitor.at, visitor.answer.url.host) == ("/terms", "testserver")


def test_what_is_wrong_is_not_told_and_the_name_is_kept(house: House) -> None:
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    house.office.create_account("bo", PASSWORD, "coordinator", "test")
    house.office.disable_account("bo", "test")
    said = set()
    for name, password in (("anna", "wrong"), ("nobody", PASSWORD), ("bo", PASSWORD), ("a\0b", PASSWORD)):
        visitor = Visitor(house)
        page = visitor.sign_in(name, password)
        assert visitor.answer.status_code == 422
        said.add(page.text)
        typed = next(given for tag, given in page.tags if tag == "input" and given["name"] == "name")
        assert typed["value"] == name
        wrong = next(given for tag, given in page.tags if tag == "input" and given["name"] == "password")
        assert (wrong["aria-invalid"], wrong["aria-describedby"]) == ("true", "password-wrong")
        assert PASSWORD not in visitor.answer.text
    assert len(said) == 1


def test_the_cookie_is_for_the_browser_and_this_address_alone(house: House) -> None:
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    plain, safe = Visitor(house), Visitor(house, "https://testserver")
    for visitor, prefix in ((plain, ""), (safe, "__Host-")):
        visitor.get("/login")
        form = visitor.page.forms[0]
        answer = visitor.client.post(
            "/login", data={**form.fields, "name": "anna", "password": PASSWORD}, follow_redirects=False
        )
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith(f"{prefix}terminsplan=")
        assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
        assert ("Secure" in cookie) is bool(prefix)
        assert "Max-Age" not in cookie


def test_a_form_of_another_site_does_nothing(house: House) -> None:
    visitor = signed_in(house)
    for form in ({}, {"form_key": "x" * 43}):
        assert visitor.client.post("/terms/example", data=form).status_code == 403
    key = visitor.get("/terms").forms[0].fields["form_key"]
    foreign = visitor.client.post("/terms/example", data={"form_key": key}, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403
    assert house.office.terms() == ()
    stranger = Visitor(house)
    own = stranger.get("/login").forms[0].fields["form_key"]
    stranger.client.cookies.clear()
    refused = stranger.client.post("/login", data={"form_key": own, "name": "anna", "password": PASSWORD})
    assert refused.status_code == 403


def test_readers_look_and_change_nothing(house: House) -> None:
    house.make_term()
    visitor = signed_in(house, "reader")
    page = visitor.get("/terms")
    assert {form.action for form in page.forms} == {"/logout", "/logout-everywhere"}
    key = page.forms[0].fields["form_key"]
    for way in ("/terms/example", "/terms/x/plan", "/jobs/x/stop", "/terms/x/meetings/m/cancel", "/terms/x/release"):
        answer = visitor.client.post(way, data={"form_key": key})
        assert answer.status_code == 403
        assert "bara läsa" in answer.text


def test_too_many_tries_are_paused_known_name_or_not(house: House) -> None:
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    for name in ("anna", "nobody"):
        visitor = Visitor(house)
        statuses = [visitor.sign_in(name, "wrong") and visitor.answer.status_code for _ in range(7)]
        assert statuses == [422, 422, 422, 422, 422, 429, 429]
        assert int(visitor.answer.headers["retry-after"]) >= 1
        assert "Vänta" in visitor.page.text
    visitor.sign_in("anna")
    assert visitor.answer.status_code == 429, "the right password waits too"


def test_signing_out_ends_this_session_and_everywhere_all(house: House) -> None:
    first = signed_in(house)
    second, third = Visitor(house), Visitor(house)
    second.sign_in("anna")
    third.sign_in("anna")
    first.get("/terms")
    first.send("/logout")
    assert first.at == "/login"
    second.get("/terms")
    assert second.at == "/terms"
    second.send("/logout-everywhere")
    for visitor in (first, second, third):
        visitor.get("/terms")
        assert visitor.at == "/login"
    actions = [one.action for one in house.office.audit()]
    assert {"account.create", "session.begin", "session.end", "session.end_all"} <= set(actions)


def test_a_link_signs_in_once_and_leads_on(house: House) -> None:
    term = house.make_term()
    house.office.create_account("demo", PASSWORD, "coordinator", "test")
    secret = house.office.login_link("demo", f"/terms/{term}", "test")
    visitor = Visitor(house)
    assert visitor.client.head(f"/in/{secret}").status_code == 200
    visitor.get(f"/in/{secret}")
    assert visitor.at == f"/terms/{term}"
    again = Visitor(house)
    again.get(f"/in/{secret}")
    assert again.answer.status_code == 410
    again.get(f"/terms/{term}")
    assert again.at == "/login"


def test_signing_in_again_ends_the_session_before(house: House) -> None:
    visitor = signed_in(house)
    before = visitor.client.cookies["terminsplan"]
    house.office.create_account("bo", PASSWORD, "reader", "test")
    visitor.get(f"/in/{house.office.login_link('bo', '/terms', 'test')}")
    assert "bo (läser)" in visitor.page.text
    visitor.client.cookies.set("terminsplan", before)
    visitor.get("/terms")
    assert visitor.at == "/login"


def test_a_new_password_or_the_end_of_an_account_signs_out(house: House) -> None:
    visitor = signed_in(house)
    house.office.change_password("ANNA", "ett annat lösenord", "test")
    visitor.get("/terms")
    assert visitor.at == "/login"
    visitor.send("/login", name="anna", password="ett annat lösenord")
    assert visitor.at == "/terms"
    house.office.disable_account("anna", "test")
    visitor.get("/terms")
    assert visitor.at == "/login"


def test_speaks_the_language_that_was_chosen(house: House) -> None:
    visitor = Visitor(house, **{"Accept-Language": "en"})
    assert dict(visitor.get("/login").tags)["html"]["lang"] == "en"
    swedish = visitor.get("/login?lang=sv")
    assert dict(swedish.tags)["html"]["lang"] == "sv"
    assert visitor.answer.headers["content-language"] == "sv"
    assert "Lösenord" in visitor.get("/login").text
    assert "Password" in visitor.get("/login?lang=en").text


def test_nothing_of_others_runs_and_nothing_is_stored(house: House) -> None:
    visitor = signed_in(house)
    visitor.get("/terms")
    policy = visitor.answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert visitor.answer.headers["cache-control"] == "no-store"
    assert not re.search(r"\son\w+=|style=|<script(?! type=.module. src=./static/)", visitor.answer.text)
