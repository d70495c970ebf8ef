"""Figures in the odd forms that people write: each is read, and held against its plain twin."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import check
from assistant.facts import find

_ONES = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")


def in_french(number: int) -> str:
    """A number below a million as France writes it."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        lead = "mille" if thousands == 1 else f"{in_french(thousands)} mille"
        return f"{lead} {in_french(rest)}" if rest else lead
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        lead = "cent" if hundreds == 1 else f"{_ONES[hundreds - 1]} cent"
        return f"{lead} {in_french(rest)}" if rest else lead
    if number < 20:
        return _ONES[number - 1]
    if number >= 80:
        return f"quatre-vingt-{_ONES[number - 81]}" if number > 80 else "quatre-vingt"
    tens, rest = divmod(number, 10)
    if tens == 7:
        tens, rest = 6, rest + 10
    if not rest:
        return _TENS[tens - 2]
    return f"{_TENS[tens - 2]} et {_ONES[rest - 1]}" if rest in (1, 11) else (
        f"{_TENS[tens - 2]}-{_ONES[rest - 1]}"
    )  # fmt: skip


@given(st.integers(1, 999_999).filter(lambda number: number > 1))
def test_every_french_number_word_below_a_million_is_read(number):
    found = [fact.value for fact in find(in_french(number), "fr") if fact.kind == "number"]
    assert found == [number]


@pytest.mark.parametrize(
    ("language", "text", "kind", "value", "unit"),
    [
        ("fr", "mille neuf cent quatre-vingt-dix-neuf", "number", "1999", ""),
        ("fr", "deux cent quatre-vingt-trois mille", "number", "283000", ""),
        ("en", "$20 to $30 million", "money", "20000000", "USD"),
        ("en", "between £5 and £6 billion", "money", "5000000000", "GBP"),
        ("en", "$500 to $1 million", "money", "500", "USD"),
        ("en", "$20 and then $30 million", "money", "20", "USD"),
        ("de", "zwischen €20 und €30 Millionen", "money", "20000000", "EUR"),
        ("de", "5,- Euro", "money", "5", "EUR"),
        ("de", "12,– €", "money", "12", "EUR"),
        ("fr", "25.– francs", "money", "25", "CHF"),
        ("fr", "il mesure 1m80", "unit", "1.80", "m"),
        ("it", "alto 1 metro e 80", "unit", "1.80", "m"),
        ("de", "1 Meter 80 groß", "unit", "1.80", "m"),
        ("fr", "2 m 50 chaises", "unit", "2", "m"),
        ("en", "5'11\" tall", "unit", "5.9167", "ft"),
        ("en", "5 foot 11", "unit", "5.9167", "ft"),
        ("de", "5 Fuß 11", "unit", "5.9167", "ft"),
        ("fr", "5 pieds 11", "unit", "5.9167", "ft"),
        ("it", "5 piedi e 11", "unit", "5.9167", "ft"),
    ],
)
def test_an_odd_form_is_read(language, text, kind, value, unit):
    fact = next(fact for fact in find(text, language) if fact.kind != "name")
    assert (fact.kind, fact.value, fact.unit) == (kind, Decimal(value), unit)


TWINS = [
    ("Growth was 3 percent.", "Growth was 3 %."),
    ("The economy grew by 2 to 3 percent last year.", "The economy grew by 2-3% last year."),
    ("Die Wirtschaft wuchs um 2 bis 3 Prozent.", "Die Wirtschaft wuchs um 2-3 %."),
    ("L'économie a crû de 2 à 3 pour cent.", "L'économie a crû de 2-3 %."),
    ("L'economia è cresciuta tra il 2 e il 3 per cento.", "L'economia è cresciuta del 2-3%."),
    ("The film drew 1.5 million people.", "The film drew 1.5m people."),
    ("Some 20 thousand people came.", "Some 20k people came."),
    ("The project costs $20 million to $30 million.", "The project costs $20 to $30 million."),
    ("Das Heft kostet 5 Euro.", "Das Heft kostet 5,- Euro."),
    ("Il mesure 1,80 m.", "Il mesure 1m80."),
    ("He is 5 feet 11 inches tall.", "He is 5'11\" tall."),
    ("La ville compte 183 écoles.", "La ville compte cent quatre-vingt-trois écoles."),
]
OTHERS = [
    ("Growth was 4 percent.", "Growth was 3 %."),
    ("Die Wirtschaft wuchs um 2 bis 4 Prozent.", "Die Wirtschaft wuchs um 2-3 %."),
    ("L'économie a crû de 3 points.", "L'économie a crû de 3 %."),
    ("The film drew 2.5 million people.", "The film drew 1.5m people."),
    ("The project costs at least $20.", "The project costs $20 to $30 million."),
    ("Das Heft kostet 5 Franken.", "Das Heft kostet 5,- Euro."),
    ("Il mesure 1m80.", "Il mesure 1,60 m."),
    ("He is 5'9\" tall.", "He is 5 feet 11 inches tall."),
    ("La ville compte 127 écoles.", "La ville compte cent quatre-vingt-trois écoles."),
]


@pytest.mark.parametrize(("claim", "quote"), TWINS)
def test_a_figure_in_another_form_is_the_same(claim, quote):
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(("claim", "quote"), OTHERS)
def test_another_figure_is_not(claim, quote):
    assert check(claim, [quote]).verdict != "supported"
