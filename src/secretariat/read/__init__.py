"""Bytes become Documents: one module per format, found by the registry; `read_sources` is the way in."""

from secretariat.read.reader import Raw, Reader, all_readers
from secretariat.read.sources import MAX_BYTES, read_file, read_sources

__all__ = ["MAX_BYTES", "Raw", "Reader", "all_readers", "read_file", "read_sources"]
