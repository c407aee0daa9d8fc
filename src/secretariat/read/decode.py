"""Bytes to text without loss: UTF-8 as it stands, other encodings recognised and said so, binary noise refused."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from secretariat.read.reader import Unreadable

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_SAMPLE = 65536
# Newspapers print at most a stray control character; a twentieth of them is no writing.
_MOST_NOISE = 0.02


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a text file.

    Returns:
        The text, unchanged but for its encoding (line ends and spaces are kept), and notes for the user.
    Raises:
        Unreadable: the bytes are not text in any encoding that fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding), (f"decoded as {encoding}",)
    try:
        return _checked(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeDecodeError:
        raise Unreadable(f"it begins as {encoding} and does not go on so", "Save it as UTF-8") from None


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    if b"\x00" in data[:_SAMPLE]:
        raise Unreadable("it is binary, not text", "Give a text, HTML, PDF, DOCX or e-mail file")
    best = from_bytes(data[:_SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    try:
        text = _checked(data.decode(encoding))
    except (UnicodeDecodeError, LookupError):
        raise Unreadable("its encoding is not known", "Save it as UTF-8") from None
    return text, (f"it is not UTF-8 and was decoded as {encoding}; save it as UTF-8 if characters look wrong",)


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_NOT_TEXT.findall(sample)) > _MOST_NOISE * max(len(sample), 1):
        raise Unreadable("it is binary, not text", "Give a text, HTML, PDF, DOCX or e-mail file")
    return text
