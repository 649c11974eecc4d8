"""What holds for every test: generated examples are the same each time, and the tester's own settings do not count."""

import os
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

FUZZING = bool(os.environ.get("TERMINSPLAN_FUZZ"))
OF_THE_TESTS = ("TERMINSPLAN_TEST_", "TERMINSPLAN_REQUIRE_ALL", "TERMINSPLAN_FUZZ")

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("fuzz" if FUZZING else "steady")


@pytest.fixture(autouse=True, scope="session")
def _settings_of_nobody() -> Iterator[None]:
    """Forget the settings of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith("TERMINSPLAN_") and not name.startswith(OF_THE_TESTS):
                patch.delenv(name)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything must run, as in CI, a test that is skipped has failed."""
    report = yield
    if os.environ.get("TERMINSPLAN_REQUIRE_ALL") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though everything must run: {report.longrepr}"
    return report
