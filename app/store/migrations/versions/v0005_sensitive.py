"""Whether a document is sensitive for the user: known for lists and filters without reading its analysis."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    op.add_column("documents", sa.Column("sensitive", sa.String, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("documents", "sensitive")
