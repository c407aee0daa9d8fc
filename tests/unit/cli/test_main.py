"""The last door of the command line: one line and an exit code, whatever happens inside."""

import pytest
import typer

from secretariat.cli import main
from secretariat.model.errors import NotFound


def fails_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def app() -> None:
        raise error

    monkeypatch.setattr(main, "app", app)
    with pytest.raises(SystemExit) as stopped:
        main.run()
    return int(str(stopped.value.code))


def test_what_the_user_can_mend_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fails_with(monkeypatch, NotFound("line", "there is no line x", "Look it up")) == 2
    assert capsys.readouterr().err == "secretariat: line: there is no line x. Look it up.\n"


def test_a_fault_of_the_program_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SECRETARIAT_DEBUG", raising=False)
    assert fails_with(monkeypatch, ValueError("a\nb")) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "ValueError: a b" in said


def test_the_trace_is_there_for_developers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_DEBUG", "1")

    def app() -> None:
        raise ValueError("inside")

    monkeypatch.setattr(main, "app", app)
    with pytest.raises(ValueError, match="inside"):
        main.run()


def test_stopping_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fails_with(monkeypatch, KeyboardInterrupt()) == 130


def test_every_command_has_an_example() -> None:
    def commands(group: object, path: str) -> list[tuple[str, str]]:
        found = []
        for name, command in group.commands.items():  # type: ignore[attr-defined]
            if hasattr(command, "commands"):
                found += commands(command, f"{path} {name}")
            else:
                found.append((f"{path} {name}", f"{command.help or ''} {command.epilog or ''}"))
        return found

    bare = [name for name, help in commands(typer.main.get_command(main.app), "secretariat") if "xample" not in help]
    assert bare == []
