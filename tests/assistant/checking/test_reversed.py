"""Claims that say the reverse of their quote: *bought* for *sold*, the doer for the done-to."""

from __future__ import annotations

import pytest
from by_hand import HALF, TRUE, WRONG, rows, supported

from assistant import check
from assistant.facts import Language
from assistant.facts.deeds.roles import changed_places
from assistant.facts.direction.opposites import poles
from assistant.facts.tables import table

ROWS = rows("reversed.tsv")


@pytest.mark.parametrize("half", ["develop", "confirm"])
def test_at_most_one_in_ten_reversed_claims_is_shown_as_supported(half: str) -> None:
    own = [row for row in ROWS if row[HALF] == half]
    count = len(own)
    assert count >= 30
    assert len(supported(own, WRONG)) <= count // 10
    assert len(supported(own, TRUE)) >= 0.95 * count, "what is true stays supported"


def test_every_opposition_has_both_sides_in_all_four_languages() -> None:
    for pair in table("polarity")["opposites"]:
        for language in ("en", "fr", "de", "it"):
            one, other = (set(side.split()) for side in pair[language])
            assert one, pair["en"]
            assert other, pair["en"]
            assert not one & other, pair["en"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "prices rose", "prices fell"),
        ("en", "the offer was approved", "the offer was turned down"),
        ("fr", "les prix ont augmenté", "les prix ont baissé"),
        ("de", "er stieg auf den ersten Platz auf", "er stieg in die zweite Liga ab"),
        ("de", "sie nahmen den Antrag an", "sie lehnten den Antrag ab"),
        ("it", "i prezzi sono saliti", "i prezzi sono scesi"),
    ],
)  # fmt: skip
def test_two_sides_of_one_opposition(language: Language, one: str, other: str) -> None:
    here, there = poles(one.split(), language), poles(other.split(), language)
    assert any((n, "other" if side == "one" else "one") in there for n, side in here)
    assert not here & there


def test_the_first_part_of_a_german_verb_alone_does_not_count() -> None:
    down = poles("der verein stieg ab".split(), "de")
    fell = poles("die preise fielen".split(), "de")
    assert fell
    assert fell <= down
    assert down.isdisjoint(poles("die preise stiegen".split(), "de"))


@pytest.mark.parametrize(
    ("claim", "quote", "spoken", "tongue", "turned"),
    [
        ("Kessler sued Brand.", "Brand sued Kessler.", "en", "en", True),
        ("Kessler sued Brand.", "Brand was sued by Kessler.", "en", "en", False),
        ("Kessler was sued by Brand.", "Kessler sued Brand.", "en", "en", True),
        ("Kessler verklagte Morand.", "Morand a poursuivi Kessler.", "de", "fr", True),
        ("Kessler wurde von Morand verklagt.", "Morand a poursuivi Kessler.", "de", "fr", False),
        ("Kessler è stato battuto da Morand.", "Kessler beat Morand.", "it", "en", True),
        ("Kessler and Morand met.", "Morand and Kessler met.", "en", "en", False),
        ("Sono giunti da Pisa a Verona.", "They came to Verona from Pisa.", "it", "en", False),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(
    claim: str, quote: str, spoken: Language, tongue: Language, turned: bool
) -> None:
    assert changed_places(claim, quote, spoken, tongue) is turned
    assert changed_places(quote, claim, tongue, spoken) is turned


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        (
            "Il sindaco ha venduto la collezione a un privato.",
            "Il sindaco ha rifiutato di vendere la collezione a un privato.",
        ),
        ("Personne n'a été blessé.", "Drei Menschen wurden verletzt."),
        ("Die Wölfe sind nicht mehr geschützt.", "Wolves are protected."),
    ],
)  # fmt: skip
def test_a_refusal_and_nobody_are_denials(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "contradicted"
