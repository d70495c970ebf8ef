"""Is the answer, or the refusal, in the language of the question?

Quotes, citation markers and file names are left out first: they are the documents' words. Where
too little is left to tell (``evals/text/tongue.py``), the case is not scored.
``language_sentences`` looks at each sentence by itself: one that slips into another language is
seen in a long answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import Answer
from evals.cases import Case, Corpus
from evals.corpora import sentences
from evals.records import Record
from evals.text.tongue import guess_language

from .scores import Metric, Score

METRICS = (
    Metric("language", "in the language of the question", binary=True),
    Metric("language_sentences", "sentences in the language of the question"),
)

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"\n]*\"|^>.*$", re.MULTILINE)
_MARKER = re.compile(r"\s*\[\d+\]")
_NOT_WORDS = re.compile(r"https?://\S+|\S+\.txt")


def score(case: Case, record: Record, corpus: Corpus) -> Iterator[Score]:
    """Score the language of what the reader is told; see the head of this module."""
    answer = record.answer
    if answer is None:
        yield Score("language", None, record.detail)
        return
    words = _own_words(answer)
    seen = guess_language(words)
    if answer.language != case.language:
        yield Score("language", 0.0, f"says it is {answer.language}")
    elif seen is None:
        yield Score("language", None, "too few words of its own")
    else:
        yield Score("language", float(seen == case.language), f"reads like {seen}")
    told = [guess_language(words[start:end]) for start, end in sentences(words)]
    judged = [language for language in told if language]
    right, count = judged.count(case.language), len(judged)
    yield Score.share("language_sentences", right, count, f"{count} sentences long enough")


def _own_words(answer: Answer) -> str:
    """Return the answer without what it takes from the documents word for word."""
    text = _MARKER.sub("", answer.text.replace("\u2060", ""))
    quotes = [citation.quote for citation in answer.citations]
    for words in [*quotes, *(statement.text for statement in answer.statements)]:
        # The full stop may be the answer's own, and what is quoted a part of a sentence.
        core = words.strip(" .!?…")
        if any(core in quote for quote in quotes):
            text = text.replace(core, " ")
    return _NOT_WORDS.sub(" ", _QUOTED.sub(" ", text))
