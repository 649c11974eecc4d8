"""What an operator can set: read once from the environment, `TERMINSPLAN_` and the name in capitals."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from models import Sizes

__all__ = ["Settings"]


class Settings(BaseModel):
    """All settings with their defaults; `docs/operations.md` explains each."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    data_dir: Path = Path("data")
    """Directory of everything that is kept: database and keys. Made when missing."""
    database_url: str = ""
    """SQLAlchemy address of the database; empty is the SQLite file `terminsplan.sqlite` in `data_dir`."""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """0 takes any free one."""
    public_url: str = ""
    """Where people reach the service, for the links that it shows; empty is what each request says."""
    max_body_bytes: Annotated[int, Field(ge=1024)] = 10_000_000
    max_json_depth: Annotated[int, Field(ge=8, le=500)] = 64
    plan_time_limit_seconds: Annotated[float, Field(gt=0, le=600)] = 60.0
    """How long a plan is looked for when the request does not say."""
    max_plan_time_limit_seconds: Annotated[float, Field(gt=0, le=3600)] = 600.0
    """The longest that a request may ask for."""
    workers: Annotated[int, Field(ge=1, le=64)] = 2
    """Threads of the solver for one plan."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    sizes: Sizes = Sizes()
    """How large a term may be; each bound is a setting, `TERMINSPLAN_SIZES_MEETINGS` and so on."""

    @property
    def url(self) -> str:
        """The database's address, the default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'terminsplan.sqlite'}"

    @property
    def key_file(self) -> Path:
        """Where the keys of the links lie."""
        return self.data_dir / "keys.json"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], **given: Any) -> "Settings":
        """The settings that the variables say, `given` ones first.

        Raises:
            ValidationError: a value, or a variable's name, is wrong.
        """
        raise NotImplementedError
