"""The outside: everything that touches a person, a disk or a network."""

__all__: list[str] = []
