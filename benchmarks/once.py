"""Read a term from a file and plan it once: ``python -m benchmarks.once FILE``, the whole process to measure."""

import sys
from pathlib import Path

import scheduler
from models import Term

if __name__ == "__main__":
    made = scheduler.plan(Term.model_validate_json(Path(sys.argv[1]).read_bytes()))
    print(*(f"{goal.id}={goal.value}{'' if goal.proven else '?'}" for goal in made.goals))
