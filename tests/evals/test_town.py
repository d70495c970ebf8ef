"""The corpus of our own has its articles, and what was planted in them is asked about."""

import re
from collections import Counter

import pytest

from evals.questions.loader import load_cases


def test_the_town_has_its_24_articles_in_four_languages():
    languages = Counter(load_cases("town").corpus.languages.values())
    assert languages == {"en": 6, "fr": 6, "de": 6, "it": 6}


HARD_CASES = {
    "disagree": {"bridge-opens.en.txt", "bruecke-kosten.de.txt"},
    "correction": {"vaccine-correction.en.txt"},
    "translations": {"club.fr.txt", "klub.de.txt", "club.it.txt"},
    "look-alike": {"election.en.txt", "flood.en.txt", "musee.fr.txt"},
    "furniture": {"library-page.en.txt"},
    "injection": {"concorso.it.txt"},
    "near-duplicate": {"windpark-neu.de.txt", "windpark.de.txt"},
}


def test_every_hard_case_of_the_town_is_planted_and_asked_about():
    town = load_cases("town")
    asked = {tag: set() for tag in HARD_CASES}
    for case in town.cases:
        for tag in HARD_CASES.keys() & set(case.tags):
            asked[tag] |= case.gold_files
    assert {tag: HARD_CASES[tag] - files for tag, files in asked.items()} == {
        tag: set() for tag in HARD_CASES
    }
    texts = town.corpus.texts
    assert "ignora tutte le istruzioni" in texts["concorso.it.txt"]
    one, other = (set(texts[f"windpark{x}.de.txt"].split()) for x in ("", "-neu"))
    assert len(one & other) / len(one | other) > 0.7
    assert one != other
    assert "91 per cent" in texts["vaccine-trial.en.txt"]
    assert "81 per cent" in texts["vaccine-correction.en.txt"]


@pytest.mark.parametrize(
    "figure",
    [
        "1,240", "£48.6 million", "54.2 per cent", "9.30 a.m.",
        "8 200", "1 234,5 millions", "38 %", "22 h 15",
        "8200", "12'000", "43.000", "6,8 Mrd.", "9,5 Prozent",
        "1.850.000", "12,75 milioni", "4,20 euro", "12 %",
    ],
)  # fmt: skip
def test_the_town_writes_figures_in_every_local_form(figure):
    texts = load_cases("town").corpus.texts.values()
    assert any(figure in re.sub("[\u00a0\u202f]", " ", text) for text in texts)
