"""The evaluation's own reading of figures and dates, in the four languages."""

from decimal import Decimal

import pytest

from evals.text.values import dates, names_date, numbers, parse_iso


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("138 billion dollars", "en", "138e9"),
        ("138 milliards de dollars", "fr", "138e9"),
        ("138 Milliarden Dollar", "de", "138e9"),
        ("138 miliardi di dollari", "it", "138e9"),
        ("1 000 milliards de yuans", "fr", "1e12"),
        ("1\u202f000 milliards", "fr", "1e12"),
        ("mille miliardi di yuan", "it", "1e12"),
        ("a thousand billion yuan", "en", "1e12"),
        ("one trillion yuan", "en", "1e12"),
        ("eine Billion Yuan", "de", "1e12"),
        ("11,2 Billionen Rubel", "de", "11.2e12"),
        ("11,2 Billionen Rubel", "en", "11.2e12"),
        ("11.2 trillion roubles", "en", "11.2e12"),
        ("11,2 mila miliardi", "it", "11.2e12"),
        ("1,75 milliards d'euros", "fr", "1.75e9"),
        ("1.75 billion", "en", "1.75e9"),
        ("200 Mrd. Rubel", "de", "200e9"),
        ("3,5 Mio. Franken", "de", "3.5e6"),
        ("1'234.50 Franken", "de", "1234.5"),
        ("1.234,5 Euro", "de", "1234.5"),
        ("1,234.5 euros", "en", "1234.5"),
        ("1.234.567", "it", "1234567"),
        ("sur cinq ans", "fr", "5"),
        ("over five years", "en", "5"),
        ("fünf Jahre", "de", "5"),
        ("cinque anni", "it", "5"),
        ("eighty-one per cent", "en", "81"),
        ("quatre-vingt-onze pour cent", "fr", "91"),
        ("soixante et onze", "fr", "71"),
        ("Einundachtzig Prozent", "de", "81"),
        ("Dreißig Jahre", "de", "30"),
        ("ventitré mesi", "it", "23"),
        ("ottantotto", "it", "88"),
        ("eighteen months", "en", "18"),
    ],
)
def test_a_figure_is_read_wherever_it_is_written(text, language, value):
    assert Decimal(value) in numbers(text, language)


@pytest.mark.parametrize(
    ("text", "language", "not_this"),
    [
        ("138 billion", "fr", "138e9"),  # 10^12 in French
        ("138 billion", "en", "138e12"),
        ("11 2000 milliards", "fr", "11.2e12"),  # the misprint stays a misprint
        ("138 Millionen", "de", "138e9"),
        ("un investimento", "it", "1"),  # an article, not a figure
        ("sur 15 ans", "fr", "5"),  # a number that ends with the right digit is not right
        ("1,75 Milliarden", "de", "175e9"),
        ("twentyish", "en", "20"),
        ("eighty-one", "en", "1"),
    ],
)
def test_a_figure_is_not_read_where_it_is_not(text, language, not_this):
    assert Decimal(not_this) not in numbers(text, language)


def test_one_point_and_three_digits_may_be_either():
    assert numbers("1.234", "en") == {Decimal("1.234"), Decimal(1234)}


def test_no_figure():
    assert numbers("", "en") == numbers("nothing here", "en") == set()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 23 January 2025", (2025, 1, 23)),
        ("January 23, 2025", (2025, 1, 23)),
        ("January 23rd", (None, 1, 23)),
        ("le 1er janvier", (None, 1, 1)),
        ("le 11 décembre dernier", (None, 12, 11)),
        ("Am 11. Dezember", (None, 12, 11)),
        ("l’1 gennaio", (None, 1, 1)),
        ("dell'11 dicembre 2024", (2024, 12, 11)),
        ("23.01.2025", (2025, 1, 23)),
        ("30/12/2024", (2024, 12, 30)),
        ("2025-01-23", (2025, 1, 23)),
        ("im März 2024", (2024, 3, None)),
        ("d'ici 2030.", (2030, None, None)),
    ],
)
def test_a_date_is_read_wherever_it_is_written(text, day):
    assert day in dates(text)


def test_a_coarser_date_is_not_enough_and_a_finer_one_is():
    assert names_date((None, 12, 11), "le 11 décembre 2024")
    assert names_date((2030, None, None), "bis zum 1. Mai 2030")
    assert not names_date((None, 12, 11), "en décembre 2024")
    assert not names_date((2024, 12, 30), "le 30 décembre")


def test_iso_forms():
    assert parse_iso("2030") == (2030, None, None)
    assert parse_iso("2025-01") == (2025, 1, None)
    assert parse_iso("2024-12-30") == (2024, 12, 30)
    assert parse_iso("--12-11") == (None, 12, 11)
    assert parse_iso("next week") is parse_iso("") is parse_iso("-") is None
