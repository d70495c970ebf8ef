"""Two sentences about two things do not disagree whatever their figures; those of one thing do."""

from __future__ import annotations

import pytest

from assistant.checking.meaning import default_meaning
from assistant.disagreement.answered import Question, answers_as_well
from assistant.disagreement.differing import differing
from assistant.disagreement.sides import Side

BRIDGE_COST = "fr", "Le pont de Mérac a coûté 12 millions d'euros."
BUS_FARE = "en", "The bus to Falken costs 3 francs."


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (BRIDGE_COST, ("de", "Das Rathaus von Mérac hat 15 Millionen Euro gekostet."), True),
        (BRIDGE_COST, ("de", "Die Brücke von Mérac hat 15 Millionen Euro gekostet."), False),
        (BUS_FARE, ("it", "Il treno per Falken costa 7 franchi."), True),
        (BUS_FARE, ("it", "L'autobus per Falken costa 7 franchi."), False),
        (("it", "Il biglietto costa 14 euro."), ("fr", "Le billet coûte 16 euros."), False),
        (("de", "Die Fahrt dauert 45 Minuten."), ("it", "Il viaggio dura 55 minuti."), False),
    ],
)
def test_two_things_of_one_kind_are_no_disagreement_across_languages(
    one: tuple[str, str], other: tuple[str, str], apart: bool
) -> None:
    sides = [Side(text, language, "Mérac, Falken") for language, text in (one, other)]
    found = differing(sides[0], sides[1], default_meaning(), cited=True)
    assert (found == []) is apart


def test_what_does_not_answer_the_question_is_no_disagreement() -> None:
    one, other = "Le train coûte 30 euros.", "Der Bus kostet 20 Euro."
    question, meaning = Question("Combien coûte le train ?", "fr"), default_meaning()
    assert not answers_as_well(question, (one, "fr"), (other, "de"), meaning)
    train = "Der Zug kostet 20 Euro."
    assert answers_as_well(question, (one, "fr"), (train, "de"), meaning)


def test_a_currency_is_the_same_word_in_every_language() -> None:
    question, one = Question("Combien de roubles ?", "fr"), "Cela coûte 5 roubles."
    meaning = default_meaning()
    assert answers_as_well(question, (one, "fr"), ("Es sind 6 Rubel.", "de"), meaning)
    assert not answers_as_well(question, (one, "fr"), ("Es sind 6 Kronen.", "de"), meaning)
