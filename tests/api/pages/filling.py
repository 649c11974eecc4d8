"""Forms of many fields as a browser sends them: boxes that are ticked, rows, and the button that is pressed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.api.pages.visiting import Outline, Visitor

__all__ = ["Sheet", "fill", "forms_of", "press", "sheet_of"]

Typed = str | tuple[str, ...]


@dataclass
class Sheet:
    """A form with what is in it."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)

    def all(self, name: str) -> list[str]:
        """The values that go by that name."""
        return [value for own, value in self.fields if own == name]

    def value(self, name: str) -> str:
        """The only value by that name."""
        (value,) = self.all(name)
        return value

    def typed(self, **typed: Typed) -> list[tuple[str, str]]:
        """What is sent once this has been typed; `__` in a name stands for a dot, a tuple for boxes that are ticked."""
        given = {name.replace("__", "."): value for name, value in typed.items()}
        kept = [(name, value) for name, value in self.fields if name not in given]
        for name, value in given.items():
            kept += [(name, one) for one in ((value,) if isinstance(value, str) else value)]
        return kept


class _Parser(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []
        self._name, self._tag, self._chosen = "", "", False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.sheets.append(Sheet(given["action"], given.get("method", "get")))
        elif tag == "button" and self.sheets:
            self.sheets[-1].buttons.append(given.get("value", ""))
        elif tag == "input" and "name" in given:
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.sheets[-1].fields.append((given["name"], given.get("value", "")))
        elif tag in ("select", "textarea", "datalist"):
            self._name, self._tag, self._chosen = given.get("name", ""), tag, False
            if tag != "datalist":
                self.sheets[-1].fields.append((self._name, ""))
        elif tag == "option" and self._tag == "select" and ("selected" in given or not self._chosen):
            self.sheets[-1].fields[-1] = (self._name, given["value"])
            self._chosen = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self._tag:
            self._tag = ""

    def handle_data(self, data: str) -> None:
        if self._tag == "textarea":
            name, before = self.sheets[-1].fields[-1]
            said = before + data if before else data.removeprefix("\n")
            self.sheets[-1].fields[-1] = (name, said)


def forms_of(visitor: Visitor) -> list[Sheet]:
    """The forms of the page that a visitor sees."""
    return _Parser(visitor.answer.text).sheets


def sheet_of(visitor: Visitor) -> Sheet:
    """The form that the page is about."""
    return next(one for one in forms_of(visitor) if any(name in ("based_on", "title") for name, _ in one.fields))


def press(visitor: Visitor, button: str, **typed: Typed) -> Outline:
    """Type something in the form that the page is about and press a button of it."""
    sheet = sheet_of(visitor)
    assert button in sheet.buttons, f"there is no button {button!r}"
    fields = [*sheet.typed(**typed), *([("do", button)] if button else [])]
    lines = [(name, value.replace("\n", "\r\n")) for name, value in fields]  # as browsers do
    data: dict[str, list[str]] = {}
    for name, value in lines:
        data.setdefault(name, []).append(value)
    visitor.answer = visitor.client.post(sheet.action, data=data)
    return visitor.page


def fill(visitor: Visitor, address: str, **typed: Typed) -> Outline:
    """Go to a form, fill it in and save it."""
    visitor.get(address)
    button = "save" if "save" in sheet_of(visitor).buttons else ""
    return press(visitor, button, **typed)
