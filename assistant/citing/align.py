"""Where a quotation stands in a source: one contiguous run, or it is no quotation.

There is no "nearly": a matcher that accepts 80 % accepts *refused to sign* for *signed* and 900 for
300. What may differ is what `folding` takes away, and an ellipsis (`[…]`, `...`) may leave words
out: then every part must be there, in the same order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining

from .folding import EDGE, Folded, Rules, fold

SHORTEST = 12
"""Letters and digits; a shorter run stands in too many places to say which was meant."""

_ELLIPSIS = re.compile(r"[\[(]\s?(?:…|\.{3})\s?[\])]|…|\.{3,}")
_OUTSIDE = " .,;:!?-'" + EDGE

_BROKEN = re.compile(r"[-‐][ \t\r]?\n")
_NOTE = re.compile(r"[\[［【]\s?\d")

_WITHOUT_NOTES = Rules(drop_notes=True)
_READINGS = (
    Rules(),
    Rules(join_hyphens=False),
    _WITHOUT_NOTES,
    Rules(drop_accents=True, drop_notes=True),
)
"""Tried in this order; the last is a last resort, and says so."""


@dataclass(frozen=True, slots=True)
class Run:
    """A contiguous run of a source: `source[start:end]` is what was quoted."""

    start: int
    end: int
    exact: bool = True
    """False when only the accents differ: somebody typed without them."""


def locate(quotation: str, source: str, start: int = 0, end: int | None = None) -> tuple[Run, ...]:
    """Find a quotation in a source, or in the part of it between `start` and `end`.

    Args:
        quotation: what stands between the quotation marks.
        source: the whole source text; places are counted in it.
        start: where to look from.
        end: where to stop; the end of the source if not given.

    Returns:
        One run, or one for each part around an ellipsis, in order; nothing if the words do not
        stand there in this order. Linear in both lengths.
    """
    parts = [part.strip() for part in _ELLIPSIS.split(quotation) if any(map(str.isalnum, part))]
    stop = len(source) if end is None else end
    for rules in _READINGS:
        if (not rules.join_hyphens and not _BROKEN.search(source)) or (
            rules == _WITHOUT_NOTES and not _NOTE.search(source)
        ):
            continue  # would read the source as before
        runs = _in_order(parts, _folded(source, rules), rules, start, stop)
        if runs:
            return runs
    return ()


def length(text: str) -> int:
    """Letters and digits of a text: the measure for `SHORTEST`."""
    return sum(map(str.isalnum, text))


def _in_order(
    parts: list[str], source: Folded, rules: Rules, start: int, stop: int
) -> tuple[Run, ...]:
    # One place behind the range is looked at: the edge that ends its last word stands there.
    here, limit = source.at(start), source.at(stop) + 1
    runs = []
    for part in parts:
        needle = _needle(part, rules)
        found = source.text.find(needle, here, limit) if needle else -1
        if found < 0:
            return ()
        inner = found + (needle[0] == EDGE), found + len(needle) - (needle[-1] == EDGE)
        runs.append(Run(*source.original(*inner), exact=not rules.drop_accents))
        here = inner[1]
    return tuple(runs)


def _needle(part: str, rules: Rules) -> str:
    """A part of a quotation, folded; punctuation at its ends may be the writer's own."""
    folded = _folded(part, Rules(rules.join_hyphens, drop_accents=rules.drop_accents)).text
    core = folded.strip(_OUTSIDE)
    if not core:
        return ""
    lead = EDGE if _in_word(core[0]) else ""
    return lead + core + (EDGE if _in_word(core[-1]) else "")


def _in_word(char: str) -> bool:
    return char.isalnum() or combining(char) > 0


@lru_cache(maxsize=64)
def _folded(text: str, rules: Rules) -> Folded:
    return fold(text, rules)
