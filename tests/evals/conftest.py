"""The small corpus, its cases and its assistant, for the tests of the evaluation."""

from pathlib import Path

import pytest
from small_world import (
    BRIDGE,
    COST,
    NOISE,
    PONTE,
    OverlapAssistant,
    case,
    unanswerable,
)

from evals.cases import CaseSet, Corpus, Nugget
from evals.scorers import score_all


@pytest.fixture
def corpus() -> Corpus:
    texts = {"bridge.txt": BRIDGE, "noise.txt": NOISE, "ponte.txt": PONTE}
    languages = {"bridge.txt": "en", "noise.txt": "en", "ponte.txt": "it"}
    return Corpus("small", Path("small"), texts, languages, "d")


@pytest.fixture
def subject(corpus) -> OverlapAssistant:
    return OverlapAssistant(corpus.texts)


@pytest.fixture
def cases(corpus) -> CaseSet:
    costs = Nugget("cost", "number", values=(4_000_000,))
    asked = [
        case(),
        case(
            id="opened.it", language="it", question="Quando è stato aperto il ponte?"
        ),
        case(
            id="cost.en", group="cost", cluster="cost", type="figure",
            question="How many million did it cost?", gold=((COST,),), nuggets=(costs,),
        ),
        unanswerable(question="Who was Napoleon's grandmother?"),
    ]  # fmt: skip
    return CaseSet(corpus, tuple(asked), "q")


@pytest.fixture
def scores(corpus):
    def _scores(asked, went):
        return {name: score.value for name, score in score_all(asked, went, corpus).items()}

    return _scores
