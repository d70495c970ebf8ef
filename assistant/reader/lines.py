"""What can be seen of a sentence beside the question.

A few plain features for every sentence, each between about 0 and 1, so that a person can read why
a sentence was chosen. Word by word the question is held against a sentence in two ways: by term
(one language, figures and dates in any form) and by the nearest word vector (across languages).

A document names its subject once and goes on with *she*, *the club*, *the bank*. So what the title,
the first sentence and the sentence before have named is *carried* to the others, a little weaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.models.seam import Passage
from index import Hit, passage_terms, question_groups

from .asked import WORD, Asked
from .holding import holds
from .lexicon import Embed, Matrix, WordVectors, importance, likeness
from .line import Line, lines_of

FEATURES = (
    "meaning",
    "meaning_beyond",
    "passage_score",
    "passage_words",
    "near_words",
    "rare_words",
    "exact_words",
    "carried_words",
    "carried_rare",
    "worst_word",
    "file_near_words",
    "file_rare_words",
    "file_phrases",
    "fresh_words",
    "beyond_words",
    "subject",
    "type",
    "first_line",
    "first_passage",
    "short",
)
"""What is seen of a sentence, in the order of the columns of :attr:`Page.seen`."""

_CARRIED = 0.8
"""What a word counts that was named before: at the head of the document, or a sentence ago."""

_OPENING = 5
"""Words at the beginning of a passage that are taken for its subject."""

_HEADLINE = 9
"""Words of a title or headline that are looked at, and the longest first line that is one."""

_LONGEST = 40
"""Words of a question that are held against every sentence; a question has fewer."""


@dataclass(frozen=True, slots=True)
class Page:
    """All lines of the passages beside the question."""

    lines: tuple[Line, ...]
    seen: Matrix
    """Shape ``(len(lines), len(FEATURES))``."""
    matches: Matrix
    """Shape ``(len(words), len(lines))``: how well each word of the question is matched, 0 to 1."""
    carried: Matrix
    """The same with what was named before carried on."""
    told: Matrix
    """The same for all that was found of each line's file, its title included."""
    rows: Matrix
    """The vector of each line, unit length."""
    weight: NDArray[np.float32]
    """How much each word of the question says, shape ``(len(words),)``, summing to 1."""

    def feature(self, name: str) -> NDArray[np.float32]:
        """One feature of every line, by its name in :data:`FEATURES`."""
        column: NDArray[np.float32] = self.seen[:, FEATURES.index(name)]
        return column


def page(asked: Asked, passages: Sequence[Passage], embed: Embed, vectors: WordVectors) -> Page:
    """Cut passages into sentences and look at each beside the question.

    Args:
        asked: the question.
        passages: best first; page furniture is left out.
        embed: texts to unit rows.
        vectors: the same for single words.
    """
    lines = tuple(lines_of(passages))
    words = asked.words[:_LONGEST]
    if not lines:
        nothing = np.zeros((0, 0), np.float32)
        return Page((), np.zeros((0, len(FEATURES)), np.float32), *(nothing,) * 4, nothing[:, 0:])
    texts = [line.text for line in lines]
    spoken = passage_terms(texts, [line.passage.hit.language for line in lines])
    exact = _exact(words, asked.language, [set(terms) for terms in spoken])
    near = np.maximum(exact, _near(words, texts, vectors))
    rows = embed([asked.text, *texts])
    files = _files(words, lines, near, vectors)
    weight = importance(words, embed)
    carried = np.maximum(near, _CARRIED * np.maximum(files.head, _before(lines, near)))
    columns = {
        **_by_word(weight, near, exact, carried, files),
        **_by_meaning(rows, files),
        "file_phrases": _phrases(asked, words, near, files.own),
        "passage_score": np.array([line.passage.hit.score for line in lines]),
        "passage_words": np.array([line.passage.hit.words for line in lines]),
        "subject": _subject(words, lines, vectors),
        "type": np.array([holds(asked, line, vectors) for line in lines]),
        "first_passage": _first_passage(lines),
        "short": np.array([1.0 / (1.0 + len(text) / 150) for text in texts]),
    }
    seen = np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32)
    return Page(lines, seen, near, carried, files.told, rows[1:], weight)


def _by_word(
    weight: Matrix, near: Matrix, exact: Matrix, carried: Matrix, files: _Files
) -> Mapping[str, Matrix]:
    rare = weight * _rarity(near)
    rare /= rare.sum()
    beyond = weight[:, None] * (1 - files.head)
    return {
        "near_words": weight @ near,
        "rare_words": rare @ near,
        "exact_words": weight @ exact,
        "carried_words": weight @ carried,
        "carried_rare": rare @ carried,
        "worst_word": (weight[:, None] * (1 - carried)).max(axis=0),
        "file_near_words": weight @ files.told,
        "file_rare_words": rare @ files.told,
        "fresh_words": _fresh(weight, near, files.own),
        "beyond_words": (beyond * near).sum(axis=0) / (beyond.sum(axis=0) + 1e-6),
    }


