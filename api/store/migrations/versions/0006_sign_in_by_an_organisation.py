"""Who signs in with the organisation's own accounts: which account is whose, there."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step on."""
    account = ["workspace_id", "account_id"]
    accounts = ["accounts.workspace_id", "accounts.id"]
    op.create_table(
        "identities",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=64), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=True),
        sa.Column("bind_before", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(account, accounts, name=op.f("fk_identities_workspace_id_account_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_identities_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "account_id", name=op.f("pk_identities")),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_identities_issuer_subject")),
    )
