"""Whole processes are measured from start to end, without what the measuring process itself takes."""

import sys

from benchmarks.measure import machine, whole_process


def test_a_process_is_measured_with_its_memory_and_its_exit_code() -> None:
    large = bytearray(200_000_000)  # what the parent holds is not counted
    small = whole_process([sys.executable, "-S", "-c", "raise SystemExit(3)"])
    assert small["exit"] == 3
    assert 0 < small["peak_mb"] < len(large) / 1e6 / 2
    larger = whole_process([sys.executable, "-S", "-c", "b'x' * 100_000_000"])
    assert larger["peak_mb"] > 90


def test_the_machine_is_named() -> None:
    assert {"cpu", "cores", "python", "ortools"} <= machine().keys()
