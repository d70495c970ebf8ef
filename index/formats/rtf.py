"""Rich text files, by striprtf."""

from __future__ import annotations

from .extracted import Extracted, Unreadable, Writer


def extract(data: bytes) -> Extracted:
    """Read the text of a rich text file."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip()[:5] == b"{\\rtf":
        raise Unreadable("malformed", "Its name says rich text, but it is none. Save it anew.")
    writer = Writer()
    try:
        # Letters beyond ASCII are written as numbers; bytes beyond it mean what Windows means.
        writer.add(rtf_to_text(data.decode("cp1252", "replace"), errors="strict"))
    except (UnicodeError, LookupError, ValueError, IndexError):
        raise Unreadable("malformed", "It is no sound rich text file. Save it anew.") from None
    return Extracted(writer.text(), "cp1252")
