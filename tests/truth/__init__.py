"""Optima found by other means than the engine's: by trying everything, and by a second solver."""
