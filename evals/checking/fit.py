"""Fits the weights of `checking/gist.toml`: how much each signal says about a claim's gist.

Positive: a sentence, or a part of it, with its translation, or with its translation and the two
sentences around it. Negative: with other sentences of the same story, or after its person was
swapped. Fitted by Newton's method on the logistic loss with a small ridge, both classes weighing
the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.checking.check import Source, weigh
from assistant.checking.gist import Signals
from assistant.checking.meaning import Meaning, default_meaning
from assistant.facts import Language

from .cases import LANGUAGES, Stories, person_swapped, persons, true_pairs

Numbers = NDArray[np.float64]
_CLAUSE = re.compile(r"[,;:–—]| - ")
_RIDGE = 0.01
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Example:
    """A claim, its quotes, and whether they cover it."""

    claim: str
    claim_language: Language
    quotes: tuple[str, ...]
    quote_language: Language
    covered: bool
    shape: str


def fitted(stories: Stories, seed: int) -> dict[str, float]:
    """Fit the weights on stories with the built-in model."""
    rows, labels = measure(list(examples(stories, seed)), default_meaning())
    return fit(rows, labels)


def examples(stories: Stories, seed: int, share: float = 0.06) -> Iterator[Example]:
    """Make examples from stories; `share` of all false pairs are taken."""
    chance = random.Random(seed)
    for texts in stories.values():
        for a in LANGUAGES:
            for b in LANGUAGES:
                yield from _of_pair(texts[a], texts[b], a, b, chance, share)
    people = persons(stories)
    for case in true_pairs(stories):
        swapped = person_swapped(case, people, chance)
        if swapped and chance.random() < 0.5:
            yield Example(
                swapped.claim,
                case.claim_language,
                (case.quote,),
                case.quote_language,
                False,
                "person",
            )


def _of_pair(
    said: Sequence[str], given: Sequence[str], a: Language, b: Language,
    chance: random.Random, share: float,
) -> Iterator[Example]:  # fmt: skip
    for i, claim in enumerate(said):
        clauses = [part.strip() for part in _CLAUSE.split(claim) if len(part.split()) > 4]
        if a != b:
            yield Example(claim, a, (given[i],), b, True, "whole")
            if clauses and chance.random() < 0.5:
                yield Example(chance.choice(clauses), a, (given[i],), b, True, "clause")
            if chance.random() < 0.3:
                yield Example(claim, a, tuple(given[max(0, i - 1) : i + 2]), b, True, "passage")
        for j, quote in enumerate(given):
            if i != j and chance.random() < (share if a != b else share / 2):
                yield Example(claim, a, (quote,), b, False, "whole")
                if clauses:
                    yield Example(chance.choice(clauses), a, (quote,), b, False, "clause")
                around = tuple(given[k] for k in range(j, min(len(given), j + 3)) if k != i)
                yield Example(claim, a, around, b, False, "passage")


def measure(made: Sequence[Example], meaning: Meaning) -> tuple[Numbers, NDArray[np.bool_]]:
    """Signals of each example (examples, signals) and whether it is covered (examples,)."""
    rows, labels = [], []
    for example in made:
        sources = [Source(quote, example.quote_language, None) for quote in example.quotes]
        evidence = weigh(example.claim, example.claim_language, sources, meaning)
        if evidence.signals is not None:
            rows.append(evidence.signals)
            labels.append(example.covered)
    return np.array(rows, dtype=np.float64), np.array(labels)


def fit(rows: Numbers, labels: NDArray[np.bool_]) -> dict[str, float]:
    """Weights by name of signal, and the bias."""
    scale = rows.std(axis=0) + 1e-9
    design = np.column_stack([rows / scale, np.ones(len(rows))])
    balance = np.where(labels, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (balance * (likely - labels)) + _RIDGE * weights
        bend = (design.T * (balance * likely * (1 - likely))) @ design
        weights -= np.linalg.solve(bend + _RIDGE * np.eye(len(weights)), slope)
    names = list(Signals._fields)
    fitted = {name: float(w / s) for name, w, s in zip(names, weights[:-1], scale, strict=True)}
    return fitted | {"bias": float(weights[-1])}
