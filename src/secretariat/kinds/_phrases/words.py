"""Word lists as data: one string, wrapped like prose, read once."""


def words(text: str) -> tuple[str, ...]:
    """The words of a list in its order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words of a list as a set."""
    return frozenset(text.split())
