"""Style sheets and scripts: a browser asks each time whether it has the newest, since an upgrade brings others."""

from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles

__all__ = ["Files"]


class Files(StaticFiles):
    """Files of a directory, each with what tells it from another version of itself."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """One of them, or that the browser has it already."""
        answer = super().file_response(*args, **kwargs)
        answer.headers["Cache-Control"] = "no-cache"
        return answer
