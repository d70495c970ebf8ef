"""A model's reply, cut into sentences with the passage numbers each one names.

A marker belongs to the sentence it stands in, or to the one before when it stands behind the full
stop. A sentence without a marker borrows the next one of its paragraph, because models often cite
once for several sentences; a borrowed number counts only if the check agrees.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from index import sentences

from .brackets import Marker
from .inert import inert
from .layout import sentences_only
from .marker_scanner import Token, scan
from .quotation_marks import Quotation, quotations


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence of a reply."""

    text: str
    """Without markers and without Markdown emphasis."""
    numbers: tuple[int, ...] = ()
    """Passages it names, in order; all of them exist."""
    lead: str = ""
    """What stands between the sentence before and this one: a blank, a line end, a bullet."""
    quotations: tuple[Quotation, ...] = ()
    """Places in `text`."""
    borrowed: bool = False
    """The numbers stand behind a later sentence of the same paragraph."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """A whole reply."""

    sentences: tuple[Draft, ...]
    unknown_markers: int = 0
    """Numbers that point nowhere."""


_BLOCK = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*•–+>|]|\d{1,3}[.)]|#{1,6}|```)\s?)")
_BULLET = re.compile(r"\s*(?:(?:[-*•–+>|]|#{1,6})\s+)*")
_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s+")
_WRAPPED = re.compile(r"(?<![.!?…])[\n\r]")
_NUMBERED = re.compile(r"^[ \t]*(\d{1,2})[.)]\s", re.MULTILINE)
_CREDIT = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n)|^)(?:according to|as stated in|per|selon|d['’]après|laut|gemäß|nach|"
    r"zufolge|secondo|in base a|stando a)\s?"
    r"(?:the |la |le |der |den |il )?(?:sources?|passages?|quellen?|fonti|fonte|passaggio)?$",
    re.IGNORECASE,
)  # fmt: skip
_LINE_BEGINS = re.compile(r"(?:^|\n)[ \t]*(?:(?:[-*•–+>]|\d{1,2}[.)])[ \t]*)?$")
_SENTENCE_ENDED = re.compile(r"[.!?…]$")
_TAIL = 60
_AROUND = {("(", ")"), ("*", "*"), ("_", "_"), ("~", "~")}
"""Brackets and emphasis, which go when the marker inside them goes."""
_ENDS_ANYWAY = re.compile(r"(?<=[\w%€$£)”»])[.!?]\s+(?=[a-zà-ÿ])")
"""A full stop that cutting into sentences lets pass, as a small letter follows."""


def statements(
    reply: str, passages: int, language: str | None = None, files: Sequence[str] = ()
) -> Drafts:
    """Cut a reply into sentences.

    Args:
        reply: the model's text.
        passages: how many passages it was given, numbered from 1.
        language: of the reply; told from the text if not given.
        files: the file of each passage, if a name in brackets is to be a marker.
    """
    tokens = _joined(scan(sentences_only(inert(reply)), passages, files))
    plain = _Plain(first=_before_sentences(tokens))
    for token in tokens:
        if isinstance(token, Marker):
            plain.mark(token)
        else:
            plain.add(token)
    drafts: list[Draft] = []
    for block in _blocks(plain, language):
        drafts += _borrow(block) if block else []
    return Drafts(tuple(drafts), plain.unknown)


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Markers that stand together as one."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else ""
        if isinstance(token, Marker) and isinstance(last, Marker):
            numbers = tuple(dict.fromkeys((*last.numbers, *token.numbers)))
            found[-1] = Marker(numbers, last.unknown + token.unknown)
        else:
            found.append(token)
    return found


def _before_sentences(tokens: Sequence[Token]) -> bool:
    """Does this reply put its markers before its sentences: `[1] It was signed. [2] Xi agreed.`?"""
    ends = [token for token in tokens if isinstance(token, Marker) or token.strip()]
    return bool(ends) and isinstance(ends[0], Marker) and isinstance(ends[-1], str)


@dataclass(slots=True)
class _Plain:
    """The reply without markers, and where they stood."""

    places: list[int] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    unknown: int = 0
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _credit: bool = False
    _blank: str = ""
    first: bool = False
    """In this reply markers stand before their sentences."""
    _opens: bool = False
    """The last marker stands at the beginning of its sentence."""

    def add(self, text: str) -> None:
        text = text.replace("**", "")
        if self._opens:
            self._push(self._blank)
            self._blank = ""
            text = text.lstrip(": \u00a0")
            if text[:1].strip():  # inside the sentence that it stands before
                self.places[-1] = self._length + 1
        if self._credit and text.startswith(","):
            text = text[1:].lstrip()
            text = text[:1].upper() + text[1:]
        elif self._blank and text[:1].isalnum():
            text = self._blank + text
        else:
            while self._parts and (self._parts[-1][-1:], text[:1]) in _AROUND:
                text = self._unbracketed(text)  # only a marker stood in them
        self._credit, self._blank, self._opens = False, "", False
        self._push(text)

    def _unbracketed(self, text: str) -> str:
        last = self._parts.pop()
        kept = last[:-1].rstrip(" ")
        self._length -= len(last)
        self._push(kept)
        self.places = [min(place, self._length) for place in self.places]
        return text[1:]

    def mark(self, marker: Marker) -> None:
        last = self._parts.pop() if self._parts else ""
        self._length -= len(last)
        kept = last[:-1] if last.endswith((" ", "\u00a0", "\u202f")) else last
        self._blank = last[len(kept) :]
        credit = _CREDIT.search(kept[-_TAIL:])
        if credit:
            kept = kept[: len(kept) - len(credit.group())]
            self._credit, self._blank = True, ""
        self._push(kept)
        self.unknown += marker.unknown
        if marker.numbers:
            before = "".join(self._parts[-3:])
            self._opens = bool(_LINE_BEGINS.search(before)) or (
                self.first and bool(_SENTENCE_ENDED.search(before))
            )
            self.places.append(self._length)
            self.markers.append(marker)

    def _push(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def joined(self) -> str:
        return "".join(self._parts)


def _blocks(plain: _Plain, language: str | None) -> Iterator[list[Draft]]:
    """The sentences of each paragraph or list item."""
    text = plain.joined()
    # `3. Oktober` is a date; numbers that count from one are a list.
    counted = [int(number) for number in _NUMBERED.findall(text)]
    bullet = (
        _NUMBER if len(counted) > 1 and counted == list(range(1, len(counted) + 1)) else _BULLET
    )
    begin = 0
    lead = ""
    taken = 0
    found: list[Draft] = []
    for end, resume in [(m.start(), m.end()) for m in _BLOCK.finditer(text)] + [(len(text),) * 2]:
        # A line end inside a paragraph is a blank; same length, so that places stay. After a full
        # stop it stays one: `1912 [1].` on a line of its own is a sentence, not an ordinal.
        block = _WRAPPED.sub(" ", text[begin:end])
        here = taken
        taken = bisect_left(plain.places, resume + (resume == len(text)), lo=here)
        marked = [place - begin for place in plain.places[here:taken]]
        spans = _cut_behind(marked, block, _sentence_spans(block, bullet, language))
        if spans:
            yield found
            found = _drafts(block, spans, lead)
            lead = ""
        if found:
            _hand_out(found, spans, begin, plain, range(here, taken))
        lead += text[end:resume]
        begin = resume
    yield found


def _sentence_spans(
    block: str, bullet: re.Pattern[str], language: str | None
) -> list[tuple[int, int]]:
    found = bullet.match(block) or _BULLET.match(block)
    start = found.end() if found else 0
    spans: list[tuple[int, int]] = []
    for first, last in sentences(block[start:], language):
        if any(map(str.isalnum, block[start + first : start + last])):
            spans.append((start + first, start + last))
        elif spans:
            spans[-1] = (spans[-1][0], start + last)
    return [_trimmed(block, *span) for span in spans]


def _cut_behind(
    marked: list[int], block: str, spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """End a sentence at a full stop with a marker before it, whatever letter comes next.

    So what a model adds in small letters behind `... 12 million [1].` is a statement of its own,
    and does not take the one before with it.
    """
    found = []
    for start, end in spans:
        for place in marked:
            stop = place + 1
            if start < place < end and _ENDS_ANYWAY.match(block, place):
                found.append(_trimmed(block, start, stop))
                start = stop
        found.append(_trimmed(block, start, end))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _drafts(block: str, spans: list[tuple[int, int]], lead: str) -> list[Draft]:
    quoted = quotations(block)
    drafts = []
    before = 0
    for start, end in spans:
        inside = tuple(q for q in (one.within(start, end) for one in quoted) if q)
        gap = lead + block[before:start] if before == 0 else " "
        drafts.append(Draft(block[start:end], lead=gap, quotations=inside))
        before = end
    return drafts


def _hand_out(
    drafts: list[Draft],
    spans: list[tuple[int, int]],
    begin: int,
    plain: _Plain,
    markers: range,
) -> None:
    """Give each marker to its sentence; one in a paragraph of its own to the sentence before."""
    starts = [begin + start for start, _ in spans]
    for i in markers:
        at = bisect_left(starts, plain.places[i]) - 1 if starts else len(drafts) - 1
        owner = drafts[max(at, 0)]
        new = tuple(n for n in plain.markers[i].numbers if n not in owner.numbers)
        drafts[max(at, 0)] = replace(owner, numbers=owner.numbers + new)


def _borrow(block: list[Draft]) -> list[Draft]:
    """Lend the numbers of a sentence to those before it that have none."""
    lent: tuple[int, ...] = ()
    drafts = []
    for draft in reversed(block):
        if draft.numbers:
            lent = draft.numbers
        elif lent:
            draft = replace(draft, numbers=lent, borrowed=True)
        drafts.append(draft)
    return drafts[::-1]
