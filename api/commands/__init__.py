"""The commands of the command line; `api.cli` lists them."""

__all__: list[str] = []
