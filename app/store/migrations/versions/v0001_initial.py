"""First form of the library."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def _document_id() -> sa.Column[int]:
    return sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id", ondelete="CASCADE"))


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("path", sa.String, nullable=False, unique=True),
        *(
            sa.Column(name, kind, nullable=False)
            for name, kind in (
                ("name", sa.String()),
                ("sha256", sa.String()),
                ("size", sa.Integer()),
                ("media_type", sa.String()),
                ("state", sa.String()),
                ("reason", sa.String()),
                ("sentence", sa.String()),
                ("category", sa.String()),
                ("language", sa.String()),
                ("pages", sa.Integer()),
                ("findings", sa.Integer()),
                ("needs_review", sa.Integer()),
                ("counts", sa.String()),
                ("seconds", sa.Float()),
                ("added", sa.String()),
                ("processed", sa.String()),
            )
        ),
    )
    for column in ("sha256", "state", "processed"):
        op.create_index(f"ix_documents_{column}", "documents", [column])
    op.create_table(
        "readings",
        sa.Column(
            "document_id", sa.Integer, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.Column("analysis", sa.String, nullable=False),
        sa.Column("vectors", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        _document_id(),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("keep", sa.Boolean, nullable=False),
        sa.Column("everywhere", sa.Boolean, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_index("ix_decisions_document_id", "decisions", ["document_id"])
    op.create_table(
        "exports",
        sa.Column("id", sa.Integer, primary_key=True),
        _document_id(),
        *(
            sa.Column(name, sa.String, nullable=False)
            for name in ("output", "sha256", "policy", "counts", "at")
        ),
    )
    op.create_index("ix_exports_document_id", "exports", ["document_id"])
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer, primary_key=True),
        *(
            sa.Column(name, sa.String, nullable=False)
            for name in ("out", "options", "paths", "state", "started", "finished")
        ),
    )
    op.create_table(
        "job_items",
        sa.Column("id", sa.Integer, primary_key=True),
        *(
            sa.Column(name, sa.String, nullable=False)
            for name in (
                "out",
                "options",
                "path",
                "sha256",
                "state",
                "output",
                "output_sha256",
                "reason",
                "sentence",
                "detail",
                "at",
            )
        ),
        sa.UniqueConstraint("out", "path", "options"),
    )
    op.create_index("ix_job_items_out", "job_items", ["out", "options"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        *(
            sa.Column(name, sa.String, nullable=False)
            for name in ("at", "actor", "action", "subject", "detail", "previous", "digest")
        ),
    )
    op.create_table(
        "kept",
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(name, body, entities, keywords, "
        "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    op.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")


def downgrade() -> None:
    for table in (
        "search",
        "kept",
        "audit",
        "job_items",
        "jobs",
        "exports",
        "decisions",
        "readings",
        "documents",
    ):
        op.drop_table(table)
