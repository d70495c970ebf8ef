"""A name that begins with a small word is one name, in the four languages."""

from __future__ import annotations

import pytest

from assistant import check, is_named, names_of
from assistant.facts import Language


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Ursula von der Leyen met O'Neill.", ("Ursula von der Leyen", "O'Neill")),
        ("en", "De Gaulle resigned in 1969.", ("De Gaulle",)),
        ("en", "Mohammed bin Salman agreed.", ("Mohammed bin Salman",)),
        ("en", "It was Bashar al-Assad.", ("Bashar al-Assad",)),
        ("fr", "Selon von der Leyen, il faut agir.", ("von der Leyen",)),
        ("fr", "Le président de Gaulle a parlé.", ("de Gaulle",)),
        ("fr", "Le président de France a parlé.", ("France",)),
        ("fr", "Marine Le Pen et David Ben Gourion", ("Marine Le Pen", "David Ben Gourion")),
        ("de", "Präsidentin von der Leyen sprach.", ("von der Leyen",)),
        ("de", "Es traf Alexander Van der Bellen ein.", ("Alexander Van der Bellen",)),
        ("de", "Der Sprecher von Siemens sagte das.", ("Siemens",)),
        ("de", "Er kam von der Arbeit und von der Partei.", ()),
        ("it", "Di Maio ha incontrato Della Vedova.", ("Di Maio", "Della Vedova")),
        ("it", "Il presidente de Gaulle parlò.", ("de Gaulle",)),
        ("it", "Di Roma si parla molto.", ("Roma",)),
    ],
)
def test_particles_belong_to_their_name(
    language: Language, text: str, names: tuple[str, ...]
) -> None:
    assert names_of(text, language) == names


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("von der Leyen", "die Rede von Leyens"),
        ("De Gaulle", "le général de Gaulle"),
        ("Le Pen", "Marine Le Pen"),
        ("Di Maio", "Luigi di Maio"),
    ],
)
def test_with_and_without_its_particle_a_name_is_one(name: str, text: str) -> None:
    assert is_named(name, text)


def test_of_two_names_with_one_particle_each_is_its_own() -> None:
    assert not is_named("de Villepin", "le général de Gaulle")


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Von der Leyen a promis des aides.", "Ursula von der Leyen versprach Hilfen."),
        ("Van der Bellen signed on 5 May.", "Il 5 maggio ha firmato Alexander Van der Bellen."),
        ("Di Maio hat den Vertrag unterzeichnet.", "Luigi Di Maio signed the contract."),
        ("De Gaulle a quitté Londres en 1944.", "Charles de Gaulle left London in 1944."),
    ],
)
def test_a_claim_may_say_less_of_a_name(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Von der Leyen a promis des aides.", "Alexander Van der Bellen versprach Hilfen."),
        ("De Villepin left London in 1944.", "Charles de Gaulle a quitté Londres en 1944."),
        ("Di Pietro signed the contract.", "Luigi Di Maio ha firmato il contratto."),
        ("Bin Laden ha firmato il contratto.", "Mohammed bin Salman signed the contract."),
    ],
)
def test_another_name_with_the_same_particle_is_another_one(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"
