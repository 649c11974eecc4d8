"""Dates of what people did are those of the term's clock, also in the hours in which the server's day is another."""

from datetime import UTC, datetime

import pytest

from models import Away, Cancel, Change
from tests.api.pages.visiting import signed_in
from tests.api.routes.house import House

LATE = datetime(2026, 8, 24, 22, 30, tzinfo=UTC)
"""Half past midnight on the 25th in Stockholm."""


def test_a_deed_at_night_is_of_the_day_that_has_begun(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.api.routes.house.NOW", LATE)
    office, term = house.office, house.make_term()
    house.make_release(term)
    away = Away(person="chef-1", start=datetime(2026, 9, 1, 8), end=datetime(2026, 9, 1, 17))
    office.report_away(term, away, "participant", reason=None)
    office.report_away(term, away.model_copy(update={"end": datetime(2026, 9, 1, 18)}), "participant", reason=None)
    office.decline_report(term, 2, "anna", "")
    cancel = Change(actions=(Cancel(meeting="möte-1", day=datetime(2026, 9, 1).date()),))
    office.change_term(term, cancel, 1, "anna")
    own = office.give_page(term, "chef-1", "anna").token
    anna = signed_in(house)
    here = f"/terms/{term}"
    for page in ("/", here, f"{here}/reports", f"{here}/releases", f"{here}/meetings/möte-1", f"/me/{own}"):
        text = anna.get(page).text
        assert "25 augusti 2026" in text, page
        assert "24 augusti 2026" not in text, page
