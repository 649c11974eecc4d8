"""The links of timetables for the public: one of a term."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step on."""
    term = ["workspace_id", "term_id"]
    terms = ["terms.workspace_id", "terms.id"]
    op.create_table(
        "public_links",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("term_id", sa.String(length=64), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("key_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(term, terms, name=op.f("fk_public_links_workspace_id_term_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_public_links_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_public_links")),
        sa.UniqueConstraint("id", name=op.f("uq_public_links_id")),
    )
    where = sa.text("revoked_at IS NULL")
    name, columns = "uq_public_links_active", ["workspace_id", "term_id"]
    op.create_index(name, "public_links", columns, unique=True, sqlite_where=where, postgresql_where=where)
