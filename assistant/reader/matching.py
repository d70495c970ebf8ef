"""The words of a question held against those of each sentence: by term, by vector, as a phrase."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from os.path import commonprefix

import numpy as np

from assistant.facts import find
from assistant.facts.figures.named_money import currencies_named, is_only_money
from assistant.facts.text.vocabulary import country_names, is_ordinary, same_thing
from index import fold, question_groups

from .asked import FIGURES, Asked
from .holding import known
from .lexicon import Matrix, WordVectors, likeness
from .line import Line
from .naming import WORD
from .persons import is_somebody

_SLACK = 2
"""Words that may stand between those of a name: *Bank of the Republic of China*."""

_LONG, _ALMOST = 6, 0.75
"""Letters of a name that is known by all but one of them, and how well it then matches."""
_SHORTEST = 4
"""Letters of a last name that tells of somebody without the first."""


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


def _mend(like: Matrix, words: Sequence[str], names: Mapping[int, str]) -> None:
    """Let a name with one letter wrong meet the name that is meant: *Karistadt*, *Karlstadt*."""
    for row, word in enumerate(words):
        if word[:1].isupper() and len(word) >= _LONG and like[row].max(initial=0) < _ALMOST:
            slips = [place for place, name in names.items() if _one_slip(fold(word), fold(name))]
            like[row, slips] = _ALMOST


def _one_slip(one: str, other: str) -> bool:
    """Whether two words of one initial differ by a letter more, less, other, or two turned."""
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    ahead = len(commonprefix([one, other]))
    behind = len(commonprefix([one[ahead:][::-1], other[ahead:][::-1]]))
    left, right = one[ahead : len(one) - behind], other[ahead : len(other) - behind]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def by_last_name(asked: Asked, phrase: Sequence[str], lines: Sequence[Line]) -> bool:
    """Whether lines name *Graham Twigg* as *Twigg*, and nobody else of that name.

    Args:
        asked: the question.
        phrase: one of its names of several words.
        lines: of one document.
    """
    last = fold(phrase[-1])
    if " ".join(phrase) not in asked.text or len(last) < _SHORTEST:
        return False
    alone = False
    for line in lines:
        if phrase[-1] not in line.text:
            continue
        for fact in find(line.text, known(line.passage.hit.language)):
            name = [fold(word) for word in WORD.findall(fact.text)]
            if fact.kind == "name" and last in name[1:]:
                return False  # another one, or the question's own, which is found as a whole
            alone = alone or (fact.kind == "name" and name[:1] == [last])
    return alone


def first_names(line: Line) -> frozenset[str]:
    """First names, in lower case, that are words for a people elsewhere: *German Gref*.

    Only their letters tell: who asks for Germany does not ask for him. *Deutsche Telekom* begins
    with a word of its language, *Jordan Keller* with the name of the country itself; both are left.
    """
    language = known(line.passage.hit.language)
    found = set()
    for fact in find(line.text, language):
        if fact.kind != "name" or fact.unit == "place" or not is_somebody(fact.text):
            continue
        for first in WORD.findall(fact.text)[:-1]:  # *Sberbank German Gref* may be read as one
            code = same_thing(first)
            if code and first not in country_names(code) and not is_ordinary(first, language):
                found.add(first.lower())
    return frozenset(found)


def without_sums(asked: Asked, near: Matrix, lines: Sequence[Line]) -> Matrix:
    """Let a currency of the question go unmet by sums in it: *which countries use the euro*.

    Where a figure is asked for, or anything *in euros*, the currency is its unit.

    Args:
        asked: the question.
        near: how well each of its words is matched in each line; the rows are its first words.
        lines: the columns.
    """
    language = known(asked.language)
    words = asked.words[: len(near)]
    rows = [row for row, word in enumerate(words) if is_only_money(word, language)]
    measured = any(re.search(rf"\b(?:in|en) {words[row]}\b", asked.text) for row in rows)
    if not rows or measured or asked.kind in FIGURES:
        return near
    near = near.copy()
    for column, line in enumerate(lines):
        spoken = known(line.passage.hit.language)
        rest = line.text
        for fact in (fact for fact in find(rest, spoken) if fact.kind == "money"):
            rest = rest[: fact.start] + " " * (fact.end - fact.start) + rest[fact.end :]
        if rest != line.text and not currencies_named(rest, spoken):
            near[rows, column] = 0
    return near


class Spoken:
    """How like each word of the question is to each word of each sentence, in their order."""

    def __init__(
        self,
        words: Sequence[str],
        texts: Sequence[str],
        vectors: WordVectors,
        first_names: Sequence[Set[str]] = (),
    ) -> None:
        """Hold the words against each other; see :func:`first_names` for those of each text."""
        said = [[word.lower() for word in WORD.findall(text)] or [""] for text in texts]
        lexicon = {w: place for place, w in enumerate(dict.fromkeys(w for s in said for w in s))}
        found = likeness([word.lower() for word in words], list(lexicon), vectors)
        capitals = {
            word.lower() for text in texts for word in WORD.findall(text) if word[0].isupper()
        }
        names = {lexicon[word]: word for word in capitals if word in lexicon}
        _meet(found, words, names)
        _mend(found, words, names)
        self._like = found[:, [lexicon[word] for sentence in said for word in sentence]]
        self._starts = np.cumsum([0] + [len(sentence) for sentence in said[:-1]])
        for start, sentence, known_as in zip(self._starts, said, first_names, strict=False):
            for place in (n for n, word in enumerate(sentence) if word in known_as):
                others = [row for row, word in enumerate(words) if word.lower() != sentence[place]]
                self._like[others, start + place] = 0

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
