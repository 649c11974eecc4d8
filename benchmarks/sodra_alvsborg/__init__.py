"""The example of Södra Älvsborg: Borås as its own example has it, and with it the year of all eight municipalities.

`python -m benchmarks.sodra_alvsborg` writes `examples/södra_älvsborg_2026.json`; the same Borås makes the same file.
"""

from benchmarks.sodra_alvsborg.writing import FILE, SodraAlvsborg, as_text

__all__ = ["FILE", "SodraAlvsborg", "as_text"]
