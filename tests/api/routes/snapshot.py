"""What OpenAPI says, as a file to read changes of the API in. `python -m tests.api.routes.snapshot` writes it anew."""

import json
import tempfile
from pathlib import Path
from typing import Any

from tests.api.routes.house import House

SNAPSHOT = Path(__file__).with_name("openapi.json")
COMMAND = "python -m tests.api.routes.snapshot"


def described() -> dict[str, Any]:
    """The description that the service answers with."""
    with tempfile.TemporaryDirectory() as directory:
        house = House.at(Path(directory))
        answer: dict[str, Any] = house.stranger().get("/v1/openapi.json").json()
        house.store.close()
        return answer


if __name__ == "__main__":
    text = json.dumps(described(), ensure_ascii=False, indent=1)
    SNAPSHOT.write_text(text + "\n", encoding="utf-8", newline="\n")
