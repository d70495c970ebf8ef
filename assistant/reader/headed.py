"""The headline above a sentence: minutes name their subject there and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import WordVectors
from .line import Line
from .matching import Spoken
from .rows import names_above

_LONGEST = 120
"""Characters of a headline."""


def above(lines: Sequence[Line]) -> list[str]:
    """The headline under which each line stands in its passage, with the names of its columns."""
    found: list[str] = []
    for place, line in enumerate(lines):
        joined = place > 0 and lines[place - 1].passage is line.passage
        gap = line.passage.hit.text[lines[place - 1].end if joined else 0 : line.start].strip()
        headline = gap.rpartition("\n")[2].strip() if gap else ""
        if not headline or len(headline) > _LONGEST:
            headline = found[-1] if joined else ""
        found.append(headline)
    tops = [names_above(line) for line in lines]
    return [
        f"{headline} {top}" if top else headline for headline, top in zip(found, tops, strict=True)
    ]


def spoken_above(words: Sequence[str], lines: Sequence[Line], vectors: WordVectors) -> Spoken:
    """How well the headline above each line matches each word of the question."""
    return Spoken(words, above(lines), vectors)
