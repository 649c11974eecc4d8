"""What the term's nouns have in common as forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from api.pages.setup.groups import Part
from api.pages.setup.kinds import Field, Lines, Tick
from models import Term

__all__ = ["MARKED", "Noun"]

MARKED = (Field("note", Lines(), more=True), Field("illustrative", Tick(), more=True))
"""A remark, and whether it is an assumption: nearly every noun can carry both."""


@dataclass(frozen=True)
class Noun:
    """A noun of the term: a list of things with a form for each, or a part of the term with one form.

    Attributes:
        name: in addresses and texts.
        fields: of its form, in their order.
        path: where its list stands in the document; of a part of the term itself nothing.
        named_by: the fields whose words a new thing's id is made of; things without ids have none.
    """

    name: str
    fields: tuple[Field, ...]
    path: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ("name",)

    @cached_property
    def form(self) -> Part:
        """Its fields as one."""
        return Part(self.fields, nullable=False)

    @cached_property
    def open_form(self) -> Part:
        """The fields that readers see too."""
        return Part(tuple(one for one in self.fields if not one.private), nullable=False)

    @property
    def is_list(self) -> bool:
        """Whether there can be several."""
        return bool(self.path)

    def items(self, term: Term) -> tuple[Any, ...]:
        """The things of a term."""
        found: Any = term
        for step in self.path:
            found = getattr(found, step)
        return tuple(found)

    def key(self, item: Any, at: int) -> str:
        """What its address ends with: its id, or its place in the list where it has none."""
        return str(item.id) if self.named_by else str(at)

    def find(self, term: Term, key: str) -> Any:
        """A thing of a term by its key; `None` where there is none."""
        if not self.is_list:
            return term
        if self.named_by:
            return next((one for one in self.items(term) if one.id == key), None)
        return next((one for at, one in enumerate(self.items(term)) if self.key(one, at) == key), None)

    def document(self, item: Any) -> Mapping[str, Any]:
        """A thing as the document has it; of a part of the term what its form is about."""
        include = None if self.is_list else {one.name for one in self.fields}
        found: Mapping[str, Any] = item.model_dump(mode="json", include=include)
        return found
