"""An office whose term holds something private in every text that is not for the public."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from api.routes.examples import TERM
from models import Away, Cancel, Change, Term
from tests.api.routes.house import House

__all__ = ["PUBLIC", "SECRET", "TEXTS", "Planted", "document", "text_fields"]

SECRET = "Hemlig"
"""Stands in each private text, in mails and phone numbers too."""
TEXTS = ("note", "description", "reason", "name", "phone", "email", "address", "assignment", "title")
"""Keys of a term whose values somebody types freely."""
PUBLIC = {
    ("", "title"),
    ("series", "title"),
    ("meetings", "title"),
    ("forums", "title"),
    ("places", "name"),
    ("places", "address"),
}
"""List and key of those that are shown to everybody."""


_TASK = {"unit": "hemtjänst", "role": "enhetschef"}


def document() -> dict[str, Any]:
    """A term with two series, one of them public; every text that can be filled in is."""
    said = {"note": "x", "illustrative": True}
    series, meeting = TERM["series"][0], TERM["meetings"][0]
    seat = {**series["seats"][0], **said}
    deadline = {"id": "ut", "title": "x", "days": 7, "task_of": _TASK, **said}
    private = {**series, "id": "intern", "title": "Intern", "seats": [seat], "windows": [_window("14:00", "18:00")]}
    made = {
        **TERM,
        "description": "x",
        **said,
        "people": [{**one, **said, "phone": "x", "email": "x@x.example"} for one in TERM["people"]],
        "units": [{**one, **said, "phone": "x"} for one in TERM["units"]],
        "roles": [{**one, **said} for one in TERM["roles"]],
        "organisations": [{**one, **said} for one in TERM["organisations"]],
        "appointments": [{**one, **said} for one in TERM["appointments"]],
        "areas": [{"id": "borås", "name": "x", **said}],
        "absences": [{"id": "a1", "person": "chef-2", "start": "2026-10-01T08:00", "end": "2026-10-02T17:00", **said}],
        "places": [{**one, **said} for one in TERM["places"]],
        "closures": [{"id": "c1", "place": "centrum", "start": "2026-10-01T08:00", "end": "2026-10-01T17:00", **said}],
        "closed_days": [{"first_day": "2026-10-05", "reason": "x", **said}],
        "stages": [{"id": "s1", "title": "x", "series": [series["id"]], **said}],
        "series": [{**series, **said, "public": True, "seats": [seat], "deadlines": [deadline]}, private],
        "meetings": [
            {**meeting, **said, "title": "Möte ett", "convener": {"unit": "hemtjänst", "role": "enhetschef", **said}},
            {**meeting, "id": "möte-2", "title": "Möte två"},
            {**meeting, "id": "intern-1", "series": "intern"},
        ],
    }
    made["absences"][0]["reason"] = made["closures"][0]["reason"] = "x"
    planted: dict[str, Any] = _planted(made, "")
    planted["series"][1]["title"] = f"{SECRET} serie"
    done = {"id": "klart", "title": "Protokollet klart", "days": 5, "side": "after", "public": True, "task_of": _TASK}
    planted["series"][0]["deadlines"].append(done)
    return planted


def _window(opens: str, closes: str) -> dict[str, Any]:
    return {**TERM["series"][0]["windows"][0], "from_time": opens, "to_time": closes}


def _planted(found: Any, within: str) -> Any:
    if isinstance(found, list):
        return [_planted(one, within) for one in found]
    if not isinstance(found, dict):
        return found
    return {key: _text(within, key, value) for key, value in found.items()}


def _text(within: str, key: str, value: Any) -> Any:
    if key not in TEXTS or (within, key) in PUBLIC or not isinstance(value, str):
        return _planted(value, key)
    return f"{SECRET.lower()}@{SECRET.lower()}.example" if key == "email" else f"{SECRET} {within} {key}"


def text_fields() -> set[tuple[str, str]]:
    """Noun and key of each text of a term that somebody types freely, as its schema has them."""
    schema = Term.model_json_schema()
    nouns = {"Term": schema, **schema["$defs"]}
    return {
        (noun, key)
        for noun, described in nouns.items()
        for key, of in described.get("properties", {}).items()
        if any(one.get("maxLength") in (300, 4000) for one in (of, *of.get("anyOf", ())))
    }


@dataclass
class Planted:
    """The office, with the term published twice: at first as it was, then with a public meeting called off.

    Attributes:
        token: the link of the timetable.
    """

    house: House
    term: str
    token: str

    @classmethod
    def at(cls, directory: Path) -> "Planted":
        """A new one."""
        house = House.at(directory)
        office, by = house.office, f"{SECRET} handläggare"
        term = str(office.create_term(Term.model_validate(document()), by).id)
        link = office.give_public(term, by)
        office.release(term, house.planned(term), by)
        for n, day in enumerate((14, 15), start=1):
            away = Away(person="chef-1", start=datetime(2026, 9, day, 8), end=datetime(2026, 9, day, 17))
            office.report_away(term, away, "participant", reason=f"{SECRET} orsak", meeting=f"{SECRET} möte")
            office.accept_report(term, n, office.term(term).revision, by)
        held = office.plans(term)[0].plan.placement_of("möte-2")
        assert held is not None
        change = Change(actions=(Cancel(meeting="möte-2", day=held.start.date()),), reason=f"{SECRET} sjukdom")
        office.change_term(term, change, office.term(term).revision, by)
        without = office.term(term)
        rest = tuple(one for one in without.term.meetings if one.id != "möte-2")
        office.replace_term(term, without.term.model_copy(update={"meetings": rest}), without.revision, by)
        office.release(term, house.planned(term), by)
        return cls(house, term, link.token)

    @property
    def stranger(self) -> TestClient:
        """Somebody without a token."""
        return self.house.stranger(**{"Accept-Encoding": "identity"})

    def get(self, ending: str = "", lang: str = "sv") -> bytes:
        """What the link answers with."""
        answer = self.stranger.get(f"/public/{self.token}{ending}?lang={lang}")
        assert answer.status_code == 200
        return answer.content


def words(text: str) -> str:
    """A text with each run of spaces as one."""
    return re.sub(r"\s+", " ", text)
