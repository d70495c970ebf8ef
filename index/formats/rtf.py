"""Rich text files, by striprtf, which leaves out notes and takes every file for one of Windows."""

from __future__ import annotations

import re

from .extracted import Extracted, Unreadable, Writer

_CHARSET = re.compile(r"\\(mac|pca|pc)(?![a-z])")
_CHARSETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_MAC_PAGE = re.compile(r"\\ansicpg10000(?!\d)")
_HEAD = 500  # characters in which a file declares its letters
_TOKEN = re.compile(
    r"\{\s*\\footnote(?![a-z])|\\(?:par|row|sect)(?![a-z])|\\[a-z]+|\\.|[{}]", re.DOTALL
)


def extract(data: bytes) -> Extracted:
    """Read the text of a rich text file."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip()[:5] == b"{\\rtf":
        raise Unreadable("malformed", "Its name says rich text, but it is not. Save it anew.")
    # Letters beyond ASCII are written as numbers; bytes beyond it mean what Windows means.
    text = data.decode("cp1252", "replace")
    letters = _letters(text[:_HEAD])
    text = _with_notes(_MAC_PAGE.sub("", text, count=1))
    writer = Writer()
    try:
        writer.add(rtf_to_text(text, encoding=letters, errors="strict"))
    except (UnicodeError, LookupError, ValueError, IndexError):
        raise Unreadable("malformed", "It is no sound rich text file. Save it anew.") from None
    return Extracted(writer.text(), letters)


def _letters(head: str) -> str:
    """What numbers of letters mean where the file does not name a code page of Windows."""
    if _MAC_PAGE.search(head):
        return "mac_roman"
    declared = _CHARSET.search(head)
    return _CHARSETS[declared[1]] if declared else "cp1252"


def _with_notes(text: str) -> str:
    """Move each note to the end of the paragraph that it stands in."""
    out: list[str] = []
    notes: list[str] = []
    last = begun = depth = 0
    for token in _TOKEN.finditer(text):
        if depth:
            depth += token[0].startswith("{") - (token[0] == "}")
            if not depth:
                notes.append(text[begun : token.start()])
                last = token.end()
        elif token[0].startswith("{") and token[0] != "{":
            out.append(text[last : token.start()])
            begun, depth = token.end(), 1
        elif notes and token[0] in ("\\par", "\\row", "\\sect"):
            out += [text[last : token.end()], *(f"{{{note}\\par}}" for note in notes)]
            last, notes = token.end(), []
    if depth:  # a note without an end
        return text
    rest, end, after = text[last:].rpartition("}")
    return "".join([*out, rest, *(f"{{\\par {note}}}" for note in notes), end, after])
