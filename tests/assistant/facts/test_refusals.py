"""Deeds that were refused or left undone, read in four languages."""

from __future__ import annotations

import pytest

from assistant import check
from assistant.facts import Language
from assistant.facts.direction.refusals import refusals


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "She refused point-blank to be photographed.", "photographed"),
        ("en", "The board's failure to publish the report angered them.", "publish"),
        ("en", "He refrained from voting.", "voting"),
        ("en", "They avoided paying the toll.", "paying"),
        ("en", "The guards refused him entry.", "entry"),
        ("fr", "Elle a refusé de se présenter.", "présenter"),
        ("fr", "Il renonça à l'achat du moulin.", "achat"),
        ("fr", "Ils se sont abstenus de voter.", "voter"),
        ("de", "Er lehnte es ab, an der Sitzung teilzunehmen.", "teilzunehmen"),
        ("de", "Den Vertrag zu unterzeichnen, lehnte sie ab.", "unterzeichnen"),
        ("de", "Die Bank verzichtete auf die Prüfung.", "prüfung"),
        ("de", "Sie scheiterten daran, den Gipfel zu erreichen.", "erreichen"),
        ("it", "Si è rifiutata di rispondergli.", "rispondergli"),
        ("it", "Il comune ha omesso di avvertire i residenti.", "avvertire"),
        ("it", "La banca ha rinunciato all'acquisto.", "acquisto"),
    ],
)
def test_the_deed_that_a_verb_refuses(language: Language, text: str, deed: str) -> None:
    found = refusals(text, language)
    assert [refusal.deed for refusal in found.deeds] == [deed]
    assert found.denied == 0


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("en", "The union did not refuse to sign.", 1),
        ("fr", "Le syndicat n'a pas refusé de signer.", 1),
        ("de", "Die Gewerkschaft weigerte sich nicht, zu unterzeichnen.", 1),
        ("it", "Il sindacato non ha rifiutato di firmare.", 1),
        ("en", "Prices declined to 3 euros.", 0),
        ("en", "The bank failed and the mill closed.", 0),
        ("fr", "Le déclin de la ville a commencé.", 0),
        ("de", "Sie lehnte sich an die Wand.", 0),
        ("it", "La tassa sui rifiuti è salita.", 0),
    ],
)
def test_what_is_not_refused(language: Language, text: str, denied: int) -> None:
    found = refusals(text, language)
    assert not [refusal for refusal in found.deeds if not refusal.is_noun]
    assert found.denied == denied


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The union did not refuse to sign the contract.", "Le syndicat a signé le contrat."),
        ("Il sindacato non ha firmato il contratto.", "The union refused to sign the contract."),
        ("The council signed it.", "The council refused to pay the ferry but signed it."),
        ("Der Rat unterschrieb am Montag.", "The council refused to sign, then signed on Monday."),
    ],
)  # fmt: skip
def test_what_is_carried_beside_a_refusal(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "contradicted"
