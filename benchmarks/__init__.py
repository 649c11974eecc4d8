"""The figures that the README quotes, each by one command: ``python -m benchmarks.NAME``."""
