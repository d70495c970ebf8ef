"""One bracket of a reply: is it a citation marker, is it none, or is it not over yet?

Read by hand, character by character and never further than `LONGEST`, because the same answer must
come out whether the bracket arrives whole or in pieces, and because no input may make it slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import numeric

OPENING = "[［【〔⟦〖⁅❨"
CLOSING = "]］】〕⟧〗⁆❩"
SOFT = {"(": ")", "（": "）", "{": "}"}
"""Brackets that are mostly none of a marker; they are read like the others."""
LONGEST = 80
"""A bracket with more characters in it is no marker."""
LONGEST_LIST = 400
"""The same for one that holds nothing but numbers."""
CIRCLED = "①-⑳❶-❿➀-➓⓵-⓾⑴-⒇"
"""Numbers in a circle, as a class of characters."""

_DEEPEST = 3
_LONGEST_ADDRESS = 300
_LETTERED = re.compile(r"[A-Za-z#]")

_PART = re.compile(
    rf"(?P<number>\d+)|(?P<circled>[{CIRCLED}])|(?P<word>[^\W\d_]+)|"
    r"(?P<mark>[ \t\u00a0,;/&+.#№^°:|†–—‑−_=，、；@\\-])"
)
_FREE = re.compile(rf"[^\n()\[\]{re.escape(OPENING + CLOSING)}]*")

LABELS = frozenset(
    "source sources src passage passages doc docs document documents documenti documento dok "
    "dokument dokumente reference references référence références ref refs riferimento riferimenti "
    "quelle quellen fonte fonti passaggio passaggi passo passi brano brani textstelle textstellen "
    "stelle fundstelle beleg belege abschnitt extrait extraits extract estratto estratti auszug "
    "cite cites citation citations citazione cit zitat note see cf cfr voir siehe vgl vedi nr no n "
    "id chunk chunks context contexte contesto kontext result results résultat risultato treffer "
    "evidence excerpt excerpts snippet according selon laut secondo gemäß".split()
)
_JOINS = frozenset("and und et ed e".split())
_RANGES = frozenset("to bis à a".split())
_PLACES = frozenset(
    "p pp page pages s seite seiten pagina pagine pag line lines ligne lignes zeile zeilen riga "
    "righe l §".split()
)
_GLUED = frozenset("psd")
"""Letters that name a passage where its number follows at once: `[p1]`; `[p. 1]` is a page."""
_WORDS = LABELS | _JOINS | _RANGES | _PLACES
_DASHES = "–—‑−-"


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket that reads like a marker."""

    ranges: tuple[tuple[int, int], ...]
    """First and last number of each item; `[4]` is `(4, 4)`."""
    end: int
    """One past the closing bracket."""
    labelled: bool
    """It says that it is a marker: `(Source 1)`, `(see [1])`."""
    glued: bool = False
    """Its numbers have a letter before them: `[p1]`, which may be a page."""

    @property
    def year(self) -> bool:
        """It may be a year or two, such as `[2025]` or `[2019–2021]`."""
        return all(1000 <= n <= 2999 for pair in self.ranges for n in pair)


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker, or several that stand together."""

    numbers: tuple[int, ...]
    """Numbers of passages that exist, as written."""
    unknown: int = 0
    """How many numbers in it point nowhere."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """More text is needed to decide."""


class _Items:
    """The numbers of a bracket while it is being read."""

    def __init__(self) -> None:
        self.ranges: list[tuple[int, int]] = []
        self.longest = LONGEST_LIST  # until something else than numbers comes
        self.labelled = False
        self.place = False  # behind `p.` or `line`: numbers are no passages
        self.glued = False
        self._dash = False
        self._named = False  # the last thing was a label
        self._fresh = False  # the last thing was a number

    def number(self, value: int) -> None:
        self._named = False
        if self.place:
            return
        if self._dash and self._fresh:
            low = self.ranges.pop()[0]
            straight = low <= value
            self.ranges += [(low, value)] if straight else [(low, low), (value, value)]
        else:
            self.ranges.append((-value, -value) if self._dash else (value, value))
            self._fresh = True
            self._dash = False
            return
        self._dash = self._fresh = False

    def mark(self, char: str) -> None:
        if char in _DASHES:
            self._dash = not self._named  # `[doc-1]` is no negative number
        elif char not in " \t\u00a0":
            self._dash = self._fresh = False

    def word(self, word: str) -> None:
        self._named = word in LABELS
        self.labelled = self.labelled or self._named
        self.place = (self.place or word in _PLACES) and word not in LABELS
        if word in _RANGES:
            self._dash = self._fresh  # *according to [1]* is no range


def read_bracket(text: str, at: int, final: bool) -> Bracket | Unfinished | None:
    """Read the bracket that opens at `text[at]`.

    Args:
        text: what has come of the reply so far.
        at: position of an opening bracket; a round or curly one is read like a square one.
        final: no more text will come.

    Returns:
        The marker; `None` if it is certain that this is none; `Unfinished` otherwise.
    """
    items = _Items()
    depth = 0
    here = at
    while here < min(len(text), at + items.longest):
        char = text[here]
        doubled = text[at : here + 1] == "{{"
        if char in OPENING or (char in SOFT and here == at) or doubled:
            depth += 1
            if depth > _DEEPEST:
                return None
            items.labelled = items.labelled or (here > at and not doubled)
            here += 1
        elif char in CLOSING or char == SOFT.get(text[at]):
            depth -= 1
            here += 1
            if depth == 0:
                return _finished(items, here)
        else:
            end = _part(items, text, at, here, final)
            if end is None or isinstance(end, Unfinished):
                return end
            here = end
    return None if final or here >= at + items.longest else Unfinished()


def _finished(items: _Items, end: int) -> Bracket | None:
    if not items.ranges:
        return None
    return Bracket(tuple(items.ranges), end, items.labelled, items.glued)


def _part(items: _Items, text: str, at: int, here: int, final: bool) -> int | Unfinished | None:
    """Take one number, word or sign; return where the next one starts."""
    part = _PART.match(text, here)
    if part is None:
        return None
    touches = part.end() == len(text) and not final
    if part["word"]:
        return _word(items, text, part, touches)
    if part["number"]:
        if touches:
            return Unfinished() if part.end() - at < items.longest else None
        if part.end() - at >= items.longest:
            return None
        items.number(int(part["number"]))
    elif part["circled"]:
        items.number(int(numeric(part["circled"])))
    elif part["mark"] in ":|†" and items.ranges:
        return _tail(items, text, here, final)
    else:
        items.mark(part["mark"])
    return part.end()


def _word(items: _Items, text: str, part: re.Match[str], touches: bool) -> int | Unfinished | None:
    """Take a word, if it is one that may stand in a marker."""
    items.longest = LONGEST
    word = part["word"].lower()
    if touches:
        return Unfinished() if any(known.startswith(word) for known in _WORDS) else None
    end = part.end()
    if word in _GLUED and text[end : end + 1].isdigit() and (items.glued or not items.ranges):
        items.glued = True
    elif word in _WORDS:
        items.word(word)
    else:
        return None
    return end


def _tail(items: _Items, text: str, here: int, final: bool) -> int | Unfinished | None:
    """What follows the number is a remark: `[1: Le Monde]`, `[1:12-15]`, `【1†source】`.

    In `【1:0†a.txt】`, as file searches write it, the first number may be the passage's: whether
    that passage carries the sentence is looked at anyway.
    """
    items.longest = LONGEST
    if here + 1 == len(text):
        return None if final else Unfinished()
    free = _FREE.match(text, here)
    return free.end() if free else None


def address_end(text: str, at: int, final: bool) -> int | Unfinished | None:
    """Where the address ends that a model made up for a marker, `[1](https://…)`; None if none.

    Args:
        text: what has come of the reply so far.
        at: position of the round bracket that it stands in.
        final: no more text will come.
    """
    inside = False
    for end in range(at + 1, min(len(text), at + _LONGEST_ADDRESS)):
        char = text[end]
        if char == ")" and not inside:
            said = text[at + 1 : end]
            address = _LETTERED.search(said) and any(mark in said for mark in "./:#")
            return end + 1 if address else None
        if char.isspace() or (char == "(" and inside):
            return None
        inside = (inside or char == "(") and char != ")"
    return None if final or len(text) - at >= _LONGEST_ADDRESS else Unfinished()
