from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.facts import LANGUAGES, Fact, Language, find, render

MONEY = [
    ("en", "$138 billion", "USD"),
    ("en", "138 billion dollars", "USD"),
    ("fr", "138 milliards de dollars", "USD"),
    ("de", "138 Milliarden Dollar", "USD"),
    ("it", "138 miliardi di dollari", "USD"),
    ("fr", "138 milliards d’euros", "EUR"),
    ("de", "138 Mrd. Euro", "EUR"),
    ("en", "€138bn", "EUR"),
    ("de", "138 Milliarden Rubel", "RUB"),
]


def only(text: str, language: Language) -> Fact:
    (fact,) = find(text, language)
    return fact


@pytest.mark.parametrize(("language", "text", "unit"), MONEY)
def test_money(language: Language, text: str, unit: str) -> None:
    fact = only(text, language)
    assert (fact.kind, fact.value, fact.unit, fact.text) == ("money", 138 * 10**9, unit, text)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "12.5 per cent", "percent"),
        ("fr", "12,5 %", "percent"),
        ("de", "12,5 Prozent", "percent"),
        ("it", "12,5 per cento", "percent"),
        ("en", "12.5 percentage points", "points"),
        ("fr", "12,5 points de pourcentage", "points"),
        ("de", "12,5 Prozentpunkte", "points"),
        ("it", "12,5 punti percentuali", "points"),
    ],
)
def test_percentages_are_not_percentage_points(language: Language, text: str, kind: str) -> None:
    assert (only(text, language).kind, only(text, language).value) == (kind, Decimal("12.5"))


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [("en", "more than 20", "more"), ("fr", "moins de 20", "less"), ("de", "rund 20", "about"),
     ("it", "oltre 20", "more"), ("en", "20", "")],
)  # fmt: skip
def test_how_exactly_a_figure_is_meant(language: Language, text: str, bound: str) -> None:
    assert only(text, language).bound == bound


def test_a_range_says_its_unit_once() -> None:
    texts: list[tuple[Language, str]] = [
        ("en", "5 to 10 million dollars"), ("fr", "entre 5 et 10 millions de dollars"),
        ("de", "5 bis 10 Millionen Dollar"),
    ]  # fmt: skip
    ranges = [[(f.value, f.unit) for f in find(text, language)] for language, text in texts]
    assert ranges[0] == ranges[2] == [(5_000_000, "USD"), (10_000_000, "USD")]
    assert ranges[1][1] == (10_000_000, "USD")


def test_names_of_letters_and_digits_are_no_figures() -> None:
    facts = find("HER2, COVID-19 and G20", "en")
    assert [(f.kind, f.key) for f in facts] == [
        ("name", "HER2"), ("name", "COVID19"), ("name", "G20"),
    ]  # fmt: skip


def test_one_place_has_one_key_in_four_languages() -> None:
    texts: list[tuple[Language, str]] = [
        ("en", "in Beijing"), ("fr", "à Pékin"), ("de", "in Peking"), ("it", "a Pechino"),
    ]  # fmt: skip
    assert {only(text, language).key for language, text in texts} == {"CN"}


SENTENCES = st.lists(
    st.sampled_from(
        "138 1.500 milliards Million Billionen di de $ € % 12h30 May 3/4/2025 quatre-vingt und "
        "XIXe secolo anni '80 zwei - – , . ' ’ \u00a0 \u202e ² ٣ No. 1 Poutine U.S. 5m".split(" ")
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(SENTENCES, st.text(max_size=80)), st.sampled_from(LANGUAGES))
def test_facts_are_slices_in_order_without_overlaps(text: str, language: Language) -> None:
    facts = find(text, language)
    assert all(text[fact.start : fact.end] == fact.text for fact in facts)
    assert all(one.end <= other.start for one, other in zip(facts, facts[1:], strict=False))


AMOUNTS = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(2, 9999), st.integers(-2, 12)
)


@given(AMOUNTS, st.sampled_from(LANGUAGES), st.sampled_from(("money", "percent", "unit")))
def test_figures_written_in_a_language_are_read_back(
    value: Decimal, language: Language, kind: str
) -> None:
    unit = {"money": "USD", "percent": "", "unit": "km"}[kind]
    fact = Fact(kind, 0, 0, "", value, unit)  # type: ignore[arg-type]
    read = only(render(fact, language), language)
    assert (read.kind, read.value, read.unit) == (kind, value, unit)


def test_one_amount_written_in_four_languages() -> None:
    fact = only("138 Milliarden Dollar", "de")
    assert [render(fact, language) for language in LANGUAGES] == [
        "138 billion dollars", "138 milliards de dollars", "138 Milliarden Dollar",
        "138 miliardi di dollari",
    ]  # fmt: skip
    day = only("23 gennaio", "it")
    assert [render(day, language) for language in LANGUAGES] == [
        "23 January", "23 janvier", "23. Januar", "23 gennaio",
    ]  # fmt: skip
