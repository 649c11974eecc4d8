"""The whole document, and how it is laid out: like that of Borås, what is short on one line."""

import json
import unicodedata
from typing import Any

from benchmarks.measure import ROOT
from benchmarks.sodra_alvsborg.example import Example, Item
from benchmarks.sodra_alvsborg.local import put_local
from benchmarks.sodra_alvsborg.municipalities import SEVEN, put_municipality, put_travel
from benchmarks.sodra_alvsborg.politics import put_politics
from benchmarks.sodra_alvsborg.region import put_region
from benchmarks.sodra_alvsborg.steering import put_steering
from benchmarks.sodra_alvsborg.task_groups import put_task_groups

__all__ = ["FILE", "SodraAlvsborg", "as_text"]

FILE = ROOT / "examples" / unicodedata.normalize("NFC", "södra_älvsborg_2026.json")
BORAS = ROOT / "examples" / unicodedata.normalize("NFC", "borås_2026.json")
UID = "b6c2f7de-0f43-4f0a-9f1d-7a3c52a0c8e4"
TITLE = "Närvårdssamverkan Södra Älvsborg 2026"
DESCRIPTION = (
    "Årets möten i Närvårdssamverkan Södra Älvsborg: politiskt samråd, presidium, styrgrupp, arbetsutskott, lokala"
    " ledningsgrupper och arbetsgrupper, uppdragsgrupper, samverkanskonferens, och närvårdsmötena i åtta kommuner."
)
NOTE = (
    "Det som är märkt illustrative är antaganden eller exempel; vad som är vad står i examples/README.md. Borås är som"
    " i borås_2026.json. Personerna är rollinnehavare utan namn. Även steget mellan starttider, framförhållningen och"
    " marginalen mellan möten (grid_minutes, notice_days, buffer_minutes) är antaganden."
)
ORDER = ("forums", "series", "meetings", "series_orders", "day_relations")
"""Lists that stand before who there is; the others keep the place that they have in Borås's document."""
WIDTH = 240


class SodraAlvsborg:
    """The document: Borås's own, with the rest beside it."""

    def __init__(self) -> None:
        boras: Item = json.loads(BORAS.read_text("utf-8"))
        example = Example({**boras, "uid": UID, "title": TITLE, "description": DESCRIPTION, "note": NOTE})
        for one in SEVEN:
            put_municipality(example, one)
        put_region(example)
        put_politics(example)
        put_steering(example)
        put_task_groups(example)
        put_local(example)
        put_travel(example)
        self.document = _ordered(example.document)


def _ordered(document: Item) -> Item:
    """The keys in an order in which one can read them."""
    head = [key for key in document if not isinstance(document[key], list) and key != "travel"]
    lists = [key for key in document if key not in head and key not in ORDER]
    return {key: document[key] for key in (*head, *lists[:3], *ORDER, *lists[3:])}


def as_text(document: Item) -> str:
    """The document as the file holds it."""
    return _laid_out(document, 0) + "\n"


def _laid_out(value: Any, depth: int) -> str:
    """A value on one line where it is short, else its parts on a line each; lists of things always."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or (depth > 1 and len(line) <= WIDTH):
        return line
    if isinstance(value, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {_laid_out(one, depth + 1)}" for key, one in value.items()]
    else:
        parts = [_laid_out(one, depth + 1) for one in value]
    opens, closes = "{}" if isinstance(value, dict) else "[]"
    inner = ",\n".join("  " * (depth + 1) + part for part in parts)
    return f"{opens}\n{inner}\n{'  ' * depth}{closes}"
