"""Participants: the links of their own pages, and the absences that they report there."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step on."""
    term = ["workspace_id", "term_id"]
    terms = ["terms.workspace_id", "terms.id"]
    op.create_table(
        "page_links",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("term_id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("key_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(term, terms, name=op.f("fk_page_links_workspace_id_term_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_page_links_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_page_links")),
        sa.UniqueConstraint("id", name=op.f("uq_page_links_id")),
    )
    _active("uq_page_links_active", "page_links", ["person"], "revoked_at IS NULL")
    op.create_table(
        "reports",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("term_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.Text(), nullable=True),
        sa.Column("start", sa.String(length=16), nullable=False),
        sa.Column("end", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("change", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(term, terms, name=op.f("fk_reports_workspace_id_term_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_reports_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "term_id", "number", name=op.f("pk_reports")),
    )
    _active("uq_reports_waiting", "reports", ["person", "start", "end"], "state = 'waiting'")


def _active(name: str, table: str, columns: list[str], where: str) -> None:
    """One row alone of those that count."""
    named = ["workspace_id", "term_id", *columns]
    op.create_index(name, table, named, unique=True, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
