"""True claims in other words than their quotes, which were once called contradicted."""

import pytest

from assistant import check
from assistant.facts.figures.ages import persons

TRUE = [
    ("La mostra dura dal 3 maggio al 12 giugno.", "The show runs from 3 May to 12 June."),
    ("The show runs from 3 May to 12 June.", "L'exposition ouvre le 3 mai et finit le 12 juin."),
    ("All 40 sailors died.", "None of the 40 sailors survived."),
    ("Basel verlor 3:1 gegen Lugano.", "Il Lugano ha battuto il Basilea per 3-1."),
    ("Lugano beat Basel 3-1.", "Le Bâle a perdu 3-1 contre Lugano."),
    ("More than half of the members came.", "58 percent of the members came."),
    ("The council may lower the fee.", "The council may cut the fee if growth returns."),
    (
        "Four men were arrested.",
        "A 17-year-old, two 18-year-olds and a 19-year-old man were arrested.",
    ),
]


@pytest.mark.parametrize(("claim", "quote"), TRUE)
def test_the_same_in_other_words_is_supported(claim, quote):
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The player came to the club in January.", "The player joined the club in January."),
        ("The painting fetched $4.5m.", "The painting sold for 4.5 million dollars at auction."),
    ],
)
def test_one_other_word_in_a_copied_sentence_is_no_contradiction(claim, quote):
    assert check(claim, [quote]).verdict != "contradicted"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Die Aktie legte zu.", "The share lost ground."),
        ("L'azione ha guadagnato terreno.", "Die Aktie gab nach."),
        ("The two states resumed talks.", "Les deux États ont rompu les négociations."),
        ("Das Verbot wurde verlängert.", "The ban was lifted."),
        ("The court upheld the sentence.", "La corte ha annullato la condanna."),
        (
            "The actor married the singer.",
            "Der Schauspieler hat sich von der Sängerin scheiden lassen.",
        ),
        ("Italien schlug Spanien 3:1.", "L'Italia ha perso 3-1 contro la Spagna."),
    ],
)
def test_the_opposite_in_another_language_is_not_supported(claim, quote):
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A 17-year-old, two 18-year-olds and a 20-year-old were held."),
        ("fr", "Un jeune de 17 ans, deux de 18 ans et un homme de 20 ans ont été arrêtés."),
        ("de", "Ein 17-Jähriger, zwei 18-Jährige und ein 20-jähriger Mann wurden gefasst."),
        ("it", "Un diciassettenne, due diciottenni e un uomo di 20 anni sono stati fermati."),
    ],
)
def test_persons_told_by_their_ages_are_added_up(language, text):
    assert persons(text, language) == 4
