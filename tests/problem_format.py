"""Makes the tables of `docs/problem-format.md` from the nouns: run as a script to write them anew (`make docs`)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from api.commands.schema import DOCUMENTS, schema_of
from models import Sizes

__all__ = ["PAGE", "keys_of", "refreshed"]

PAGE = Path(__file__).parents[1] / "docs" / "problem-format.md"
LAST = ("note", "illustrative")
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def refreshed(page: str) -> str:
    """The page with each of its tables made anew."""
    told = set[str]()
    for name in (*DOCUMENTS, "sizes"):
        table = "\n".join(_sizes() if name == "sizes" else _sections(name, told))
        begin, end = f"<!-- {name}: made from the nouns -->", f"<!-- {name}: end -->"
        page = re.sub(f"{begin}.*?{end}", lambda _, t=f"{begin}\n{table}\n{end}": t, page, flags=re.DOTALL)
    return page


def keys_of(document: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every noun's every key, with its schema, in the order of the page."""
    schema = schema_of(document)
    for noun, part in _in_order(schema):
        yield from ((noun, key, field) for key, field in part["properties"].items())


def _in_order(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The root, then each noun where the nouns before it first name it."""
    nouns = [schema["title"]]
    for noun in nouns:  # grows while it is read
        part = schema["$defs"].get(noun, schema)
        yield noun, part
        named = re.findall(r'"#/\$defs/(\w+)"', json.dumps(part["properties"]))
        nouns += [name for name in dict.fromkeys(named) if name not in nouns]


def _sections(document: str, told: set[str]) -> Iterator[str]:
    """A section for each noun that no document before has told of."""
    schema = schema_of(document)
    for noun, part in _in_order(schema):
        if noun in told:
            continue
        told.add(noun)
        yield f"\n### {noun}\n\n{part['description']}\n"
        yield "| key | type | default | meaning |\n|---|---|---|---|"
        for key, field in sorted(part["properties"].items(), key=lambda one: one[0] in LAST):
            default = f"`{_default(field['default'])}`" if key not in part.get("required", ()) else "**required**"
            meaning = " ".join(field["description"].split()).replace("|", "\\|")
            yield f"| `{key}` | {_type(field)} | {default} | {meaning} |"


def _default(value: object) -> str:
    if isinstance(value, dict):
        return "{}"  # every key of it has its own default
    if isinstance(value, str) and re.fullmatch(r"\d\d:\d\d:00", value):
        value = value[:5]
    return json.dumps(value, ensure_ascii=False)


def _type(field: dict[str, Any]) -> str:
    """A field's type in words."""
    if "$ref" in field:
        noun = field["$ref"].rsplit("/", 1)[1]
        return f"[{noun}](#{noun.lower()})"
    if choice := field.get("anyOf") or field.get("oneOf"):
        joined = " or " if "anyOf" in field else ", "
        return joined.join("`null`" if one.get("type") == "null" else _type(one) for one in choice)
    if "const" in field:
        return f'`"{field["const"]}"`'
    if field.get("enum") == WEEKDAYS:
        return "weekday (`mon` … `sun`)"
    if "enum" in field:
        return ", ".join(f'`"{one}"`' for one in field["enum"])
    return {"array": _list, "string": _text, "integer": _number, "number": _number}.get(field["type"], _plain)(field)


def _list(field: dict[str, Any]) -> str:
    least, most = field.get("minItems", 0), field.get("maxItems")
    many = f"{least} " if least == most else f"{least}–{most} " if most else f"{least} or more " if least else ""
    return f"list of {many}{_type(field.get('items') or field['prefixItems'][0])}"


def _text(field: dict[str, Any]) -> str:
    named = {"date": "date `YYYY-MM-DD`", "uuid": "UUID"}.get(field.get("format", ""))
    pattern = field.get("pattern", "")
    if not named and pattern.startswith(r"^[^\s"):
        named = "id"
    if not named and pattern.startswith(r"^\d"):
        named = "local date-time `YYYY-MM-DDTHH:MM`" if "T" in pattern else "local time `HH:MM`"
    if not named and pattern.startswith("^[A-Z"):
        named = f"text `{pattern}`"
    return named or (f"text, at most {field['maxLength']:,} characters" if "maxLength" in field else "text")


def _number(field: dict[str, Any]) -> str:
    kind = "whole number" if field["type"] == "integer" else "number"
    least, most = field.get("minimum"), field.get("maximum")
    return kind if least is None else f"{kind} ≥ {least:,}" if most is None else f"{kind} {least:,} – {most:,}"


def _plain(field: dict[str, Any]) -> str:
    return "true or false" if field["type"] == "boolean" else field["type"]


def _sizes() -> Iterator[str]:
    yield "| bound | default |\n|---|---|"
    yield from (f"| `{name}` | {getattr(Sizes(), name):,} |" for name in Sizes.names())


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text("utf-8")), "utf-8")
