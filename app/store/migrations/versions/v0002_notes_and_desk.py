"""Notes on documents and second-person checks; what lay on the desk when the program ended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "document_id", sa.Integer, sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False
        ),
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "initials", "text", "at")),
    )
    op.create_index("ix_notes_document_id", "notes", ["document_id"])
    op.create_table(
        "desk",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("data", sa.String, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("desk")
    op.drop_table("notes")
