"""Raised endings and shortened centuries, and which part of a time is told."""

from __future__ import annotations

import pytest

from assistant.facts import Language, find
from assistant.facts.dates.time_parts import time_parts
from assistant.facts.text.written import written_out


@pytest.mark.parametrize(("written", "full"), [
    ("au XVIIᵉ siècle", "au XVIIe siècle"),
    ("le 1ᵉʳ mai", "le 1er mai"),
    ("the 17ᵗʰ century", "the 17th century"),
    ("au 17<sup>e</sup> siècle", "au 17e siècle"),
    ("im 17. Jh. erbaut", "im 17. Jahrhundert erbaut"),
    ("nel sec. XVII", "nel secolo XVII"),
    ("in 280 BCE", "in 280 BC"),
    ("en 280 avant notre ère", "en 280 av. J.-C."),
    ("280 vor Christus", "280 v. Chr."),
    ("nel III secolo avanti Cristo", "nel III secolo a.C."),
    ("10<sup>6</sup> et xᵉ", "10<sup>6</sup> et xᵉ"),
    ("un sec. dopo Cristo Re", "un sec. dopo Cristo Re"),
])  # fmt: skip
def test_a_text_is_read_as_if_written_out(written: str, full: str) -> None:
    assert written_out(written) == full
    assert written_out(full) == full


@pytest.mark.parametrize(("language", "text", "keys"), [
    ("it", "nei secoli XII e XIII", ["c12", "c13"]),
    ("it", "nel secolo XVII", ["c17"]),
    ("en", "in the XVIIth century", ["c17"]),
])  # fmt: skip
def test_a_century_is_read(language: Language, text: str, keys: list[str]) -> None:
    assert [fact.key for fact in find(text, language) if fact.kind == "date"] == keys


@pytest.mark.parametrize(("language", "text", "value"), [
    ("fr", "Le IIe millénaire", 2), ("it", "È la XX edizione della gara.", 20),
])  # fmt: skip
def test_a_roman_numeral_is_an_ordinal(language: Language, text: str, value: int) -> None:
    (fact,) = [fact for fact in find(text, language) if fact.precision == "ordinal"]
    assert fact.value == value
    assert text[fact.start : fact.end] == fact.text


def test_the_number_of_a_king_is_none() -> None:
    assert not [fact for fact in find("Luigi XIV morì nel 1715.", "it") if fact.value == 14]


@pytest.mark.parametrize(("language", "text", "part"), [
    ("en", "in early May", "begin"), ("en", "in mid-2019", "middle"), ("en", "late winter", "end"),
    ("fr", "à la fin des années 1990", "end"), ("fr", "à la mi-mai", "middle"),
    ("fr", "La guerre a pris fin en mai 2019.", ""),
    ("de", "Mitte der 1990er Jahre", "middle"), ("de", "Anfang Mai", "begin"),
    ("it", "all'inizio del XIX secolo", "begin"), ("it", "nella prima metà del 2019", ""),
    ("it", "a fine maggio", "end"),
])  # fmt: skip
def test_a_part_of_a_time_is_told(language: Language, text: str, part: str) -> None:
    assert [told.part for told in time_parts(text, language)] == ([part] if part else [])


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Open from 10 to 6pm."), ("en", "Open between 10 and 6 pm."),
    ("fr", "Ouvert de 10 à 18 h."), ("de", "Geöffnet von 10 bis 18 Uhr."),
    ("it", "Aperto dalle 10 alle 18."),
])  # fmt: skip
def test_the_hour_of_a_span_that_is_written_bare_is_a_time(language: Language, text: str) -> None:
    assert [fact.key for fact in find(text, language) if fact.kind == "time"] == ["10:00", "18:00"]
