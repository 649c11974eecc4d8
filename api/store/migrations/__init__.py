"""Alembic's home: how the tables came to be what they are."""
