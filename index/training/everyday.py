"""What is known of words beyond the training text: how often people use them, and their lemmas.

The real one asks wordfreq and simplemma. That of a rehearsal counts the words of the text itself,
so that the program can be run from end to end in seconds, with neither installed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice
from typing import Protocol

from index.documents import LANGUAGES
from index.wordpiece import words

from .sources import Pair


class Everyday(Protocol):
    """How words are used, in each of the four languages."""

    def __hash__(self) -> int:
        """Of the object: what is asked of one is remembered."""

    def common(self, most: int) -> list[str]:
        """The most used English words."""

    def entries(self, language: str) -> Mapping[str, float]:
        """Words, the most used first, to their share of all words."""

    def lemma(self, word: str, language: str) -> str:
        """The form of a word that a dictionary lists."""


@cache
def everyday_use(everyday: Everyday, language: str, most: int) -> dict[str, float]:
    """Frequency of the most used words of a language, in the model's normal form."""
    use: dict[str, float] = {}
    for entry, frequency in islice(everyday.entries(language).items(), most):
        for word in words(entry):
            use[word] = max(use.get(word, 0.0), frequency)
    return use


class Lists:
    """wordfreq's counts of news, Wikipedia, subtitles and the web; simplemma's lemmas."""

    def common(self, most: int) -> list[str]:
        """See :class:`Everyday`."""
        from wordfreq import top_n_list

        return list(top_n_list("en", most))

    def entries(self, language: str) -> Mapping[str, float]:
        """See :class:`Everyday`."""
        from wordfreq import get_frequency_dict

        found: Mapping[str, float] = get_frequency_dict(language)
        return found

    def lemma(self, word: str, language: str) -> str:
        """See :class:`Everyday`."""
        import simplemma

        return str(simplemma.lemmatize(word, lang=language))


class Counted:
    """The words of some text, counted; every word is its own lemma."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        for pair in pairs:
            self._counts[pair.left_language].update(words(pair.left))
            self._counts[pair.right_language].update(words(pair.right))

    def common(self, most: int) -> list[str]:
        """See :class:`Everyday`."""
        return list(islice(self.entries("en"), most))

    def entries(self, language: str) -> Mapping[str, float]:
        """See :class:`Everyday`."""
        counts = self._counts[language]
        # By name where counts are level: the order must not hang on that of the texts.
        ordered = sorted(counts, key=lambda word: (-counts[word], word))
        return {word: counts[word] / counts.total() for word in ordered}

    def lemma(self, word: str, language: str) -> str:
        """See :class:`Everyday`."""
        return word