def _by_meaning(rows: Matrix, files: _Files) -> Mapping[str, Matrix]:
    """Cosine of question and line, and of what the question asks beyond the document's head."""
    question, lines = rows[0], rows[1:]
    heads = lines[files.first]
    beyond = question - (heads @ question)[:, None] * heads
    beyond /= np.linalg.norm(beyond, axis=1, keepdims=True) + 1e-6
    first = np.zeros(len(lines), np.float32)
    first[np.unique(files.first)] = 1
    return {
        "meaning": lines @ question,
        "meaning_beyond": (lines * beyond).sum(axis=1),
        "first_line": first,
    }


def _phrases(
    asked: Asked, words: Sequence[str], near: Matrix, own: NDArray[np.int_]
) -> NDArray[np.float32]:
    """How well each line's file says the names of several words in one sentence; 1 for none."""
    found = np.ones(near.shape[1], np.float32)
    for phrase in asked.phrases:
        places = [words.index(word) for word in phrase if word in words]
        whole = near[places].min(axis=0) if places else found
        for number in np.unique(own):
            rows = own == number
            found[rows] = np.minimum(found[rows], whole[rows].max())
    return found


@dataclass(frozen=True, slots=True)
class _Files:
    """What was found of each line's file, spread over its lines: a column a line."""

    own: NDArray[np.int_]
    """The number of each line's file."""
    first: NDArray[np.int_]
    """The first line that was found of each line's file."""
    head: Matrix
    """How well each word of the question is matched by that line or the title."""
    told: Matrix
    """How well it is matched anywhere in the file, its title included."""


def _files(
    words: Sequence[str], lines: Sequence[Line], near: Matrix, vectors: WordVectors
) -> _Files:
    names = list(dict.fromkeys(line.passage.hit.file for line in lines))
    own = np.array([names.index(line.passage.hit.file) for line in lines])
    places = np.array([line.passage.hit.start + line.start for line in lines])
    first = np.zeros(len(lines), np.int_)
    head, told = np.zeros_like(near), np.zeros_like(near)
    asked = [word.lower() for word in words]
    for number in range(len(names)):
        rows = np.flatnonzero(own == number)
        first[rows] = rows[places[rows].argmin()]
        title = [word.lower() for word in WORD.findall(lines[rows[0]].passage.hit.title)] or [""]
        titled = likeness(asked, title, vectors).max(axis=1)
        head[:, rows] = np.maximum(titled, near[:, first[rows[0]]])[:, None]
        told[:, rows] = np.maximum(titled, near[:, rows].max(axis=1))[:, None]
    return _Files(own, first, head, told)


def _before(lines: Sequence[Line], near: Matrix) -> Matrix:
    """The matches of the sentence before each, in the same passage; nothing before the first."""
    before = np.zeros_like(near)
    for place in range(1, len(lines)):
        if lines[place].passage is lines[place - 1].passage:
            before[:, place] = near[:, place - 1]
    return before


def _first_passage(lines: Sequence[Line]) -> NDArray[np.float32]:
    numbers = np.array([line.passage.number for line in lines])
    first: NDArray[np.float32] = (numbers == numbers.min()).astype(np.float32)
    return first


def _exact(words: Sequence[str], language: str, spoken: Sequence[set[str]]) -> Matrix:
    """1 where any reading of a word of the question is a term of the sentence."""
    found = np.zeros((len(words), len(spoken)), np.float32)
    for row, word in enumerate(words):
        readings = {term for group in question_groups(word, language) for term in group}
        found[row] = [not readings.isdisjoint(terms) for terms in spoken]
    return found


def _near(words: Sequence[str], texts: Sequence[str], vectors: WordVectors) -> Matrix:
    """The best cosine of each word of the question to any word of each sentence."""
    said = [[word.lower() for word in WORD.findall(text)] or [""] for text in texts]
    lexicon = {word: place for place, word in enumerate(dict.fromkeys(w for s in said for w in s))}
    found = likeness([word.lower() for word in words], list(lexicon), vectors)
    order = np.array([lexicon[word] for sentence in said for word in sentence])
    starts = np.cumsum([0] + [len(sentence) for sentence in said[:-1]])
    return np.clip(np.maximum.reduceat(found[:, order], starts, axis=1), 0, 1)


def _subject(
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


def _rarity(matches: Matrix) -> NDArray[np.float32]:
    """Weights of the question's words, summing to 1: what every sentence matches says little."""
    spread = np.log((matches.shape[1] + 1) / (matches.sum(axis=1) + 0.5))
    weight = np.maximum(spread, 0.05)
    shares: NDArray[np.float32] = (weight / weight.sum()).astype(np.float32)
    return shares


def _fresh(weight: Matrix, near: Matrix, own: NDArray[np.int_]) -> NDArray[np.float32]:
    """How well a line matches what its own file does not say everywhere.

    In a document about a bridge every sentence is about the bridge: what the question asks beyond
    that tells which of them answers.
    """
    found = np.zeros(near.shape[1], np.float32)
    for number in np.unique(own):
        rows = own == number
        told = weight * _rarity(near[:, rows])
        found[rows] = (told / told.sum()) @ near[:, rows]
    return found
