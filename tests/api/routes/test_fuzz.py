"""Generated requests against the running server: no fault of ours, and no answer that OpenAPI does not tell of."""

import os
import zlib
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi import checks

from api.routes.examples import TERM
from api.store import Readiness
from tests.api.routes.house import House
from tests.api.routes.server import serving
from tests.api.routes.snapshot import SNAPSHOT

MANY = os.environ.get("TERMINSPLAN_FUZZ") == "1"
"""Set by `make fuzz`; otherwise a glance."""
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
    checks.missing_required_header,
    checks.unsupported_method,
    checks.ignored_auth,
]
"""All but `positive_data_acceptance`: no JSON Schema can say that ids must name something."""
NEGATIVE_MEANS_REFUSED = {"400", "401", "404", "405", "406", "409", "412", "413", "415", "422", "428"}

config = SchemathesisConfig.from_dict(
    {
        "phases": {"coverage": {"enabled": MANY}},
        "checks": {"negative_data_rejection": {"expected-statuses": sorted(NEGATIVE_MEANS_REFUSED)}},
    }
)
schema = schemathesis.openapi.from_path(SNAPSHOT, config=config)


class Service:
    """A served store that holds one of everything."""

    def __init__(self, house: House, url: str) -> None:
        self.house, self.url = house, url
        self.known = {
            "term_id": TERM["uid"],
            "plan_id": house.make_release(TERM["uid"]),
            "meeting": TERM["meetings"][0]["id"],
            "job_id": house.office.jobs()[0].id,
            "subscription_id": house.office.subscribe(TERM["uid"], "term", None, "Anna").id,
        }

    def call(self, case: schemathesis.Case) -> None:
        """Call with a good token, and every second time with ids that exist, where the case is not about just these."""
        headers = {}
        if not _is_spoilt(case, ParameterLocation.HEADER):
            headers["Authorization"] = self.house.client.headers["authorization"]
        if not _is_spoilt(case, ParameterLocation.PATH):
            for name, value in self.known.items():
                given = str(case.path_parameters.get(name, ""))
                if given and zlib.crc32(given.encode()) % 2:
                    case.path_parameters[name] = value
        case.call_and_validate(base_url=self.url, headers=headers, checks=CHECKS, timeout=30)


def _is_spoilt(case: schemathesis.Case, location: ParameterLocation) -> bool:
    component = case.meta.components.get(location) if case.meta else None
    return component is not None and component.mode.is_negative


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    house = House.at(tmp_path_factory.mktemp("fuzz"))
    house.make_term()
    house.store.readiness = lambda: Readiness(database=True, solver=True)  # type: ignore[method-assign]
    with serving(house.app) as url:
        yield Service(house, url)
    house.store.close()


@pytest.mark.fuzz
@schema.parametrize()
@settings(
    max_examples=200 if MANY else 10,
    deadline=None,
    derandomize=not MANY,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_answers_as_it_says(case: schemathesis.Case, service: Service) -> None:
    service.call(case)
