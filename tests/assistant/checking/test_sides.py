"""Which two sentences of two sources cannot both be so, in one language and across."""

from __future__ import annotations

import pytest

from assistant.checking.meaning import default_meaning
from assistant.disagreement.differing import differing
from assistant.disagreement.sides import Side, named_apart, of_one_subject

HARBOUR = Side("The works cost 45 million euros.", "en", "The harbour of Lindholm reopens")
MUSEUM = Side("Il biglietto costa 12 euro.", "it", "Il museo di Valdora apre al pubblico")


def readings(one: tuple[str, str], other: tuple[str, str]) -> list[tuple[str, str]]:
    """What differs, the same whichever side comes first."""
    sides = [Side(text, language, text, text) for language, text in (one, other)]
    found = differing(sides[0], sides[1], default_meaning())
    turned = differing(sides[1], sides[0], default_meaning())
    assert [(d.one, d.other) for d in found] == [(d.other, d.one) for d in turned]
    return [(d.one, d.other) for d in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "The bakery in Kolm has 400 customers a day."),
         ("en", "The bakery in Graz has 700 customers a day.")),
        (("en", "The earthquake in Chile killed 34 people."),
         ("de", "Das Erdbeben in der Türkei tötete 120 Menschen.")),
        (("fr", "Le pont de Kolm a coûté 12 millions d'euros."),
         ("it", "Il ponte di Graz è costato 15 milioni di euro.")),
        (("fr", "La fermeture coûtera 18 millions d'euros."),
         ("en", "The works cost 45 million euros.")),
        (("en", "The castle needs 12 workers."), ("fr", "La ferme a besoin de 25 ouvriers.")),
        (("de", "Das Museum kostete 12 Millionen Euro."),
         ("it", "Lo stadio è costato 25 milioni di euro.")),
    ],
)  # fmt: skip
def test_G3_figures_of_two_things_do_not_differ(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert readings(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("en", "The bakery in Kolm has 400 customers a day."),
         ("en", "The bakery in Kolm has 700 customers a day."), ("400 customers", "700 customers")),
        (("en", "The earthquake killed 34 people."),
         ("de", "Das Erdbeben tötete 120 Menschen."), ("34 people", "120 Menschen")),
        (("fr", "Le pont a coûté 12 millions d'euros."),
         ("it", "Il ponte è costato 15 milioni di euro."),
         ("12 millions d'euros", "15 milioni di euro")),
    ],
)  # fmt: skip
def test_F13_figures_of_one_thing_differ(
    one: tuple[str, str], other: tuple[str, str], told: tuple[str, str]
) -> None:
    assert readings(one, other) == [told]


def test_G3_heads_that_name_two_towns_part_sentences_that_name_none() -> None:
    assert named_apart(HARBOUR, MUSEUM)
    assert not named_apart(HARBOUR, Side("The works cost 50 million.", "en", "A harbour reopens"))
    assert not of_one_subject(HARBOUR, MUSEUM)
    french = Side("Les travaux ont coûté 50 millions.", "fr", "Le port de Lindholm rouvre")
    assert not named_apart(HARBOUR, french)
    assert of_one_subject(HARBOUR, french)


def test_G3_a_name_that_the_other_document_has_parts_nothing() -> None:
    one = Side("The bridge in Kolm cost 12 million euros.", "en")
    other = Side("La Grafia paga.", "it", whole="Il ponte di Kolm. La Grafia paga.")
    assert not named_apart(one, other)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("en", "The race was won by Marco Bellini."),
         ("en", "The race was won by Jonas Weber."), ("Marco Bellini", "Jonas Weber")),
        (("en", "Marco Bellini won the race in Lindholm."),
         ("de", "Das Rennen in Lindholm gewann Jonas Weber."), ("Marco Bellini", "Jonas Weber")),
        (("de", "Die Fabrik wurde von Karl Huber gegründet."),
         ("it", "La fabbrica è stata fondata da Luca Ferri."), ("Karl Huber", "Luca Ferri")),
        (("en", "Marco Bellini was born in Turin."),
         ("fr", "Marco Bellini est né à Gênes."), ("Turin", "Gênes")),
    ],
)  # fmt: skip
def test_G4_two_names_for_what_one_alone_is_differ(
    one: tuple[str, str], other: tuple[str, str], told: tuple[str, str]
) -> None:
    assert readings(one, other) == [told]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Marco Bellini lives in Lindholm."), ("en", "Jonas Weber lives in Lindholm.")),
        (("en", "Marco Bellini supports the plan."),
         ("de", "Jonas Weber unterstützt den Plan.")),
        (("fr", "Une école a ouvert à Kolm."), ("fr", "Une école a ouvert à Graz.")),
        (("en", "The race in Kolm was won by Marco Bellini."),
         ("en", "The race in Graz was won by Jonas Weber.")),
        (("it", "Il sindaco di Kolm apre la fiera."), ("it", "Il sindaco di Graz apre la fiera.")),
        (("en", "In 2021 the race was won by Marco Bellini."),
         ("en", "In 2022 the race was won by Jonas Weber.")),
        (("en", "The race was won by Bellini."), ("de", "Das Rennen gewann Marco Bellini.")),
    ],
)  # fmt: skip
def test_G4_names_of_what_many_are_do_not_differ(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert readings(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Paula Grant resigned on Monday."),
         ("en", "Paula Grant did not resign on Monday.")),
        (("en", "Paula Grant resigned on Monday."),
         ("de", "Paula Grant ist am Montag nicht zurückgetreten.")),
        (("en", "Paula Grant resigned from the board."),
         ("it", "Paula Grant non si è dimessa dal consiglio.")),
        (("fr", "Le maire soutient le projet de tramway."),
         ("fr", "Le maire rejette le projet de tramway.")),
        (("fr", "Le syndicat soutient la réforme des retraites."),
         ("de", "Die Gewerkschaft lehnt die Rentenreform ab.")),
        (("it", "Il sindaco sostiene il progetto del tram."),
         ("en", "The mayor opposes the tram project.")),
    ],
)  # fmt: skip
def test_G4_sentences_that_deny_or_reverse_each_other_differ_as_wholes(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert readings(one, other) == [(one[1], other[1])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "Paula Grant resigned on Monday."), ("en", "Eva Lang did not resign on Monday.")),
        (("fr", "Le maire soutient le projet de tramway."),
         ("de", "Der Bürgermeister lehnt die Rentenreform ab.")),
        (("en", "Paula Grant resigned on Monday."),
         ("it", "Paula Grant si è dimessa lunedì.")),
        (("de", "Die Brücke wurde nicht gesperrt."), ("en", "The bridge was not closed.")),
        (("en", "She resigned."), ("en", "She did not resign.")),
        (("en", "Paula Grant resigned on Monday."),
         ("en", "Paula Grant, who could not agree with the board about the sale of the old "
                "harbour, resigned on Monday.")),
    ],
)  # fmt: skip
def test_G4_what_denies_something_else_does_not_differ(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert readings(one, other) == []
