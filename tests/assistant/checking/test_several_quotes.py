"""Quotes beside each other: none may lend a claim what it needs, or hide what contradicts it."""

import itertools

import pytest

from assistant import check

RANK = {"contradicted": 0, "unsupported": 1, "supported": 2}

HARBOUR = "The harbour cost 84 million euros, 12 million more than planned."
PORT = "Le port a coûté 84 millions d'euros, soit 12 millions de plus que prévu."
HAFEN = "Der Hafen kostete 84 Millionen Euro, 12 Millionen mehr als geplant."
PORTO = "Il porto è costato 84 milioni di euro, 12 milioni in più del previsto."
FALSE = [
    (HARBOUR, "The stadium cost 84 million euros."),
    (HARBOUR, "The harbour cost 84 million euros and was paid for by Russia."),
    (HARBOUR, "The harbour of Rotterdam cost 84 million euros."),
    (HARBOUR, "The harbour cost 84 million euros, 12 million less than planned."),
    (HARBOUR, "The harbour never cost 84 million euros."),
    (PORT, "Le stade a coûté 84 millions d'euros, soit 12 millions de plus que prévu."),
    (HAFEN, "Der Hafen kostete 84 Millionen Euro, 12 Millionen weniger als geplant."),
    (HAFEN, "Der Hafen von Rotterdam kostete 84 Millionen Euro."),
    (PORTO, "Il porto è costato 84 milioni di euro, 12 milioni in meno del previsto."),
    (PORTO, "Il porto di Genova è costato 84 milioni di euro."),
]
UNRELATED = [
    "L'usine avait ouvert en 1968.",
    "La mairie n'a jamais répondu à Russia Today.",
    "Die Fabrik wurde 1968 nicht eröffnet.",
    "In Rotterdam schien gestern die Sonne.",
    "The stadium was built by a club from Genoa.",
    "Fewer children than last year go to school on foot.",
    "Il sindaco di Genova è partito per Roma.",
    "A Rotterdam i gatti non mangiano pesce.",
]


def verdict(claim, *quotes):
    return check(claim, quotes).verdict


@pytest.mark.parametrize(("quote", "claim"), FALSE)
def test_an_unrelated_quote_never_raises_a_verdict(quote, claim):
    alone = RANK[verdict(claim, quote)]
    assert alone < RANK["supported"]
    for other in UNRELATED:
        for quotes in ((quote, other), (other, quote)):
            assert RANK[verdict(claim, *quotes)] <= alone, other
    assert RANK[verdict(claim, quote, *UNRELATED)] <= alone


@pytest.mark.parametrize("order", list(itertools.permutations([HARBOUR, *UNRELATED[::4]])))
def test_a_quote_that_is_enough_is_enough_whatever_stands_beside_it(order):
    assert verdict("The harbour cost 84 million euros.", *order) == "supported"


@pytest.mark.parametrize("quote", [PORT, HAFEN, PORTO])
def test_a_quote_in_another_language_is_enough_by_itself(quote):
    claim = "The harbour cost 84 million euros, 12 million more than planned."
    assert verdict(claim, quote, "The stadium was built in 1968.") == "supported"


def test_two_quotes_support_together_what_each_says_one_half_of():
    claim = "The harbour cost 84 million euros and the ferry carries 410 cars."
    assert verdict(claim, HARBOUR) != "supported"
    assert verdict(claim, HARBOUR, "The ferry carries 410 cars.") == "supported"


