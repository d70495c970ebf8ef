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
from index import passage_terms

from .asked import Asked, tells_office
from .crediting import said_by
from .headed import spoken_above
from .holding import holds, people
from .lexicon import Embed, Matrix, WordVectors, importance, likeness
from .line import Line, lines_of
from .matching import Spoken, by_last_name, exact_matches, first_names, without_sums
from .naming import WORD
from .rarity import fresh, rarity
from .subject import subject
from .which import extremes

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

_SURE = 0.8
"""A word of a headline counts for its file from this likeness: a menu's may mean anything."""
_CARRIED = 0.8
"""What a word counts that was named before: at the head of the document, or a sentence ago."""

NAMED = 0.5
"""Match from which on a name of the question counts as named, 0 to 1."""

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
    named: NDArray[np.float32]
    """How well the file of each line names all that the question names, 0 to 1."""
    rows: Matrix
    """The vector of each line, unit length."""
    weight: NDArray[np.float32]
    """How much each word of the question says, shape ``(len(words),)``, summing to 1."""

    extreme: NDArray[np.bool_]
    """Which lines speak of the most, the first or the last one that the question asks for."""
    said: NDArray[np.bool_]
    """Which lines the source says that the question names; all where it names none."""
    around: str = ""
    """What stands around the articles: comments, menus. No article's word, so none of the lines."""

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
    lines = tuple(lines_of(passages, datelines=asked.grain == "published"))
    words = asked.words[:_LONGEST]
    if not lines:
        nothing = np.zeros((0, 0), np.float32)
        none = nothing[:, 0:]
        blank = np.zeros((0, len(FEATURES)), np.float32)
        return Page((), blank, *(nothing,) * 5, none, *(np.ones(0, np.bool_),) * 2)
    around = " ".join(held.hit.text for held in passages if held.hit.kind != "article")
    texts = [line.text for line in lines]
    terms_of = passage_terms(texts, [line.passage.hit.language for line in lines])
    exact = exact_matches(words, asked.language, [set(terms) for terms in terms_of])
    spoken = Spoken(words, texts, vectors, [first_names(line) for line in lines])
    near = without_sums(asked, np.maximum(exact, spoken.nearest()), lines)
    rows = embed([asked.text, *texts])
    headlines = spoken_above(words, lines, vectors)
    headed = headlines.nearest()
    files = _files(words, lines, near, headed, vectors)
    weight = importance(words, embed)
    carried = np.maximum(
        near, _CARRIED * np.maximum.reduce([files.head, _before(lines, near), headed])
    )
    titles = Spoken(words, [line.passage.hit.title for line in lines], vectors)
    phrases, told = _named(asked, words, lines, (spoken, titles, headlines), files)
    names = [row for row, word in enumerate(words) if asked.is_name(word)]
    named = np.minimum(phrases, told[names].min(axis=0, initial=1))
    columns = {
        **_by_word(weight, near, exact, carried, files),
        **_by_meaning(rows, files),
        "file_phrases": phrases,
        "passage_score": np.array([line.passage.hit.score for line in lines]),
        "passage_words": np.array([line.passage.hit.words for line in lines]),
        "subject": subject(words, lines, vectors),
        "type": _held(asked, words, lines, near, files, vectors),
        "first_passage": _first_passage(lines),
        "short": np.array([1.0 / (1.0 + len(text) / 150) for text in texts]),
    }
    seen = np.stack([columns[name] for name in FEATURES], axis=1).astype(np.float32)
    most = extremes(asked, lines, vectors)
    said = said_by(asked.source, lines, vectors)
    return Page(lines, seen, near, carried, told, named, rows[1:], weight, most, said, around)


def _by_word(
    weight: Matrix, near: Matrix, exact: Matrix, carried: Matrix, files: _Files
) -> Mapping[str, Matrix]:
    rare = weight * rarity(near)
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
        "fresh_words": fresh(weight, near, files.own),
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


def _named(
    asked: Asked,
    words: Sequence[str],
    lines: Sequence[Line],
    named_in: Sequence[Spoken],
    files: _Files,
) -> tuple[NDArray[np.float32], Matrix]:
    """How well each line's file says the question's names of several words as one; what it tells.

    *Bank of China* is not named by a text with a bank in one place and China in another. Whom a
    text calls by the last name alone it tells of by both.

    Args:
        asked: the question.
        words: its words.
        lines: all of them.
        named_in: the lines, their titles and the headlines above them.
        files: what was found of each line's file.
    """
    phrases = np.ones(len(files.own), np.float32)
    told = files.told.copy()
    for phrase in asked.phrases:
        places = [words.index(word) for word in phrase if word in words]
        whole = np.maximum.reduce([spoken.together(places) for spoken in named_in])
        for number in np.unique(files.own):
            rows = np.flatnonzero(files.own == number)
            held = whole[rows].max()
            if held < NAMED and by_last_name(asked, phrase, [lines[row] for row in rows.tolist()]):
                held = NAMED
                whose = np.ix_(np.array(places), rows)
                told[whose] = np.maximum(told[whose], NAMED)
            phrases[rows] = np.minimum(phrases[rows], held)
    return phrases, told


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
    words: Sequence[str],
    lines: Sequence[Line],
    near: Matrix,
    headed: Matrix,
    vectors: WordVectors,
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
        said = np.maximum(near, np.where(headed >= _SURE, headed, 0))[:, rows].max(axis=1)
        told[:, rows] = np.maximum(titled, said)[:, None]
    return _Files(own, first, head, told)


def _held(
    asked: Asked, words: Sequence[str], lines: Sequence[Line], near: Matrix, files: _Files,
    vectors: WordVectors,
) -> NDArray[np.float32]:  # fmt: skip
    """How surely each line holds what is asked for.

    Who founded, wrote or leads a thing is told where it is named: there, one line before, or in
    the head of the article where the line tells the deed or the office.
    """
    if asked.grain != "named":
        return np.array([holds(asked, line, vectors) for line in lines], np.float32)
    own: dict[str, list[Line]] = {}
    for line in lines:
        own.setdefault(line.passage.hit.file, []).append(line)
    known = {file: people(told) for file, told in own.items()}
    grades = [holds(asked, line, vectors, known[line.passage.hit.file]) for line in lines]
    rows = [row for row, word in enumerate(words) if asked.is_name(word)]
    telling = [bool(asked.office) and tells_office(line.text, asked.office) for line in lines]
    around = np.maximum(_before(lines, near), files.head * np.array(telling))
    beside = np.maximum(near, around)[rows].min(axis=0, initial=1)
    return np.where(beside >= NAMED, grades, 0).astype(np.float32)


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
