"""Currencies are known by the same lists in a question as beside a figure."""

import pytest

from assistant.facts.figures.named_money import currencies_named, is_only_money


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("How many Canadian dollars?", "en", {"CAD"}),
        ("Combien de dollars ?", "fr", {"USD"}),
        ("Wie teuer ist es in Zloty?", "de", {"PLN"}),
        ("Quanti franchi svizzeri?", "it", {"CHF"}),
        ("How much did France pay Mark?", "en", set()),
        ("Was kostete Europa?", "de", set()),
        ("How much did it cost?", "en", set()),
    ],
)
def test_a_question_names_a_currency(text, language, codes):
    assert currencies_named(text, language) == codes


def test_a_noun_of_several_currencies_names_them_all():
    assert {"SEK", "DKK", "CZK"} <= currencies_named("Wie viele Kronen?", "de")


@pytest.mark.parametrize(
    ("word", "language", "only"),
    [("crowns", "en", True), ("euro", "it", True), ("pounds", "en", False), ("gens", "fr", False)],
)
def test_what_may_be_a_weight_is_not_only_money(word, language, only):
    assert is_only_money(word, language) == only
