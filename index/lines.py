"""Line breaks: which end a sentence, and which only wrap one.

In a text wrapped at a fixed width a line breaks where its next word would not have fitted. A line
that breaks although the next word would have fitted is a line of its own: a headline, a caption, an
item of a list. So within each block (lines without a blank one between them) a break is a wrap only
if the block has a width at all, and the line is full.
"""

from __future__ import annotations

import re

LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
BLANK_LINE = re.compile(
    r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[^\S\n\r\x0b\x0c\x85\u2028\u2029]*+"
    r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
)
_ITEM = re.compile(r"[-–—*•·▪►>#©|]|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s")
_ROW = re.compile(
    r"[^\W\d][^:;\n]{0,40}: [^;\n]{1,60}; (?:[^\W\d][^:;\n]{0,40}|(?:1[89]|20)\d\d): "
)
"""A row of a table that names its columns: *year: 2024; visitors: 15,900*."""
_NARROW = 30  # characters: a shorter line is no wrapped prose
_WIDE = 130  # characters: a longer line was not wrapped by a person or a mail program


class Layout:
    """Answers questions about a text's lines, from its start to its end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._block = (0, 0)
        self._width = 0

    def ends_line(self, at: int, end: int) -> bool:
        """Whether the line break at ``at``, with the white space up to ``end``, ends a sentence."""
        text = self.text
        if end == len(text) or at == 0:
            return True
        breaks = text[at:end]
        if len(breaks) > 1 and len(_BREAK.findall(breaks)) > 1:
            return True
        if _ITEM.match(text, end) or _ROW.match(text, end):
            return True
        if text[at - 1] == "-" and text[end].islower():
            return False  # a word divided at the end of a line
        begin = self._line_start(at)
        length = at - begin
        if length < _NARROW:
            return True
        if text[end].islower():
            return False
        width = self._block_width(at)
        return not width or length + 1 + self._word_length(end) <= width

    def _line_start(self, at: int) -> int:
        # Only the last _WIDE characters matter: a longer line is never a wrapped one.
        floor = max(0, at - _WIDE - 1)
        return max(floor, *(self.text.rfind(mark, floor, at) + 1 for mark in LINE_BREAKS))

    def _word_length(self, begin: int) -> int:
        text, end = self.text, begin
        stop = min(len(text), begin + _WIDE)
        while end < stop and not text[end].isspace():
            end += 1
        return end - begin

    def _block_width(self, at: int) -> int:
        """The width the block around a place was wrapped at; 0 if it was not wrapped."""
        start, end = self._block
        if not start <= at < end:
            blank = BLANK_LINE.search(self.text, at)
            self._block = start, end = at, blank.start() + 1 if blank else len(self.text)
            begin = self._line_start(at)
            lines = _BREAK.split(self.text[begin:end])
            self._width = _wrap_width([len(line.rstrip()) for line in lines if line.strip()])
        return self._width


def _wrap_width(lengths: list[int]) -> int:
    if len(lengths) < 2:
        return 0
    width = max(lengths)
    # In wrapped prose the widest line is hardly ever the last one.
    return width if _NARROW <= width <= _WIDE and max(lengths[:-1]) == width else 0
