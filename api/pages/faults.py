"""What is wrong with what was typed, in the visitor's language."""

from pydantic import ValidationError

from api.faulty import errors_of
from api.pages.visit import Visit
from api.problems import faults_of
from api.texts import fault_sentence

__all__ = ["faults_said"]


def faults_said(visit: Visit, wrong: ValidationError) -> str:
    """All the faults in one line, for a form in which it is plain what they are about."""
    told = faults_of(errors_of(wrong))
    return " ".join(fault_sentence(one["code"], visit.language, one["params"], one["message"]) for one in told)
