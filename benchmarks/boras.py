"""The example: Borås 2026, planned in a warm process and by the whole command."""

import sys
import unicodedata

import scheduler
from benchmarks.measure import ROOT, arguments, measure, report, rows_of, summary, whole_process
from models import Term
from scheduler.options import Options

__all__ = ["FILE", "boras"]

FILE = ROOT / "examples" / unicodedata.normalize("NFC", "borås_2026.json")
COMMAND = (sys.executable, "-c", "from api.cli import main; main()", "plan", str(FILE))


def boras() -> Term:
    """The example as it is shipped."""
    return Term.model_validate_json(FILE.read_bytes())


def main() -> None:
    """Plan it and report."""
    given = arguments(__doc__)
    options = Options(time_limit_seconds=given.time_limit, workers=given.workers)
    scheduler.plan(boras(), options)  # so that the process is warm
    runs = [measure("Borås 2026", boras(), given.runs, options)]
    wholes = [whole_process(COMMAND) for _ in range(given.runs)]
    slowest = {key: max(whole[key] for whole in wholes) for key in wholes[0]}
    report("boras", rows_of(runs), {**summary(runs), "whole_process_worst": slowest})


if __name__ == "__main__":
    main()
