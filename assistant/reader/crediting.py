"""Which lines the source of a question says, as in *according to the union, how many jobs?*.

A line is said by somebody beside a verb of saying, by whoever it or the sentence before is about,
or by whoever the document's title names.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.checking.closer.said_by import gives_words
from index import fold

from .holding import known
from .lexicon import Matrix, WordVectors
from .line import Line
from .matching import Spoken
from .naming import WORD
from .source import Source

_NOUN, _NAME = 0.5, 0.75
"""Match from which on a line names the source, by a noun and by a name."""
_BESIDE = 40
"""Characters between a name and what that person is: *the secretary of the union, Ida Moor*."""
_STEM = 5


def said_by(source: Source, lines: Sequence[Line], vectors: WordVectors) -> NDArray[np.bool_]:
    """Tell which lines a source says, shape ``(len(lines),)``.

    Args:
        source: who is to say it.
        lines: all lines of the passages, those of a passage in their order.
        vectors: of single words.
    """
    if not source.words:
        return np.ones(len(lines), np.bool_)
    enough = _NAME if source.are_names else _NOUN
    found = np.zeros(len(lines), np.bool_)
    texts = [line.text for line in lines]
    near = _matches(source.words, texts, vectors)
    titled = _matches(source.words, [line.passage.hit.title for line in lines], vectors)
    files = [line.passage.hit.file for line in lines]
    for place, line in enumerate(lines):
        own = [n for n, file in enumerate(files) if file == files[place]]
        told = np.maximum(near[:, own].max(axis=1), titled[:, place])
        if (told.min() if source.are_names else told.max()) < enough:
            continue
        speakers = gives_words(line.text, known(line.passage.hit.language))
        if speakers:
            found[place] = any(
                _is_one(source, speaker, [texts[n] for n in own], vectors) for speaker in speakers
            )
            continue
        goes_on = place > 0 and lines[place - 1].passage is line.passage and found[place - 1]
        found[place] = (
            near[:, place].max() >= enough or goes_on or bool(titled[:, place].min() >= enough)
        )
    return found


def may_be_unnamed(
    source: Source, line: Line, beside: Sequence[Line], vectors: WordVectors
) -> bool:
    """Tell whether a line may be of a source that its document calls otherwise: *the hearing*.

    Only a common noun may, which none of the document's lines has, and only where the line gives
    its words to nobody.
    """
    if source.are_names or gives_words(line.text, known(line.passage.hit.language)):
        return False
    near = _matches(source.words, [one.text for one in beside], vectors)
    return bool(near.max(initial=0) < _NOUN)


def _is_one(source: Source, speaker: str, texts: Sequence[str], vectors: WordVectors) -> bool:
    """Whether a speaker is the source, or stands beside it: *the mayor, Carla Ognibene, …*."""
    enough = _NAME if source.are_names else _NOUN
    if _matches(source.words, [speaker], vectors).max() >= enough:
        return True
    if source.nouns and _matches(source.nouns, [speaker], vectors).max() >= _NOUN:
        return True
    stem = fold(speaker)[:_STEM]
    for text in texts:
        if stem not in fold(text):
            continue
        words = list(WORD.finditer(text))
        like = _matches(source.words, [word.group() for word in words], vectors).max(axis=0)
        ours = [word for word, near in zip(words, like, strict=True) if near >= enough]
        theirs = [word for word in words if fold(word.group()).startswith(stem)]
        if any(
            max(one.start(), other.start()) - min(one.end(), other.end()) <= _BESIDE
            for one in ours
            for other in theirs
        ):
            return True
    return False


def _matches(words: Sequence[str], texts: Sequence[str], vectors: WordVectors) -> Matrix:
    """How well each word of the source is matched in each text, shape ``(words, texts)``."""
    near: Matrix = Spoken(words, texts, vectors).nearest()
    return near
