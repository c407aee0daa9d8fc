"""Bring an empty or older database to the schema of this program (Alembic)."""

from pathlib import Path

from sqlalchemy import Connection, inspect

from secretariat.model.errors import RegisterError
from secretariat.store.tables import HEAD

_SCRIPTS = Path(__file__).parent / "migrations"


def version(connection: Connection) -> str | None:
    """Schema version of the database, None where it has none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "") or None


def upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, within the connection's transaction."""
    # Alembic takes a third of a second to import and is needed when a register is made or upgraded only.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def refuse_newer(found: str | None, where: str) -> None:
    """Say so where the register was written by a newer program.

    Raises:
        RegisterError: its schema is newer than this program's.
    """
    if found is not None and found > HEAD:
        raise RegisterError(
            where, f"was written by a newer version (schema {found}, this program knows {HEAD})", "Upgrade secretariat"
        )
