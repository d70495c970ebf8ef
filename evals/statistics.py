"""Intervals and verdicts that do not change from one run to the next.

Questions about one fact stand or fall together, so a cluster of them is one draw: counting them as
independent would make every interval too narrow. Everything random has a fixed seed and takes its
input in sorted order, so that two runs over the same scores print the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import comb, sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Verdict = Literal["better", "worse", "same", "cannot tell"]

DRAWS = 10_000
SIGN_FLIPS = 100_000
_SEED = 20250123
_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with a 95 % interval around it."""

    mean: float
    low: float
    high: float
    n: int
    """Cases that were scored."""
    clusters: int = 0
    """Independent groups among them; 0 where that does not enter."""

    def shown(self) -> str:
        """Write a share with its interval: ``0.864 .832–.893``."""
        low, high = (f"{end:.3f}".removeprefix("0") for end in (self.low, self.high))
        return f"{self.mean:.3f} {low}–{high}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs on the cases that both scored. Positive differences favour the second."""

    difference: Interval
    p_value: float
    """Two-sided sign-flip test over clusters; McNemar's exact test for binary scores."""
    wins: int
    losses: int
    ties: int
    verdict: Verdict


def wilson(successes: float, n: int) -> Interval:
    """Return a proportion with its Wilson score interval.

    ``centre = (p + z²/2n) / (1 + z²/n)``, half-width
    ``z / (1 + z²/n) * sqrt(p(1 - p)/n + z²/4n²)`` (Wilson 1927). With no case the interval is all
    of 0 to 1 around a mean of 0: nothing is known.
    """
    if n == 0:
        return Interval(0.0, 0.0, 1.0, 0)
    p, square = successes / n, _Z95**2
    centre = (p + square / (2 * n)) / (1 + square / n)
    half = _Z95 / (1 + square / n) * sqrt(p * (1 - p) / n + square / (4 * n * n))
    # Rounding must not push a certain 0 or 1 out of its own interval.
    return Interval(p, max(0.0, min(p, centre - half)), min(1.0, max(p, centre + half)), n)


def bootstrap(
    values: Mapping[str, float],
    clusters: Mapping[str, str],
    weights: Mapping[str, float] | None = None,
) -> Interval:
    """Return a mean with the percentile interval of a cluster bootstrap.

    Args:
        values: a score by case id.
        clusters: the cluster of each case id.
        weights: what each case counts; 1 when not given. The scores being shares and the weights
            what they are shares of, the mean is the micro average.

    Returns:
        The mean over cases; the interval is over 10,000 draws of as many clusters, with
        replacement, each mean weighted by the cases drawn. No case: all of 0 to 1 around 0.
    """
    if not values:
        return Interval(0.0, 0.0, 1.0, 0)
    grouped = _cluster_sums(values, clusters, weights)
    sums = np.array([total for total, _ in grouped])
    counts = np.array([count for _, count in grouped], dtype=float)
    each = _each(values, weights)
    mean = sum(total for total, _ in each) / sum(weight for _, weight in each)
    drawn = _drawn(len(grouped))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    return _percentiles(mean, means, len(values), len(grouped))


def bootstrap_median(values: Mapping[str, float], clusters: Mapping[str, str]) -> Interval:
    """Return a median with the percentile interval of the same cluster bootstrap.

    Args:
        values: a score by case id; at least one.
        clusters: the cluster of each case id.

    Returns:
        ``mean`` holds the median. In a draw it is the least value that half of the cases drawn
        do not exceed.
    """
    names = sorted({clusters[key] for key in values})
    place = {name: n for n, name in enumerate(names)}
    ordered = sorted(values, key=lambda key: (values[key], key))
    scores = np.array([values[key] for key in ordered])
    owner = np.array([place[clusters[key]] for key in ordered])
    medians = []
    for drawn in np.array_split(_drawn(len(names)), 20):  # a twentieth at a time, to save memory
        times = np.zeros((len(drawn), len(names)), np.int32)
        np.add.at(times, (np.arange(len(drawn))[:, None], drawn), 1)
        reached = times[:, owner].cumsum(axis=1)
        medians.append(scores[(2 * reached < reached[:, -1:]).sum(axis=1)])
    return _percentiles(float(np.median(scores)), np.concatenate(medians), len(values), len(names))


def _drawn(clusters: int) -> NDArray[np.int_]:
    """Which clusters each draw takes, as many as there are, with replacement."""
    drawn: NDArray[np.int_] = _chance().randint(0, clusters, size=(DRAWS, clusters))
    return drawn


