"""`terminsplan schema`: the JSON Schema of the documents, made from the nouns themselves."""

import json
from typing import Any

from models import Noun, Plan, Term

__all__ = ["DOCUMENTS", "json_schema", "schema_of"]

DOCUMENTS: dict[str, type[Noun]] = {"term": Term, "plan": Plan}
EVERYWHERE = {
    "id": "Its name for machines (1-64 letters, digits, `_ . : -`), unique in its list; others refer to it by this.",
    "name": "What people call it.",
}
"""Keys that mean the same wherever they stand."""


def schema_of(document: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a term or a plan, with the meaning of every key."""
    noun = DOCUMENTS[document]
    schema = noun.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, field in part.get("properties", {}).items():
            if key in EVERYWHERE:
                field.setdefault("description", EVERYWHERE[key])
    version = noun.model_fields["format"].default
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"tag:terminsplan,2026:{version}",
    } | schema


def json_schema(document: str) -> str:
    """The same as text."""
    return json.dumps(schema_of(document), ensure_ascii=False, indent=2)
