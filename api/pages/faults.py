"""What is wrong with what was typed, in the visitor's language."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from api.faulty import errors_of
from api.pages.visit import Visit
from api.problems import faults_of
from api.texts import fault_sentence

__all__ = ["fault_said", "faults_in", "faults_said"]


def faults_in(wrong: ValidationError) -> list[dict[str, Any]]:
    """The faults, as the API tells them."""
    return faults_of(errors_of(wrong))


def fault_said(visit: Visit, fault: Mapping[str, Any]) -> str:
    """One of them in a sentence."""
    return fault_sentence(fault["code"], visit.language, fault["params"], fault["message"])


def faults_said(visit: Visit, wrong: ValidationError) -> str:
    """All the faults in one line, for a form in which it is plain what they are about."""
    return " ".join(fault_said(visit, one) for one in faults_in(wrong))
