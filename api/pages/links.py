"""Links that are handed out: their whole addresses, and each as a square that a telephone reads."""

import re
from functools import lru_cache

import segno

from api.pages.visit import Visit

__all__ = ["base_url", "feed_url", "page_url", "public_url", "square", "webcal"]

PIXELS = 4
"""Of each module of a square: the style sheet has it drawn larger without blurring."""
MOST_REMEMBERED = 512


def base_url(visit: Visit) -> str:
    """Where people reach the service: as set, or as this visit did."""
    return (visit.settings.public_url or str(visit.request.base_url)).rstrip("/")


def feed_url(visit: Visit, token: str) -> str:
    """The address of a calendar."""
    return f"{base_url(visit)}/feeds/{token}.ics"


def page_url(visit: Visit, token: str) -> str:
    """The address of a participant's page."""
    return f"{base_url(visit)}/me/{token}"


def public_url(visit: Visit, token: str) -> str:
    """The address of a timetable for the public."""
    return f"{base_url(visit)}/public/{token}"


def webcal(url: str) -> str:
    """The same address in the scheme that programs take for "subscribe", not "import a copy"."""
    return re.sub(r"^https?:", "webcal:", url)


@lru_cache(maxsize=MOST_REMEMBERED)
def square(url: str) -> str:
    """The QR code of an address, as the address of an image that holds it itself: it is sent to nobody else."""
    return segno.make(url, error="m", micro=False, boost_error=False).png_data_uri(scale=PIXELS, border=4)
