"""What a reply would fetch, open or run, taken out before anything else is read of it.

A document can talk a model into an image whose address carries a secret, a link to elsewhere, or
HTML. None of it is a word of a statement, so none of it is in an answer, on whatever surface: an
image and what is inside a script go whole, a link leaves its words, a tag what it surrounds. While
a reply is being written it is text, and whoever shows it then shows it as text, as the page does.
"""

from __future__ import annotations

import re

_WHERE = r"\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)"
"""An address in brackets, which may hold a pair of its own: `javascript:alert(1)`."""
_WORDS = r"(?!\^?\d[\d,; -]{0,20}\])[^\[\]\n]{1,200}"
"""Not a number alone, which is a marker."""
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,200}}\] ?(?:{_WHERE}|\[[^\[\]\n]{{0,100}}\])")
_LINK = re.compile(rf"\[({_WORDS})\] ?(?:{_WHERE}|\[{_WORDS}\])")
_TARGET = re.compile(rf"^[ \t]{{0,8}}\[{_WORDS}\]:[ \t]{{1,8}}[^\n]{{0,500}}\n?", re.MULTILINE)
_PROGRAM = re.compile(
    r"<(script|style|svg)\b[^<>]{0,500}>.{0,5000}?</\1 {0,8}>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?(?!sup\b)[a-zA-Z][^<>\n]{0,500}>")
"""A raised number may be a marker, so its tag is left to what reads markers."""
_BLANKS = re.compile(r"(?<=\S)[ \t]{2,8}(?=\S)")


def inert(reply: str) -> str:
    """Return the reply without images, link targets, scripts and tags.

    Example:
        >>> inert("![x](https://e.example/?q=1) It cost [31 million](https://e.example) [1].")
        'It cost 31 million [1].'
    """
    if "](" not in reply and "<" not in reply and "]" not in reply:
        return reply
    told = _PROGRAM.sub("", reply)
    told = _TARGET.sub("", _LINK.sub(r"\1", _IMAGE.sub("", told)))
    told = _TAG.sub("", told)
    return reply if told == reply else _BLANKS.sub(" ", told).lstrip(" ")
