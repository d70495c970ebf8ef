"""Text to measure on, made from what the repository holds, so that a stranger gets the same.

Articles in the four languages: sentences of our own documents in any order, their longer words and
figures exchanged. Words are drawn from the vocabulary of the built-in model by Zipf's law, because
a few hundred sentences alone would make every word a common one, and every search of words slow.
"""

from __future__ import annotations

import json
import random
import re
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from evals.corpora import corpus_folder, read_corpus, sentences

LANGUAGES = ("en", "fr", "de", "it")
PARAGRAPHS = 4
"""In an article; each becomes a chunk."""

_VOCABULARY = Path(__file__).resolve().parents[2] / "index" / "model" / "tokenizer.json"
_WORD = re.compile(r"[^\W\d_]{5,}")
_FIGURE = re.compile(r"\d+")
_EXCHANGED = 0.5
_PARAGRAPH = 62
"""Words of a paragraph: below our budget and LlamaIndex's, so that both cut at its end."""


class Writer:
    """Writes articles; the same seed writes the same ones."""

    def __init__(self, seed: int = 0) -> None:
        self._chance = random.Random(seed)
        vocabulary = json.loads(_VOCABULARY.read_text("utf-8"))["model"]["vocab"]
        self._words = sorted(word for word in vocabulary if re.fullmatch(r"[a-zà-ÿß]{5,}", word))
        self._chance.shuffle(self._words)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._sentences = {language: list(_own(language)) for language in LANGUAGES}

    def article(self, language: str, paragraphs: int = PARAGRAPHS) -> str:
        """Return a headline and some paragraphs."""
        head = " ".join(self._sentence(language).split()[:7]).rstrip(".,;:")
        return "\n\n".join([head, *(self._paragraph(language) for _ in range(paragraphs))]) + "\n"

    def question(self, language: str) -> str:
        """Return something to search for: a sentence that lost every third word."""
        words = self._sentence(language).split()
        return " ".join(word for place, word in enumerate(words[:18]) if place % 3 != 2)

    def _paragraph(self, language: str) -> str:
        said: list[str] = []
        while sum(len(part.split()) for part in said) < _PARAGRAPH - 15:
            said.append(self._sentence(language))
        return " ".join(said)

    def _sentence(self, language: str) -> str:
        text = self._chance.choice(self._sentences[language])
        text = _FIGURE.sub(lambda found: str(self._chance.randint(1, 9999)), text)
        return _WORD.sub(self._exchange, text)

    def _exchange(self, found: re.Match[str]) -> str:
        if self._chance.random() > _EXCHANGED:
            return found.group()
        place = bisect(self._weights, self._chance.random() * self._weights[-1])
        word: str = self._words[min(place, len(self._words) - 1)]
        return word.capitalize() if found.group()[0].isupper() else word


def write_articles(folder: Path, number: int, paragraphs: int = PARAGRAPHS) -> None:
    """Write that many articles, a hundred a subfolder, in the four languages by turns."""
    writer = Writer()
    for place in range(number):
        path = folder / f"{place // 100:03}" / f"{place:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(writer.article(LANGUAGES[place % 4], paragraphs), encoding="utf-8")


def questions(number: int) -> list[str]:
    """Return that many questions, in the four languages by turns."""
    writer = Writer(seed=1)
    return [writer.question(LANGUAGES[place % 4]) for place in range(number)]


def _own(language: str) -> Iterator[str]:
    for name in ("seeds", "town"):
        corpus = read_corpus(name, corpus_folder(name))
        for file, text in corpus.texts.items():
            if corpus.languages[file] == language:
                for start, end in sentences(text):
                    if text[start:end].endswith(".") and 40 < end - start < 300:
                        yield text[start:end]
