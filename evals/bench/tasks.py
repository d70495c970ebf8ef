"""One measurement a process: ``python -m evals.bench.tasks NAME ARGUMENT...`` prints JSON.

Each in a process of its own, so that the peak of memory is its own and nothing is warm that a
user would find cold.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Chunk, Document, FolderIndex, Vectors, count, default_embedder
from index.catalogue import Catalogue
from index.chunk import chunk
from index.held import HeldPlaces
from index.lexical import LexicalIndex
from index.seal import CATALOGUE

from . import plain
from .text import questions

Result = dict[str, float]
BATCH = 1000
"""Rows given to Chroma at a time, by us and bare."""


def split(folder: str, files: str) -> Result:
    """Cut texts with our splitter and with LlamaIndex's, by turns."""
    from llama_index.core import Document as Plain
    from llama_index.core.node_parser import SentenceSplitter

    texts = [text for _, text in _texts(folder)][: int(files)]
    splitter = SentenceSplitter(chunk_size=160, chunk_overlap=0)
    spent = {"ours": 0.0, "plain": 0.0}
    made = {"ours": 0, "plain": 0}
    chunk(_document("warm", texts[0]))
    count("warm")  # both count tokens, and neither is timed while it loads what it counts by
    splitter.get_nodes_from_documents([Plain(text=texts[0])])
    for text in texts:
        started = time.process_time()
        made["ours"] += len(chunk(_document("a", text)))
        between = time.process_time()
        made["plain"] += len(splitter.get_nodes_from_documents([Plain(text=text)]))
        spent["ours"] += between - started
        spent["plain"] += time.process_time() - between
    return {
        "seconds": spent["ours"],
        "plain": spent["plain"],
        **{f"n_{k}": v for k, v in made.items()},
    }


def index(folder: str, store: str) -> Result:
    """Make our index of a folder."""
    embedder = default_embedder()
    embedder.embed(["warm"])
    started, busy = time.perf_counter(), _busy()
    opened = FolderIndex.open(Path(folder), Path(store), embedder)
    opened.sync()
    took = {"seconds": time.perf_counter() - started, "busy": _busy() - busy}
    chunks = opened.count()
    opened.close()
    return {**took, "chunks": chunks, "peak_mb": _peak()}


def upsert(ours: str, store: str) -> Result:
    """Write the same vectors, documents and metadata into bare Chroma; only that is timed."""
    catalogue = Catalogue(Path(ours) / CATALOGUE)
    entries = [entry for part in catalogue.all_entries() for entry in part]
    catalogue.close()
    collection = _collection(store)
    started, busy = time.perf_counter(), time.process_time()
    for at in range(0, len(entries), BATCH):
        part = entries[at : at + BATCH]
        collection.upsert(
            ids=[entry.id for entry in part],
            embeddings=np.stack([entry.vector for entry in part]),
            documents=[entry.chunk.text for entry in part],
            metadatas=[_metadata(entry.chunk) for entry in part],
        )
    return {
        "seconds": time.perf_counter() - started,
        "busy": time.process_time() - busy,
        "chunks": len(entries),
        "peak_mb": _peak(),
    }


def llamaindex(folder: str, store: str) -> Result:
    """Make the plain pipeline's index of a folder."""
    import chromadb  # noqa: F401 - what is imported before the clock starts, is so for all
    import llama_index.core
    import llama_index.vector_stores.chroma  # noqa: F401

    default_embedder().embed(["warm"])
    started, busy = time.perf_counter(), time.process_time()
    plain.build(folder, store)
    return {
        "seconds": time.perf_counter() - started,
        "busy": time.process_time() - busy,
        "peak_mb": _peak(),
    }


def rescan(folder: str, store: str) -> Result:
    """Look whether anything changed where nothing did, beside a bare walk of the tree."""
    opened = FolderIndex.open(Path(folder), Path(store), default_embedder())
    opened.sync()
    ours, walk = [], []
    for _ in range(7):
        ours.append(_timed(opened.sync))
        walk.append(_timed(lambda: sum(1 for _ in _walk(folder))))
    report = opened.sync()
    files = sum(1 for _ in _walk(folder))
    opened.close()
    return {
        "seconds": statistics.median(ours),
        "walk": statistics.median(walk),
        "files": files,
        "written": report.touched + report.embedded,
    }


def change(folder: str, store: str) -> Result:
    """Change one file and search for what it says now."""
    opened = FolderIndex.open(Path(folder), Path(store), default_embedder())
    opened.sync()
    opened.search("warm")
    file = next(name for name, _ in _texts(folder))
    took = []
    for number in range(5):
        word = f"Quarzuhr{number}7{number}"
        (Path(folder) / file).write_text(f"The {word} of the town stood still.\n", "utf-8")
        started = time.perf_counter()
        opened.sync()
        found = opened.search(f"Which {word} stood still?", k=1)
        took.append(time.perf_counter() - started)
        if found[0].file != file:
            raise SystemExit(f"{word} was not found in {file} but in {found[0].file}")
    opened.close()
    return {"seconds": statistics.median(took)}


