"""`schema`: the claim format for programs."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def schema() -> None:
        """Print the claim format as JSON Schema.

        Example: secretariat schema > claim.schema.json
        """
        from secretariat.app.schema import claim_schema
        from secretariat.cli.show import print_json

        print_json(claim_schema())
