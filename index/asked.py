"""What a question asks of the words of a passage, and what each of them weighs."""

from __future__ import annotations

import numpy as np

from .bm25 import Numbers
from .compounds import Compound
from .language import small_words
from .postings import term_hashes
from .recent import Group
from .terms import question_groups, question_words, readings

_SMALL = 0.3
"""What part of its weight a word keeps that is small in one of the four languages, such as *what*:
in a folder of few files it may be rare, and tells as little as elsewhere."""
_FOR_PARTS = 0.8
"""What share of a compound's weight its parts have together; the rest is for the whole word."""


class Asked:
    """Groups of terms, some of which weigh other than by their idf."""

    def __init__(self, groups: list[Group]) -> None:
        """Ask for groups of terms."""
        self.groups = groups
        self._small: list[int] = []
        self._parts: list[tuple[int, slice]] = []

    @classmethod
    def words(cls, question: str, language: str | None) -> Asked:
        """Ask for the words and figures of a question; see :func:`index.terms.question_groups`."""
        groups = question_groups(question, language)
        asked = cls(list(map(term_hashes, groups)))
        words = question_words(question)
        small = {readings(word) for word in words if word in small_words()}
        small -= {readings(word) for word in words if word not in small_words()}
        asked._small = [place for place, group in enumerate(groups) if group in small]
        return asked

    def add_parts(self, compound: Compound) -> None:
        """Ask for the parts of a compound as well, each of which the word itself holds."""
        whole = term_hashes(readings(compound.word))
        place = self.groups.index(whole)
        if any(place == other for other, _ in self._parts):
            return  # two words that are read alike count once
        first = len(self.groups)
        self.groups += [tuple({*term_hashes(readings(p)), *whole}) for p in compound.parts]
        self._parts.append((place, slice(first, len(self.groups))))

    def weighed(self, weights: Numbers) -> Numbers:
        """The weights of all groups: of small words less, that of a compound shared by its parts.

        Args:
            weights: what every group would weigh alone.
        """
        weights[self._small] *= _SMALL
        for place, parts in self._parts:
            own = weights[parts] * _FOR_PARTS * weights[place] / max(weights[parts].sum(), 1e-9)
            weights[parts] = np.minimum(own, weights[parts])
            weights[place] -= weights[parts].sum()
        return weights
