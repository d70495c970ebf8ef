"""Statistics against values worked by hand; to 1e-9 where the formula is exact."""

from math import sqrt

import pytest

from evals.statistics import (
    bootstrap,
    bootstrap_median,
    compare,
    holm,
    mcnemar,
    sign_flip,
    wilson,
)

EXACT = {"abs": 1e-9}


def test_wilson_half():
    # p = 1/2, n = 4, z² = 3.841458820694124:
    # centre = (0.5 + z²/8) / (1 + z²/4) = 0.5
    # half = z / (1 + z²/4) * sqrt(1/16 + z²/64)
    z2 = 3.841458820694124
    half = sqrt(z2) / (1 + z2 / 4) * sqrt(1 / 16 + z2 / 64)
    found = wilson(2, 4)
    assert found.mean == 0.5
    assert found.low == pytest.approx(0.5 - half, **EXACT)
    assert found.high == pytest.approx(0.5 + half, **EXACT)


def test_wilson_certainty_is_never_certain():
    # p = 1: low = (1 + z²/2n - z²/2n) / (1 + z²/n) = 1 / (1 + z²/n); n = 10.
    found = wilson(10, 10)
    assert (found.mean, found.high) == (1.0, 1.0)
    assert found.low == pytest.approx(1 / 1.3841458820694124, **EXACT)
    assert wilson(0, 10).low == 0.0
    assert wilson(0, 10).high == pytest.approx(0.3841458820694124 / 1.3841458820694124, **EXACT)


def test_nothing_scored_means_nothing_known():
    for found in (wilson(0, 0), bootstrap({}, {})):
        assert (found.mean, found.low, found.high, found.n) == (0.0, 0.0, 1.0, 0)


def test_bootstrap_of_one_cluster_cannot_vary():
    found = bootstrap({"a": 0.0, "b": 1.0}, {"a": "x", "b": "x"})
    assert (found.mean, found.low, found.high) == (0.5, 0.5, 0.5)
    assert (found.n, found.clusters) == (2, 1)


def test_bootstrap_of_two_equal_clusters_spans_both():
    # Draws are 00, 01, 10, 11 with chance 1/4 each: the 2.5 % and 97.5 % points are 0 and 1.
    found = bootstrap({"a": 0.0, "b": 1.0}, {"a": "x", "b": "y"})
    assert (found.mean, found.low, found.high) == (0.5, 0.0, 1.0)


def test_bootstrap_percentiles():
    # Three clusters 0, 0, 1: all three draws are 1 with chance 1/27 = 3.7 %, more than the 2.5 %
    # at the end, so the interval reaches 1; none is 1 with chance 8/27.
    found = bootstrap({"a": 0.0, "b": 0.0, "c": 1.0}, {"a": "x", "b": "y", "c": "z"})
    assert (found.low, found.high) == (0.0, 1.0)
    # Four clusters: 1/256 = 0.4 % is less than that, and 3 of 4 has 12/256 = 4.7 %.
    four = {"a": 0.0, "b": 0.0, "c": 0.0, "d": 1.0}
    assert bootstrap(four, {key: key for key in four}).high == 0.75


def test_bootstrap_is_the_same_whatever_the_order():
    values = {f"c{n}": n % 3 / 2 for n in range(40)}
    clusters = {key: key[-1] for key in values}
    backwards = dict(reversed(values.items()))
    assert bootstrap(values, clusters) == bootstrap(backwards, clusters)


def test_bootstrap_of_a_median_draws_clusters_as_that_of_a_mean_does():
    # One cluster cannot vary; of two, the draws take only the first, both, or only the second.
    assert bootstrap_median({"a": 1.0, "b": 9.0, "c": 2.0}, dict.fromkeys("abc", "x")).low == 2
    found = bootstrap_median({"a": 3.0, "b": 7.0}, {"a": "x", "b": "y"})
    assert (found.mean, found.low, found.high) == (5.0, 3.0, 7.0)
    assert (found.n, found.clusters) == (2, 2)


def test_a_share_is_written_with_its_interval():
    assert bootstrap({"a": 0.0, "b": 1.0}, {"a": "x", "b": "y"}).shown() == "0.500 .000–1.000"
    assert wilson(2, 4).shown() == "0.500 .150–.850"


