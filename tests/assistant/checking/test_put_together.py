"""Claims that are made of the words of their quotes and say something else, in four languages."""

from __future__ import annotations

import pytest

from assistant import check

_HALF = {
    "en": ("All the members of the council backed the plan for the harbour.",
           "Half of the members of the council backed the plan for the harbour."),
    "fr": ("Tous les membres du conseil ont appuyé le plan du port.",
           "La moitié des membres du conseil a appuyé le plan du port."),
    "de": ("Alle Mitglieder des Rates stützten den Plan für den Hafen.",
           "Die Hälfte der Mitglieder des Rates stützte den Plan für den Hafen."),
    "it": ("Tutti i membri del consiglio hanno appoggiato il piano del porto.",
           "La metà dei membri del consiglio ha appoggiato il piano del porto."),
}  # fmt: skip
_VOTE = {
    "en": ("The council voted for the budget.", "The council voted against the budget."),
    "fr": ("Le conseil a voté pour le budget.", "Le conseil a voté contre le budget."),
    "de": ("Der Rat stimmte für den Haushalt.", "Der Rat stimmte gegen den Haushalt."),
    "it": ("Il consiglio ha votato a favore del bilancio.",
           "Il consiglio ha votato contro il bilancio."),
}  # fmt: skip
_BODY = {
    "en": ("NATO sent 200 soldiers to Kolm.", "The United Nations sent 200 soldiers to Kolm."),
    "fr": ("L'OTAN a envoyé 200 soldats à Kolm.", "L'ONU a envoyé 200 soldats à Kolm."),
    "de": ("Die NATO schickte 200 Soldaten nach Kolm.", "Die UNO schickte 200 Soldaten nach Kolm."),
    "it": ("La NATO ha inviato 200 soldati a Kolm.", "L'ONU ha inviato 200 soldati a Kolm."),
}  # fmt: skip
_OMITTED = {
    "en": ("The mayor signed the contract.", "The mayor failed to sign the contract."),
    "fr": ("Le maire a signé le contrat.", "Le maire a omis de signer le contrat."),
    "de": ("Der Bürgermeister unterzeichnete den Vertrag.",
           "Der Bürgermeister versäumte es, den Vertrag zu unterzeichnen."),
    "it": ("Il sindaco ha firmato il contratto.", "Il sindaco ha omesso di firmare il contratto."),
}  # fmt: skip
_DENIED = {
    "en": ("The harbour cost 84 million euros.",
           "The mayor denies that the harbour cost 84 million euros."),
    "fr": ("Le port a coûté 84 millions d’euros.",
           "Le maire dément que le port ait coûté 84 millions d’euros."),
    "de": ("Der Hafen kostete 84 Millionen Euro.",
           "Der Bürgermeister bestreitet, dass der Hafen 84 Millionen Euro kostete."),
    "it": ("Il porto è costato 84 milioni di euro.",
           "Il sindaco nega che il porto sia costato 84 milioni di euro."),
}  # fmt: skip
_OPPOSED = {
    "all and half": _HALF, "vote": _VOTE, "body": _BODY, "omitted": _OMITTED, "denied": _DENIED,
}  # fmt: skip
_PAIRS = [(a, b) for a in ("en", "fr", "de", "it") for b in ("en", "fr", "de", "it")]


def _verdict(claim: str, spoken: str, quote: str, tongue: str) -> str:
    return check(claim, [quote], claim_language=spoken, quote_languages=[tongue]).verdict


@pytest.mark.parametrize("said", _OPPOSED)
@pytest.mark.parametrize(("spoken", "tongue"), _PAIRS)
def test_each_side_is_carried_by_itself_and_never_by_the_other(said, spoken, tongue) -> None:
    claims, quotes = _OPPOSED[said][spoken], _OPPOSED[said][tongue]
    for i in (0, 1):
        assert _verdict(claims[i], spoken, quotes[1 - i], tongue) != "supported", (i, "exchanged")
        if spoken == tongue:
            assert _verdict(claims[i], spoken, quotes[i], tongue) == "supported", (i, "the same")


@pytest.mark.parametrize(
    ("language", "claim", "two", "one"),
    [
        ("en", "Karin Ostberg, who opened the harbour, refused to attend.",
         "Karin Ostberg opened the harbour. Brandt refused to attend.",
         "Karin Ostberg opened the harbour. She refused to attend."),
        ("fr", "Karin Ostberg, qui a ouvert le port, a refusé de venir.",
         "Karin Ostberg a ouvert le port. Brandt a refusé de venir.",
         "Karin Ostberg a ouvert le port. Elle a refusé de venir."),
        ("de", "Karin Ostberg, die den Hafen eröffnete, weigerte sich zu kommen.",
         "Karin Ostberg eröffnete den Hafen. Brandt weigerte sich zu kommen.",
         "Karin Ostberg eröffnete den Hafen. Sie weigerte sich zu kommen."),
        ("it", "Karin Ostberg, che ha aperto il porto, ha rifiutato di venire.",
         "Karin Ostberg ha aperto il porto. Brandt ha rifiutato di venire.",
         "Karin Ostberg ha aperto il porto. Ha rifiutato di venire."),
    ],
)  # fmt: skip
def test_what_is_said_by_the_way_is_said_of_the_same_person(language, claim, two, one) -> None:
    assert _verdict(claim, language, two, language) != "supported"
    assert _verdict(claim, language, one, language) == "supported"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The nurse called the doctor.", "The doctor called the nurse."),
        ("fr", "L'infirmière a appelé le médecin.", "Le médecin a appelé l'infirmière."),
        ("de", "Die Krankenschwester rief den Arzt.", "Der Arzt rief die Krankenschwester."),
        ("it", "L'infermiera ha chiamato il medico.", "Il medico ha chiamato l'infermiera."),
    ],
)
def test_two_nouns_that_changed_places_are_told(language, one, other) -> None:
    assert _verdict(one, language, other, language) == "contradicted"
    assert _verdict(other, language, one, language) == "contradicted"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Den Arzt rief die Krankenschwester.", "Die Krankenschwester rief den Arzt."),
        ("en", "The nurse met the doctor.", "The doctor met the nurse."),
        ("en", "The winner was the mayor.", "The mayor was the winner."),
        ("fr", "Le médecin a rencontré l'infirmière.", "L'infirmière a rencontré le médecin."),
        ("it", "Il vincitore era il sindaco.", "Il sindaco era il vincitore."),
    ],
)
def test_an_order_that_changes_nothing_is_let_pass(language, one, other) -> None:
    assert _verdict(one, language, other, language) == "supported"