SWAPPED = [
    (
        "Karin Ostberg refused to attend.",
        "Karin Ostberg opened the new ferry harbour. Tomas Brandt refused to attend the ceremony.",
    ),
    (
        "Karin Ostberg a refusé d'assister à la cérémonie.",
        "Karin Ostberg a inauguré le port. Tomas Brandt a refusé d'assister à la cérémonie.",
    ),
    (
        "Karin Ostberg weigerte sich, an der Feier teilzunehmen.",
        "Karin Ostberg eröffnete den Hafen. Tomas Brandt weigerte sich, an der Feier teilzunehmen.",
    ),
    (
        "Karin Ostberg ha rifiutato di partecipare alla cerimonia.",
        "Karin Ostberg ha inaugurato il porto. "
        "Tomas Brandt ha rifiutato di partecipare alla cerimonia.",
    ),
    (
        "Tomas Brandt said: “We have waited for this for ten years.”",
        "“We have waited for this for ten years,” said Karin Ostberg. "
        "Tomas Brandt refused to attend the ceremony.",
    ),
    (
        "The Aurora cost 84 million euros.",
        "The Aurora is a ferry of the company Nordlinien. The harbour cost 84 million euros.",
    ),
    (
        "The harbour can carry 410 cars.",
        "The harbour cost 84 million euros. The ferry can carry 410 cars and sails in June.",
    ),
]
LED_BACK = [
    (
        "Karin Ostberg refused to attend the ceremony.",
        "Karin Ostberg is the mayor. She refused to attend the ceremony.",
    ),
    (
        "Karin Ostberg a refusé d'assister à la cérémonie.",
        "Karin Ostberg est maire. Elle a refusé d'assister à la cérémonie.",
    ),
    (
        "Karin Ostberg weigerte sich, an der Feier teilzunehmen.",
        "Karin Ostberg ist Bürgermeisterin. Sie weigerte sich, an der Feier teilzunehmen.",
    ),
    (
        "Karin Ostberg ha rifiutato di partecipare alla cerimonia.",
        "Karin Ostberg è sindaca. Ha rifiutato di partecipare alla cerimonia.",
    ),
    (
        "The harbour of Turku cost 84 million euros.",
        "Turku has a new harbour. The harbour cost 84 million euros.",
    ),
    (
        "Karin Ostberg opened the harbour and Tomas Brandt refused to attend the ceremony.",
        "Karin Ostberg opened the new ferry harbour. Tomas Brandt refused to attend the ceremony.",
    ),
]
CUT_IN_TWO = [
    (
        "Karin Ostberg will not vote in the referendum and a campaign has cast doubt on turnout.",
        "Karin Ostberg wird im Referendum nicht abstimmen."
        " Eine Kampagne zieht die Wahlbeteiligung in Zweifel.",
    ),
    (
        "Un séisme a dévasté la ville de Palu vendredi, et le bilan devrait encore s'alourdir.",
        "Ein Erdbeben verwüstete am Freitag die Stadt Palu."
        " Die Zahl der Toten dürfte noch weiter steigen.",
    ),
    (
        "Ostberg steht durch Spannungen in Turku unter Druck, wo die Mitglieder der Mehrheit eine"
        " strengere Form der Religion praktizieren.",
        "Ostberg is under pressure from tensions in Turku."
        " Members of the majority practise a stricter form of religion.",
    ),
    (
        "L'autista stava svuotando un bancomat del centro, ha dichiarato l'investigatore Brandt.",
        "The driver was emptying a cash machine in the centre, Det. Brandt stated.",
    ),
]
STILL_SWAPPED = [
    (
        "The Aurora, a ferry of the company Nordlinien, cost 84 million euros.",
        "The Aurora is a ferry of the company Nordlinien. The harbour cost 84 million euros.",
    ),
    (
        "L'Aurora, un ferry de la société Nordlinien, a coûté 84 millions d'euros.",
        "The Aurora is a ferry of the company Nordlinien. The harbour cost 84 million euros.",
    ),
    (
        "Karin Ostberg, die Bürgermeisterin von Turku, zahlte 84 Millionen Euro.",
        "Karin Ostberg ist die Bürgermeisterin von Turku. Die Regierung zahlte 84 Millionen Euro.",
    ),
    (
        "Karin Ostberg ha inaugurato il nuovo porto e ha rifiutato di partecipare alla cerimonia.",
        "Karin Ostberg opened the new harbour. Tomas Brandt refused to attend the ceremony.",
    ),
]


@pytest.mark.parametrize(("claim", "run"), CUT_IN_TWO)
def test_a_translation_may_say_in_two_sentences_what_a_claim_says_in_one(claim, run):
    assert verdict(claim, run) == "supported"


@pytest.mark.parametrize(("claim", "run"), STILL_SWAPPED)
def test_but_the_second_may_not_be_of_somebody_or_something_else(claim, run):
    assert verdict(claim, run) != "supported"


@pytest.mark.parametrize(("claim", "run"), SWAPPED)
def test_what_is_said_of_one_is_not_supported_of_another_beside(claim, run):
    assert verdict(claim, run) != "supported"


@pytest.mark.parametrize(("claim", "run"), SWAPPED[:-1])
def test_nor_of_one_whom_another_quote_names(claim, run):
    assert verdict(claim, *run.split(". ")) != "supported"


@pytest.mark.parametrize(("claim", "run"), LED_BACK)
def test_a_pronoun_or_a_shared_noun_leads_back_to_the_name(claim, run):
    assert verdict(claim, run) == "supported"


COPIED = [
    ("The town refused to sell, and it is blocked by law.", "is blocked", "is not blocked"),
    ("L'accord a aidé le pays à obtenir ce qui est interdit.", "a aidé", "n'a pas aidé"),
    ("Der Bund hat dem Land trotz des Verbots geholfen.", "geholfen", "nie geholfen"),
    ("L'alleanza ha aiutato il paese a ottenere ciò che è bloccato.", "ha ai", "non ha ai"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "plain", "denied"), COPIED)
def test_a_copy_with_a_denial_put_in_or_taken_out_is_contradicted(sentence, plain, denied):
    turned = sentence.replace(plain, denied)
    assert turned != sentence
    assert verdict(sentence, sentence) == verdict(turned, turned) == "supported"
    assert verdict(turned, sentence) == verdict(sentence, turned) == "contradicted"


@pytest.mark.parametrize("quote", [HARBOUR, PORT, HAFEN, PORTO])
def test_quotes_may_come_one_by_one(quote):
    given = check(PORT, (text for text in (quote, "Il pleut.")))
    assert given == check(PORT, [quote, "Il pleut."])
    assert given.verdict == "supported"
