"""The words of a question held against those of each sentence: by term, by vector, as a phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from assistant.facts.vocabulary import same_thing
from index import question_groups

from .asked import WORD
from .lexicon import Matrix, WordVectors, likeness

_SLACK = 2
"""Words that may stand between those of a name: *Bank of the Republic of China*."""


def exact_matches(words: Sequence[str], language: str, spoken: Sequence[set[str]]) -> Matrix:
    """1 where any reading of a word of the question is a term of the sentence.

    Args:
        words: of the question.
        language: of the question.
        spoken: the terms of each sentence.

    Returns:
        Shape ``(len(words), len(spoken))``.
    """
    found = np.zeros((len(words), len(spoken)), np.float32)
    for row, word in enumerate(words):
        readings = {term for group in question_groups(word, language) for term in group}
        found[row] = [not readings.isdisjoint(terms) for terms in spoken]
    return found


def _meet(like: Matrix, words: Sequence[str], names: Mapping[int, str]) -> None:
    """Let two names of one country, city or body meet: *America*, *États-Unis*."""
    codes = {place: code for place, name in names.items() if (code := same_thing(name))}
    for row, word in enumerate(words):
        if word[:1].isupper() and (code := same_thing(word)):
            like[row, [place for place, other in codes.items() if other == code]] = 1.0


class Spoken:
    """How like each word of the question is to each word of each sentence, in their order."""

    def __init__(self, words: Sequence[str], texts: Sequence[str], vectors: WordVectors) -> None:
        said = [[word.lower() for word in WORD.findall(text)] or [""] for text in texts]
        lexicon = {w: place for place, w in enumerate(dict.fromkeys(w for s in said for w in s))}
        found = likeness([word.lower() for word in words], list(lexicon), vectors)
        capitals = {
            word.lower() for text in texts for word in WORD.findall(text) if word[0].isupper()
        }
        _meet(found, words, {lexicon[word]: word for word in capitals if word in lexicon})
        self._like = found[:, [lexicon[word] for sentence in said for word in sentence]]
        self._starts = np.cumsum([0] + [len(sentence) for sentence in said[:-1]])

    def nearest(self) -> Matrix:
        """The best of each word of the question in each sentence, ``(words, sentences)``."""
        return np.clip(np.maximum.reduceat(self._like, self._starts, axis=1), 0, 1)

    def together(self, rows: Sequence[int]) -> Matrix:
        """How well each sentence says these words beside each other, the worst of them counting.

        Args:
            rows: which words of the question.

        Returns:
            Shape ``(sentences,)``, 0 to 1.
        """
        width = len(rows) + _SLACK
        like = self._like[rows]
        reach = like.copy()
        for step in range(1, width):
            ahead = like[:, step:].copy()
            for start in self._starts[1:]:
                ahead[:, max(0, start - step) : start] = 0  # not over the end of a sentence
            reach[:, : ahead.shape[1]] = np.maximum(reach[:, : ahead.shape[1]], ahead)
        return np.clip(np.maximum.reduceat(reach.min(axis=0), self._starts), 0, 1)
