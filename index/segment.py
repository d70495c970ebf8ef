"""Where sentences begin and end: in English, French, German and Italian, in linear time.

One regular expression finds every place where a sentence could end: a run of full stops, question
or exclamation marks with the quotes and brackets that close after it, or a line break. Each place
is then judged by the word before and the word after it. The spans tile the text: what one sentence
leaves, the next one takes, so nothing can be lost and no offset is ever searched for.
"""

from __future__ import annotations

import re

from .abbreviations import (
    BEFORE_NUMBER,
    GERMAN_BEFORE_DAY,
    GERMAN_BEFORE_ORDINAL,
    GERMAN_MONTHS,
    MONTHS,
    STARTERS,
    TITLES_IF_CAPITAL,
    USUALLY_INSIDE,
    never_last,
)
from .lines import LINE_BREAKS, Layout

# One character class first: the engine then skips to the next such character, six times as fast as
# trying alternatives everywhere. Possessive (``*+``), so that a run of a million dots is one match
# and never tried again shorter.
_PLACE = re.compile(
    rf"[.!?…。！？؟۔।{LINE_BREAKS}](?:"
    r"(?<=[.!?…])[.!?…]*+(?: \.(?=[ .]))*+"  # a dotted leader, too
    r"(?:[\"'’”“»«›‹)\]}]|[ \u00a0\u202f][»›](?!\w)|\[\d{1,3}\])*+"
    rf"|(?<=[{LINE_BREAKS}])\s*+"
    r"|[。！？؟۔।]*+[」』”’)]*+)"
)
_OPENERS = "\"'‘’“”„«»‹›([{¿¡*_ \u00a0\u202f"
_DASHES = "–—-−•·"
_WORD_BEFORE = 40  # characters looked at to find the word before a full stop
_LONGEST = 9  # letters of the longest abbreviation, with room for a street's name
_NEXT_WORD = re.compile(r"[^\W_]+")


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Split a text into sentences.

    A headline, a list item or a caption on a line of its own is a sentence too.

    Args:
        text: Any text.
        language: ``en``, ``fr``, ``de`` or ``it``; None or another one applies the rules of all
            four, which decides nearly every case alike.

    Returns:
        Spans (start, end) in order, without the white space around them. Every character that is
        not white space is in exactly one.
    """
    splitter = _Splitter(text, language)
    cuts = [match.end() for match in _PLACE.finditer(text) if splitter.ends(match)]
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in [*cuts, len(text)]:
        end = cut
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            spans.append((start, end))
        start = cut
    return spans


class _Splitter:
    """Judges one place after the other, from the start of the text to its end."""

    def __init__(self, text: str, language: str | None) -> None:
        self.text = text
        self.layout = Layout(text)
        self.never_last = never_last(language)
        self.german = language not in ("en", "fr", "it")

    def ends(self, place: re.Match[str]) -> bool:
        """Whether a sentence ends at this place."""
        text, at, end = self.text, place.start(), place.end()
        mark = text[at]
        if mark in "。！？؟۔।":
            return True
        if mark not in ".!?…":
            return self.layout.ends_line(at, end)
        if end == len(text):
            return True
        if not text[end].isspace():
            return self._glued(at, end)
        begin = self._next(end)
        if begin < 0:
            return True
        after = text[begin]
        if after.islower() or after in ",;:.…!?)]}%":
            return False
        if mark == "." and place.group()[:2] not in ("..", ".…", ". "):
            return self._full_stop(at, begin)
        if mark in ".…":
            return not after.isdigit()
        return True

    def _next(self, end: int) -> int:
        """The first character after openers and dashes that says something; -1: a new line begins.

        A line break after a mark is left to stand as an end by itself, unless the next line goes on
        in lower case.
        """
        text = self.text
        stop = min(len(text), end + 200)
        for at in range(end, stop):
            character = text[at]
            if character in _DASHES or character in _OPENERS or character.isspace():
                continue
            return at
        return -1 if stop == len(text) else stop

    def _glued(self, at: int, end: int) -> bool:
        """A mark with no space after it: scraped pages lose breaks (``closed.Related news``)."""
        text = self.text
        if end + 1 >= len(text) or not text[end].isupper() or not text[end + 1].islower():
            return False
        if text[at] in "!?…":
            return True
        word = self._word_before(at)
        return len(word) > 2 and word.islower() and word.isalpha() and self._plain_before(at, word)

    def _plain_before(self, at: int, word: str) -> bool:
        before = at - len(word) - 1
        return before < 0 or self.text[before] not in "/@.#&=_"

    def _word_before(self, at: int) -> str:
        before = self.text[at - _WORD_BEFORE if at > _WORD_BEFORE else 0 : at]
        if not before or before[-1].isspace():
            return ""
        word = before.split()[-1]
        if word.isalnum():
            return word
        begin = len(word)
        while begin and (word[begin - 1].isalnum() or word[begin - 1] in ".°"):
            begin -= 1
        return word[begin:]

    def _full_stop(self, at: int, begin: int) -> bool:
        """A single full stop, white space, and then something that is not lower case."""
        text, word = self.text, self._word_before(at)
        follows = text[begin]
        if not word:
            return text[max(0, at - 2) : at] != ". " or not follows.isdigit()  # a dotted leader
        if len(word) > _LONGEST and word.isalpha():
            return True
        if word.isdigit():
            return self._after_number(at, word, begin)
        if len(word) == 1:
            return self._after_letter(at, word, begin)
        known = word.lower()
        if known in self.never_last or (word[0].isupper() and known in TITLES_IF_CAPITAL):
            return False
        if "." in word:
            return not _dotted(known) or self._starts(begin)
        if known in BEFORE_NUMBER or known.endswith("str"):  # Hauptstr. 5
            return not (follows.isdigit() or follows in "IVX")
        if known in USUALLY_INSIDE or (known in MONTHS and len(known) < 5):
            return not follows.isdigit() and self._starts(begin)
        return True

    def _starts(self, begin: int) -> bool:
        """Whether the next word is one that mostly opens a sentence, or no word at all."""
        word = _NEXT_WORD.match(self.text, begin)
        return word is None or word.group() in STARTERS

    def _after_number(self, at: int, word: str, begin: int) -> bool:
        """``am 3. März`` and ``der 2. Weltkrieg`` go on; ``auf Platz 3. Danach`` ends."""
        text = self.text
        first = at - len(word)
        if first == 0 or text[first - 1] in LINE_BREAKS:
            return False  # the number of a list item
        if len(word) > 3:
            return True
        follows = _NEXT_WORD.match(text, begin)
        if follows is None:
            return True
        if not self.german:
            # A German quotation in a text of another language: *vom 14. April*.
            before = text[max(0, first - 20) : first].split()
            if before and before[-1].lower() in GERMAN_BEFORE_DAY:
                return follows.group().lower() not in MONTHS
            return follows.group() not in GERMAN_MONTHS
        if follows.group().lower() in MONTHS:
            return False
        if follows.group() in STARTERS:
            return True
        before = text[max(0, first - 20) : first].split()
        return not before or before[-1].lower() not in GERMAN_BEFORE_ORDINAL

    def _after_letter(self, at: int, word: str, begin: int) -> bool:
        """An initial goes on; ``vitamin C. The`` ends."""
        if not word.isalpha():
            return True
        if word.islower():
            return self._starts(begin) and word not in self.never_last
        before = self.text[max(0, at - 15) : at - 1].split()
        if word == "I" and before and before[-1].islower():
            return True
        return self._starts(begin)


def _dotted(known: str) -> bool:
    """``u.s``, ``z.b``, ``s.p.a``: letters with full stops between them."""
    return all(len(part) <= 2 for part in known.split("."))
