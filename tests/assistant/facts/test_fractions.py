"""Fractions in words, and the ordinals, parties, districts and hours that look like them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.facts import Language, find
from assistant.facts.figures.fractions import said_fractions
from assistant.facts.figures.multiples import multiples


@pytest.mark.parametrize(("language", "text", "value", "change"), [
    ("en", "Exports fell by a third.", "0.33", True),
    ("en", "One quarter of the seats are hers.", "0.25", False),
    ("en", "Output was halved.", "0.5", True),
    ("en", "Two-thirds of them agree.", "0.67", False),
    ("fr", "Les ventes ont baissé d'un cinquième.", "0.2", True),
    ("fr", "Il veut réduire d'un quart ses effectifs.", "0.25", True),
    ("fr", "Les trois quarts des élèves lisent.", "0.75", False),
    ("fr", "Deux fois moins de trains circulent.", "0.5", True),
    ("de", "Die Preise sanken um ein Viertel.", "0.25", True),
    ("de", "Drei Fünftel der Wähler kamen.", "0.6", False),
    ("de", "Der Umsatz hat sich halbiert.", "0.5", True),
    ("it", "I prezzi sono calati di un terzo.", "0.33", True),
    ("it", "Due terzi delle case sono vuote.", "0.67", False),
    ("it", "Il debito si è dimezzato.", "0.5", True),
])  # fmt: skip
def test_a_fraction_is_read(language: Language, text: str, value: str, change: bool) -> None:
    (found,) = said_fractions(text, language)
    assert (round(found.value, 2), found.change) == (Decimal(value), change)
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(("language", "text"), [
    ("en", "A third bridge was built by a third party in the first half."),
    ("en", "He came at a quarter past six, two and a half hours late, in the third quarter."),
    ("fr", "Un cinquième pont a été vendu à un tiers à six heures et quart."),
    ("fr", "Il a perdu en quarts de finale, au premier trimestre, dans le troisième quartier."),
    ("de", "Das alte Viertel liegt am Fluss; um Viertel nach sechs begann die zweite Hälfte."),
    ("de", "Ein dritter Mann wohnt in einem Viertel am See."),
    ("it", "Un terzo ponte è stato venduto a un terzo nella prima metà degli anni Venti."),
    ("it", "A metà anno il quartiere ha perso il quarto di finale in un quarto d'ora."),
])  # fmt: skip
def test_an_ordinal_a_party_and_an_hour_are_none(language: Language, text: str) -> None:
    assert not said_fractions(text, language)


@pytest.mark.parametrize(("language", "text", "times"), [
    ("en", "Sales doubled last year.", 2), ("en", "Sales doubled in March.", 2),
    ("fr", "Trois fois plus de trains circulent.", 3),
    ("de", "Es fahren dreimal so viele Züge.", 3),
    ("it", "Ci sono tre volte più treni.", 3),
])  # fmt: skip
def test_so_many_times_as_much(language: Language, text: str, times: int) -> None:
    assert multiples(text, language) == {times}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Four times fewer trains run."), ("fr", "Quatre fois moins de trains circulent."),
    ("de", "Es fahren viermal weniger Züge."), ("it", "Ci sono quattro volte meno treni."),
])  # fmt: skip
def test_so_many_times_less_is_a_part(language: Language, text: str) -> None:
    assert multiples(text, language) == {Decimal("0.25")}


@pytest.mark.parametrize(("language", "text", "value"), [
    ("fr", "Il a marqué un cinquième but.", 5), ("it", "Un terzo ponte sarà costruito.", 3),
])  # fmt: skip
def test_an_ordinal_behind_an_article_is_no_part(language: Language, text: str, value: int) -> None:
    (fact,) = find(text, language)
    assert (fact.value, fact.precision) == (value, "ordinal")
