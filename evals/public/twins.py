"""Translations of one story, told from other stories: measured, and fitted.

Professional translations of 62 news stories into four languages (NTREX-128). What is measured is
the whole path: the stories lie in a folder as files, are indexed, and those are counted whose cards
say the same story. ``python -m evals.public.twins --data DIR`` fits the weights anew, on the three
quarters of the stories that :func:`evals.checking.cases.split` gives for fitting, and writes
``index/twins.json``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from evals.checking.cases import Stories, read_stories, split
from evals.progress import stoppable
from index import FolderIndex, default_embedder
from index.chunk import chunk
from index.documents import Document
from index.traces import Trace, features, trace
from index.twins import __file__ as twins_file

_STEPS = 50
_L2 = 1e-3


def stories_found(data: Path, every: int) -> Iterator[str]:
    """Count the pairs of documents that are said to be one story, and those that are."""
    fitted, kept = split(read_stories(data / "ntrex.jsonl"))
    for name, stories in (("not fitted on", kept), ("fitted on", fitted)):
        chosen = {story: stories[story] for story in sorted(stories)[::every]}
        said, right, there = _count(chosen)
        yield (
            f"  {len(chosen)} stories {name}: {said} pairs said, {right} right of {there}: "
            f"precision {right / max(1, said):.3f}, recall {right / max(1, there):.3f}"
        )


def _count(stories: Stories) -> tuple[int, int, int]:
    with TemporaryDirectory() as place:
        folder = Path(place) / "folder"
        folder.mkdir()
        for number, (_, texts) in enumerate(stories.items()):
            for language, segments in texts.items():
                file = folder / f"{number:03}.{language}.txt"
                file.write_text("\n".join(segments), encoding="utf-8")
        index = FolderIndex.open(folder, Path(place) / "store", default_embedder())
        index.sync()
        cards = index.cards()
        index.close()
    pairs = list(combinations(cards, 2))
    said = [one.story == other.story for one, other in pairs]
    same = [one.file[:3] == other.file[:3] for one, other in pairs]
    both = [a and b for a, b in zip(said, same, strict=True)]
    return sum(said), sum(both), sum(same)


def fit(stories: Stories) -> list[float]:
    """Fit a logistic regression over all pairs of documents in different languages.

    Returns:
        A weight for each feature of :func:`index.traces.features`, and the bias.
    """
    told = list(_traced(stories))
    rows, same = [], []
    for (story, language, one, mine), (other_story, other_language, other, theirs) in combinations(
        told, 2
    ):
        if language != other_language:
            rows.append((*features(one, other, mine, theirs), 1.0))
            same.append(float(story == other_story))
    return _logistic(np.array(rows), np.array(same))


def _traced(stories: Stories) -> Iterator[tuple[str, str, Trace, NDArray[np.float32]]]:
    embedder = default_embedder()
    for story, texts in stories.items():
        for language, segments in texts.items():
            text = "\n".join(segments)
            passages = [c.text for c in chunk(Document(story, text, "", "", language, ""))]
            vectors = embedder.embed(passages)
            yield story, language, trace("\n".join(passages), vectors), vectors


def _logistic(rows: NDArray[np.float64], same: NDArray[np.float64]) -> list[float]:
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (same - likely) - _L2 * weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + _L2 * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return [round(float(weight), 2) for weight in weights]


def main(argv: Sequence[str] | None = None) -> int:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.public.twins",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ntrex.jsonl")
    stories, _ = split(read_stories(parser.parse_args(argv).data / "ntrex.jsonl"))
    weights = fit(stories)
    record = {
        "weights": weights,
        "features": ["meaning", "names", "figures", "length", "bias"],
        "fitted": f"{len(stories)} stories of NTREX-128 in four languages",
    }
    path = Path(twins_file).with_name("twins.json")
    path.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{weights}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(stoppable(main))
