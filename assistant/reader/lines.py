"""The sentences a reader may quote, and what can be seen of each beside the question.

A few plain features for every sentence, each between about 0 and 1, so that a person can read why
a sentence was chosen. Word by word the question is held against a sentence in two ways: by term
(one language, figures and dates in any form) and by the nearest word vector (across languages).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.models.seam import Passage
from index import Hit, fold, passage_terms, question_groups, sentences

from .asked import WORD, Asked
from .kinds import holds

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]

FEATURES = (
    "meaning",
    "passage_meaning",
    "near_words",
    "rare_words",
    "file_near_words",
    "file_rare_words",
    "type",
    "neighbours",
    "first_passage",
    "short",
    "subject",
    "fresh_words",
)
"""What is seen of a sentence, in the order of the columns of :attr:`Page.seen`."""

_CLOSED = (".", "!", "?", "…", ":", ";")

_OPENING = 5
"""Words at the beginning of a passage that are taken for its subject."""

_HEADLINE = 9
"""Words of a title or headline that are looked at, and the longest first line that is one."""

_STEM, _ALIKE = 5, 0.9
"""Words with the same first letters match this well: *Parlament* and *parlamentarisch*."""

_LONGEST = 40
"""Words of a question that are held against every sentence; a question has fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a passage."""

    passage: Passage
    start: int
    """In code points of the passage's text, as is ``end``."""
    end: int

    @property
    def text(self) -> str:
        """The sentence, word for word."""
        return self.passage.hit.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Page:
    """All lines of the passages beside the question."""

    lines: tuple[Line, ...]
    seen: Matrix
    """Shape ``(len(lines), len(FEATURES))``."""
    matches: Matrix
    """Shape ``(len(words), len(lines))``: how well each word of the question is matched, 0 to 1."""
    told: Matrix
    """The same for all that was found of each line's file, its title included."""
    rows: Matrix
    """The vector of each line, unit length."""
    weight: NDArray[np.float32]
    """How much each word of the question says, shape ``(len(words),)``, summing to 1."""


class WordVectors:
    """Vectors of single words, kept: passages of one folder share most of their words."""

    def __init__(self, embed: Embed, keep: int = 50_000) -> None:
        self._embed = embed
        self._keep = keep
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def __call__(self, words: Sequence[str]) -> Matrix:
        """Return one unit row a word; a row of zeros where a word has no vector."""
        fresh = [word for word in dict.fromkeys(words) if word not in self._vectors]
        if fresh:
            if len(self._vectors) + len(fresh) > self._keep:
                self._vectors.clear()
                fresh = list(dict.fromkeys(words))
            self._vectors.update(zip(fresh, self._embed(fresh), strict=True))
        return np.stack([self._vectors[word] for word in words])


def page(asked: Asked, passages: Sequence[Passage], embed: Embed, vectors: WordVectors) -> Page:
    """Cut passages into sentences and look at each beside the question.

    Args:
        asked: the question.
        passages: best first; page furniture is left out.
        embed: texts to unit rows.
        vectors: the same for single words.
    """
    lines = tuple(_lines(passages))
    if not lines:
        nothing = np.zeros((0, 0), np.float32)
        return Page((), np.zeros((0, len(FEATURES)), np.float32), *(nothing,) * 3, nothing[:, 0:])
    texts = [line.text for line in lines]
    languages = [line.passage.hit.language for line in lines]
    asked_words = asked.words[:_LONGEST]
    spoken = [set(terms) for terms in passage_terms(texts, languages)]
    exact = _exact(asked_words, asked.language, spoken)
    near = np.maximum(exact, _near(asked_words, texts, vectors))
    weight = _importance(asked_words, embed)
    rare = weight * _rarity(near)
    rare /= rare.sum()
    owner = np.array([line.passage.number for line in lines])
    rows = embed([asked.text, *texts])
    told = _told(asked_words, lines, near, vectors)
    columns = {
        "meaning": rows[1:] @ rows[0],
        "passage_meaning": np.array([line.passage.hit.meaning for line in lines]),
        "near_words": weight @ near,
        "rare_words": rare @ near,
        "file_near_words": weight @ told,
        "file_rare_words": rare @ told,
        "type": np.array([holds(asked, text) for text in texts]),
        "neighbours": _neighbours(owner, weight @ near),
        "first_passage": (owner == owner.min()).astype(np.float32),
        "short": np.array([1.0 / (1.0 + len(text) / 150) for text in texts]),
        "subject": _subject(asked_words, lines, vectors),
        "fresh_words": _fresh(weight, near, lines),
    }
    seen = np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32)
    return Page(lines, seen, near, told, rows[1:], weight)


def _lines(passages: Sequence[Passage]) -> list[Line]:
    """The sentences of the article; its headlines say what it is about and answer nothing."""
    lines = [
        Line(passage, start, end)
        for passage in passages
        if passage.hit.kind == "article"
        for start, end in sentences(passage.hit.text, passage.hit.language)
    ]
    return [line for line in lines if not _is_headline(line)] or lines


