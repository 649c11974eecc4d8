"""Nothing personal is for the public: whatever stands in the term's other texts, none of the five forms shows it."""

import re

import pytest

from models import Term
from tests.api.timetables.planting import PUBLIC, SECRET, TEXTS, Planted, document, text_fields
from tests.api.timetables.reading import READERS

FORMS = tuple(READERS)
PLACED = ("Term", "Series", "Meeting", "Forum")
"""Nouns whose titles are shown, of what is public; a deadline's only where it is public itself, a stage's never."""


def test_every_text_of_a_term_is_planted_or_meant_for_the_public() -> None:
    """A new field that somebody types freely is planted by its name, or this test asks whether it is private."""
    assert {key for _, key in text_fields()} - set(TEXTS) == {"time_zone"}
    assert {noun for noun, key in text_fields() if key == "title"} == {*PLACED, "Deadline", "Stage"}
    assert len(PUBLIC) == 6


def test_the_secrets_are_there_to_be_shown() -> None:
    said = Term.model_validate(document()).model_dump_json()
    assert said.count(SECRET) >= 25
    assert said.count(SECRET.lower()) >= 4


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_no_form_shows_anything_private(planted: Planted, form: str, lang: str) -> None:
    shown = READERS[form](planted.get(form, lang))
    assert "Vårdcentralen Centrum" in shown, "it shows what is public"
    assert not re.search(SECRET, shown, re.IGNORECASE)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_names_a_person_a_role_or_a_unit_even_by_id(planted: Planted, form: str) -> None:
    shown = READERS[form](planted.get(form))
    ids = ("chef-1", "chef-2", "enhetschef", "hemtjänst", "u1", "intern", planted.term)
    assert [one for one in ids if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", shown, re.IGNORECASE)] == []


@pytest.mark.parametrize("form", FORMS)
def test_what_is_cancelled_stands_there_and_says_no_reason(planted: Planted, form: str) -> None:
    shown = READERS[form](planted.get(form))
    assert "Möte ett" in shown
    assert "Möte två" in shown
    assert re.search("inställt|withdrawn", shown, re.IGNORECASE)
    assert "sjukdom" not in shown.lower()


@pytest.mark.parametrize("form", ["", ".pdf", ".xlsx", ".json"])
def test_a_deadline_is_shown_where_it_is_public_itself(planted: Planted, form: str) -> None:
    assert "Protokollet klart" in READERS[form](planted.get(form))


def test_the_calendar_invites_nobody(planted: Planted) -> None:
    calendar = planted.get(".ics").decode()
    assert not re.search(r"^(ATTENDEE|ORGANIZER|CONTACT|DESCRIPTION:[^M])", calendar, re.MULTILINE)
