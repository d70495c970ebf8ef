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
    known: dict[int, float] = {}
    for line in lines:
        if line.passage.number not in known:
            heads = _heads(line.passage.hit)
            known[line.passage.number] = max(
                (float(likeness(head, asked, vectors).max(axis=1).mean()) for head in heads),
                default=0.0,
            )
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
