"""The nouns of an evaluation: a corpus, and the questions asked about it.

A case is a question with what a right answer says and where the documents say it. Gold is kept by
file and character range, never by chunk: a new chunker must not change what is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

QuestionType = Literal[
    "figure", "date", "person", "place", "organisation", "cause", "list", "definition",
    "comparison", "yes_no", "follow_up",
]  # fmt: skip

Reason = Literal["off_topic", "near_miss", "false_premise", "furniture"]
"""Why a question has no answer: see the head of ``questions/seeds.unanswerable.yaml``."""

NuggetKind = Literal["number", "date", "name", "words", "answer"]

LANGUAGES: tuple[str, ...] = ("en", "fr", "de", "it")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of documents as the evaluation itself reads it, without the index."""

    name: str
    folder: Path
    texts: Mapping[str, str]
    """By file: the source text that every position counts in."""
    languages: Mapping[str, str]
    """By file: ``en``, ``fr``, ``de`` or ``it``."""
    digest: str
    """SHA-256 over file names and bytes: two equal digests are the same documents."""


@dataclass(frozen=True, slots=True)
class Span:
    """An exact place that answers; always ``text[start:end] == quote``."""

    file: str
    start: int
    end: int
    quote: str
    wide: tuple[int, int]
    """The whole sentence around it: the least that a reader who cites sentences can cite."""


@dataclass(frozen=True, slots=True)
class Nugget:
    """One thing that a right answer says, or that only a wrong one says."""

    id: str
    kind: NuggetKind
    values: tuple[Decimal, ...] = ()
    """Of a ``number``: its value, or several of which one will do."""
    phrases: tuple[str, ...] = ()
    """Of a ``date``: one ISO 8601 form; of a ``name`` or ``words``: the ways to say it; of an
    ``answer``: ``yes`` or ``no``."""
    vital: bool = True
    """False: welcome, but an answer without it is still right."""
    unless: Nugget | None = None
    """Of a forbidden one: whoever also says this is not misled, but shows both versions."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question and everything that its answer is judged by."""

    id: str
    """``group.language``, unique in its corpus."""
    group: str
    """The question, whatever the language: asked in all four, it measures their equality."""
    language: str
    type: QuestionType
    question: str
    answerable: bool
    cluster: str
    """Questions about the same fact stand or fall together and are resampled together."""
    reason: Reason | None = None
    gold: tuple[tuple[Span, ...], ...] = ()
    """Alternatives, each a set of spans that together answer. Empty when unanswerable."""
    nuggets: tuple[Nugget, ...] = ()
    forbidden: tuple[Nugget, ...] = ()
    history: tuple[tuple[str, str], ...] = ()
    """Of a follow-up: the turns before it, as (role, text)."""
    frozen: tuple[Span, ...] = ()
    """Where it is given: the passages to answer from, instead of those that are found."""
    tags: tuple[str, ...] = ()
    place: str = ""
    """``file:line`` of the question, for messages."""

    @property
    def gold_files(self) -> frozenset[str]:
        """Every file that some alternative names."""
        return frozenset(span.file for spans in self.gold for span in spans)


@dataclass(frozen=True, slots=True)
class CaseSet:
    """A corpus with its questions."""

    corpus: Corpus
    cases: tuple[Case, ...]
    """In the order of the files and of the questions in them."""
    digest: str
    """SHA-256 of the question files: two equal digests are the same questions."""
