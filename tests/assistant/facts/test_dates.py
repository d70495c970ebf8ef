from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.facts import LANGUAGES, Language, find, render

DAY = datetime.date(2025, 1, 30)


def keys(text: str, language: Language, today: datetime.date | None = None) -> list[str]:
    return [f.key for f in find(text, language, today) if f.kind in ("date", "time")]


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "on 23 January 2025", "2025-01-23"),
        ("en", "September 30, 2018", "2018-09-30"),
        ("fr", "le 1er janvier", "--01-01"),
        ("fr", "datée du 23 janvier", "--01-23"),
        ("de", "am 11. Dezember", "--12-11"),
        ("it", "l’1 gennaio", "--01-01"),
        ("it", "nel giugno del 2019", "2019-06"),
        ("en", "the 19th century", "c19"),
        ("fr", "au XIXe siècle", "c19"),
        ("fr", "au huitième siècle", "c8"),
        ("de", "im 19. Jahrhundert", "c19"),
        ("it", "nel XIX secolo", "c19"),
        ("en", "in the 1980s", "198x"),
        ("fr", "les années 80", "198x"),
        ("de", "in den achtziger Jahren", "198x"),
        ("it", "gli anni Ottanta", "198x"),
        ("de", "am Samstagnachmittag", "W6"),
        ("it", "che nel 2017 ha ricevuto", "2017"),
    ],
)
def test_dates(language: Language, text: str, key: str) -> None:
    assert keys(text, language) == [key]


def test_the_language_decides_the_order_of_day_and_month() -> None:
    assert {language: keys("03/04/2025", language) for language in LANGUAGES} == {
        "en": ["2025-03-04"], "fr": ["2025-04-03"], "de": ["2025-04-03"], "it": ["2025-04-03"],
    }  # fmt: skip
    (fact,) = find("03/04/2025", "en")
    assert fact.also == "2025-04-03"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "She may march."), ("fr", "M. Mars"), ("en", "May said so")]
)
def test_words_that_only_look_like_months(language: Language, text: str) -> None:
    assert keys(text, language) == []


def test_relative_dates_need_the_day_of_the_article() -> None:
    texts: list[tuple[Language, str]] = [
        ("en", "last month"), ("fr", "le mois dernier"), ("de", "letzten Monat"),
        ("it", "il mese scorso"),
    ]  # fmt: skip
    for language, text in texts:
        assert keys(text, language) == [""]
        assert keys(text, language, DAY) == ["2024-12"]
    assert keys("ieri", "it", DAY) == keys("gestern", "de", DAY) == ["2025-01-29"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "at 5.30pm"), ("fr", "à 17h30"), ("de", "um 17.30 Uhr"), ("it", "alle 17:30")],
)
def test_one_clock_time_in_four_languages(language: Language, text: str) -> None:
    assert keys(text, language) == ["17:30"]


@given(st.sampled_from(LANGUAGES), st.dates(datetime.date(1000, 1, 1), datetime.date(2099, 1, 1)))
def test_dates_written_in_a_language_are_read_back(language: Language, day: datetime.date) -> None:
    (fact,) = find(day.isoformat(), "en")
    assert fact.key == day.isoformat()
    assert keys(render(fact, language), language) == [day.isoformat()]
