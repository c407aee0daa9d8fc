"""`serve`: open the register in a browser."""

from __future__ import annotations

from pathlib import Path

import typer

AUDIT = typer.Option(None, exists=True, dir_okay=False, help="Data set for the audit page (CSV, Wikidata JSON).")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def serve(
        register: str = typer.Option(..., "--register", help="Register file or postgresql:// address."),
        host: str = typer.Option("127.0.0.1", help="Address to listen on; loopback only."),
        port: int = typer.Option(8000, min=1, max=65535, help="Port."),
        audit: Path = AUDIT,
        workers: int = typer.Option(1, min=1, max=32, help="Processes."),
    ) -> None:
        """Open the register in a browser, readable from this machine alone.

        Example: secretariat serve --register sco.db --port 8000
        """
        import os

        import uvicorn

        from secretariat.app.reading import open_for_reading
        from secretariat.model.errors import UsageError

        if host not in LOOPBACK:
            remedy = "Leave --host out; for others, put it behind a server that knows its users"
            raise UsageError("serve", f"{host} is not this machine, and the explorer has no users yet", remedy)
        open_for_reading(register).close()  # says in one line what is wrong, before a server starts
        os.environ["SECRETARIAT_REGISTER"] = register
        os.environ["SECRETARIAT_AUDIT"] = str(audit or "")
        typer.echo(f"Secretariat reads {register} at http://{host}:{port}/ (stop with Ctrl-C)", err=True)
        uvicorn.run(
            "secretariat.cli.server:create", factory=True, host=host, port=port, workers=workers, log_level="warning"
        )
