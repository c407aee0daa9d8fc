"""The register: append-only, three times, on SQLite or PostgreSQL. `open_register` is the door, `port` the contract."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secretariat.store.register import Register, open_register

__all__ = ["Register", "open_register"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from secretariat.store import register

        return getattr(register, name)
    raise AttributeError(name)
