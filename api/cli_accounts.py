"""`terminsplan account`: the commands about who signs in to the pages."""

from typing import Annotated, Literal

import typer

from api.commands.options import DEFAULT_LANGUAGE, Data, InLanguage

__all__ = ["account"]

account = typer.Typer(help="Accounts, which sign in to the pages.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="Name to sign in with; upper and lower case are the same.")]


@account.command("create")
def create(
    name: Name,
    role: Annotated[
        Literal["coordinator", "reader"], typer.Option(help="A reader looks, a coordinator changes too.")
    ] = "coordinator",
    data_dir: Data = None,
    language: InLanguage = DEFAULT_LANGUAGE,
) -> None:
    """Make an account; its password is asked for, or read from standard input."""
    from api.commands import accounts
    from api.commands.service import opened
    from api.commands.settings import settings

    with opened(settings(language, data_dir=data_dir), language) as store:
        print(accounts.create(store, name, role, language))


@account.command("list")
def listed(data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """List the accounts, without passwords."""
    from api.commands.accounts import accounts_sheet
    from api.commands.screen import Screen
    from api.commands.service import opened
    from api.commands.settings import settings

    with opened(settings(language, data_dir=data_dir), language) as store:
        Screen().table(accounts_sheet(store, language))


@account.command("disable")
def disable(name: Name, data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """End an account, and sign it out everywhere."""
    from api.commands import accounts
    from api.commands.service import opened
    from api.commands.settings import settings

    with opened(settings(language, data_dir=data_dir), language) as store:
        print(accounts.disable(store, name, language))


@account.command("password")
def password(name: Name, data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Change a password, which is asked for or read from standard input; signs out everywhere."""
    from api.commands import accounts
    from api.commands.service import opened
    from api.commands.settings import settings

    with opened(settings(language, data_dir=data_dir), language) as store:
        print(accounts.change_password(store, name, language))


@account.command("link")
def link(name: Name, data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Print a link that signs in once, within half an hour: also for whoever has been locked out."""
    from api.commands import accounts
    from api.commands.service import opened
    from api.commands.settings import settings

    with opened(settings(language, data_dir=data_dir), language) as store:
        print(accounts.link(store, name, language))


@account.command("bind")
def bind(name: Name, data_dir: Data = None, language: InLanguage = DEFAULT_LANGUAGE) -> None:
    """Give an account to whoever next signs in by the organisation under its name, within a week; its password goes."""
    from api.commands import accounts
    from api.commands.service import opened
    from api.commands.settings import settings

    with opened(settings(language, data_dir=data_dir), language) as store:
        print(accounts.bind(store, name, language))
