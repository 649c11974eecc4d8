"""Sentences of `terminsplan account`."""

from api.texts.wording import Wording

__all__ = ["ACCOUNT_WORDINGS"]

ACCOUNT_WORDINGS: dict[str, Wording] = {
    "account.title": Wording("{accounts:konto|konton}", "{accounts:account|accounts}"),
    "account.role": Wording("Får", "May"),
    "account.coordinator": Wording("ändra", "change"),
    "account.reader": Wording("läsa", "read"),
    "account.way": Wording("Loggar in med", "Signs in with"),
    "account.way.password": Wording("lösenord", "a password"),
    "account.way.organisation": Wording("organisationens konto", "the organisation's account"),
    "account.way.waits": Wording("lösenord, väntar på sin ägare", "a password, waits for its owner"),
    "account.disabled": Wording("Avstängt (UTC)", "Disabled (UTC)"),
    "account.made": Wording("Kontot {name} är skapat.", "The account {name} has been made."),
    "account.ended": Wording(
        "Kontot {name} är avstängt och utloggat överallt.", "The account {name} is disabled and signed out everywhere."
    ),
    "account.changed": Wording(
        "Kontot {name} har ett nytt lösenord och är utloggat överallt.",
        "The account {name} has a new password and is signed out everywhere.",
    ),
    "account.waits": Wording(
        "Kontot {name} väntar på sin ägare i {days} dagar: den som loggar in genom organisationen med det namnet får det.",
        "The account {name} waits for its owner for {days} days: whoever signs in by the organisation under that name has it.",
    ),
    "account.no_provider": Wording(
        "Det finns ingen organisation att logga in genom: sätt TERMINSPLAN_OIDC_ISSUER först.",
        "There is no organisation to sign in by: set TERMINSPLAN_OIDC_ISSUER first.",
    ),
    "account.unknown": Wording("Det finns inget konto {name}.", "There is no account {name}."),
    "account.exists": Wording("Det finns redan ett konto {name}.", "There is an account {name} already."),
    "account.name_wrong": Wording(
        "Ett användarnamn har 1–64 tecken utan mellanslag.", "A user name has 1–64 characters without spaces."
    ),
    "account.password_wrong": Wording(
        "Lösenordet ska ha {shortest}–{longest} tecken.", "The password has {shortest}–{longest} characters."
    ),
    "account.password": Wording("Lösenord: ", "Password: "),
    "account.password_again": Wording("Lösenordet igen: ", "The password again: "),
    "account.password_differs": Wording("De två lösenorden är olika.", "The two passwords differ."),
}
"""By code."""