def test_the_seed_draws_the_same_on_every_machine():
    """NumPy promises the old generator's stream: another one would change every report."""
    values = {f"c{n:02}": (n * 7 % 10) / 10 for n in range(30)}
    found = bootstrap(values, {key: str(int(key[1:]) // 3) for key in values})
    assert (found.low, found.high) == pytest.approx((0.39, 0.51), **EXACT)
    moved = {key: value - 0.3 for key, value in values.items()}
    # 1,049 of the 100,000 patterns are as extreme, and the observed one is counted in.
    assert sign_flip(moved, {key: key for key in moved}) == pytest.approx(1050 / 100_001, **EXACT)


def test_clusters_widen_the_interval():
    values = {f"c{n}": float(n < 20) for n in range(40)}
    alone = bootstrap(values, {key: key for key in values})
    tied = bootstrap(values, {key: str(int(key[1:]) // 10) for key in values})
    assert tied.high - tied.low > alone.high - alone.low


def test_sign_flip_exact():
    # Sums 1, 2, 3 and observed 6: of the 8 sign patterns only +++ and --- reach 6. p = 2/8.
    values = {"a": 1.0, "b": 2.0, "c": 3.0}
    assert sign_flip(values, {k: k for k in values}) == 0.25
    # 1, -1 and observed 0: every pattern is as extreme. p = 1.
    assert sign_flip({"a": 1.0, "b": -1.0}, {"a": "a", "b": "b"}) == 1.0
    # A cluster that adds up to 0 carries no sign.
    assert sign_flip({"a": 1.0, "b": -1.0}, {"a": "x", "b": "x"}) == 1.0
    assert sign_flip({}, {}) == 1.0


def test_sign_flip_random_agrees_with_exact():
    # 17 clusters of +1: exact p = 2 / 2**17 = 0.0000153; 100,000 draws find about one or none.
    values = {f"{n:02}": 1.0 for n in range(17)}
    found = sign_flip(values, {k: k for k in values})
    assert 1 / 100_001 <= found < 0.0002
    assert found == sign_flip(values, {k: k for k in values})


def test_mcnemar():
    # 5 changed, all one way: 2 * (1/2)**5 = 0.0625.
    assert mcnemar(5, 0) == pytest.approx(0.0625, **EXACT)
    # 3 to 1: 2 * (C(4,0) + C(4,1)) / 16 = 10/16.
    assert mcnemar(3, 1) == mcnemar(1, 3) == pytest.approx(0.625, **EXACT)
    assert mcnemar(2, 2) == mcnemar(0, 0) == 1.0


def test_holm():
    # 0.01*3 = .03; 0.03*2 = .06; 0.04*1 = .04, lifted to the .06 before it.
    found = holm({"a": 0.01, "b": 0.04, "c": 0.03})
    assert found == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06}, **EXACT)
    assert holm({"a": 0.9, "b": 0.8}) == {"a": 1.0, "b": 1.0}
    assert holm({}) == {}


def _runs(before, after, **kind):
    old = {str(n): float(v) for n, v in enumerate(before)}
    new = {str(n): float(v) for n, v in enumerate(after)}
    return compare(old, new, {key: key for key in old | new}, **kind)


def test_verdicts():
    zeros, ones = [0] * 30, [1] * 30
    assert _runs(zeros, ones, binary=True).verdict == "better"
    assert _runs(ones, zeros, binary=True).verdict == "worse"
    assert _runs(ones, ones, binary=True).verdict == "same"
    assert _runs(ones, [0, *ones[1:]], binary=True).verdict == "cannot tell"
    assert _runs(zeros, [1, *zeros[1:]], binary=True).verdict == "cannot tell"
    assert _runs([], []).verdict == "cannot tell"


def test_where_less_is_better_a_fall_is_a_win():
    found = _runs([1] * 30, [0] * 30, higher_is_better=False, binary=True)
    assert (found.verdict, found.wins, found.losses, found.ties) == ("better", 30, 0, 0)
    assert found.difference.mean == 1.0


def test_only_shared_cases_are_compared():
    found = compare({"a": 1.0, "b": 0.0}, {"b": 1.0, "c": 0.0}, {"a": "a", "b": "b", "c": "c"})
    assert (found.difference.n, found.wins) == (1, 1)


def test_a_small_change_inside_the_margin_is_the_same():
    assert _runs([0.5] * 20, [0.51] * 10 + [0.49] * 10).verdict == "same"
