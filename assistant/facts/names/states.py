"""Countries whose name has several words, most of them ordinary: *États-Unis*, *Regno Unito*.

Word by word they cannot be told: *Vereinigte* begins three of them. So the words are read
together, whatever case they are in: *der Vereinigten Staaten*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.facts.tables import lines, table
from assistant.facts.text.letters import Met, large_of, starts_of, words_of
from assistant.facts.text.spelling import fold

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_SMALL = frozenset("of the de du des d del della di und and et ed e do".split())
_GAP = 8
"""Characters that may stand between two words of a name: *Stati Uniti*, *Corée du Nord*."""
_SHORT = re.compile(
    r"(?<![\w.])(?:(?P<US>U\.[ \u00a0]?S\.(?:[ \u00a0]?A\.)?)|(?P<GB>U\.[ \u00a0]?K\.)"
    r"|(?P<UN>U\.[ \u00a0]?N\.))"
)
"""`U.S.`, `U.K.`, `U.N.`"""


class State(NamedTuple):
    """A country, city or body that a text names in several words."""

    start: int
    end: int
    code: str


@lru_cache(maxsize=8192)
def states(text: str) -> tuple[State, ...]:
    """Every name of several words that is known in the four languages, in order."""
    found = []
    words = words_of(text)
    free = 0
    known, last = _names(), len(words) - 1
    for at in large_of(text):
        names = known[words[at]]
        if not names or at == last or (start := starts_of(text)[at]) < free:
            continue
        second = "" if words[at + 1] in _SMALL else _stem(words[at + 1])
        for name, code in names:
            if second and name[1] != second:
                continue
            end = _end(text, start + len(words[at]), name)
            if end:
                found.append(State(start, end, code))
                free = end
                break
    if "U." in text:
        found += [State(*m.span(), m.lastgroup or "") for m in _SHORT.finditer(text)]
    return tuple(sorted(found))


def _end(text: str, last: int, name: tuple[str, ...]) -> int:
    """Where a name ends whose first word ends at `last`; 0 if another word comes between."""
    left = list(name[1:])
    for match in islice(_WORD.finditer(text, last), 2 * len(name) + 1):
        if not left or match.start() - last > _GAP:
            break
        between = text[last : match.start()]
        if not between.strip(" \u00a0-‑’'&"):
            if match[0] in _SMALL:
                last = match.end()
                continue
            if _stem(match[0]) == left[0]:
                left.pop(0)
                last = match.end()
                continue
        break
    return 0 if left else last


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """A word without its inflection: *Vereinigten* and *Vereinigtes* are one."""
    folded = fold(word)
    stem = folded.rstrip("aeimnrs")
    return stem if len(stem) > 1 else folded


_Known = tuple[tuple[tuple[str, ...], str], ...]
"""Names, each by the stems of its words, with their codes."""


@cache
def _names() -> Met[_Known]:
    """Of each word with a capital the names that begin with it, the longest first."""
    known = _by_first_stem()
    return Met(lambda word: known.get(_stem(word), ()) if _CAPITAL.match(word) else ())


def _by_first_stem() -> Mapping[str, _Known]:
    listed = [row.split("\t") for row in lines("places")]
    for row in table("names")["phrases"].splitlines():
        code, _, names = row.partition(":")
        listed.append([code, *names.split(",")])
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, *names in listed:
        for name in names:
            words = tuple(_stem(word) for word in _WORD.findall(name) if word not in _SMALL)
            if len(words) > 1:
                found.setdefault(words[0], []).append((words, code))
    return {first: tuple(sorted(rest, key=lambda n: -len(n[0]))) for first, rest in found.items()}
