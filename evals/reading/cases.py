"""Public question sets as reading cases: a question, the passages our search finds, what is right.

Each set becomes a folder of documents and is indexed and searched as a user's folder would be, so
that the reader is measured on the passages it really gets. NoMIRACL asks with ten passages as the
whole corpus: ten files, once with their titles as headlines and once without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from index import LANGUAGES, Embedder

from .nouns import (
    PASSAGES,
    ReadingCase,
    article_files,
    gold_of,
    indexed,
    lines_of,
    numbered,
    paragraph_files,
)  # fmt: skip
from .spoiled import cut_out, reworded, swapped, without_answer

CROSSINGS = (("en", "en"), ("de", "de"), ("en", "de"), ("de", "en"))
"""XQuAD: language of the questions, language of the paragraphs."""

_TAKEN = 3
"""One question in so many is asked again with its answer taken away."""

_LEFT_OUT = 40
"""Hits searched for where the ones that hold the answer are taken out afterwards."""


Part = Callable[[], Iterator[ReadingCase]]
"""Reads one set, or some sets over the same paragraphs."""


def read_cases(data: Path, seeds: Path, embedder: Embedder) -> Iterator[ReadingCase]:
    """Read all sets, one after the other.

    Raises:
        OSError: a set is missing.
    """
    for part in parts(data, seeds, embedder):
        yield from part()


def parts(data: Path, seeds: Path, embedder: Embedder) -> Iterator[Part]:
    """The sets, each still to be read: they may be read in any order, or at once.

    Args:
        data: the folder with ``xquad.en.jsonl`` and the other sets.
        seeds: the documents that QALD's questions are off topic for.
        embedder: what the folders are indexed with.
    """
    for asked, told in CROSSINGS:
        name, files = f"xquad {asked}-{told}", (f"xquad.{asked}", f"xquad.{told}")
        yield partial(spans, name, data, *files, embedder)
        yield partial(spans, f"{name} whole", data, *files, embedder, whole=True)
        yield partial(swapped, data, asked, told, embedder)
        yield partial(reworded, data, asked, told, embedder)
    for name, whole in (("squad_it it-it", False), ("squad_it it-it whole", True)):
        yield partial(spans, name, data, "squad_it", "squad_it", embedder, every=8, whole=whole)
    for language in ("de", "fr", "en"):
        yield partial(judged, data, language, embedder)
    yield partial(off_topic, data, seeds, embedder)


def spans(
    name: str,
    data: Path,
    asked: str,
    told: str,
    embedder: Embedder,
    every: int = 1,
    whole: bool = False,
) -> Iterator[ReadingCase]:
    """Questions whose answer is a span of one paragraph among many; one in ``every``.

    With ``whole``, a file holds a whole article, every second one under its title: there the
    answer is one sentence among many about the same thing.
    """
    paragraphs = list(lines_of(data / f"{told}.jsonl"))
    texts, places = (article_files if whole else paragraph_files)(paragraphs)
    gold = {
        q["id"]: tuple(gold_of(*places[p["id"]], a) for a in q["answers"])
        for p in paragraphs
        for q in p["questions"]
    }
    with indexed(texts, embedder) as folder:
        asking = [(p, q) for p in lines_of(data / f"{asked}.jsonl") for q in p["questions"]]
        for place, (paragraph, question) in enumerate(asking[::every]):
            found = folder.search(question["question"], _LEFT_OUT)
            case = ReadingCase(
                name, paragraph["title"], question["question"], paragraph["lang"],
                numbered(found), gold[question["id"]],
            )  # fmt: skip
            yield case
            if place % _TAKEN == 0 and not whole:
                yield without_answer(case, found)
            if place % _TAKEN == 1:
                yield cut_out(case)


def judged(data: Path, language: str, embedder: Embedder) -> Iterator[ReadingCase]:
    """NoMIRACL: people judged whether any of ten passages answers the question."""
    for record in lines_of(data / f"nomiracl.{language}.jsonl"):
        for headed in (False, True):
            texts = {
                f"{i:02}.txt": (f"{p['title']}\n\n" if headed else "") + p["text"]
                for i, p in enumerate(record["passages"])
            }
            with indexed(texts, embedder) as folder:
                found = folder.search(record["question"], PASSAGES)
            yield ReadingCase(
                f"nomiracl {language}{' headed' if headed else ''}",
                record["query_id"], record["question"], language, numbered(found),
                answerable=record["answerable"],
            )  # fmt: skip


def off_topic(data: Path, seeds: Path, embedder: Embedder) -> Iterator[ReadingCase]:
    """QALD: questions about the world, asked to documents about something else."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))}
    with indexed(texts, embedder) as folder:
        for record in lines_of(data / "qald.jsonl"):
            for language in LANGUAGES:
                question = record["question"][language]
                found = numbered(folder.search(question, PASSAGES))
                yield ReadingCase(
                    f"qald {language}", record["id"], question, language, found, answerable=False
                )
