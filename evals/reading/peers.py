"""Plain ways to choose sentences, for the built-in reader to be held against.

Each takes the three sentences of the same passages that it ranks first, and answers always; so
their share of answers inside the quotes is bought with quoted characters, which stand beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.reader.line import Line
from evals.progress import counted
from evals.public.baselines import BM25, four_grams, words
from index import Embedder, HashEmbedder

from .fit import Seen
from .nouns import Gold, ReadingCase
from .table import CHARACTERS, Outcome, cell, characters, share

_QUOTED = 3

Scorer = Callable[[str, Sequence[str]], NDArray[np.floating]]
"""A question and sentences to a score of each; higher is better."""


def answers(case: ReadingCase, quoted: Sequence[Line]) -> bool:
    """Whether one of the gold answers lies whole inside the lines quoted, in its place."""

    def holds(gold: Gold) -> bool:
        return any(
            line.passage.hit.file == gold.file
            and line.passage.hit.start + line.start <= gold.start
            and gold.end <= line.passage.hit.start + line.end
            for line in quoted
        )

    alternatives = case.together or [(gold,) for gold in case.gold]
    return any(all(map(holds, places)) for places in alternatives)


def peer_lines(
    seen: Sequence[Seen], embedder: Embedder, peers: Sequence[Embedder]
) -> Iterator[str]:
    """The share of gold answers inside three sentences, by set and by what ranks them."""
    there = [one for one in seen if one.case.gold]
    by_set: dict[str, list[str]] = {one.case.set: [] for one in there}
    for name, scorer in _scorers(embedder, peers):
        counting = counted(there, f"questions ranked by {name}", len(there))
        outcomes = [_outcome(one, scorer) for one in counting]
        for group, lines in by_set.items():
            some = [outcome for outcome in outcomes if outcome.set == group]
            found, quoted = share(some, lambda o: o.found), characters(some)
            cells = f"{found.shown():>19}{cell(CHARACTERS, quoted):>15}"
            lines.append(f"{group:26}{name:14}{cells}")
    yield f"{'first three sentences of':26}{'ranked by':14}{'found':>19}{CHARACTERS:>15}"
    for lines in by_set.values():
        yield from lines


def _outcome(one: Seen, scorer: Scorer) -> Outcome:
    lines = one.page.lines
    scores = scorer(one.case.question, [line.text for line in lines])
    quoted = [lines[place] for place in np.argsort(-scores, kind="stable")[:_QUOTED]]
    return Outcome(
        one.case.set,
        one.case.cluster,
        answerable=True,
        answered=True,
        found=answers(one.case, quoted),
        quoted=sum(len(line.text) for line in quoted),
    )


def _scorers(embedder: Embedder, peers: Sequence[Embedder]) -> Iterator[tuple[str, Scorer]]:
    yield "BM25 words", lambda question, texts: BM25(texts, words).scores(question)
    yield "BM25 4-grams", lambda question, texts: BM25(texts, four_grams).scores(question)
    for name, model in (("hashing", HashEmbedder()), ("meaning", embedder)):
        yield name, partial(_cosines, model, {})
    for peer in peers:
        yield peer.name, partial(_cosines, peer, {})


def _cosines(
    embedder: Embedder,
    known: dict[str, NDArray[np.float32]],
    question: str,
    texts: Sequence[str],
) -> NDArray[np.floating]:
    """Cosines to the question; sentences come again from question to question, so are kept."""
    new = list({text for text in (question, *texts) if text not in known})
    known.update(zip(new, embedder.embed(new), strict=True))
    cosines: NDArray[np.float32] = np.array([known[text] for text in texts]) @ known[question]
    return cosines
