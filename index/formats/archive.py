"""ZIP archives that hold a document: looked at before anything in them is unpacked."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from .extracted import TOO_MUCH, Unreadable

_MOST_ENTRIES = 10_000
_MOST_BYTES = 200_000_000  # unpacked, all together
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def opened(data: bytes, what: str) -> ZipFile:
    """Open an archive if it can be unpacked safely; nothing in it is written anywhere.

    Raises:
        Unreadable: it is none, it is encrypted, or it is a bomb.
    """
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("encrypted", "It asks for a password. Save a copy without one.")
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(
            "malformed", f"It is no sound {what}: cut off, or another kind. Get a new copy."
        ) from None
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("encrypted", "It asks for a password. Save a copy without one.")
    if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _MOST_BYTES:
        raise Unreadable("output-limit", TOO_MUCH)
    return archive
