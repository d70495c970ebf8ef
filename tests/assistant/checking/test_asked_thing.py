"""What was asked tells two things of one place apart, and finds two readings of one thing."""

from __future__ import annotations

import pytest

from assistant.checking.meaning import default_meaning
from assistant.disagreement.answered import Question
from assistant.disagreement.differing import differing
from assistant.disagreement.sides import Side

Told = tuple[str, str]
"""A language, and a sentence of it."""


def told(question: Told, one: Told, other: Told, head: str) -> list[tuple[str, str]]:
    sides = [Side(text, language, head, f"{head}\n{text}") for language, text in (one, other)]
    asked = Question(question[1], question[0])
    found = differing(sides[0], sides[1], default_meaning(), cited=True, question=asked)
    return [(difference.one, difference.other) for difference in found]


@pytest.mark.parametrize(
    ("question", "one", "same", "another"),
    [
        (("en", "How much did the pool of Karsholm cost?"),
         ("en", "The pool of Karsholm cost 9 million euros."),
         ("fr", "La piscine de Karsholm a coûté 6 millions d'euros."),
         ("fr", "La patinoire de Karsholm a coûté 6 millions d'euros.")),
        (("de", "Wie viel verdienen die Arbeiter bei Karsholm?"),
         ("fr", "Les ouvriers de Karsholm gagnent 2 100 euros par mois."),
         ("en", "Workers at Karsholm earn 2,300 euros a month."),
         ("en", "Engineers at Karsholm earn 4,300 euros a month.")),
        (("it", "Quanto è larga la galleria di Karsholm?"),
         ("en", "The Karsholm tunnel is 12 metres wide."),
         ("de", "Der Tunnel von Karsholm ist 14 Meter breit."),
         ("de", "Der Tunnel von Karsholm ist 900 Meter lang.")),
        (("fr", "Combien d'habitants de Karsholm ont été blessés ?"),
         ("fr", "À Karsholm, 25 habitants ont été blessés."),
         ("it", "A Karsholm sono rimasti feriti 21 abitanti."),
         ("it", "A Karsholm sono stati uccisi 6 abitanti.")),
        (("de", "Wie viele Ingenieure sucht Karsholm?"),
         ("de", "Karsholm sucht 80 Ingenieure."),
         ("de", "Karsholm sucht 60 Ingenieure."),
         ("de", "Karsholm sucht 15 Köche.")),
        (("en", "How much did Karsholm earn in the first quarter?"),
         ("it", "Nel primo trimestre Karsholm ha guadagnato 40 milioni di euro."),
         ("en", "In the first quarter Karsholm earned 44 million euros."),
         ("en", "In the second quarter Karsholm earned 55 million euros.")),
        (("it", "Chi è il ministro della Sanità di Karsholm?"),
         ("en", "The health minister of Karsholm is Ola Berg."),
         ("it", "Il ministro della Sanità di Karsholm è Ivo Zani."),
         ("it", "Il ministro dell'Istruzione di Karsholm è Ivo Zani.")),
        (("fr", "Quand l'école de Karsholm a-t-elle été construite ?"),
         ("fr", "L'école de Karsholm a été construite en 1880."),
         ("de", "Die Schule von Karsholm wurde 1891 gebaut."),
         ("de", "Die Kirche von Karsholm wurde 1645 gebaut.")),
    ],
)  # fmt: skip
def test_the_thing_asked_about_is_told_and_another_one_of_its_place_is_not(
    question: Told, one: Told, same: Told, another: Told
) -> None:
    assert told(question, one, same, "Karsholm")
    assert told(question, one, another, "Karsholm") == []


@pytest.mark.parametrize(
    ("question", "one", "other", "names"),
    [
        (("de", "Wer gewann die Regatta von Lint?"),
         ("de", "Die Regatta von Lint gewann Paul Ferber."),
         ("it", "La regata di Lint è stata vinta da Marco Sala."), ("Paul Ferber", "Marco Sala")),
        (("fr", "Qui dirige l'orchestre de Lint ?"),
         ("fr", "L'orchestre de Lint est dirigé par Claire Aubry."),
         ("it", "L'orchestra di Lint è diretta da Paolo Riva."), ("Claire Aubry", "Paolo Riva")),
        (("en", "Who is the finance minister of Lint?"),
         ("en", "Lint's finance minister is Pavel Dorn."),
         ("de", "Finanzministerin von Lint ist Lena Wirth."), ("Pavel Dorn", "Lena Wirth")),
        (("it", "Chi ha segnato il gol per il Lint?"),
         ("en", "The goal for Lint was scored by Tom Reed."),
         ("en", "Sam Cole scored the goal for Lint."), ("Tom Reed", "Sam Cole")),
    ],
)  # fmt: skip
def test_two_names_for_what_is_asked_are_told_however_the_sentences_are_built(
    question: Told, one: Told, other: Told, names: tuple[str, str]
) -> None:
    assert told(question, one, other, "Lint") == [names]


@pytest.mark.parametrize(
    ("question", "one", "other", "reasons"),
    [
        (("en", "Why was the Varn ferry late?"),
         ("en", "The Varn ferry was late because of fog."),
         ("de", "Die Fähre nach Varn hatte wegen eines Motorschadens Verspätung."),
         ("because of fog", "wegen eines Motorschadens")),
        (("it", "Perché ha chiuso la scuola di Varn?"),
         ("it", "La scuola di Varn ha chiuso per mancanza di alunni."),
         ("en", "The school of Varn closed because the roof was unsafe."),
         ("per mancanza di alunni", "because the roof was unsafe")),
        (("fr", "Quelle est la cause de l'incendie de Varn ?"),
         ("fr", "L'incendie de Varn a été causé par un court-circuit."),
         ("de", "Der Brand in Varn wurde durch eine Zigarette verursacht."),
         ("causé par un court-circuit", "durch eine Zigarette")),
    ],
)  # fmt: skip
def test_two_reasons_for_one_thing_are_told_where_it_is_asked_why(
    question: Told, one: Told, other: Told, reasons: tuple[str, str]
) -> None:
    assert told(question, one, other, "Varn") == [reasons]
    assert told(("en", "What is new in Varn?"), one, other, "Varn") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same reason in another language; another thing's; one that the other tells as well.
        (("en", "The Varn ferry was late because of fog."),
         ("de", "Die Fähre nach Varn hatte wegen Nebels Verspätung.")),
        (("en", "The Varn ferry was late because of fog."),
         ("de", "Der Bus nach Varn hatte wegen eines Unfalls Verspätung.")),
        (("en", "The Varn ferry was late because of fog."),
         ("en", "The Varn ferry was late because of a strike. There was also fog.")),
    ],
)  # fmt: skip
def test_one_reason_is_no_disagreement(one: Told, other: Told) -> None:
    assert told(("en", "Why was the Varn ferry late?"), one, other, "Varn") == []
