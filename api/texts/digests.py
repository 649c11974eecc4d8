"""Words of the digests that people are told of a release by."""

from api.texts.wording import Wording

__all__ = ["DIGEST_WORDINGS"]

DIGEST_WORDINGS: dict[str, Wording] = {
    "digest.first": Wording("Dina möten: {term}", "Your meetings: {term}"),
    "digest.changed": Wording("Det här ändras för dig: {term}", "This changes for you: {term}"),
    "digest.hello": Wording("Hej {name}!", "Hello {name},"),
    "digest.planned": Wording("Tidplanen för {term} är publicerad.", "The timetable of {term} has been published."),
    "digest.changes": Wording("Det här ändras för dig", "This changes for you"),
    "digest.now": Wording("Det här har du från och med nu", "This is what you have from now on"),
    "digest.nothing": Wording("Du har inga kommande möten.", "You have no meetings ahead."),
    "digest.release": Wording("Utgåva {number} av tidplanen.", "Release {number} of the timetable."),
    "digest.automatic": Wording("Det här meddelandet är skickat automatiskt.", "This message was sent automatically."),
}
"""By code."""
