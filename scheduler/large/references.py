"""What compiled code has in hand while it bathes, each as one pointer.

A tuple of arrays would be passed by value: every call then counts references to all of them, which takes fifteen times
as long as the bath itself, and twice as long to compile (decision 0029).
"""

from numba import types
from numba.experimental import structref

from scheduler.large.seated import State, Tables

__all__ = ["Desk", "StateReference", "TablesReference"]


class _Referred(types.StructRef):
    """Arrays by name."""

    def preprocess_fields(self, fields):
        """Numba's: nothing is known of the values, only of the kinds."""
        return tuple((name, types.unliteral(kind)) for name, kind in fields)


@structref.register
class _TablesType(_Referred):
    pass


@structref.register
class _StateType(_Referred):
    pass


@structref.register
class _DeskType(_Referred):
    pass


class TablesReference(structref.StructRefProxy):
    """`seated.Tables`."""


class StateReference(structref.StructRefProxy):
    """`seated.State`; what is changed in the arrays is changed there."""


class Desk(structref.StructRefProxy):
    """Room to work in: one meeting's people, posts, filled chairs and claims; and what was taken out."""


structref.define_proxy(TablesReference, _TablesType, list(Tables._fields))
structref.define_proxy(StateReference, _StateType, list(State._fields))
structref.define_proxy(Desk, _DeskType, ["people", "posts", "filled", "chosen", "cost", "out", "options", "claims"])
