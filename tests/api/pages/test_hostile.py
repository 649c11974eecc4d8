"""What nobody means well with, on every way in: whatever an address or a form holds, no page breaks over it."""

import re
from collections.abc import Iterator
from random import Random
from urllib.parse import quote

import pytest
from httpx import Response

from api.pages import OWN_WAYS, WAYS
from tests.api.pages.mending import MEETING, unplaced_term
from tests.api.pages.visiting import signed_in
from tests.api.routes.house import House

SPOILT = (
    "",
    "\0",
    "../../etc/passwd",
    "//example.org/",
    "\r\nSet-Cookie: a=b",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} %s %(x)s {x}",
    "' OR 1=1 --",
    "-1",
    "0",
    "00009",
    "007",
    "999999999",
    "1" * 400,
    "9" * 5000,
    "٣",
    "²",
    "1e309",
    "NaN",
    "true",
    "null",
    "[1]",
    "2026-09-01T99:99",
    "9999-12-31",
    "9999-12-31T23:59",
    "0001-01-01",
    "23:59",
    "\ud800",
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH JOINER}\N{MAHJONG TILE RED DRAGON}",
    "x" * 20_000,
)
TRIES = 20
SHORT = tuple(one for one in SPOILT if one and len(one) <= 5000)
DEEDS = tuple(
    f"{action} {path}"
    for action in ("add", "remove", "up", "down", "reset")
    for path in (
        "",
        ".",
        "seats",
        "seats.00009",
        "seats.-1",
        "seats." + "9" * 5000,
        "seats.0.role.0",
        "windows.٣",
        "goals",
    )
)
NOUNS = (
    "frame",
    "holidays",
    "closed_days",
    "people",
    "appointments",
    "absences",
    "series",
    "meetings",
    "goals",
    "places",
    "forums",
    "series_orders",
)


def _quoted(value: str) -> str:
    return quote(value, safe="", errors="surrogatepass")


def _body(fields: list[tuple[str, str]]) -> bytes:
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in fields).encode()


class _Office:
    """An office in which every page has something to show, and a coordinator who sends anything."""

    def __init__(self, house: House) -> None:
        self.house, office = house, house.office
        self.term = unplaced_term(house)
        self.plan = office.plans(self.term)[0].id
        asked = house.client.post(f"/v1/plans/{self.plan}/repair-jobs", json={"meeting": MEETING}).json()["id"]
        self.job = house.work_on(asked).id
        office.subscribe(self.term, "person", "chef-1", "anna")
        self.token = office.give_page(self.term, "chef-1", "anna").token
        self.anna = signed_in(house)
        self.key = self.anna.get("/terms").forms[0].fields["form_key"]

    def known(self, random: Random) -> dict[str, str]:
        """Parts of addresses that lead somewhere."""
        return {
            "term_id": self.term,
            "meeting": MEETING,
            "forum": "styrgrupp",
            "job_id": self.job,
            "noun": random.choice(NOUNS),
            "key": random.choice(("0", "chef-1", MEETING)),
            "kind": random.choice(("person", "unit", "away", "leave", "close", "close_day")),
            "subject": "chef-1",
            "what": random.choice(("make", "rotate", "revoke", "make-page", "rotate-page", "revoke-page")),
            "number": "1",
            "secret": "x",
            "token": self.token,
        }

    def send(self, method: str, address: str, fields: list[tuple[str, str]]) -> Response:
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
        body = _body(fields) if method == "POST" else None
        return self.anna.client.request(method, address, content=body, headers=kind, follow_redirects=False)


_NAMES = """
    based_on over do seconds how reason start end place job number plan person one kind name language answer
    title first_day last_day meeting from_day to_day from_time to_time what who day successor email why
    weekly_from weekly_first every_weeks on_mon seats.0.row seats.0.role seats.0.deputies.0 windows.0.row
    windows.0.first_day goals.order goals.on next password role unit grid_minutes duration_minutes
    public_holidays.country time_zone after before page from of q lang done state code error time_reason as_of
    lock.start month people
"""
FIELDS = tuple(_NAMES.split())
"""Of forms and of addresses."""


def _typed(random: Random, at_work: _Office) -> list[tuple[str, str]]:
    """Fields of pages: some fair, some spoilt, some twice, most left out."""
    fair = {"plan": at_work.plan, "job": at_work.job, "based_on": "2", "person": "chef-1", "one": "person:chef-1"}
    names = random.choices(FIELDS, k=random.randint(0, 16)) + random.sample(sorted(fair), random.randint(0, len(fair)))
    fields = [(one, fair.get(one, "") if random.random() < 0.5 else random.choice(SPOILT)) for one in names]
    return [*fields, ("do", random.choice(DEEDS))] if random.random() < 0.3 else fields


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Office]:
    house = House.at(tmp_path_factory.mktemp("hostile"))
    yield _Office(house)
    house.store.close()


