"""What every feed must look like as bytes, checked line by line without the library that wrote them."""

import re
from collections.abc import Callable, Iterator

__all__ = ["complaints"]

FORBIDDEN = {"METHOD", "ORGANIZER", "ATTENDEE", "RDATE", "COMMENT", "ATTACH", "URL"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"}
OPAQUE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Line = tuple[str, str, str]


def complaints(feed: bytes) -> list[str]:
    """All that is wrong with a feed; each by the name of what is broken."""
    found = [check.__name__ for check in OCTETS if not check(feed)]
    if found:
        return found
    lines = [_split(line) for line in feed.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]]
    return [check.__name__ for check in CONTENTS if not check(lines)]


def _split(line: str) -> Line:
    """Name, parameters and value of a content line; three empty texts where it is none."""
    match = re.fullmatch(r'([A-Z0-9-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', line)
    return (match[1], match[2], match[3]) if match else ("", "", "")


def whole(feed: bytes) -> bool:
    return feed.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and feed.endswith(b"\r\nEND:VCALENDAR\r\n")


def crlf(feed: bytes) -> bool:
    return not re.search(rb"(?<!\r)\n|\r(?!\n)", feed)


def at_most_75_octets(feed: bytes) -> bool:
    return all(len(line) <= 75 for line in feed.split(b"\r\n"))


def utf8_in_every_line(feed: bytes) -> bool:
    """A line may be folded between characters only."""
    try:
        return all(line.decode() is not None for line in feed.split(b"\r\n"))
    except UnicodeDecodeError:
        return False


def content_lines(lines: list[Line]) -> bool:
    return all(name for name, _, _ in lines)


def nothing_forbidden(lines: list[Line]) -> bool:
    return not any(name in FORBIDDEN or (name == "BEGIN" and value == "VALARM") for name, _, value in lines)


def texts_escaped_once(lines: list[Line]) -> bool:
    texts = [re.sub(r"\\[\\;,n]", "", value) for name, _, value in lines if name in TEXTS]
    return not any(re.search(r"[\\;,]", text) for text in texts)


def opaque_uids(lines: list[Line]) -> bool:
    uids = [value for name, _, value in lines if name == "UID"]
    return len(set(uids)) == len(uids) and all(OPAQUE.fullmatch(uid) for uid in uids)


def no_floating_time(lines: list[Line]) -> bool:
    """A moment has a zone; a whole day has none."""
    times = [(where, value) for name, where, value in _inside(lines, "VEVENT") if name in {"DTSTART", "DTEND"}]
    return all("TZID=" in where or value.endswith("Z") or where == ";VALUE=DATE" for where, value in times)


def every_zone_described(lines: list[Line]) -> bool:
    used = {found[1] for _, where, _ in lines if (found := re.search(r"TZID=([^;:]+)", where))}
    described = [value for name, _, value in lines if name == "TZID"]
    return sorted(described) == sorted(used) or (not used and len(described) <= 1)


def stamped_by_the_release(lines: list[Line]) -> bool:
    """Without METHOD, DTSTAMP says the same as LAST-MODIFIED (RFC 5545, 3.8.7.2)."""
    stamps = [[value for name, _, value in lines if name == which] for which in ("DTSTAMP", "LAST-MODIFIED")]
    return stamps[0] == stamps[1]


def cancelled_is_free(lines: list[Line]) -> bool:
    """Status, transparency and busy status say one thing; a whole day is free anyhow."""
    which = {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}
    said = [[value == free for name, _, value in lines if name == key] for key, free in which.items()]
    days = [where == ";VALUE=DATE" for name, where, _ in _inside(lines, "VEVENT") if name == "DTSTART"]
    free = [cancelled or day for cancelled, day in zip(said[0], days, strict=False)]
    return free == said[1] == said[2]


def asks_to_look_every_hour(lines: list[Line]) -> bool:
    return {("REFRESH-INTERVAL", ";VALUE=DURATION", "PT1H"), ("X-PUBLISHED-TTL", "", "PT1H")} <= set(lines)


def one_name(lines: list[Line]) -> bool:
    names = [value for name, _, value in lines if name in {"NAME", "X-WR-CALNAME"}]
    return len(names) == 2 and names[0] == names[1] != ""


def _inside(lines: list[Line], component: str) -> Iterator[Line]:
    inside = False
    for name, where, value in lines:
        if name in {"BEGIN", "END"} and value == component:
            inside = name == "BEGIN"
        elif inside:
            yield name, where, value


OCTETS: tuple[Callable[[bytes], bool], ...] = (whole, crlf, at_most_75_octets, utf8_in_every_line)
CONTENTS: tuple[Callable[[list[Line]], bool], ...] = (
    content_lines,
    nothing_forbidden,
    texts_escaped_once,
    opaque_uids,
    no_floating_time,
    every_zone_described,
    stamped_by_the_release,
    cancelled_is_free,
    asks_to_look_every_hour,
    one_name,
)
