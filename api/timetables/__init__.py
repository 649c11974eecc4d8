"""The timetable for the public: what of a release is marked public, and nobody's name."""

from api.timetables.timetable import Due, Line, Meeting, Place, Timetable, TimetableDocument, timetable

__all__ = ["Due", "Line", "Meeting", "Place", "Timetable", "TimetableDocument", "timetable"]