def _percentiles(middle: float, draws: NDArray[np.float64], n: int, clusters: int) -> Interval:
    draws = np.sort(draws)
    low, high = draws[round(0.025 * (DRAWS - 1))], draws[round(0.975 * (DRAWS - 1))]
    return Interval(middle, float(low), float(high), n, clusters)


def _chance() -> np.random.RandomState:
    """The old generator on purpose: NumPy promises that its stream never changes."""
    return np.random.RandomState(_SEED)


def _each(
    values: Mapping[str, float], weights: Mapping[str, float] | None
) -> list[tuple[float, float]]:
    """Weighted score and weight of each case, in sorted order."""
    weigh = [(key, weights[key] if weights else 1.0) for key in sorted(values)]
    return [(values[key] * weight, weight) for key, weight in weigh]


def _cluster_sums(
    values: Mapping[str, float],
    clusters: Mapping[str, str],
    weights: Mapping[str, float] | None = None,
) -> list[tuple[float, float]]:
    grouped: dict[str, list[tuple[float, float]]] = {}
    for key, pair in zip(sorted(values), _each(values, weights), strict=True):
        grouped.setdefault(clusters[key], []).append(pair)
    return [
        (sum(total for total, _ in pairs), sum(weight for _, weight in pairs))
        for _, pairs in sorted(grouped.items())
    ]


def sign_flip(values: Mapping[str, float], clusters: Mapping[str, str]) -> float:
    """Return the two-sided p-value of "the mean difference is 0".

    Each cluster's summed difference keeps or changes its sign. Exact over all patterns when at
    most 16 clusters differ, else over 100,000 random ones, the observed one counted in.
    """
    sums = [total for total, _ in _cluster_sums(values, clusters) if total]
    if not sums:
        return 1.0
    totals = np.array(sums)
    observed = abs(totals.sum()) - 1e-12  # a tie with the observed sum is as extreme
    if len(sums) <= 16:
        signs = np.array(list(product((1.0, -1.0), repeat=len(sums))))
        return float(np.mean(np.abs(signs @ totals) >= observed))
    signs = _chance().randint(0, 2, size=(SIGN_FLIPS, len(sums))) * 2.0 - 1.0
    extreme = int(np.sum(np.abs(signs @ totals) >= observed))
    return (extreme + 1) / (SIGN_FLIPS + 1)


def mcnemar(wins: int, losses: int) -> float:
    """Return McNemar's exact two-sided p-value: a fair coin over the cases that changed."""
    n = wins + losses
    if n == 0:
        return 1.0
    tail: float = sum(comb(n, k) for k in range(min(wins, losses) + 1)) / 2**n
    return float(min(1.0, 2 * tail))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Return p-values corrected for having looked at several metrics (Holm 1979).

    Sorted upwards, the i-th of m (from 0) is multiplied by m - i, and never falls below the one
    before it. ``{a: .01, b: .04, c: .03}`` becomes ``{a: .03, c: .06, b: .06}``.
    """
    result: dict[str, float] = {}
    floor = 0.0
    for place, name in enumerate(sorted(p_values, key=lambda key: (p_values[key], key))):
        floor = max(floor, min(1.0, p_values[name] * (len(p_values) - place)))
        result[name] = floor
    return result


def compare(
    before: Mapping[str, float],
    after: Mapping[str, float],
    clusters: Mapping[str, str],
    *,
    higher_is_better: bool = True,
    binary: bool = False,
    margin: float = 0.02,
) -> Comparison:
    """Compare two runs case by case.

    Args:
        before: scores of the first run by case id.
        after: scores of the second; cases that only one run scored are left out.
        clusters: the cluster of each case id.
        higher_is_better: false turns the difference round, so that positive is always good.
        binary: scores are 0 or 1.
        margin: an interval within it on both sides is ``same``.

    Returns:
        The difference, with ``better`` when its interval lies above 0, ``worse`` when below,
        ``same`` when within the margin, else ``cannot tell``.
    """
    sign = 1 if higher_is_better else -1
    shared = sorted(before.keys() & after.keys())
    changes = {key: sign * (after[key] - before[key]) for key in shared}
    wins = sum(change > 0 for change in changes.values())
    losses = sum(change < 0 for change in changes.values())
    interval = bootstrap(changes, clusters)
    p_value = mcnemar(wins, losses) if binary else sign_flip(changes, clusters)
    return Comparison(
        interval, p_value, wins, losses, len(shared) - wins - losses, _verdict(interval, margin)
    )


def _verdict(difference: Interval, margin: float) -> Verdict:
    if difference.n == 0:
        return "cannot tell"
    if difference.low > 0:
        return "better"
    if difference.high < 0:
        return "worse"
    if -margin <= difference.low and difference.high <= margin:
        return "same"
    return "cannot tell"
