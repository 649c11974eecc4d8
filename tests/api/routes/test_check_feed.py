"""Every kind of calendar, asked for over HTTP by the conformance checker that lies beside the project."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.routes.examples import TERM
from tests.api.routes.house import House
from tests.api.routes.server import serving

CHECKER = Path(__file__).parents[4] / "shared" / "tools" / "check_feed.py"
DEADLINE = {"id": "ut", "title": "Handlingar ut", "days": 7}
KINDS = [("term", None), ("office", None), ("person", "chef-1"), ("unit", "hemtjänst"), ("series", "höst")]


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of one calendar of each kind at a running server."""
    if not CHECKER.exists():
        assert os.environ.get("TERMINSPLAN_REQUIRE_ALL") != "1", f"{CHECKER} is missing"
        pytest.skip("../shared/tools/check_feed.py is not here")
    house = House.at(tmp_path_factory.mktemp("feeds"))
    house.make_term(series=[{**TERM["series"][0], "public": True, "deadlines": [DEADLINE]}])
    house.office.release(TERM["uid"], house.planned(TERM["uid"]), "Anna")
    shared = {kind: house.office.subscribe(TERM["uid"], kind, subject, "Anna") for kind, subject in KINDS}  # type: ignore[arg-type]
    with serving(house.app) as url:
        public = house.office.give_public(TERM["uid"], "Anna")
        found = {kind: f"{url}/feeds/{one.token}.ics" for kind, one in shared.items()}
        yield {**found, "public": f"{url}/public/{public.token}.ics"}
    house.store.close()


@pytest.mark.parametrize("kind", [*(kind for kind, _ in KINDS), "public"])
def test_the_checker_finds_nothing(links: dict[str, str], kind: str) -> None:
    command = [sys.executable, str(CHECKER), links[kind], "--gzip", "require", "--attendees", "forbid"]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    failures = [line for line in found.stdout.splitlines() if line.startswith(("FAIL", "       -"))]
    assert found.returncode == 0, "\n".join(failures) or found.stderr
    assert "ok   H14" in found.stdout
