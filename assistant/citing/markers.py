"""Citation markers in a reply, made uniform for a screen while the reply is being written.

Displayed text has one rule: a bracket with a number in it *is* a citation. A literal one, such as
`[2025]` inside a quotation or `a[1]` in code, gets an invisible word joiner (U+2060) behind the
bracket, so that no surface takes it for a marker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .brackets import Marker
from .marker_scanner import Scanner, Token

WORD_JOINER = "\u2060"

_BARE = re.compile(r"\[(?=\d)")


class MarkerStream:
    """A filter between a model's stream and a screen.

    What it returns, joined, is `displayed(reply, passages)`, however the reply was cut. Markers
    come out as `[n]`; numbers that point nowhere are never shown, not even for a moment.
    """

    def __init__(self, passages: int, files: Sequence[str] = ()) -> None:
        """Start a reply to so many passages, numbered from 1, with the file of each if known."""
        self._scanner = Scanner(passages, files)
        self._space = ""  # one blank that goes if the marker behind it goes
        self._removed = False
        self._last = ""
        self._run: set[int] = set()
        self.unknown = 0
        """Numbers seen so far that point nowhere."""

    def feed(self, piece: str) -> str:
        """Take the next piece and return the text that can be shown now."""
        return "".join(map(self._show, self._scanner.feed(piece)))

    def close(self) -> str:
        """Return the rest: no more text will come."""
        rest = "".join(map(self._show, self._scanner.close()))
        return rest if self._removed else rest + self._space

    def _show(self, token: Token) -> str:
        shown = self._markers(token) if isinstance(token, Marker) else self._text(token)
        self._last = shown[-1:] or self._last
        return shown

    def _markers(self, marker: Marker) -> str:
        self.unknown += marker.unknown
        new = [n for n in marker.numbers if n not in self._run]
        self._run.update(new)
        if not new:
            self._removed = self._removed or not self._run
            return ""
        space, self._space, self._removed = self._space, "", False
        return space + "".join(f"[{n}]" for n in new)

    def _text(self, text: str) -> str:
        keep = not self._removed or text[0].isalnum()
        lead, self._space, self._removed = self._space if keep else "", "", False
        self._run.clear()
        if text.endswith((" ", "\u00a0", "\u202f")):
            text, self._space = text[:-1], text[-1]
        text = lead + text
        if self._last == "[" and text[:1].isdigit():
            text = WORD_JOINER + text
        return literal(text)


def displayed(text: str, passages: int, files: Sequence[str] = ()) -> str:
    """The reply as a reader may see it: markers as `[n]`, unknown ones gone."""
    stream = MarkerStream(passages, files)
    return stream.feed(text) + stream.close()


def literal(text: str) -> str:
    """Make sure that no `[n]` in plain text is taken for a citation."""
    return _BARE.sub(f"[{WORD_JOINER}", text)
