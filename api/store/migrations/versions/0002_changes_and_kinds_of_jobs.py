"""Changes that can be taken back, and jobs that explain."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ACTIVE = sa.text("state IN ('queued', 'running') AND kind IN ('plan', 'replan')")


def upgrade() -> None:
    """One step on."""
    op.create_table(
        "changes",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("term_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_revision", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "term_id", "revision"],
            ["term_revisions.workspace_id", "term_revisions.term_id", "term_revisions.revision"],
            name=op.f("fk_changes_workspace_id_term_id_revision"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_changes_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "term_id", "number", name=op.f("pk_changes")),
    )
    # One column at a time and no copy of the table: others hold foreign keys to it.
    op.add_column("jobs", sa.Column("kind", sa.String(length=16), server_default="plan", nullable=False))
    op.add_column("jobs", sa.Column("request", sa.JSON(), server_default="{}", nullable=False))
    op.add_column("jobs", sa.Column("result", sa.Text(), nullable=True))
    op.drop_index("uq_jobs_active", "jobs")
    op.create_index(
        "uq_jobs_active",
        "jobs",
        ["workspace_id", "term_id"],
        unique=True,
        sqlite_where=_ACTIVE,
        postgresql_where=_ACTIVE,
    )
