"""The names of files as text: valid Unicode, one to one, and none that looks like another.

Some systems write ``é`` as one sign and some as two, and a folder that was copied between them may
hold both names. They look the same in every list and every citation, and are two files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from unicodedata import combining, is_normalized, normalize

from .documents import Source

_LITERAL_ESCAPE = re.compile(r"\\x")


def shown(name: str) -> str:
    r"""Write a path of the file system as valid Unicode, one to one.

    Bytes that are not UTF-8 become ``\xff``. A name that holds a literal ``\x`` has its backslashes
    written ``\x5c``, so that no two files share a name.
    """
    if name.isascii() and "\\" not in name:
        return name
    raw = name.encode("utf-8", "surrogateescape")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and not (os.sep == "/" and _LITERAL_ESCAPE.search(text)):
        return text if os.sep == "/" else text.replace(os.sep, "/")
    return raw.replace(b"\\", b"\\x5c").decode("utf-8", "backslashreplace")


def told_apart(sources: Iterable[Source]) -> list[Source]:
    """Give files whose names look the same names that do not; see :func:`spelled_out`."""
    found = list(sources)
    odd = [source for source in found if not source.file.isascii()]
    if not any(not is_normalized("NFC", source.file) for source in odd):
        return found
    alike: dict[str, int] = {}
    for source in odd:
        look = normalize("NFC", source.file)
        alike[look] = alike.get(look, 0) + 1
    return [
        replace(source, file=spelled_out(source.file))
        if not source.file.isascii() and alike[normalize("NFC", source.file)] > 1
        else source
        for source in found
    ]


def spelled_out(file: str) -> str:
    r"""Write the signs that a name puts over its letters as escapes: ``e\xcc\x81te\xcc\x81.txt``.

    A name without any, as most keyboards type it, stays as it is; so that whatever is not written
    as a keyboard would is told from what is.
    """
    if is_normalized("NFC", file):
        return file
    signs = [sign for sign in file if combining(sign) or not is_normalized("NFC", sign)]
    odd = set(signs or (sign for sign in file if not sign.isascii()))
    return "".join(_escaped(sign) if sign in odd else sign for sign in file)


def _escaped(sign: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in sign.encode())
