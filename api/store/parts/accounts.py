"""Who signs in, tokens, and who did what."""

from collections.abc import Sequence

from api.store import (
    accounts,
    identities,
    passwords,
    sessions,
    tokens,
)
from api.store.audit import audited
from api.store.parts.part import Part
from api.store.records import (
    Account,
    AuditEntry,
    IssuedToken,
    Role,
    Session,
    TokenInfo,
)

__all__ = ["Accounts"]


class Accounts(Part):
    """Who signs in, tokens, and who did what."""

    # Who signs in

    def create_account(self, name: str, password: str, role: Role, by: str) -> Account:
        """A new account. Raises `Conflict` (`exists`), also where another workspace has the name."""
        kept = passwords.hashed(password)
        with self.writing() as rows:
            return accounts.create(rows, name, kept, role, by)

    def accounts(self) -> Sequence[Account]:
        """The accounts, without passwords."""
        with self.reading() as rows:
            return accounts.listed(rows)

    def change_password(self, name: str, password: str, by: str) -> Account:
        """Another password for an account, which is signed out everywhere. Raises `NotFound`."""
        kept = passwords.hashed(password)
        with self.writing() as rows:
            return accounts.change_password(rows, name, kept, by)

    def disable_account(self, name: str, by: str) -> Account:
        """End an account, which is signed out everywhere; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return accounts.disable(rows, name, by)

    def bind_account(self, name: str, issuer: str, by: str) -> Account:
        """Let whoever comes next from that issuer under that name have the account, within a week; it then has no
        password. Raises `NotFound`.
        """
        with self.writing() as rows:
            return identities.bind(rows, name, issuer, by)

    def login_link(self, name: str, leads_to: str, by: str) -> str:
        """The secret of a link that signs in once, within half an hour, and leads to an address here.

        Raises:
            NotFound: no such account.
        """
        with self.writing() as rows:
            return sessions.link(rows, accounts.named(rows, name), leads_to, by)

    def sign_out(self, session: Session) -> None:
        """End a session; again is no fault. Raises `NotFound`: it is another workspace's."""
        with self.writing() as rows:
            accounts.known(rows, session.account)
            sessions.end(rows, session)

    def sign_out_everywhere(self, account: Account) -> int:
        """End every session of an account; answers how many there were. Raises `NotFound`."""
        with self.writing() as rows:
            accounts.known(rows, account)
            rows.note(account.name, "session.end_all", account.id)
            return sessions.end_all(rows, account.id)

    # Tokens and traces

    def issue_token(self, name: str, by: str) -> IssuedToken:
        """A new coordinator's token; its secret is told here and never again."""
        with self.writing() as rows:
            return tokens.issue(rows, name, by)

    def tokens(self) -> Sequence[TokenInfo]:
        """The tokens, without secrets."""
        with self.reading() as rows:
            return tokens.listed(rows)

    def revoke_token(self, token_id: str, by: str) -> TokenInfo:
        """End a token; again is no fault. Raises `NotFound`."""
        with self.writing() as rows:
            return tokens.revoke(rows, token_id, by)

    def audit(self, after: int | None = None, limit: int = 50) -> Sequence[AuditEntry]:
        """Who did what."""
        with self.reading() as rows:
            return audited(rows, after, limit)
