"""`terminsplan schema`: the JSON Schema of the documents, made from the nouns themselves."""

import json
from typing import Any

from models import Change, Difference, Noun, Plan, Term

__all__ = ["DOCUMENTS", "json_schema", "schema_of"]

DOCUMENTS: dict[str, type[Noun]] = {
    "term": Term,
    "plan": Plan,
    "change": Change,
    "difference": Difference,
}
EVERYWHERE = {
    "id": "Its name for machines (1-64 letters, digits, `_ . : -`), unique in its list; others refer to it by this.",
    "name": "What people call it.",
    "kind": "Which kind of thing it is.",
    "uid": "Its identity in calendars, for life.",
}
"""Keys that mean the same wherever they stand."""


def schema_of(document: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document, with the meaning of every key."""
    noun = DOCUMENTS[document]
    schema = noun.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, field in part.get("properties", {}).items():
            if key in EVERYWHERE:
                field.setdefault("description", EVERYWHERE[key])
    version = noun.model_fields["format"].default if "format" in noun.model_fields else f"terminsplan.{document}/1"
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"tag:terminsplan,2026:{version}",
    } | schema


def json_schema(document: str) -> str:
    """The same as text."""
    return json.dumps(schema_of(document), ensure_ascii=False, indent=2)
