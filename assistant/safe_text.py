"""Text from documents and models, made safe to print on a terminal.

A terminal obeys what it prints: an escape sequence in a document could rename the window, rewrite
lines already shown, or put a command into the clipboard. So sequences are taken out whole, other
control characters too, characters that change the reading direction are spelled out, and
characters that nobody can see, which carry hidden text, are dropped. Line ends and tabs stay.
"""

from __future__ import annotations

import re

_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor, screen
    # Strings for the terminal: title, clipboard, link. One that never ends stops at the next, so
    # that no position is looked at more than twice.
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]"  # everything else that begins with escape
)  # fmt: skip
_LINE_ENDS = re.compile(r"\r\n?")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"  # no width at all
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]"  # tags and variation selectors: hidden text
)
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPELLED = re.compile(f"{_UNSEEN.pattern}|{_DIRECTION.pattern}|[\t\n\r\u2028\u2029]")
_HALVES = re.compile("[\ud800-\udfff]")


_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Characters of no width, which part or turn round what is read as one."""


def for_terminal(text: str) -> str:
    """Return the text without anything that a terminal would obey.

    Doing it twice changes nothing. A sequence that is cut off loses its beginning; what is left of
    it is ordinary text.
    """
    text = _SEQUENCES.sub("", text)
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    text = _HALVES.sub("\ufffd", text)
    return _DIRECTION.sub(_spelled, text)


def as_read(text: str) -> str:
    """Return the text without what no reader sees: escape sequences, soft hyphens, zero widths.

    Marks of direction are among them, so the characters stand in the order in which they are
    stored: 31 with a soft hyphen in it is 31.
    """
    return text if text.isprintable() else _INVISIBLE.sub("", _SEQUENCES.sub("", text))


def on_one_line(text: str) -> str:
    """Return the text with every character spelled out that is not to be seen, line ends too.

    For names of files: two that differ are seen to differ, and none can forge a line of ours.
    """
    return _HALVES.sub("\ufffd", _SPELLED.sub(_spelled, text))


def _spelled(found: re.Match[str]) -> str:
    return f"<U+{ord(found.group()):04X}>"
