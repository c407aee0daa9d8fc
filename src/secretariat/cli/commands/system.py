"""`system` and `demo`: an organisation on one page."""

from __future__ import annotations

import typer

REGISTER = typer.Option(..., "--register", help="Register file or postgresql:// address.")


def register(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command()
    def system(
        organisation: str = typer.Argument("sco", help="Profile id of the organisation."),
        register: str = REGISTER,
        on: str = typer.Option("", "--on", help="Only what holds or happens on this day (YYYY-MM-DD)."),
        as_published: str = typer.Option("", "--as-published", help="Only documents of this publisher."),
        as_known: str = typer.Option("", "--as-known", help="As the register knew it then."),
        json: bool = typer.Option(False, "--json", help="As JSON."),
    ) -> None:
        """Show an organisation on one page: each part with its telling line, and what the sources do not say.

        Example: secretariat system sco --register sco.db
        """
        from secretariat.app.filters import Filters
        from secretariat.app.reading import open_for_reading
        from secretariat.app.system import system as ask
        from secretariat.cli.show import print_json, print_system

        filters = Filters(on=on, as_published=as_published, as_known=as_known)
        with open_for_reading(register) as opened:
            found = ask(opened, organisation, filters)
        (print_json if json else print_system)(found)

    @app.command()
    def demo(register: str = REGISTER) -> None:
        """Walk through the bundled examples: system page, rosters, timeline, conflicts, what to type next.

        Example: make demo
        """
        from secretariat.cli.tour import walk

        walk(register)