EVERY_WAY = [
    *((way.method, way.path) for way in WAYS if "logout" not in way.path),
    *((way.method, f"/me/{{token}}{way.below}") for way in OWN_WAYS),
]


@pytest.mark.parametrize(("method", "path"), EVERY_WAY)
def test_no_way_in_breaks_over_what_comes(at_work: _Office, method: str, path: str) -> None:
    random = Random(f"{method} {path}")
    for n in range(TRIES):
        parts = at_work.known(random)
        within = re.findall(r"{(\w+)", path)
        if within and n % 3 == 0:
            parts[random.choice(within)] = random.choice(SHORT)
        address = re.sub(r":\w+", "", path).format(**{name: _quoted(part) for name, part in parts.items()})
        fields = [("form_key", at_work.key), *_typed(random, at_work)]
        query = _body(_typed(random, at_work)).decode() if random.random() < 0.5 else ""
        answer = at_work.send(method, f"{address}?{query}"[:60_000], fields)
        assert answer.status_code < 500, (address[:200], fields, query[:500])
        assert "set-cookie" not in answer.headers or "a=b" not in answer.headers["set-cookie"]
        assert re.match(r"/(terms|jobs|login|me)\b", answer.headers.get("location", "/terms"))


def test_who_sent_it_all_is_signed_in_still(at_work: _Office) -> None:
    assert at_work.send("GET", "/terms", []).status_code == 200


@pytest.mark.parametrize("path", ["releases", "releases/%/send-again", "reports/%/accept", "changes/%/undo"])
@pytest.mark.parametrize("number", ["0", "9" * 30, "9" * 5000])
def test_numbers_that_nothing_has_lead_nowhere(at_work: _Office, path: str, number: str) -> None:
    method = "POST" if "%" in path else "GET"
    address = path.replace("%", number) if "%" in path else f"{path}/{number}"
    answer = at_work.send(method, f"/terms/{at_work.term}/{address}", [("form_key", at_work.key)])
    assert answer.status_code == 404


@pytest.mark.parametrize("meeting", ["%00", "a%20b", "x" * 300, "nobody"])
@pytest.mark.parametrize("deed", ["move", "lock", "unlock", "cancel", "repairs"])
def test_meetings_that_there_are_none_of_lead_nowhere(at_work: _Office, meeting: str, deed: str) -> None:
    answer = at_work.send("POST", f"/terms/{at_work.term}/meetings/{meeting}/{deed}", [("form_key", at_work.key)])
    assert answer.status_code == 404


def test_a_release_after_one_that_was_never_made_is_not_made(at_work: _Office) -> None:
    before = at_work.house.office.releases(at_work.term)
    fields = [("form_key", at_work.key), ("plan", at_work.plan), ("based_on", "999")]
    assert at_work.send("POST", f"/terms/{at_work.term}/release", fields).status_code == 412
    assert at_work.house.office.releases(at_work.term) == before


def test_a_row_far_below_the_last_is_not_looked_for(at_work: _Office) -> None:
    fields = [("form_key", at_work.key), ("seats.0.row", "0"), ("do", "add seats.00009.x")]
    answer = at_work.send("POST", f"/terms/{at_work.term}/setup/series/item/h%C3%B6st", fields)
    assert answer.status_code == 200


@pytest.mark.parametrize(("charset", "status"), [("", 422), ("; charset=punycode", 400), ("; charset=utf-7", 400)])
def test_forms_come_in_one_encoding(at_work: _Office, charset: str, status: int) -> None:
    part = f'--b\r\nContent-Disposition: form-data; name="form_key"\r\n\r\n{at_work.key}\r\n--b--\r\n'
    kind = {"Content-Type": f"multipart/form-data; boundary=b{charset}"}
    assert at_work.anna.client.post("/terms/import", content=part, headers=kind).status_code == status


def test_a_thing_without_an_id_has_one_address(at_work: _Office) -> None:
    """Of another way to write its number a form would add it once more."""
    here = f"/terms/{at_work.term}/setup/closed_days"
    day = [("form_key", at_work.key), ("reason", "Lov"), ("first_day", "2026-10-01")]
    assert at_work.send("POST", f"{here}/new", day).status_code == 303
    assert [at_work.send("GET", f"{here}/item/{key}", []).status_code for key in ("0", "00", "%D9%A0")] == [
        200,
        404,
        404,
    ]
