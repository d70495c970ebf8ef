"""Recognising what an answer says: close enough to be found, strict enough to be right."""

from decimal import Decimal

import pytest

from evals.cases import Nugget
from evals.scorers.matching import fold, says


def nugget(kind, *phrases):
    if kind == "number":
        return Nugget("n", kind, values=tuple(Decimal(p) for p in phrases))
    return Nugget("n", kind, phrases=phrases)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("It will spend 138 billion dollars [1].", "en", nugget("number", "138e9")),
        ("138 milliards de dollars", "en", nugget("number", "138e9")),
        ("11,2 Billionen Rubel", "de", nugget("number", "98e9", "11.2e12")),  # one will do
        ("L’annonce est datée du 23 janvier.", "de", nugget("date", "--01-23")),
        ("Wladimir Putins Anweisung", "de", nugget("name", "Poutine", "Putin")),
        ("a dit Alexandre Vediakhine", "fr", nugget("name", "Vedyakhin")),
        ("von Sandra Imhofs Sieg", "de", nugget("name", "Sandra Imhof")),
        ("le FC de Brevans", "fr", nugget("name", "Brévans")),
        ("l'Inde et la Chine", "fr", nugget("name", "Inde")),
        ("the US is ahead", "en", nugget("name", "US")),
        ("Les États-Unis devancent", "fr", nugget("name", "États-Unis")),
        ("à bas prix", "fr", nugget("words", "bas prix")),
        ("die größte Finanzinstitution", "de", nugget("words", "grosste finanz*")),
        ("réduire enfin les coûts", "fr", nugget("words", "reduire .. cout*")),
        ("Sì, tramite terzi.", "it", nugget("answer", "yes")),
        ("Non. Pékin le nie.", "fr", nugget("answer", "no")),
        ("\u2060[2025\u2060]: oui", "fr", nugget("answer", "yes")),
    ],
)
def test_it_is_said(text, language, wanted):
    assert says(text, wanted, language)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("they told us so", "en", nugget("name", "US")),
        ("Vietnam and India", "en", nugget("name", "Indien")),
        ("Losanna", "it", nugget("name", "Osanna")),
        ("nicht er, weil es regnet", "de", nugget("name", "Weil")),
        ("Anna Keller", "de", nugget("name", "Anne Kellner", "Kellner")),
        ("Robert Dunn", "en", nugget("name", "Rupert Dunne", "Dunne")),
        ("Rupert Dunne", "en", nugget("name", "Robert Dunn", "Dunn")),
        ("Sandra said Imhof", "en", nugget("name", "Sandra Imhof")),
        ("Vereinigte Arabische Emirate", "de", nugget("name", "United States", "US")),
        ("a bank", "en", nugget("words", "ban")),
        ("novembre", "it", nugget("answer", "no")),
        ("the costs one two three four five six seven reduce", "en", nugget("words", "costs .. x")),
        ("138 [1]", "en", nugget("number", "1")),  # a citation marker is not a figure
        ("", "en", nugget("number", "0")),
    ],
)
def test_it_is_not_said(text, language, wanted):
    assert not says(text, wanted, language)


def test_a_gap_is_six_words_and_no_more():
    wanted = nugget("words", "a .. b")
    assert says("a 1 2 3 4 5 6 b", wanted, "en")
    assert not says("a 1 2 3 4 5 6 7 b", wanted, "en")


def test_folding():
    assert fold("Où l’État, « Größe » ?") == "ou l etat grosse"
