"""What a source refuses is not carried by its translation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant import Support
from assistant.checking.check import check
from assistant.citing.citations import cite
from assistant.citing.evidence import Quote
from assistant.models.seam import Passage
from index import Hit

SOURCES = {
    "en.txt": "The tunnel cost 31 million euros and was opened on 3 May 2021.",
    "en-short.txt": "The tunnel was opened on 3 May 2021.",
    "fr.txt": "Le tunnel a coûté 31 millions d'euros et a été ouvert le 3 mai 2021.",
    "de.txt": "Der Tunnel kostete 31 Millionen Euro und wurde am 3. Mai 2021 eröffnet.",
    "it.txt": "Il tunnel è costato 31 milioni di euro ed è stato aperto il 3 maggio 2021.",
}


def traced(reply: str, language: str, *files: str) -> Support:
    passages = [
        Passage(i, Hit(file, 0, len(SOURCES[file]), SOURCES[file], 1.0, file[:2], file))
        for i, file in enumerate(files, start=1)
    ]

    def held(claim: str, quotes: Sequence[Quote]) -> Support:
        texts = [quote.text for quote in quotes]
        return check(claim, texts, quote_languages=[quote.file[:2] for quote in quotes])

    (claim,) = cite(reply, passages, SOURCES.__getitem__, held, language=language).claims
    return claim.support


CASES = [
    ("en", "The tunnel was opened on 3 May 2021{} {}.", ", critics say", "de.txt"),
    ("en", "The tunnel was opened on 3 May 2021{} {}.", " after years of delay", "it.txt"),
    ("fr", "Le tunnel a été ouvert le 3 mai 2021{} {}.", " par le président", "de.txt"),
    ("fr", "Le tunnel a été ouvert le 3 mai 2021{} {}.", " après des années de retard", "en.txt"),
    ("de", "Der Tunnel wurde am 3. Mai 2021{} eröffnet {}.", " vom Präsidenten", "en.txt"),
    ("de", "Der Tunnel wurde am 3. Mai 2021{} eröffnet {}.", " nach einem Streik", "fr.txt"),
    ("it", "Il tunnel è stato aperto il 3 maggio 2021{} {}.", " dal presidente", "en.txt"),
    ("it", "Il tunnel è stato aperto il 3 maggio 2021{} {}.", " dopo anni di ritardo", "fr.txt"),
]


@pytest.mark.parametrize("marks", ["[1]", "[2]", "[1][2]"])
@pytest.mark.parametrize(("language", "reply", "added", "other"), CASES)
def test_f05_what_is_added_is_not_carried_by_a_translation(
    language: str, reply: str, added: str, other: str, marks: str
) -> None:
    files = f"{language}.txt", other
    told = traced(reply.format(added, marks), language, *files)
    assert told.verdict == "unsupported"
    assert told.problems
    assert traced(reply.format("", marks), language, *files).verdict == "supported"


def test_a_foreign_source_that_says_more_is_believed() -> None:
    reply = "The tunnel cost 31 million euros [1]."
    assert traced(reply, "en", "de.txt", "en-short.txt").verdict == "supported"


def test_without_a_source_of_its_own_language_a_translation_counts() -> None:
    reply = "Il tunnel è costato 31 milioni di euro [1]."
    assert traced(reply, "it", "de.txt", "fr.txt").verdict == "supported"
