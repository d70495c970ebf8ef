"""HTML into text with the standard library alone: what is shown, a paragraph a line.

Used inside other formats, and for pages in which no article is found. The parser keeps no tree, so
depth costs nothing.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from index.encoding import Decoded

from .letters import by_content

_SILENT = frozenset({"script", "style", "head", "template", "noscript", "svg", "math", "iframe"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark q s samp small span"
    " strike strong sub sup tt u var wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SUBSET = re.compile(r"<!doctype\s[^\[>]{0,300}\[[^\]]{0,4000}\]\s{0,20}>", re.IGNORECASE)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)")


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent: list[str] = []
        """Open elements whose content is not shown, outermost first."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        hides = tag in _SILENT or "hidden" in given or _HIDDEN.search(given.get("style") or "")
        if tag not in _VOID and (hides or (self.silent and self.silent[0] == tag)):
            self.silent.append(tag)
        if tag not in _INLINE:
            self.pieces.append("\n")
        elif tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"[ \t\r\n\f]+", " ", data))


def shown_text(html: str) -> str:
    """Return the text that a browser would show, one paragraph a line."""
    parser = _Shown()
    # Python's parser ends a DOCTYPE at its first ``>``, which may stand inside its own subset.
    parser.feed(_SUBSET.sub("", html, count=1))
    parser.close()
    lines = (line.strip() for line in "".join(parser.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def decoded(data: bytes) -> Decoded:
    """Decode a page by its content; where that leaves doubt, as it declares itself.

    Raises:
        Unreadable: it is no text, or neither way tells its letters.
    """
    declared = _DECLARED.search(data[:4_000])
    return by_content(data, declared[1].decode("ascii") if declared else "")