def search(folder: str, store: str, bare: str, llama: str) -> Result:
    """Ask our index, bare Chroma and LlamaIndex's retriever the same questions by turns."""
    asked = questions(110)
    opened = FolderIndex.open(Path(folder), Path(store), default_embedder())
    collection, embedder = _collection(bare), default_embedder()
    retriever = plain.retriever(llama, 8) if llama != "-" else None
    took: dict[str, list[float]] = {"ours": [], "bare": [], "llama": []}
    for place, question in enumerate(asked):
        vector = embedder.embed([question])
        ways: dict[str, Callable[[], Any]] = {
            "ours": lambda q=question: opened.search(q, 8),  # type: ignore[misc]
            "bare": lambda v=vector: collection.query(query_embeddings=v, n_results=8),  # type: ignore[misc]
        }
        if retriever:
            ways["llama"] = lambda q=question: retriever.retrieve(q)  # type: ignore[misc]
        for name, way in ways.items():
            seconds = _timed(way)
            if place >= 10:  # the first ones find everything cold
                took[name].append(seconds)
    opened.close()
    result: Result = {}
    for name, times in took.items():
        if times:
            result[f"{name}_p50"] = float(np.percentile(times, 50))
            result[f"{name}_p95"] = float(np.percentile(times, 95))
    return result


def recall(store: str) -> Result:
    """Hold the neighbours that Chroma and the search itself find against an exact search."""
    collection = _collection(str(Path(store) / "chroma"), "attesto")
    everything = collection.get(include=["embeddings"])
    ids, vectors = np.array(everything["ids"]), np.asarray(everything["embeddings"], np.float32)
    asked = default_embedder().embed(questions(100))
    scores = asked @ vectors.T
    found = collection.query(query_embeddings=asked, n_results=20, include=["distances"])["ids"]
    catalogue = Catalogue(Path(store) / CATALOGUE)
    held = HeldPlaces(default_embedder())
    held.follow(catalogue.connection, LexicalIndex(catalogue.connection).rows())
    named = dict(catalogue.connection.execute("SELECT row, id FROM chunks"))
    ours = [[named[row] for row in held.ask(one, 20, None)().tolist()] for one in asked]
    catalogue.close()
    return {"recall": _share_found(scores, ids, found), "ours": _share_found(scores, ids, ours)}


def _share_found(scores: Vectors, ids: NDArray[Any], found: Sequence[Sequence[str]]) -> float:
    """The share of the twenty best that were found, over all questions."""
    shares = []
    for row, names in zip(scores, found, strict=True):
        # By score: equal texts have equal scores, and either of two is right.
        right = set(ids[row >= np.sort(row)[-20] - 1e-5])
        shares.append(sum(name in right for name in names) / 20)
    return float(np.mean(shares))


def answer(folder: str, store: str) -> Result:
    """Answer questions with the built-in reader."""
    from assistant import Assistant

    with_model = Assistant.open(folder, store=store, model="extract")
    took = [_timed(lambda q=q: with_model.ask(q)) for q in questions(12)]  # type: ignore[misc]
    with_model.close()
    return {"seconds": statistics.median(took), "peak_mb": _peak()}


def _texts(folder: str) -> Iterator[tuple[str, str]]:
    for path in sorted(Path(folder).rglob("*.txt")):
        yield path.relative_to(folder).as_posix(), path.read_text("utf-8")


def _document(name: str, text: str) -> Document:
    return Document(name, text, "", "utf-8", "en", "")


def _metadata(part: Chunk) -> dict[str, str | int]:
    return {
        "file": part.file, "start": part.start, "end": part.end, "language": part.language,
        "title": part.title, "kind": part.kind,
    }  # fmt: skip


def _collection(path: str, name: str = "bare") -> Any:
    import chromadb

    return chromadb.PersistentClient(path).get_or_create_collection(
        name, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
    )


def _walk(folder: str) -> Iterator[os.stat_result]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry.stat(follow_symlinks=False)


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _busy() -> float:
    """Processor time of this process and of those it has ended, in seconds."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def _peak() -> float:
    """The most memory this process has held, MB."""
    status = Path("/proc/self/status")
    if status.exists():  # ru_maxrss would count what the parent held before this process began
        line = next(x for x in status.read_text("ascii").splitlines() if x.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


TASKS: dict[str, Callable[..., Result]] = {
    task.__name__: task
    for task in (split, index, upsert, llamaindex, rescan, change, search, recall, answer)
}


def main(argv: Sequence[str]) -> None:
    """Run one task and print what it measured."""
    sys.stdout.write(json.dumps(TASKS[argv[0]](*argv[1:])) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
