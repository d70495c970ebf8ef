"""A small honest assistant to evaluate, and a small corpus short enough to check by eye."""

import re

import pytest

from assistant import Answer, Citation, Statement, Support
from evals.cases import Case, Nugget, Span
from evals.records import Record
from evals.scorers.matching import fold
from index import Hit

# Positions:  0         1         2         3
#             0123456789012345678901234567890123456789
BRIDGE = "The bridge opened in 1931. It cost 4 million."
PONTE = "Il ponte fu aperto nel 1931.\nCosta 4 milioni."
NOISE = "Subscribe now. Log in."


def span(file: str, quote: str, text: str | None = None) -> Span:
    text = text or {"bridge.txt": BRIDGE, "ponte.txt": PONTE, "noise.txt": NOISE}[file]
    start = text.index(quote)
    return Span(file, start, start + len(quote), quote, (start, start + len(quote)))


OPENED = span("bridge.txt", "The bridge opened in 1931.")
APERTO = span("ponte.txt", "Il ponte fu aperto nel 1931.")
COST = span("bridge.txt", "It cost 4 million.")
YEAR = Nugget("year", "date", phrases=("1931",))


def case(**changes) -> Case:
    fields = {
        "id": "opened.en",
        "group": "opened",
        "language": "en",
        "type": "date",
        "question": "When did the bridge open?",
        "answerable": True,
        "cluster": "opened",
        "gold": ((OPENED,), (APERTO,)),
        "nuggets": (YEAR,),
    } | changes
    return Case(**fields)


def unanswerable(**changes) -> Case:
    fields = {"id": "height.en", "group": "height", "answerable": False, "reason": "near_miss"}
    return case(**fields | {"gold": (), "nuggets": ()} | changes)


def hit(file: str, start: int = 0, end: int = 10, score: float = 1.0) -> Hit:
    return Hit(file, start, end, "", score)


def cite(label: str, quoted: Span, **changes) -> Citation:
    fields = {
        "label": label,
        "file": quoted.file,
        "start": quoted.start,
        "end": quoted.end,
        "quote": quoted.quote,
        "line": 1,
    }
    return Citation(**fields | changes)


def answer(text: str = "It opened in 1931 [1].", *citations: Citation, **changes) -> Answer:
    citations = citations or (cite("1", OPENED),)
    words = re.sub(r"\s*\[\d+\]", "", text)
    labels = tuple(c.label for c in citations)
    fields = {
        "question": "?",
        "text": text,
        "language": "en",
        "declined": False,
        "statements": (Statement(words, labels, Support("supported")),),
        "citations": citations,
    }
    return Answer(**fields | changes)


def refusal(text: str = "The documents do not answer this.", **changes) -> Answer:
    fields = {"question": "?", "text": text, "language": "en", "declined": True}
    return Answer(**fields | changes)


def record(given: Answer | None = None, hits: tuple[Hit, ...] | None = (), **changes) -> Record:
    return Record(**{"id": "opened.en", "hits": hits, "answer": given} | changes)


class OverlapAssistant:
    """Finds sentences by shared four-letter strings, and answers with the best one, word for word.

    It knows no language and no grammar, so it is often wrong: that is what it is for.
    """

    def __init__(self, texts, enough: float = 0.35):
        self.enough = enough
        self.sentences = []
        for file, text in texts.items():
            for found in re.finditer(r"[^\n.!?]+[.!?]?", text):
                self.sentences.append((file, found.start(), found.group(), text))

    def search(self, question, k=10):
        wanted = _grams(question)
        hits = [
            Hit(file, start, start + len(words), words, _share(wanted, words))
            for file, start, words, _ in self.sentences
        ]
        return sorted(hits, key=lambda h: (-h.score, h.file, h.start))[:k]

    def ask(self, question, history=()):
        before = " ".join(words for role, words in history if role == "user")
        best = self.search(f"{before} {question}", k=1)[0]
        if best.score < self.enough:
            return refusal(language="en")
        text = next(t for f, _, _, t in self.sentences if f == best.file)
        line = text.count("\n", 0, best.start) + 1
        quote = Citation("1", best.file, best.start, best.end, best.text, line)
        return answer(f"{best.text} [1]", quote, question=question)


def _grams(text):
    return {word[at : at + 4] for word in fold(text).split() for at in range(max(1, len(word) - 3))}


def _share(wanted, words):
    return len(wanted & _grams(words)) / max(1, len(wanted))


def near(value):
    return pytest.approx(value, abs=1e-9)
