"""What the measuring of the reader works with: cases, and folders made of public paragraphs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.models.seam import Passage
from index import Embedder, Hit, ScratchIndex

PASSAGES = 12
"""Passages the built-in reader gets."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A place that answers: characters of a file."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadingCase:
    """One question with the passages found for it."""

    set: str
    """Such as ``xquad en-de``, ``nomiracl fr`` or ``qald it``."""
    cluster: str
    """Cases of one cluster are fitted on or measured on together: an article, a question."""
    question: str
    language: str
    passages: tuple[Passage, ...]
    gold: tuple[Gold, ...] = ()
    answerable: bool = True
    together: tuple[tuple[Gold, ...], ...] = ()
    """Where several places answer only together: alternatives, each of all its places."""


Places = dict[str, tuple[str, int]]
"""The file of a paragraph, and where in it the paragraph begins, by the paragraph's id."""


def paragraph_files(paragraphs: Sequence[Mapping[str, Any]]) -> tuple[dict[str, str], Places]:
    """A file a paragraph."""
    texts = {f"{p['id']}.txt": p["text"] for p in paragraphs}
    return texts, {p["id"]: (f"{p['id']}.txt", 0) for p in paragraphs}


def article_files(paragraphs: Sequence[Mapping[str, Any]]) -> tuple[dict[str, str], Places]:
    """A file an article, every second one under its title."""
    texts: dict[str, str] = {}
    places: Places = {}
    files = {t: f"{n}.txt" for n, t in enumerate(dict.fromkeys(p["title"] for p in paragraphs))}
    for paragraph in paragraphs:
        title = paragraph["title"]
        headline = title.replace("_", " ") + "\n\n" if len(files[title]) % 2 else ""
        text = texts.setdefault(files[title], headline)
        places[paragraph["id"]] = (files[title], len(text))
        texts[files[title]] = text + paragraph["text"] + "\n\n"
    return texts, places


def numbered(hits: Iterable[Hit]) -> tuple[Passage, ...]:
    """The first hits as passages, as the assistant numbers them."""
    return tuple(Passage(n, hit) for n, hit in enumerate([*hits][:PASSAGES], start=1))


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """One JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def gold_of(file: str, begins: int, answer: Mapping[str, Any]) -> Gold:
    """The place of an answer, in the file its paragraph begins in at ``begins``."""
    start = begins + answer["start"]
    return Gold(file, start, start + len(answer["text"]))


@contextmanager
def indexed(texts: Mapping[str, str], embedder: Embedder) -> Iterator[ScratchIndex]:
    """A folder of texts, indexed, for as long as it is asked."""
    index = ScratchIndex(texts, embedder)
    try:
        yield index
    finally:
        index.close()
