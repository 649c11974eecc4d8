"""`terminsplan token`: who may write over HTTP."""

from api.commands.exits import Exit, Stop
from api.commands.screen import Sheet
from api.store import IssuedToken, NotFound, Store
from api.texts import Language, say

__all__ = ["BY", "issue", "revoke", "tokens_sheet"]

BY = "command line"
"""Who acts, as the audit names it."""


def issue(store: Store, name: str) -> IssuedToken:
    """A new token."""
    return store.workspace().issue_token(name, by=BY)


def tokens_sheet(store: Store, language: Language) -> Sheet:
    """All tokens, without secrets."""
    heads = tuple(say(f"word.{head}", language) for head in ("id", "name", "created", "revoked"))
    rows = [
        (
            token.id,
            token.name,
            f"{token.created_at:%Y-%m-%d %H:%M}",
            f"{token.revoked_at:%Y-%m-%d %H:%M}" if token.revoked_at else "",
        )
        for token in store.workspace().tokens()
    ]
    return Sheet(say("token.title", language, tokens=len(rows)), heads, rows)


def revoke(store: Store, token_id: str, language: Language) -> str:
    """End a token; answers what was done. Raises `Stop` for an unknown one."""
    try:
        token = store.workspace().revoke_token(token_id, by=BY)
    except NotFound:
        raise Stop(Exit.FAULTY, say("token.unknown", language, id=token_id)) from None
    return say("token.revoked", language, id=token.id)
