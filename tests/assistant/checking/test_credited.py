"""Who says it, in whatever words of saying; and halves that begin a sentence."""

import pytest

from assistant import check

TRUE = [
    ("The school closed for good, according to the mayor.",
     "The mayor said the school had closed for good."),
    ("L'école a fermé, selon le maire.", "Le maire a dit que l'école avait fermé."),
    ("Die Schule wurde geschlossen, laut dem Bürgermeister.",
     "Der Bürgermeister sagte, die Schule sei geschlossen worden."),
    ("La scuola è stata chiusa, secondo il sindaco.",
     "Il sindaco ha detto che la scuola è stata chiusa."),
    ("Half a million people marched.", "500.000 Menschen marschierten."),
    ("Eine halbe Million Menschen kam.", "500.000 Menschen kamen."),
    ("Mezzo milione di persone ha marciato.", "Half a million people marched."),
]  # fmt: skip
LASTING = [
    ("Les travaux durent un an et demi.", "Les travaux durent dix-huit mois."),
    ("Die Arbeiten dauern anderthalb Jahre.", "Die Arbeiten dauern 18 Monate."),
    ("I lavori durano un anno e mezzo.", "I lavori durano diciotto mesi."),
    ("The works last eighteen months.", "Die Arbeiten dauern anderthalb Jahre."),
    ("Il danno è di mezzo milione di euro.", "Il danno è di 500.000 euro."),
]
OTHERS = [
    ("Les travaux durent un an et demi.", "Les travaux durent quinze mois."),
    ("Les travaux durent un an et demi.", "Les travaux durent un an."),
    ("Die Arbeiten dauern anderthalb Jahre.", "Die Arbeiten dauern 15 Monate."),
    ("I lavori durano un anno e mezzo.", "I lavori durano un anno."),
    ("The works last eighteen months.", "Die Arbeiten dauern zweieinhalb Jahre."),
    ("Il danno è di mezzo milione di euro.", "Il danno è di 50.000 euro."),
]
WRONG = [
    ("The school closed for good, according to the minister.",
     "The mayor said the school had closed for good."),
    ("L'école a fermé, selon le ministre.", "Le maire a dit que l'école avait fermé."),
    ("Die Schule wurde geschlossen, laut dem Minister.",
     "Der Bürgermeister sagte, die Schule sei geschlossen worden."),
    ("La scuola è stata chiusa, secondo il ministro.",
     "Il sindaco ha detto che la scuola è stata chiusa."),
    ("The school closed, according to the mayor.",
     "The school closed. The mayor said nothing about it."),
    ("The school closed, according to the mayor.",
     "The school closed. The mayor said the pool will open."),
    ("L'école a fermé, selon le maire.", "L'école a fermé. Le maire a dit que la piscine ouvrira."),
    ("The school closed, according to the mayor.",
     "The school closed and the mayor said the pool will open."),
    ("Half a million people marched.", "One and a half million people marched."),
    ("Half a million people marched.", "Anderthalb Millionen Menschen demonstrierten."),
    ("Mezzo milione di persone ha marciato.", "Anderthalb Millionen Menschen marschierten."),
    ("Un demi-million de personnes ont défilé.", "Un million et demi de personnes ont défilé."),
    ("Eine halbe Million Menschen kam.", "Anderthalb Millionen Menschen kamen."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "quote"), [*TRUE, *LASTING])
def test_words_of_saying_and_halves_meet_whatever_their_form(claim, quote):
    assert check(claim, quote).verdict == "supported"


@pytest.mark.parametrize(("claim", "quote"), [*WRONG, *OTHERS])
def test_another_speaker_or_another_half_is_not_supported(claim, quote):
    assert check(claim, quote).verdict != "supported"
