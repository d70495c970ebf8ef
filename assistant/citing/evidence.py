"""The places of the sources that a sentence of a reply may rest on, nearest first.

A place is a run of one to three whole sentences of a passage. They are ranked by the words and
figures they share with the sentence, and by meaning where a similarity is given; whether they
*support* it is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from unicodedata import combining, normalize

from assistant.facts.direction.polarity import direction
from assistant.facts.direction.refusals import refusals
from assistant.facts.text.tongue import known
from assistant.models.seam import Passage
from index import Hit, sentences

from .align import SHORTEST, Run, length, locate

Similarity = Callable[[str, str], float]
"""Two texts to the closeness of their meanings; higher is closer, at most 1."""

LONGEST_RUN = 3
"""Sentences; what needs more is not one statement."""

_WORD = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d+)*|[^\W\d_]{3,}")
_SENTENCE_ENDS = re.compile(r"[.!?…]\s")
_STEM = 5
"""Letters compared: *intelligence*, *Intelligenz* and *intelligenza* begin alike."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of a source."""

    file: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Do the two share a character?"""
        return self.file == other.file and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Place:
    """A run of sentences, and how near it is to a statement."""

    span: Span
    quote: str
    score: float
    """Higher is nearer; comparable for one statement only."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source: whose they are tells the day and the language they were written in."""

    text: str
    file: str


class Evidence:
    """The passages of one answer, cut into sentences."""

    def __init__(
        self,
        passages: Sequence[Passage],
        source: Callable[[str], str],
        similarity: Similarity | None = None,
    ) -> None:
        """Take the passages with the source texts that they were cut from.

        Args:
            passages: what the model was shown.
            source: a file's name to its source text.
            similarity: ranks by meaning too; without it only words and figures count.
        """
        self._passages = {passage.number: passage.hit for passage in passages}
        self._source = source
        self._similarity = similarity
        self._sentences: dict[int, list[Span]] = {}

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all passages."""
        return tuple(self._passages)

    def quoted(self, span: Span) -> Quote:
        """The words at a place, with their file."""
        return Quote(self.quote(span), span.file)

    def quote(self, span: Span) -> str:
        """The words at a place."""
        return self._source(span.file)[span.start : span.end]

    def stale(self, number: int) -> bool:
        """The passage is not what now stands in the source: nothing in it may be cited."""
        hit = self._passages[number]
        return self._source(hit.file)[hit.start : hit.end] != hit.text

    def language(self, number: int) -> str:
        """The language a passage is written in."""
        return self._passages[number].language

    @property
    def files(self) -> frozenset[str]:
        """The files that the passages come from."""
        return frozenset(hit.file for hit in self._passages.values())

    def tongue(self, file: str) -> str:
        """The language of a file that a passage comes from; else empty."""
        found = (hit.language for hit in self._passages.values() if hit.file == file)
        return next(found, "")

    def places(self, text: str, number: int, sizes: Sequence[int] = (1,)) -> list[Place]:
        """Runs of so many sentences in one passage, nearest to a text first."""
        spans = self._spans(number)
        words = stems(text)
        found = [
            self._place(text, words, Span(spans[i].file, spans[i].start, spans[i + size - 1].end))
            for size in sizes
            for i in range(len(spans) - size + 1)
        ]
        return sorted(found, key=lambda place: -place.score)

    def near(self, text: str, span: Span) -> float:
        """How near a place is to a text, as :attr:`Place.score`."""
        return self._place(text, stems(text), span).score

    def find(self, quotation: str, numbers: Sequence[int]) -> tuple[int, tuple[Run, ...]] | None:
        """Find a quotation in the first of these passages that has it.

        A quotation may run over the end of a passage into the next one, so the rest of each file
        is looked at when no passage has the whole of it.
        """
        fresh = [number for number in numbers if not self.stale(number)]
        for whole in (False, True):
            for number in fresh:
                hit = self._passages[number]
                reach = (0, None) if whole else (hit.start, hit.end)
                runs = locate(quotation, self._source(hit.file), *reach)
                if runs:
                    return number, runs
        return None

    def denied_between(self, number: int, runs: Sequence[Run]) -> bool:
        """Was a denial or a refusal left out between these runs: *Brandt … signed* of *never*?

        Of what was left out, the sentences count that a run begins or ends.
        """
        hit = self._passages[number]
        for one, other in pairwise(runs):
            left = _SENTENCE_ENDS.split(self._source(hit.file)[one.end : other.start])
            for part in {left[0], left[-1]}:
                language = known(hit.language, part)
                if direction(part, language).denials or refusals(part, language).seen:
                    return True
        return False

    def around(self, number: int, runs: Sequence[Run]) -> tuple[Span, ...]:
        """The whole sentences that hold each of these runs, without repeating one."""
        hit = self._passages[number]
        spans = self._spans(number)
        if not all(hit.start <= run.start and run.end <= hit.end for run in runs):
            spans = _cut(hit.file, self._source(hit.file), 0, hit.language)
        found: list[Span] = []
        for run in runs:
            held = [s for s in spans if s.start < run.end and run.start < s.end]
            start = min([run.start, *(s.start for s in held)])
            end = max([run.end, *(s.end for s in held)])
            if found and start <= found[-1].end:
                start, end = found[-1].start, max(end, found[-1].end)
                found.pop()
            found.append(Span(hit.file, start, end))
        return tuple(found)

    def _spans(self, number: int) -> list[Span]:
        if number not in self._sentences:
            hit: Hit = self._passages[number]
            text = "" if self.stale(number) else hit.text
            self._sentences[number] = [
                span for span in _cut(hit.file, text, hit.start, hit.language)
                if length(self.quote(span)) >= SHORTEST
            ]  # fmt: skip
        return self._sentences[number]

    def _place(self, text: str, words: frozenset[str], span: Span) -> Place:
        quote = self.quote(span)
        shared = words & stems(quote)
        score = sum(map(_weight, shared)) / (sum(map(_weight, words)) or 1)
        if self._similarity:
            score += self._similarity(text, quote)
        return Place(span, quote, score)


def _cut(file: str, text: str, offset: int, language: str) -> list[Span]:
    spans = []
    for start, end in sentences(text, language):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            spans.append(Span(file, offset + start, offset + end))
    return spans


@lru_cache(maxsize=2048)
def stems(text: str) -> frozenset[str]:
    """Beginnings of words without accents, and figures without the marks that group them."""
    plain = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return frozenset(
        "".join(filter(str.isdigit, word)) if word[0].isdigit() else word[:_STEM]
        for word in _WORD.findall(plain)
    )


def _weight(word: str) -> int:
    return 3 if word[0].isdigit() else 1
