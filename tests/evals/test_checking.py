from __future__ import annotations

import gzip
import random
from pathlib import Path

import numpy as np

from assistant.checking.gist import Signals
from evals.checking.cases import (
    Case,
    mismatches,
    month_changed,
    negated,
    number_changed,
    person_swapped,
    read_pairs,
    scale_changed,
    split,
    true_pairs,
)
from evals.checking.fit import fit
from evals.checking.measure import Row, lines, table

STORY = {
    "en": ["Ana Brown said 5 million came in June.", "It is late."],
    "fr": ["Ana Brown a dit que 5 millions sont venus en juin.", "Il est tard."],
    "de": ["Ana Brown sagte, 5 Millionen kamen im Juni.", "Es ist spät."],
    "it": ["Ana Brown ha detto che 5 milioni sono venuti a giugno.", "È tardi."],
}
CASE = Case("figures", "s", STORY["en"][0], "en", STORY["fr"][0], "fr")


def test_every_change_changes_one_thing() -> None:
    chance = random.Random(0)
    people = {"s": [("Ana", "Brown")], "t": [("Eva", "Stone")]}
    changed = [
        number_changed(CASE, chance),
        scale_changed(CASE, chance),
        month_changed(CASE, chance),
        person_swapped(CASE, people, chance),
    ]
    assert [c and (c.kind, c.claim != CASE.claim, c.quote == CASE.quote) for c in changed] == [
        (kind, True, True) for kind in ("number", "scale", "month", "person")
    ]
    assert changed[3] is not None
    assert changed[3].claim.startswith("Eva Stone said")


def test_what_is_not_there_is_not_changed() -> None:
    late = Case("plain", "s", "It is late.", "en", "Il est tard.", "fr")
    chance = random.Random(0)
    assert number_changed(late, chance) is None
    assert month_changed(late, chance) is None
    denied = negated(late, chance)
    assert denied is not None
    assert denied.claim == "It is not late."


def test_pairs_are_true_or_false_as_they_say() -> None:
    pairs = list(true_pairs({"s": STORY}))
    assert len(pairs) == 24
    assert {pair.kind for pair in pairs} == {"figures", "plain"}
    false = list(mismatches({"s": STORY}, 1.0, 0))
    assert all(
        STORY[c.claim_language].index(c.claim) != STORY[c.quote_language].index(c.quote)
        for c in false
    )


def test_no_story_is_both_fitted_on_and_reported() -> None:
    stories = {str(i): STORY for i in range(8)}
    fitting, reporting = split(stories)
    assert not set(fitting) & set(reporting)
    assert set(fitting) | set(reporting) == set(stories)


def test_a_judge_that_believes_everything_catches_nothing() -> None:
    made = [CASE, Case("number", "s", "6", "en", "5", "fr")]
    rows = {row.name: row for row in table(made, lambda case: "supported")}
    assert rows["true, with figures: supported"].share == 1.0
    assert rows["one digit changed: caught"] == Row("one digit changed: caught", 0.0, 1, ">= 99 %")
    assert len(list(lines(rows.values(), rows.values()))) == len(rows) + 1


def test_the_fit_finds_the_signal_that_tells() -> None:
    chance = np.random.default_rng(0)
    rows = chance.normal(size=(400, len(Signals._fields)))
    labels = rows[:, 0] + 0.2 * rows[:, 1] > 0
    weights = fit(rows, labels)
    assert max(weights, key=lambda name: abs(weights[name])) == "cosine"
    assert weights["cosine"] > 0


def test_pairs_of_other_parallel_text_are_read_both_ways_round(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv.gz"
    row = "en\tThe bridge was opened on 5 May 2021.\tfr\tLe pont a été inauguré le 5 mai 2021.\n"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(row * 4 + "en\tNo figure stands in this long sentence.\tja\tx\nodd\n")
    pairs = read_pairs(path, 3, seed=0)
    assert [case.claim_language for case in pairs] == ["fr", "en", "fr"]
    assert {case.kind for case in pairs} == {"figures"}
