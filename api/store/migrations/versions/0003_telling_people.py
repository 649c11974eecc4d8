"""Digests, nightly renderings, and which release a calendar has fetched."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step on."""
    of_release = ["workspace_id", "term_id", "release"]
    releases = ["releases.workspace_id", "releases.term_id", "releases.number"]
    op.create_table(
        "nights",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("term_id", sa.String(length=64), nullable=False),
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("night", sa.Integer(), nullable=False),
        sa.Column("rendered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("history", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(of_release, releases, name=op.f("fk_nights_workspace_id_term_id_release")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_nights_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "term_id", "release", "night", name=op.f("pk_nights")),
    )
    op.create_table(
        "digests",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("term_id", sa.String(length=64), nullable=False),
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("message_id", sa.String(length=320), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("perhaps", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(of_release, releases, name=op.f("fk_digests_workspace_id_term_id_release")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_digests_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "term_id", "release", "person", name=op.f("pk_digests")),
    )
    op.create_index("ix_digests_due", "digests", ["workspace_id", "state", "due_at"])
    op.create_index("ix_digests_person", "digests", ["workspace_id", "term_id", "person"])
    op.add_column("subscriptions", sa.Column("fetched_release", sa.Integer(), nullable=True))
    # SQLite copies the table to give it another key; no other table refers to it.
    with op.batch_alter_table("renderings") as renderings:
        renderings.add_column(sa.Column("night", sa.Integer(), server_default="0", nullable=False))
        renderings.drop_constraint("pk_renderings", type_="primary")
        renderings.create_primary_key(
            "pk_renderings", ["workspace_id", "term_id", "kind", "subject", "language", "release", "night"]
        )
