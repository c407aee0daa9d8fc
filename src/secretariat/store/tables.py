"""The tables of a register: one schema for SQLite and PostgreSQL.

Every row says with which commit it was added and, where it can cease to count, with which it was retired. Rows are
never changed otherwise (`forget` blanks words, nothing else does), so "as known at R" is two integer comparisons.
Text is compared by code point on both databases (collation "C"), else ISO days would sort by the server's locale.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, text

HEAD = "0001"
"""Schema version this program writes; equal to the newest file in `migrations/versions`."""

metadata = MetaData()
Words = Text().with_variant(Text(collation="C"), "postgresql")


def _text(name: str, **more: bool) -> Column[str]:
    return Column(name, Words, nullable=False, default="", **more)  # type: ignore[arg-type]


commits = Table(
    "commits",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("recorded_at"),
    _text("what"),
    Index("commits_recorded_at", "recorded_at"),
)

runs = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("rules"),
    _text("profiles"),
    Column("added", ForeignKey("commits.seq"), nullable=False),
    Column("finished", ForeignKey("commits.seq")),
)

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("id"),
    _text("title"),
    _text("publisher"),
    _text("published"),
    Column("published_first", Words),
    Column("published_last", Words),
    _text("url"),
    _text("language"),
    _text("media_type"),
    Column("text", Words),
    Column("length", Integer, nullable=False),
    Column("added", ForeignKey("commits.seq"), nullable=False),
    Column("forgotten", ForeignKey("commits.seq")),
    _text("reason"),
    Index("documents_id", "id", unique=True),
    Index("documents_published", "published_last"),
    Index("documents_publisher", "publisher"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("document", ForeignKey("documents.seq"), primary_key=True, autoincrement=False),
    Column("path", Words, primary_key=True),
    _text("label"),
    _text("series"),
    Column("run", ForeignKey("runs.seq"), nullable=False),
    Column("added", ForeignKey("commits.seq"), nullable=False),
    Index("sightings_label", "label"),
    Index("sightings_series", "series"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("document", ForeignKey("documents.seq"), primary_key=True, autoincrement=False),
    Column("added", ForeignKey("commits.seq"), primary_key=True, autoincrement=False),
    Column("run", ForeignKey("runs.seq"), nullable=False),
    Index("extractions_run", "run"),
)

claims = Table(
    "claims",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("id"),
    Column("document", ForeignKey("documents.seq"), nullable=False),
    _text("kind"),
    _text("organisation"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("first", Words),
    Column("last", Words),
    Column("words", Words),
    _text("body"),
    _text("origin"),
    Column("run", ForeignKey("runs.seq"), nullable=False),
    Column("added", ForeignKey("commits.seq"), nullable=False),
    Column("retired", ForeignKey("commits.seq")),
    Index(
        "claims_live",
        "document",
        "origin",
        "id",
        unique=True,
        sqlite_where=text("retired IS NULL"),
        postgresql_where=text("retired IS NULL"),
    ),
    Index("claims_document", "document", "start"),
    Index("claims_id", "id"),
    Index("claims_organisation", "organisation", "kind", "first"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
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
    Column("adjudicates", Integer, nullable=False, default=0),
    Column("added", ForeignKey("commits.seq"), nullable=False),
    Index("judgements_id", "id", unique=True),
)

derivations = Table(
    "derivations",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("organisation"),
    _text("published"),
    Column("seen", Integer, nullable=False),
    Column("chain", Integer, nullable=False),
    _text("rules"),
    _text("profiles"),
    Column("added", ForeignKey("commits.seq"), nullable=False),
    Index("derivations_organisation", "organisation", "published", "seen"),
)

derived = Table(
    "derived",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("chain", Integer, nullable=False),
    _text("shape"),
    _text("kind"),
    _text("ref"),
    _text("party"),
    Column("first", Words),
    Column("last", Words),
    _text("body"),
    Column("since", ForeignKey("derivations.seq"), nullable=False),
    Column("until", ForeignKey("derivations.seq")),
    Index("derived_shape", "chain", "shape", "kind", "first", "last"),
    Index("derived_ref", "ref"),
)

witnesses = Table(
    "witnesses",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("id"),
    Column("position", Integer, nullable=False),
    Column("document", ForeignKey("documents.seq"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("similarity", Float, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("added", ForeignKey("commits.seq"), nullable=False),
    Column("retired", ForeignKey("commits.seq")),
    Index("witnesses_id", "id"),
    Index("witnesses_document", "document"),
)

passages = Table(
    "passages",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.seq"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("passages_document", "document"),
)
