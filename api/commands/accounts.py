"""`terminsplan account`: who signs in to the pages."""

import getpass
import sys

from api.commands.exits import Exit, Stop
from api.commands.screen import Sheet
from api.store import Account, Conflict, NotFound, Role, Store
from api.store.identities import BIND_WITHIN
from api.store.passwords import LONGEST, SHORTEST
from api.texts import Language, say

__all__ = ["accounts_sheet", "bind", "change_password", "create", "disable", "link"]

BY = "command line"
"""Who acts, as the audit names it."""
LONGEST_NAME = 64


def create(store: Store, name: str, role: Role, language: Language) -> str:
    """Make an account; answers what was done. Raises `Stop`."""
    if not 0 < len(name.casefold()) <= LONGEST_NAME or any(one.isspace() or not one.isprintable() for one in name):
        raise Stop(Exit.FAULTY, say("account.name_wrong", language))
    try:
        made = store.workspace().create_account(name, _password(language), role, by=BY)
    except Conflict:
        raise Stop(Exit.FAULTY, say("account.exists", language, name=name)) from None
    return say("account.made", language, name=made.name)


def change_password(store: Store, name: str, language: Language) -> str:
    """Give an account another password; answers what was done. Raises `Stop`."""
    known = next((one for one in store.workspace().accounts() if one.name == name.casefold()), None)
    if known is None:
        raise Stop(Exit.FAULTY, say("account.unknown", language, name=name))
    store.workspace().change_password(name, _password(language), by=BY)
    return say("account.changed", language, name=known.name)


def disable(store: Store, name: str, language: Language) -> str:
    """End an account; answers what was done. Raises `Stop`."""
    try:
        ended = store.workspace().disable_account(name, by=BY)
    except NotFound:
        raise Stop(Exit.FAULTY, say("account.unknown", language, name=name)) from None
    return say("account.ended", language, name=ended.name)


def link(store: Store, name: str, language: Language) -> str:
    """A link that signs in once, within half an hour. Raises `Stop`."""
    chosen = store.settings
    at = chosen.public_url.rstrip("/") or f"http://{chosen.host}:{chosen.port}"
    try:
        return f"{at}/in/{store.workspace().login_link(name, '/terms', by=BY)}"
    except NotFound:
        raise Stop(Exit.FAULTY, say("account.unknown", language, name=name)) from None


def bind(store: Store, name: str, language: Language) -> str:
    """Let an account wait for its owner; answers what was done. Raises `Stop`."""
    issuer = store.settings.oidc_issuer
    if not issuer:
        raise Stop(Exit.FAULTY, say("account.no_provider", language))
    try:
        waiting = store.workspace().bind_account(name, issuer, by=BY)
    except NotFound:
        raise Stop(Exit.FAULTY, say("account.unknown", language, name=name)) from None
    return say("account.waits", language, name=waiting.name, days=BIND_WITHIN.days)


def accounts_sheet(store: Store, language: Language) -> Sheet:
    """All accounts, without passwords."""
    heads = ("word.name", "account.role", "account.way", "word.created", "account.disabled")
    rows = [_row(one, language) for one in store.workspace().accounts()]
    title = say("account.title", language, accounts=len(rows))
    return Sheet(title, tuple(say(head, language) for head in heads), rows)


def _row(account: Account, language: Language) -> tuple[str, ...]:
    disabled = f"{account.disabled_at:%Y-%m-%d %H:%M}" if account.disabled_at else ""
    may = say(f"account.{account.role}", language)
    way = say(f"account.way.{account.way}", language)
    return account.name, may, way, f"{account.created_at:%Y-%m-%d %H:%M}", disabled


def _password(language: Language) -> str:
    """A password that is typed twice and not shown, or the first line of standard input. Raises `Stop`."""
    password = _typed(language) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not SHORTEST <= len(password) <= LONGEST:
        raise Stop(Exit.FAULTY, say("account.password_wrong", language, shortest=SHORTEST, longest=LONGEST))
    return password


def _typed(language: Language) -> str:
    password = getpass.getpass(say("account.password", language))
    if getpass.getpass(say("account.password_again", language)) != password:
        raise Stop(Exit.FAULTY, say("account.password_differs", language))
    return password
