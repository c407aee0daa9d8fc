"""The first schema: commits, documents, claims, judgements, what is derived from them, and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table."""
    for make in (
        _commits,
        _derivations,
        _documents,
        _judgements,
        _runs,
        _claims,
        _derived,
        _extractions,
        _passages,
        _sightings,
        _witnesses,
        _words,
    ):
        make()


def _text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, _TEXT, primary_key=key, nullable=null)


def _number(name: str, to: str = "", *, key: bool = False, null: bool = False) -> sa.Column[int]:
    links = [sa.ForeignKey(to)] if to else []
    return sa.Column(name, sa.Integer(), *links, primary_key=key, autoincrement=False, nullable=null)


def _commits() -> None:
    op.create_table(
        "commits",
        _number("seq", key=True),
        _text("recorded_at"),
        _text("what"),
    )
    op.create_index("commits_recorded_at", "commits", ["recorded_at"])


def _derivations() -> None:
    op.create_table(
        "derivations",
        _number("seq", key=True),
        _text("organisation"),
        _text("published"),
        _number("seen"),
        _number("chain"),
        _text("rules"),
        _text("profiles"),
        _number("added", "commits.seq"),
    )
    op.create_index("derivations_organisation", "derivations", ["organisation", "published", "seen"])


def _documents() -> None:
    op.create_table(
        "documents",
        _number("seq", key=True),
        _text("id"),
        _text("title"),
        _text("publisher"),
        _text("published"),
        _text("published_first", null=True),
        _text("published_last", null=True),
        _text("url"),
        _text("language"),
        _text("media_type"),
        _text("text", null=True),
        _number("length"),
        _number("added", "commits.seq"),
        _number("forgotten", "commits.seq", null=True),
        _text("reason"),
    )
    op.create_index("documents_id", "documents", ["id"], unique=True)
    op.create_index("documents_published", "documents", ["published_last"])
    op.create_index("documents_publisher", "documents", ["publisher"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        _number("seq", key=True),
        _text("id"),
        _text("verdict"),
        _text("author"),
        _text("reason"),
        _text("document"),
        _text("claim"),
        _text("correction"),
        _text("conflict"),
        _text("reading"),
        _text("undoes"),
        _number("adjudicates"),
        _number("added", "commits.seq"),
    )
    op.create_index("judgements_id", "judgements", ["id"], unique=True)


def _runs() -> None:
    op.create_table(
        "runs",
        _number("seq", key=True),
        _text("kind"),
        _text("rules"),
        _text("profiles"),
        _number("added", "commits.seq"),
        _number("finished", "commits.seq", null=True),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        _number("seq", key=True),
        _text("id"),
        _number("document", "documents.seq"),
        _text("kind"),
        _text("organisation"),
        _number("start"),
        _number("end"),
        _text("first", null=True),
        _text("last", null=True),
        _text("words", null=True),
        _text("body"),
        _text("origin"),
        _number("run", "runs.seq"),
        _number("added", "commits.seq"),
        _number("retired", "commits.seq", null=True),
    )
    op.create_index("claims_document", "claims", ["document", "start"])
    op.create_index("claims_id", "claims", ["id"])
    op.create_index(
        "claims_live",
        "claims",
        ["document", "origin", "id"],
        unique=True,
        sqlite_where=sa.text("retired IS NULL"),
        postgresql_where=sa.text("retired IS NULL"),
    )
    op.create_index("claims_organisation", "claims", ["organisation", "kind", "first"])


def _derived() -> None:
    op.create_table(
        "derived",
        _number("seq", key=True),
        _number("chain"),
        _text("shape"),
        _text("kind"),
        _text("ref"),
        _text("party"),
        _text("first", null=True),
        _text("last", null=True),
        _text("body"),
        _number("since", "derivations.seq"),
        _number("until", "derivations.seq", null=True),
    )
    op.create_index("derived_ref", "derived", ["ref"])
    op.create_index("derived_shape", "derived", ["chain", "shape", "kind", "first", "last"])


def _extractions() -> None:
    op.create_table(
        "extractions",
        _number("document", "documents.seq", key=True),
        _number("added", "commits.seq", key=True),
        _number("run", "runs.seq"),
    )
    op.create_index("extractions_run", "extractions", ["run"])


def _passages() -> None:
    op.create_table(
        "passages",
        _number("seq", key=True),
        _number("document", "documents.seq"),
        _number("start"),
        _number("end"),
    )
    op.create_index("passages_document", "passages", ["document"])


def _sightings() -> None:
    op.create_table(
        "sightings",
        _number("document", "documents.seq", key=True),
        _text("path", key=True),
        _text("label"),
        _text("series"),
        _number("run", "runs.seq"),
        _number("added", "commits.seq"),
    )
    op.create_index("sightings_label", "sightings", ["label"])
    op.create_index("sightings_series", "sightings", ["series"])


def _witnesses() -> None:
    op.create_table(
        "witnesses",
        _number("seq", key=True),
        _text("id"),
        _number("position"),
        _number("document", "documents.seq"),
        _number("start"),
        _number("end"),
        sa.Column("similarity", sa.Float(), nullable=False),
        _number("seen"),
        _number("added", "commits.seq"),
        _number("retired", "commits.seq", null=True),
    )
    op.create_index("witnesses_document", "witnesses", ["document"])
    op.create_index("witnesses_id", "witnesses", ["id"])


def _words() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE words USING fts5(folded, content='', tokenize='unicode61 remove_diacritics 0')"
        )
    else:
        op.execute(
            "CREATE TABLE words (passage integer PRIMARY KEY REFERENCES passages(seq), folded tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX words_folded ON words USING gin (folded)")
