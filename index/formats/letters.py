"""The letters of a part whose format declares them: its content tells, what is declared in doubt.

Programs declare ISO 8859-1 for text of Windows, or of any other kind. An encoding of other letters
than the western European ones is believed: nothing else that is known here could tell them.
"""

from __future__ import annotations

import codecs
import re

from index.encoding import Decoded, Undecodable, decode

from .extracted import Unreadable

_OTHER = re.compile(r"iso8859-|cp12|cp8|koi8|gb|big5|hz|shift_jis|euc_|iso2022|mac-|utf-7")
_WESTERN = frozenset(("iso8859-1", "iso8859-15", "cp1252", "cp850", "mac-roman"))


def by_content(data: bytes, declared: str) -> Decoded:
    """Decode bytes by what they spell; where that leaves doubt, as they are declared.

    Args:
        data: the bytes.
        declared: the name of an encoding, known or not; empty where none is declared.

    Raises:
        Unreadable: they are no text, or neither way tells their letters.
    """
    found = None if _is_of_others(declared) and not _is_utf8(data) else decode(data)
    if isinstance(found, Decoded):
        return found
    if declared:
        try:
            return Decoded(data.decode(declared), declared.lower())
        except (LookupError, UnicodeError):  # unknown, or not its letters
            found = found or decode(data)
    if isinstance(found, Undecodable):
        raise Unreadable(found.reason, found.detail)
    assert found is not None, "either nothing is declared, or it was decoded by content"
    return found


def _is_of_others(declared: str) -> bool:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):  # a name with a zero in it
        return False
    return name not in _WESTERN and _OTHER.match(name) is not None


def _is_utf8(data: bytes) -> bool:
    """Whether there are letters beyond ASCII, and they are those of UTF-8."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False
