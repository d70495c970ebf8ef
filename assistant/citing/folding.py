"""A text as it is compared: folded, with every folded character's place in the original.

Folding takes away what copying and typesetting change and no reader would call another word: case,
white space, line breaks, hyphenation, ligatures, full-width letters, typographic quotes,
apostrophes and dashes, characters without width. It keeps what changes the meaning: digits,
superscripts (`10²` is not `102`), accents, hyphens inside words (`re-sign` is not `resign`).

The offsets are written down while folding, so a match in the folded text *is* a place in the
original and nothing is ever searched for afterwards. Where a word begins or ends, the folded text
has `EDGE`: a plain search then finds whole words only, in linear time.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

EDGE = "\x01"

_RUN = re.compile(
    r"(?P<plain>[a-z0-9]+)"
    r"|(?P<note>[\[［【]\s?\d{1,3}\s?[\]］】])"
    r"|(?P<broken>[-‐\u00ad]\s*?\n\s*(?=[^\W\d_]))"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_QUOTES = frozenset('"«»“”„‟‹›″')
_SINGLE = frozenset("'’‘‚‛ʼʹ′´`＇")
_DASHES = frozenset("-‐‑‒–—―−﹣－")
_TIGHT = frozenset(":;!?%")
"""French puts a blank before some of these; other languages do not."""
_MARKUP = frozenset("*")
_KEPT_FORMS = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>", "<vertical>")


@dataclass(frozen=True, slots=True)
class Rules:
    """What is folded beyond the ordinary."""

    join_hyphens: bool = True
    """A hyphen at the end of a line was put there by the typesetter; else the author wrote it."""
    drop_notes: bool = False
    """Footnote numbers in brackets are no text."""
    drop_accents: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters stands in the original."""

    text: str
    starts: array[int]
    """`starts[i]`: index in the original of the character that `text[i]` came from. Never falls."""
    length: int
    """Characters of the original."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The run of original characters that `text[start:end]` came from; not for empty runs."""
        last = self.starts[end - 1]
        return self.starts[start], last + 1

    def at(self, place: int) -> int:
        """The first folded character that stands at or behind a place in the original."""
        return bisect_left(self.starts, place)


class _Folder:
    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.pieces: list[str] = []
        self.starts = array("L")
        self._word = False
        self._blank = True  # no white space at the beginning

    def fold(self, text: str) -> None:
        for run in _RUN.finditer(text):
            at = run.start()
            if run["plain"]:
                self._add_word(run["plain"], range(at, run.end()))
            elif run["space"] or (run["note"] and self._rules.drop_notes):
                self._space(at)
            elif run["broken"]:
                self._broken(text, run)
            else:
                for place in range(at, run.end()):
                    self._other(text, place)
        self._edge(len(text), word=False)

    def _broken(self, text: str, run: re.Match[str]) -> None:
        inside = run.start() > 0 and text[run.start() - 1].isalpha() and text[run.end()].islower()
        if not inside:
            self._other(text, run.start())
            self._space(run.start() + 1)
        elif not self._rules.join_hyphens and run.group()[0] != "\u00ad":
            self._sign("-", run.start())

    def _other(self, text: str, at: int) -> None:
        char = text[at]
        if char in _QUOTES or (char in _SINGLE and _is_mark(text, at)):
            self._space(at)
        elif char in _SINGLE:
            self._sign("'", at)
        elif char in _DASHES:
            self._sign("-", at)
        elif char not in _MARKUP:
            for letter in _letters(char, self._rules.drop_accents):
                if letter.isspace():
                    self._space(at)
                elif _is_word(letter):
                    self._add_word(letter, (at,))
                else:
                    self._sign(letter, at)

    def _add_word(self, letters: str, places: range | tuple[int]) -> None:
        self._edge(places[0], word=True)
        self.pieces.append(letters)
        self.starts.extend(places)
        self._blank = False

    def _sign(self, sign: str, at: int) -> None:
        if sign in _TIGHT and self._blank and self.pieces:
            self.pieces.pop()
            self.starts.pop()
        self._edge(at, word=False)
        self.pieces.append(sign)
        self.starts.append(at)
        self._blank = False

    def _space(self, at: int) -> None:
        if not self._blank:
            self._edge(at, word=False)
            self.pieces.append(" ")
            self.starts.append(at)
            self._blank = True

    def _edge(self, at: int, *, word: bool) -> None:
        if word is not self._word:
            self.pieces.append(EDGE)
            self.starts.append(at)
            self._word = word


def fold(text: str, rules: Rules = Rules()) -> Folded:
    """Fold a text; linear in its length."""
    folder = _Folder(rules)
    folder.fold(text)
    return Folded("".join(folder.pieces), folder.starts, len(text))


def _is_mark(text: str, at: int) -> bool:
    """Is a single mark a quotation's? An apostrophe stands inside a word, a minute behind a figure.

    So „… ‚…‘ …“, "… '…' …" and « … “…” … » compare alike, as whoever quotes changes inner marks.
    """
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return not before.isdigit() and not (before.isalpha() and behind.isalnum())


def _is_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.combining(letter) > 0


@lru_cache(maxsize=8192)
def _letters(char: str, drop_accents: bool) -> str:
    """One character folded: decomposed, in lower case; empty if it cannot be seen."""
    if unicodedata.category(char) in ("Cf", "Cc", "Cs", "Cn") and not char.isspace():
        return ""
    form = unicodedata.decomposition(char)
    plain = char if form.startswith(_KEPT_FORMS) else unicodedata.normalize("NFKD", char)
    plain = unicodedata.normalize("NFD", plain.casefold())
    if drop_accents:
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain
