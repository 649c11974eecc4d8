"""What things are called: by their names, and meetings so that each is told from the others."""

from api.telling import Names
from models import Meeting
from tests.build import meeting, series, term


def _town(*meetings: Meeting) -> Names:
    return Names(None, term(series("talks", title="Samråd"), *meetings))


def test_a_meeting_is_called_by_its_title() -> None:
    assert _town(meeting("m", series="talks", title="Vår")).meeting("m") == "Vår"


def test_meetings_of_the_same_title_are_numbered_in_the_documents_order() -> None:
    names = _town(
        meeting("b", series="talks"), meeting("a", series="talks"), meeting("c", series="talks", title="Höst")
    )
    assert [names.meeting(one) for one in "bac"] == ["Samråd (1)", "Samråd (2)", "Höst"]


def test_a_meeting_that_is_alone_with_its_title_has_no_number() -> None:
    assert _town(meeting("m", series="talks")).meeting("m") == "Samråd"


def test_what_is_not_there_is_called_by_its_id() -> None:
    assert _town().meeting("gone") == "gone"
