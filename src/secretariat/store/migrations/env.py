"""Alembic runs this with the connection that `store.migrate` gives it; there is no offline mode."""

from alembic import context

from secretariat.store.tables import metadata


def _ours(item: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    """Leave the full-text index alone: its tables differ by database and are made by hand."""
    return not (kind == "table" and (name or "").startswith("words"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=_ours,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
