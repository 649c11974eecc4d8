"""Somebody who goes to the provider and comes back, without a browser."""

import httpx

from api.texts import say
from tests.api.pages.visiting import Visitor

__all__ = ["BACK", "consented", "is_in", "link", "refused", "sent", "signed_in"]

BACK = "/login/oidc/callback"


def link(visitor: Visitor) -> str:
    """Where the button of the page leads."""
    buttons = [given["href"] or "" for tag, given in visitor.page.tags if tag == "a" and given.get("class") == "button"]
    assert len(buttons) == 1
    return buttons[0]


def sent(visitor: Visitor, back: str = "") -> str:
    """The address at the provider that the button leads to."""
    visitor.get("/login" + (f"?next={back}" if back else ""))
    answer = visitor.client.get(link(visitor), follow_redirects=False)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def consented(visitor: Visitor, back: str = "") -> str:
    """Where the provider sends the browser once the person has consented."""
    answer = httpx.get(sent(visitor, back), verify=False)  # plain HTTP: reading authorities takes long
    return answer.headers["location"].removeprefix("http://testserver")


def signed_in(visitor: Visitor, back: str = "") -> Visitor:
    """The visitor, who has gone there and back again."""
    visitor.get(consented(visitor, back))
    return visitor


def is_in(visitor: Visitor) -> bool:
    visitor.get("/terms")
    return visitor.at == "/terms"


def refused(visitor: Visitor, why: str) -> None:
    """That the visitor is told why, and is not let in."""
    assert say(f"oidc.{why}", "sv") in visitor.page.text
    assert visitor.answer.status_code >= 400
    assert not is_in(visitor)
