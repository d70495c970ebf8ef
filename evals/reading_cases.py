"""Public question sets as reading cases: a question, the passages our search finds, what is right.

Each set becomes a folder of documents and is indexed and searched as a user's folder would be, so
that the reader is measured on the passages it really gets. NoMIRACL asks with ten passages as the
whole corpus: ten files, once with their titles as headlines and once without.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.models.seam import Passage
from index import LANGUAGES, Embedder, FolderIndex, Hit

PASSAGES = 8
"""Passages the reader gets: the assistant's default."""

CROSSINGS = (("en", "en"), ("de", "de"), ("en", "de"), ("de", "en"))
"""XQuAD: language of the questions, language of the paragraphs."""

_NAME = re.compile(r"[A-Z][\w-]+(?: (?:of |the |de |von )?[A-Z][\w-]+)*")

_TAKEN = 3
"""One question in so many is asked again with its answer taken away."""

_LEFT_OUT = 40
"""Hits searched for where the ones that hold the answer are taken out afterwards."""


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


def read_cases(data: Path, seeds: Path, embedder: Embedder) -> Iterator[ReadingCase]:
    """Read all sets, one after the other.

    Args:
        data: the folder with ``xquad.en.jsonl`` and the other sets.
        seeds: the documents that QALD's questions are off topic for.
        embedder: what the folders are indexed with.

    Raises:
        OSError: a set is missing.
    """
    for asked, told in CROSSINGS:
        yield from spans(f"xquad {asked}-{told}", data, f"xquad.{asked}", f"xquad.{told}", embedder)
    for asked, told in CROSSINGS:
        yield from swapped(data, asked, told, embedder)
    yield from spans("squad_it it-it", data, "squad_it", "squad_it", embedder, every=8)
    for language in ("de", "fr", "en"):
        yield from judged(data, language, embedder)
    yield from off_topic(data, seeds, embedder)


def spans(
    name: str, data: Path, asked: str, told: str, embedder: Embedder, every: int = 1
) -> Iterator[ReadingCase]:
    """Questions whose answer is a span of one paragraph among many; one in ``every``."""
    paragraphs = list(lines_of(data / f"{told}.jsonl"))
    texts = {f"{p['id']}.txt": p["text"] for p in paragraphs}
    gold = {
        q["id"]: tuple(_gold(f"{p['id']}.txt", a) for a in q["answers"])
        for p in paragraphs
        for q in p["questions"]
    }
    with _indexed(texts, embedder) as folder:
        asking = [(p, q) for p in lines_of(data / f"{asked}.jsonl") for q in p["questions"]]
        for place, (paragraph, question) in enumerate(asking[::every]):
            found = folder.search(question["question"], _LEFT_OUT)
            case = ReadingCase(
                name, paragraph["title"], question["question"], paragraph["lang"],
                numbered(found), gold[question["id"]],
            )  # fmt: skip
            yield case
            if place % _TAKEN == 0:
                yield _without_answer(case, found)


def _without_answer(case: ReadingCase, found: Sequence[Hit]) -> ReadingCase:
    """The same question with the document that answers it taken away.

    A sibling that gives the same answer by chance (about one in ten) makes this an upper bound
    on false answers.
    """
    answering = {gold.file for gold in case.gold}
    left = numbered([hit for hit in found if hit.file not in answering])
    name = f"{case.set} taken away"
    return ReadingCase(name, case.cluster, case.question, case.language, left, (), False)


def swapped(data: Path, asked: str, told: str, embedder: Embedder) -> Iterator[ReadingCase]:
    """XQuAD's questions with a name changed for one from another article: nobody answers them.

    A name is a run of capitalised words that stands in the English and in the German question
    alike, which leaves out German nouns.
    """
    twins = [list(lines_of(data / f"xquad.{language}.jsonl")) for language in ("en", "de")]
    asked_in = {p["id"]: p for p in twins[asked == "de"]}
    named: list[tuple[str, str, str]] = []  # article, question, name
    for english, german in zip(*twins, strict=True):
        for one, other in zip(english["questions"], german["questions"], strict=True):
            shared = [m.group() for m in _NAME.finditer(one["question"]) if m.start()]
            shared = [name for name in shared if name in other["question"]]
            if shared:
                text = next(
                    q["question"]
                    for q in asked_in[english["id"]]["questions"]
                    if q["id"] == one["id"]
                )
                named.append((english["title"], text, max(shared, key=len)))
    texts = {f"{p['id']}.txt": p["text"] for p in twins[told == "de"]}
    with _indexed(texts, embedder) as folder:
        for place, (article, question, name) in enumerate(named):
            title, _, stranger = named[(place + len(named) // 2) % len(named)]
            if title == article or stranger in question:
                continue
            false = question.replace(name, stranger)
            found = numbered(folder.search(false, PASSAGES))
            set_name = f"xquad {asked}-{told} name swapped"
            yield ReadingCase(set_name, article, false, asked, found, (), False)


def judged(data: Path, language: str, embedder: Embedder) -> Iterator[ReadingCase]:
    """NoMIRACL: people judged whether any of ten passages answers the question."""
    for record in lines_of(data / f"nomiracl.{language}.jsonl"):
        for headed in (False, True):
            texts = {
                f"{i:02}.txt": (f"{p['title']}\n\n" if headed else "") + p["text"]
                for i, p in enumerate(record["passages"])
            }
            with _indexed(texts, embedder) as folder:
                found = folder.search(record["question"], PASSAGES)
            yield ReadingCase(
                f"nomiracl {language}{' headed' if headed else ''}",
                record["query_id"], record["question"], language, numbered(found),
                answerable=record["answerable"],
            )  # fmt: skip


def off_topic(data: Path, seeds: Path, embedder: Embedder) -> Iterator[ReadingCase]:
    """QALD: questions about the world, asked to documents about something else."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))}
    with _indexed(texts, embedder) as folder:
        for record in lines_of(data / "qald.jsonl"):
            for language in LANGUAGES:
                question = record["question"][language]
                found = numbered(folder.search(question, PASSAGES))
                yield ReadingCase(
                    f"qald {language}", record["id"], question, language, found, answerable=False
                )


def numbered(hits: Iterable[Hit]) -> tuple[Passage, ...]:
    """The first hits as passages, as the assistant numbers them."""
    return tuple(Passage(n, hit) for n, hit in enumerate([*hits][:PASSAGES], start=1))


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """One JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _gold(file: str, answer: Mapping[str, Any]) -> Gold:
    return Gold(file, answer["start"], answer["start"] + len(answer["text"]))


class _indexed:
    """A folder of texts, indexed, for as long as it is asked."""

    def __init__(self, texts: Mapping[str, str], embedder: Embedder) -> None:
        self._texts = texts
        self._embedder = embedder

    def __enter__(self) -> FolderIndex:
        self._home = tempfile.TemporaryDirectory()
        folder = Path(self._home.name) / "folder"
        folder.mkdir()
        for file, text in self._texts.items():
            (folder / file).write_text(text, encoding="utf-8")
        self._index = FolderIndex.open(folder, Path(self._home.name) / "store", self._embedder)
        self._index.sync()
        return self._index

    def __exit__(self, *_: object) -> None:
        self._index.close()
        self._home.cleanup()
