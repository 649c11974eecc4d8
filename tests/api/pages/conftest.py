"""The pages are shown by the same service as the routes."""

from tests.api.routes.conftest import blank, house

__all__ = ["blank", "house"]
