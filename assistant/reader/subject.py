"""What a passage is about: its document's title, or what its own first words name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index import Hit

from .lexicon import WordVectors, likeness
from .line import Line
from .naming import WORD

_OPENING = 5
"""Words at the beginning of a passage that are taken for its subject."""

_HEADLINE = 9
"""Words of a title or headline that are looked at, and the longest first line that is one."""


def subject(
    words: Sequence[str], lines: Sequence[Line], vectors: WordVectors
) -> NDArray[np.float32]:
    """How much of what each line's passage is about is named in the question.

    A passage is about its title, or about what its own first words name: the better of both.
    """
    asked = [word.lower() for word in words]
    heads = {line.passage.number: line.passage.hit for line in lines}
    about = [(number, head) for number, hit in heads.items() for head in _heads(hit)]
    known = dict.fromkeys(heads, 0.0)
    if about:
        every = [word for _, head in about for word in head]
        best = likeness(every, asked, vectors).max(axis=1)  # all at once: each look-up costs
        start = 0
        for number, head in about:
            held = float(best[start : start + len(head)].mean())
            known[number] = max(known[number], held)
            start += len(head)
    return np.array([known[line.passage.number] for line in lines], np.float32)


def _heads(hit: Hit) -> list[list[str]]:
    """What a passage is about: its document's title, a headline of its own, its first words."""
    first = hit.text.lstrip().partition("\n")[0].split()
    texts = [
        hit.title.rstrip("…"),
        " ".join(first if len(first) <= _HEADLINE else first[:_OPENING]),
    ]
    found = [[word.lower() for word in WORD.findall(text) if len(word) > 1] for text in texts]
    return [words[:_HEADLINE] for words in found if words]
