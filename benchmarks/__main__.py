"""Every benchmark that needs no server, one after the other: ``python -m benchmarks [NAME ...]``.

Three take long, minutes to many hours, and are started on their own: ``benchmarks.meetingscheduling``,
``benchmarks.sizes`` and ``benchmarks.sodra_alvsborg.plan``.
"""

import subprocess
import sys

NAMES = ("boras", "replans", "reasons", "autumns", "areas", "pages", "csplib046")

if __name__ == "__main__":
    for name in sys.argv[1:] or NAMES:
        print(f"\n{name}")
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)
