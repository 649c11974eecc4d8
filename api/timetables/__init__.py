"""The timetable for the public: what of a release is marked public, and nobody's name."""

from api.timetables.timetable import Line, Meeting, Place, Timetable, timetable

__all__ = ["Line", "Meeting", "Place", "Timetable", "timetable"]
