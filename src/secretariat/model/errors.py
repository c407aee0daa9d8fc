"""One tree of errors a user can meet; each class owns the exit code of the command and the HTTP status of the door.

A message reads `where: what. Remedy.` so that it can be printed as one line; a trace is never shown for these.
"""


class SecretariatError(Exception):
    """Anything the program can say in one line.

    Args:
        where: file, register, document or option in which it happened; may be empty.
        what: what is wrong, as a sentence without its full stop.
        remedy: what to do about it, as a sentence without its full stop.
    """

    exit_code = 2
    status = 400

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        self.where, self.what, self.remedy = where, what, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: " if self.where else ""
        return f"{head}{self.what.rstrip('.')}." + (f" {self.remedy.rstrip('.')}." if self.remedy else "")


class UsageError(SecretariatError):
    """The call asks for something that does not exist or cannot be combined."""


class UnreadableDocument(SecretariatError):
    """A file that cannot be turned into a document (empty, binary, too large, unknown format)."""


class EvidenceMismatch(SecretariatError):
    """A claim whose words are not exactly the slice of its document; nothing of its batch is written."""


class ProfileError(SecretariatError):
    """A profile with mistakes; the message lists all of them."""


class RegisterError(SecretariatError):
    """A register that cannot be opened, is held by somebody else, damaged, or of a newer version."""

    status = 503


class NotFound(SecretariatError):
    """A line, claim, document, organisation or conflict that the register does not hold."""

    status = 404
