"""OpenAPI tells all that the service answers, and changes only when somebody means it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

import models
from api.problems import PROBLEMS, ProblemDocument
from api.routes import change_documents, digest_documents, documents, job_documents, plan_documents
from api.routes.examples import EXAMPLES, PLAN, TERM
from models import Plan, Term
from tests.api.routes.snapshot import COMMAND, SNAPSHOT, described


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return described()


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_is_as_it_was(document: dict[str, Any]) -> None:
    was = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    assert document == was, f"the API has changed; if that is meant, run: {COMMAND}"


def test_every_operation_has_a_name_a_tag_and_words(document: dict[str, Any]) -> None:
    operations = dict(_operations(document))
    names = [operation["operationId"] for operation in operations.values()]
    assert len(set(names)) == len(names)
    tags = {tag["name"] for tag in document["tags"]}
    for address, operation in operations.items():
        assert set(operation["tags"]) <= tags, address
        assert operation["description"], address
        assert all("description" in one for one in operation.get("parameters", [])), address


def test_every_operation_names_its_problems(document: dict[str, Any]) -> None:
    for address, operation in _operations(document):
        statuses = operation["responses"]
        assert "500" in statuses, address
        needs_token = "security" in operation
        assert ("401" in statuses) is needs_token, address
        for status, response in statuses.items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], (address, status)


def test_every_problem_has_an_example_in_the_one_shape(document: dict[str, Any]) -> None:
    examples = document["components"]["examples"]
    assert list(examples) == list(PROBLEMS)
    for example in examples.values():
        assert ProblemDocument.model_validate(example["value"]).model_dump(by_alias=True) == example["value"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_one(name: str) -> None:
    rooms = (models, documents, job_documents, plan_documents, change_documents, digest_documents)
    (model,) = {getattr(room, name) for room in rooms if hasattr(room, name)}
    TypeAdapter(model).validate_python(EXAMPLES[name])


def test_the_example_of_a_term_answers_the_example_of_a_plan() -> None:
    term, plan = Term.model_validate(TERM), Plan.model_validate(PLAN)
    assert plan.term_uid == term.uid
    assert [placement.meeting for placement in plan.placements] == [meeting.id for meeting in term.meetings]


def test_nothing_refers_to_what_is_not_there(document: dict[str, Any]) -> None:
    def references(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            yield from (value for key, value in part.items() if key == "$ref" and isinstance(value, str))
            for value in part.values():
                yield from references(value)
        elif isinstance(part, list):
            for value in part:
                yield from references(value)

    for reference in set(references(document)):
        found = document
        for step in reference.removeprefix("#/").split("/"):
            assert step in found, reference
            found = found[step]
