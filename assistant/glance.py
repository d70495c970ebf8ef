"""What the built-in reader sees before a language model is asked, and after it says no.

A search always finds something, and a model asked about it may answer from what it knows. So where
the reader, which is sure of little, is sure that nothing of the question is there, no model is
asked; and where a model finds no answer, the reader says what is lacking.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.followups.carrying import is_asking

from .models.extract import ExtractReader
from .models.seam import Request
from .reader.reading import Reading
from .spoken import OTHER, is_foreign

CHANCE, FOUND = 0.05, 0.4
"""The reader's chance of an answer, and the share of what the question is about that some passage
says: no model is asked below the one and up to the other. `python -m evals.reading.floor` prints
how many questions that is, with an answer and without."""

_NEAREST = 3
_FEWEST = 2
"""Words; of fewer it cannot be told what they are about."""
_OF_THE_TEXTS = re.compile(
    r"\b(?:summar|overview|topic|theme|document|article|text|file|passage|main\b|point|about\?|"
    r"mention|describ|happen|stor(?:y|ies)|author|source|timeline|conclu|key\b|matter|import|differ|"
    r"résum|sujet|thème|fichier|parl|cit[ée]|propos|histoire|auteur|princip|essentiel|s['’]agit|"
    r"zusammenfass|überblick|thema|themen|dokument|artikel|datei|stellen?\b|punkte|worum|genannt|"
    r"erwähnt|kommen\b|geschichte|autor|quelle|fazit|wichtig|haupt|"
    r"riassu|argoment|tem[ai]\b|articol|test[oi]\b|brano|punt[oi]\b|nomina|tratta|storia|fonte)",
    re.IGNORECASE,
)
"""Words of a question about the texts, not about what they tell: *what are the main points?*"""
_ANY = frozenset({"list", "comparison"})
"""Kinds of question whose words stand for others: *which companies are named?*"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader sees for one question."""

    nothing: bool
    """Nothing of the question is there: a model is not asked."""
    lacking: str
    """What is lacking, a sentence in the reader's language; empty where nothing plainly is."""


class Glance:
    """Looks at what was found for a question, as the built-in reader does."""

    def __init__(self, reader: ExtractReader | None = None) -> None:
        """Look with this reader; with the one that ships without one."""
        self._reader = reader or ExtractReader()

    def see(self, request: Request) -> Seen:
        """Look at the passages of a request.

        Args:
            request: as the built-in reader gets it. Nothing is told of a question that is none,
                or of what is in a language that the reader does not read.
        """
        foreign = any(is_foreign(passage.hit) for passage in request.passages[:_NEAREST])
        if foreign or request.read_in == OTHER or not is_asking(request.question):
            return Seen(nothing=False, lacking="")
        reading = self._reader.read(request)
        lacking = reading.lacking.say(request.language) if reading.lacking else ""
        return Seen(_nothing(request.question, reading), lacking)


def _nothing(question: str, reading: Reading) -> bool:
    asked = reading.asked
    told = len(asked.words) >= _FEWEST and asked.kind not in _ANY
    return (
        told
        and reading.answered < CHANCE
        and reading.found <= FOUND
        and not _OF_THE_TEXTS.search(question)
    )
