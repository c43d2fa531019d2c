"""What each document was sorted by, so that a lesson can sort the library again without reading it again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    op.create_table(
        "sorting",
        sa.Column(
            "document_id",
            sa.Integer,
            sa.ForeignKey("readings.document_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("processed", sa.String, nullable=False),
        sa.Column("head", sa.String, nullable=False),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.Column("lessons", sa.String, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("sorting")
