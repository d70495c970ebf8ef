"""What a reply would fetch, open or run, taken out before anything else is read of it.

A document can talk a model into an image whose address carries a secret, a link to elsewhere, or
HTML. None of it is a word of a statement, so none of it is shown, on whatever surface, neither in
the answer nor while the reply is still being written: an image and what is inside a script go
whole, a link leaves its words, a tag what it surrounds.
"""

from __future__ import annotations

import re

from .brackets import LABELS

_WHERE = r"\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)"
"""An address in brackets, which may hold a pair of its own: `javascript:alert(1)`."""
_LABEL = "|".join(sorted(LABELS, key=len, reverse=True))
_NUMBERS = rf"\^?(?:(?i:{_LABEL})[ \u00a0.:#°_-]{{0,3}})?\d[\d,; -]{{0,20}}"
"""What a marker has between its brackets: a number, perhaps behind *Source*."""
_WORDS = rf"(?!{_NUMBERS}\])[^\[\]\n]{{1,200}}"
_CITED = re.compile(rf"\[({_NUMBERS})\](?=\([^\s()]*[./:#])(?=\([^\s()]*[A-Za-z#]){_WHERE}")
"""A marker with an address, which a model made up."""
_NOTED = re.compile(r"<(cite|ref|source|citation)>\s{0,3}\[?(\d{1,3})\]?\s{0,3}</\1>")
_POINTED = re.compile(
    r"<(?:cite|ref|source|citation|doc)(?:[ ]{1,3}(?:id|source|ref|n|doc|index) ?= ?|: ?)"
    r"[\"']?(\d{1,3})[\"']? ?/?>"
)
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,200}}\] ?(?:{_WHERE}|\[[^\[\]\n]{{0,100}}\])")
_LINK = re.compile(rf"\[({_WORDS})\] ?(?:{_WHERE}|\[{_WORDS}\])")
_NOTHING = re.compile(rf"\[[ \t]{{0,8}}\]{_WHERE}")
"""What is left of an image with a link around it."""
_TARGET = re.compile(rf"^[ \t]{{0,8}}\[{_WORDS}\]:[ \t]{{1,8}}[^\n]{{0,500}}\n?", re.MULTILINE)
_PROGRAM = re.compile(
    r"<(script|style|svg)\b[^<>]{0,500}>.{0,5000}?</\1 {0,8}>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?(?!sup\b)[a-zA-Z][^<>\n]{0,500}>")
"""A raised number may be a marker, so its tag is left to what reads markers."""
_INSIDE = r"[^\[\]\n]{0,200}"
_BEGUN = r"\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}(?:\([^()\n]{0,100})?"
"""An address whose bracket has not been closed."""
_UNFINISHED = re.compile(
    rf"""
    <(?P<of>script|style|svg)\b[^<>]{{0,500}}>(?:(?!</(?P=of)[ ]{{0,8}}>)[\s\S]){{0,5000}}\Z
    | <(?:/?(?:[a-zA-Z][^<>\n]{{0,500}})?)\Z
    | <(?:cite|ref|source|citation)>\s{{0,3}}\[?\d{{0,3}}\]?\s{{0,3}}(?:<(?:/[a-z]{{0,8}})?)?\Z
    | !\Z
    | !?\[{_INSIDE}(?:\][ ]?(?:{_BEGUN}|\[{_INSIDE})?)?\Z
    | \[[ \t]{{0,8}}!(?:\[{_INSIDE}(?:\][ ]?(?:{_BEGUN}(?:\)(?:\](?:{_BEGUN})?)?)?)?)?)?\Z
    | ^[ \t]{{0,8}}\[{_WORDS}\]:[^\n]{{0,508}}\Z
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""What the next piece may still make an image, a link, a script or a tag of: no longer than these
are, so that what is held back is bounded."""
_MIDDLE = "\N{MIDDLE DOT}"
"""Stands for what was shown of a line before, so that no line seems to begin there."""
_BLANKS = re.compile(r"(?<=\S)[ \t]{2,8}(?=\S)")


def inert(reply: str) -> str:
    """Return the reply without images, link targets, scripts and tags.

    Example:
        >>> inert("![x](https://e.example/?q=1) It cost [31 million](https://e.example) [1].")
        'It cost 31 million [1].'
    """
    if "<" not in reply and "]" not in reply:
        return reply
    told = _without(reply)
    return reply if told == reply else _BLANKS.sub(" ", told).lstrip(" ")


def _without(text: str) -> str:
    told = _PROGRAM.sub("", text)
    told = _CITED.sub(r"[\1]", _POINTED.sub(r"[\1]", _NOTED.sub(r"[\2]", told)))
    told = _LINK.sub(r"\1", _NOTHING.sub("", _IMAGE.sub("", told)))
    return _TAG.sub("", _TARGET.sub("", told))


def _sure(text: str) -> int:
    """Up to where a text is what it is, whatever comes next."""
    at = 0
    while begun := _UNFINISHED.search(text, at):
        whole = (*_IMAGE.finditer(text, at), *_LINK.finditer(text, at))
        around = [m.end() for m in whole if m.start() < begun.start() < m.end()]
        if not around:
            # What may become a link inside a tag, `<a[>`, keeps the whole tag waiting.
            tags = [m.start() for m in _TAG.finditer(text, at) if begun.start() in range(*m.span())]
            return min([begun.start(), *tags])
        at = max(around)
    return len(text)


class InertStream:
    """A filter between a model's stream and a screen: nothing goes by that :func:`inert` takes out.

    What may still become markup is held back until it is known what it is, for as many characters
    as markup may have. What it returns, joined, is `inert(reply)` but for blanks, however the reply
    was cut.
    """

    def __init__(self) -> None:
        """Start a reply."""
        self._held = ""
        self._line = ""
        """What went by of the line that is being written."""
        self._last = ""

    def feed(self, piece: str) -> str:
        """Take the next piece and return the text that can be shown now."""
        self._held += piece
        at = _sure(self._line_of(self._held)) - len(self._line_of(""))
        ready, self._held = self._held[:at], self._held[at:]
        return self._pass(ready)

    def close(self) -> str:
        """Return the rest: no more text will come."""
        rest, self._held = self._held, ""
        return self._pass(rest)

    def _line_of(self, text: str) -> str:
        return (_MIDDLE if self._line.strip(" \t") else self._line) + text

    def _pass(self, ready: str) -> str:
        before = self._line_of("")
        told = _without(before + ready)[len(before) :]
        if told != ready and self._last in ("", " ", "\n"):
            told = told.lstrip(" ")
        self._line = (self._line + ready).rpartition("\n")[2]
        self._last = told[-1:] or self._last
        return told
