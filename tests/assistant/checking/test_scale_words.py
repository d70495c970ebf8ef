"""*A million* is as exact as *eine Million*: its article is no part of it in English alone."""

from __future__ import annotations

from itertools import product

import pytest

from assistant import check
from assistant.facts import find

SAID = {
    "million": {
        "en": "The bridge cost a million euros.",
        "fr": "Le pont a coûté un million d'euros.",
        "de": "Die Brücke hat eine Million Euro gekostet.",
        "it": "Il ponte è costato un milione di euro.",
    },
    "billion": {
        "en": "The bridge cost a billion euros.",
        "fr": "Le pont a coûté un milliard d'euros.",
        "de": "Die Brücke hat eine Milliarde Euro gekostet.",
        "it": "Il ponte è costato un miliardo di euro.",
    },
    "trillion": {
        "en": "The bridge cost a trillion euros.",
        "fr": "Le pont a coûté un billion d'euros.",
        "de": "Die Brücke hat eine Billion Euro gekostet.",
        "it": "Il ponte è costato un bilione di euro.",
    },
}
PAIRS = [*product(SAID, SAID, SAID["million"], SAID["million"])]


@pytest.mark.parametrize(("one", "other", "claimed", "quoted"), PAIRS)
def test_a_scale_word_with_its_article_is_a_figure(
    one: str, other: str, claimed: str, quoted: str
) -> None:
    told = check(
        SAID[one][claimed],
        SAID[other][quoted],
        claim_language=claimed,
        quote_languages=[quoted],
    )
    assert told.verdict == ("supported" if one == other else "contradicted")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Half a million people came.", 500_000),
        ("A million and a half people came.", 1_500_000),
        ("About a million people came.", 1_000_000),
    ],
)
def test_what_stands_around_the_article_counts(text: str, value: int) -> None:
    (fact,) = [fact for fact in find(text, "en") if fact.kind == "number"]
    assert fact.value == value
    assert fact.precision != "vague"
