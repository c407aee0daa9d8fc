"""`python -m secretariat` is the same door as the `secretariat` command."""

from secretariat.cli.main import run

if __name__ == "__main__":
    run()
