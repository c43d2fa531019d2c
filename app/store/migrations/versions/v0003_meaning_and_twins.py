"""Vectors of passages for search by meaning, sketches of texts for near-duplicates, faster filters and prefixes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("block", sa.Integer, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_passages_document_id", "passages", ["document_id"])
    op.create_table(
        "signatures",
        sa.Column("block", sa.Integer, primary_key=True),
        sa.Column("passages", sa.LargeBinary, nullable=False),
        sa.Column("bits", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "sketches",
        sa.Column("document_id", sa.Integer, primary_key=True),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_documents_category", "documents", ["category", "added", "path"])
    _index_words("2 3 4")


def _index_words(prefixes: str) -> None:
    """The index of words made anew with these lengths of prefixes; its texts are carried over."""
    op.execute(
        "CREATE VIRTUAL TABLE search_new USING fts5(name, body, entities, keywords, "
        f"tokenize = 'unicode61 remove_diacritics 2', prefix = '{prefixes}')"
    )
    op.execute("INSERT INTO search_new (search_new, rank) VALUES ('secure-delete', 1)")
    op.execute(
        "INSERT INTO search_new (rowid, name, body, entities, keywords) "
        "SELECT rowid, name, body, entities, keywords FROM search"
    )
    op.execute("DROP TABLE search")
    op.execute("ALTER TABLE search_new RENAME TO search")


def downgrade() -> None:
    _index_words("2 3")
    op.drop_index("ix_documents_category")
    for table in ("sketches", "signatures", "passages"):
        op.drop_table(table)
