from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.facts import LANGUAGES, Language
from assistant.facts.figures.digits import parse_digits
from assistant.facts.figures.numbers import scan

FORMS = {
    "en": ["1,234.5", "1 234.5"],
    "fr": ["1 234,5", "1\u202f234,5", "1\u00a0234,5", "1.234,5"],
    "de": ["1.234,5", "1 234,5", "1'234,5"],
    "it": ["1.234,5", "1’234,5"],
}
WORDS = [
    ("en", "twenty-one", 21),
    ("en", "two hundred and forty-five", 245),
    ("en", "138 billion", 138 * 10**9),
    ("en", "two and a half million", 2_500_000),
    ("fr", "quatre-vingt-dix", 90),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "soixante et onze", 71),
    ("fr", "septante-deux", 72),
    ("fr", "138 milliards", 138 * 10**9),
    ("fr", "mille milliards", 10**12),
    ("de", "zweiundneunzig Millionen", 92_000_000),
    ("de", "einhundertdreiundzwanzigtausend", 123_000),
    ("de", "3,2 Mrd", 3_200_000_000),
    ("de", "sechzehnjährige", 16),
    ("it", "due miliardi", 2 * 10**9),
    ("it", "duemilatrecento", 2300),
    ("it", "ventotto", 28),
    ("it", "ventinovenne", 29),
    ("it", "un milione e mezzo", 1_500_000),
]
BILLIONS = [
    ("en", "5 billion", 5 * 10**9),
    ("fr", "5 billions", 5 * 10**12),
    ("fr", "5 milliards", 5 * 10**9),
    ("de", "5 Billionen", 5 * 10**12),
    ("de", "5 Milliarden", 5 * 10**9),
    ("it", "5 bilioni", 5 * 10**12),
    ("it", "5 miliardi", 5 * 10**9),
    ("en", "5 trillion", 5 * 10**12),
]


def values(text: str, language: Language) -> list[Decimal]:
    return [number.value for number in scan(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_local_form_of_one_number(language: Language) -> None:
    for form in FORMS[language]:
        assert values(form, language) == [Decimal("1234.5")], form


def test_the_language_decides_an_ambiguous_separator() -> None:
    assert [parse_digits("1.500", language) for language in ("en", "fr", "de", "it")] == [
        Decimal("1.5"), 1500, 1500, 1500,
    ]  # fmt: skip
    assert parse_digits("1,500", "en") == 1500
    assert parse_digits("1,500", "it") == Decimal("1.5")


@pytest.mark.parametrize(("language", "text", "value"), WORDS)
def test_number_words(language: Language, text: str, value: int) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(("language", "text", "value"), BILLIONS)
def test_false_friends_among_the_scale_words(language: Language, text: str, value: int) -> None:
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "un accord"), ("de", "eine Achtung"), ("it", "una prima"), ("en", "G20 and HER2")],
)
def test_what_is_no_number(language: Language, text: str) -> None:
    assert [n for n in scan(text, language) if n.precision != "ordinal"] == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("en", "two thirds", "2/3"), ("fr", "deux tiers", "2/3"), ("de", "zwei Drittel", "2/3"),
     ("it", "due terzi", "2/3"), ("de", "Zweidrittelmehrheit", "2/3"), ("en", "2/3", "2/3")],
)  # fmt: skip
def test_fractions(language: Language, text: str, value: str) -> None:
    above, below = value.split("/")
    assert values(text, language) == [Decimal(above) / Decimal(below)]


def test_a_misprint_is_one_figure_and_not_two() -> None:
    assert values("11 2000 milliards de roubles", "fr") == [112_000 * 10**9]


GROUP = {"en": ",", "fr": "\u202f", "de": ".", "it": "."}
DECIMAL = {"en": ".", "fr": ",", "de": ",", "it": ","}


@given(
    st.sampled_from(LANGUAGES),
    st.integers(0, 10**12),
    st.integers(0, 99).map(lambda cents: f"{cents:02}" if cents else ""),
)
def test_digits_written_in_a_locale_are_read_back(
    language: Language, whole: int, cents: str
) -> None:
    written = f"{whole:,}".replace(",", GROUP[language])
    written += DECIMAL[language] + cents if cents else ""
    assert values(f"x {written} x", language) == [Decimal(f"{whole}.{cents or '0'}")]