def _is_headline(line: Line) -> bool:
    text = line.passage.hit.text
    alone = text[line.end :].lstrip(" ")[:1] in ("", "\n") and (
        line.start == 0 or text[: line.start].rstrip(" ").endswith("\n")
    )
    return alone and len(line.text) < 120 and not line.text.rstrip('"»”“’)').endswith(_CLOSED)


def _exact(words: Sequence[str], language: str, spoken: Sequence[set[str]]) -> Matrix:
    """1 where any reading of a word of the question is a term of the sentence."""
    found = np.zeros((len(words), len(spoken)), np.float32)
    for row, word in enumerate(words):
        readings = {term for group in question_groups(word, language) for term in group}
        found[row] = [not readings.isdisjoint(terms) for terms in spoken]
    return found


def _near(words: Sequence[str], texts: Sequence[str], vectors: WordVectors) -> Matrix:
    """The best cosine of each word of the question to any word of each sentence."""
    said = [[fold(word) for word in WORD.findall(text)] or [""] for text in texts]
    lexicon = {word: place for place, word in enumerate(dict.fromkeys(w for s in said for w in s))}
    found = likeness([fold(word) for word in words], list(lexicon), vectors)
    order = np.array([lexicon[word] for sentence in said for word in sentence])
    starts = np.cumsum([0] + [len(sentence) for sentence in said[:-1]])
    return np.clip(np.maximum.reduceat(found[:, order], starts, axis=1), 0, 1)


def _subject(
    words: Sequence[str], lines: Sequence[Line], vectors: WordVectors
) -> NDArray[np.float32]:
    """How much of what each line's passage is about is named in the question.

    A passage is about its title, or about what its own first words name: the better of both.
    """
    asked = [fold(word) for word in words]
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
    found = [[fold(word) for word in WORD.findall(text) if len(word) > 1] for text in texts]
    return [words[:_HEADLINE] for words in found if words]


def likeness(words: Sequence[str], others: Sequence[str], vectors: WordVectors) -> Matrix:
    """Look up cosines, shape ``(len(words), len(others))``.

    Words that begin alike are nearly the same.
    """
    found = np.clip(vectors(words) @ vectors(others).T, 0, 1)
    begins: dict[str, list[int]] = {}
    for column, other in enumerate(others):
        begins.setdefault(other[:_STEM], []).append(column)
    for row, word in enumerate(words):
        if len(word) >= _STEM and (alike := begins.get(word[:_STEM])):
            found[row, alike] = np.maximum(found[row, alike], _ALIKE)
    likest: Matrix = found
    return likest


def _importance(words: Sequence[str], embed: Embed) -> NDArray[np.float32]:
    """How much each word says: how far the meaning of all moves when it is left out.

    Rare words and names weigh most, in every language and without a list of frequencies.
    """
    rest = [" ".join(other for other in words if other != word) for word in words]
    rows = embed([" ".join(words), *rest])
    moved = np.maximum(1 - rows[1:] @ rows[0], 0.001)
    weight: NDArray[np.float32] = (moved / moved.sum()).astype(np.float32)
    return weight


def _rarity(matches: Matrix) -> NDArray[np.float32]:
    """Weights of the question's words, summing to 1: what every sentence matches says little."""
    spread = np.log((matches.shape[1] + 1) / (matches.sum(axis=1) + 0.5))
    weight = np.maximum(spread, 0.05)
    shares: NDArray[np.float32] = (weight / weight.sum()).astype(np.float32)
    return shares


def _fresh(weight: NDArray[np.float32], near: Matrix, lines: Sequence[Line]) -> NDArray[np.float32]:
    """How well a line matches what its own file does not say everywhere.

    In a document about a bridge every sentence is about the bridge: what the question asks beyond
    that tells which of them answers.
    """
    files = np.array([line.passage.hit.file for line in lines])
    found = np.zeros(len(lines), np.float32)
    for file in dict.fromkeys(files.tolist()):
        own = files == file
        told = weight * _rarity(near[:, own])
        found[own] = (told / told.sum()) @ near[:, own]
    return found


def _told(
    words: Sequence[str], lines: Sequence[Line], near: Matrix, vectors: WordVectors
) -> Matrix:
    """How well each word is matched anywhere in what was found of each line's file."""
    best: dict[str, NDArray[np.float32]] = {}
    for column, line in enumerate(lines):
        hit = line.passage.hit
        if hit.file not in best:
            title = [fold(word) for word in WORD.findall(hit.title)] or [""]
            asked = [fold(word) for word in words]
            best[hit.file] = likeness(asked, title, vectors).max(axis=1)
        best[hit.file] = np.maximum(best[hit.file], near[:, column])
    return np.stack([best[line.passage.hit.file] for line in lines], axis=1)


def _neighbours(owner: NDArray[np.int_], score: NDArray[np.float32]) -> NDArray[np.float32]:
    """The better score of the two sentences beside each, in the same passage."""
    before = np.where(np.roll(owner, 1) == owner, np.roll(score, 1), 0)
    after = np.where(np.roll(owner, -1) == owner, np.roll(score, -1), 0)
    if len(score):
        before[0], after[-1] = 0, 0
    return np.maximum(before, after)
