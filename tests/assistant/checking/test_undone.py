"""Deeds that did not happen, or not yet: escaped, called off, prevented, still to come."""

from __future__ import annotations

import pytest
from by_hand import rows

from assistant import check
from assistant.facts import Language
from assistant.facts.direction.implicatives import not_done
from assistant.facts.text.tenses import only_past, only_to_come

ROWS = rows("undone.tsv")


def verdict(claim: str, row: list[str]) -> str:
    return check(claim, [row[2]], claim_language=row[0], quote_languages=[row[1]]).verdict


@pytest.mark.parametrize("row", [row for row in ROWS if row[3]], ids=lambda row: row[3][:40])
def test_what_did_not_happen_is_not_shown_as_done(row: list[str]) -> None:
    assert verdict(row[3], row) != "supported"


@pytest.mark.parametrize("row", [row for row in ROWS if row[4]], ids=lambda row: row[4][:40])
def test_what_says_so_or_speaks_of_something_else_stays_supported(row: list[str]) -> None:
    assert verdict(row[4], row) == "supported"


@pytest.mark.parametrize(
    ("language", "claim", "quote"),
    [
        ("en", "The baker was fined.", "The baker escaped a fine."),
        ("fr", "Le conseil a vendu le moulin.", "Le conseil a renoncé à vendre le moulin."),
        ("de", "Der Bischof hat Tolm besucht.", "Der Bischof hat seinen Besuch in Tolm abgesagt."),
        ("it", "Il vescovo ha visitato Pavone.", "Il vescovo ha annullato la visita a Pavone."),
    ],
)  # fmt: skip
def test_what_the_quote_denies_contradicts(language: Language, claim: str, quote: str) -> None:
    assert check(claim, [quote], claim_language=language).verdict == "contradicted"


@pytest.mark.parametrize(
    ("language", "claim", "quote"),
    [
        ("en", "The baker was not fined.", "The baker escaped a fine."),
        ("en", "The dairy avoided bankruptcy.", "The dairy did not go bankrupt."),
        ("de", "Die Chefin will nicht zurücktreten.", "Die Chefin schliesst einen Rücktritt aus."),
    ],
)  # fmt: skip
def test_who_denies_the_same_is_not_contradicted(
    language: Language, claim: str, quote: str
) -> None:
    assert check(claim, [quote], claim_language=language).verdict != "contradicted"


@pytest.mark.parametrize(
    ("language", "text", "deeds"),
    [
        ("en", "The council dropped its plan to build a tunnel.", ["build"]),
        ("en", "The bishop's visit to Lorn was cancelled.", ["visit"]),
        ("en", "The council could not avoid a strike.", []),
        ("en", "They met to avoid a strike.", []),
        ("fr", "La mairie a abandonné son projet de tunnel.", ["tunnel"]),
        ("fr", "La mairie n'a pas évité la grève.", []),
        ("de", "Die Hilfe wendete eine Hungersnot auf der Insel ab.", ["hungersnot"]),
        ("de", "Gestern hat die Chefin den Streik abgesagt.", ["streik"]),
        ("de", "Die Messe fand statt.", []),
        ("de", "Der Verband hat den Spieler ausgeschlossen.", []),
        ("it", "Il consiglio ha restaurato il mulino anziché venderlo.", ["vendere"]),
        ("it", "La visita del vescovo è stata annullata.", ["visita"]),
    ],
)  # fmt: skip
def test_the_deed_that_did_not_happen(language: Language, text: str, deeds: list[str]) -> None:
    assert [found.deed for found in not_done(text, language)] == deeds


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shop in Lorn to close"), ("en", "The law comes into force next month."),
        ("fr", "La loi entre en vigueur en janvier."), ("de", "Das Museum öffnet im März."),
        ("it", "Il museo apre il 3 marzo."),
    ],
)  # fmt: skip
def test_what_is_to_come_without_a_future(language: Language, text: str) -> None:
    assert only_to_come(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Vaccine teaches immune system to recognise cells"),
        ("en", "The shop, opened in 1964, closes next month."),
        ("fr", "La loi entre en vigueur en janvier 1964."), ("de", "Am nächsten Tag kam er."),
    ],
)  # fmt: skip
def test_what_is_not_only_to_come(language: Language, text: str) -> None:
    assert not only_to_come(text, language)


def test_an_english_past_that_looks_like_the_present() -> None:
    assert only_past("The firm cut 300 jobs.", "en")
    assert not only_past("The firms cut 300 jobs.", "en")
