"""Whoever was second to change a thing is shown both versions of it, field by field in words."""

from dataclasses import dataclass

from starlette.responses import Response

from api.pages.setup.edit import Edit, desk_of
from api.pages.setup.kinds import Entered
from api.pages.visit import Visit, address

__all__ = ["shown_both"]


@dataclass(frozen=True)
class _Line:
    """A field: what it is called, what the other has made of it, and what the visitor wants."""

    label: str
    theirs: list[str]
    yours: list[str]

    @property
    def differs(self) -> bool:
        """Whether the two are not the same."""
        return self.theirs != self.yours


def shown_both(visit: Visit, edit: Edit, entered: Entered | None) -> Response:
    """The page that shows both.

    Args:
        entered: what the visitor wants; `None` to remove the thing.
    """
    key, item = edit.now()
    here = ("terms", edit.newest.id, "setup", edit.noun.name)
    back = address(*here, "item", key) if item is not None and edit.noun.is_list else address(*here)
    return visit.term_page(
        "setup_both.html",
        (edit.newest.id, edit.newest.title),
        412,
        steps=(
            (visit.say("menu.setup"), address(*here[:3])),
            (visit.say(f"setup.noun.{edit.noun.name}"), address(*here)),
        ),
        by=edit.newest.by,
        lines=_lines(visit, edit, edit.entered(item), entered),
        is_gone=item is None,
        is_removal=entered is None,
        fields=tuple(_again(visit, edit)),
        back=back,
        action=visit.request.url.path,
    )


def _lines(visit: Visit, edit: Edit, theirs: Entered | None, yours: Entered | None) -> list[_Line]:
    """The fields of both; a thing that is there no longer says nothing."""
    desk = desk_of(edit.newest.term, visit.language, edit.noun, edit.base())
    form = edit.noun.form
    left, right = (form.nothing if one is None else one for one in (theirs, yours))
    pairs = zip(form.labelled(left, desk), form.labelled(right, desk), strict=True)
    lines = [_Line(label, one, other) for (label, one), (_, other) in pairs]
    return [line for line in lines if line.theirs or line.yours]


def _again(visit: Visit, edit: Edit) -> list[tuple[str, str]]:
    """The form as it came, to be sent again over what the visitor is shown now."""
    kept = [
        (name, value)
        for name, values in visit.form.several.items()
        if name not in ("form_key", "do", "over")
        for value in values
    ]
    return [*kept, ("over", str(edit.newest.revision))]
