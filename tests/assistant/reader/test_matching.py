"""The words of a question beside the words of sentences."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.lexicon import likeness
from assistant.reader.matching import (
    Spoken,
    by_last_name,
    exact_matches,
    first_names,
    without_sums,
)


def test_a_term_meets_its_forms_in_its_own_language():
    found = exact_matches(["banks", "138"], "en", [{"bank", "#138"}, {"china"}])
    assert found.tolist() == [[1, 0], [1, 0]]


def test_a_name_is_said_together_or_not_at_all(vectors):
    apart = "The bank lends much money to traders from all over China."
    texts = ["Bank of China said no.", apart, "La Banque de Chine a dit non."]
    together = Spoken(["Bank", "China"], texts, vectors).together([0, 1])
    assert together[0] > 0.9
    assert together[1] < 0.5 < together[2]


def test_a_name_does_not_reach_over_the_end_of_a_sentence(vectors):
    together = Spoken(["Anna", "Keller"], ["I met Anna", "Keller was away"], vectors)
    assert together.together([0, 1]).max() < 0.9


@pytest.mark.parametrize(
    ("asked", "told"),
    [("America", "Les États-Unis sont loin."), ("Amerika", "Gli Stati Uniti sono lontani.")],
)
def test_the_names_of_one_country_meet(asked, told, vectors):
    assert Spoken([asked], [told], vectors).nearest() == 1.0


@pytest.mark.parametrize(
    ("asked", "told", "meet"),
    [
        ("Karistadt", "Andreas Karlstadt kam nach Wittenberg.", True),
        ("Sentanta", "La société Setanta a confirmé la date.", True),
        ("Geegen", "Emperor Gegeen ruled for two years.", True),
        ("Millenium", "Il Millennium è un ponte.", True),
        ("Keller", "Anna Kelly was there.", False),
        ("Marlow", "Die Stadt Barlow liegt am Fluss.", False),
        ("Kasper", "the jasper is a stone", False),
    ],
)
def test_a_name_with_one_letter_wrong_meets_the_name_that_is_meant(asked, told, meet, vectors):
    assert (Spoken([asked], [told], vectors).nearest().max() >= 0.75) == meet


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("Twigg a proposé une autre cause.", True),
        ("Mrs Twigg suggested another cause.", True),
        ("Anna Twigg suggested another cause.", False),
        ("Twigg suggested it to Anna Twigg.", False),
        ("Another cause was suggested.", False),
    ],
)
def test_who_is_called_by_the_last_name_alone_is_known_unless_another_has_it(told, known, line):
    asked = understand("What did Graham Twigg suggest?", "en")
    language = "fr" if " a " in told else "en"
    assert by_last_name(asked, asked.phrases[0], [line(told, language)]) == known


@pytest.mark.parametrize(
    ("asked", "told", "language", "meets"),
    [
        ("Germany", "La banque de German Gref est grande.", "fr", False),
        ("Deutschland", "La banca di German Gref è grande.", "it", False),
        ("German", "La banque de German Gref est grande.", "fr", True),
        ("Allemagne", "Die Deutsche Telekom ist groß.", "de", True),
        ("Giordania", "Jordan Keller leads the bank.", "en", True),
        ("Germania", "Die Bank gehört deutschen Bürgern.", "de", True),
        ("Deutschland", "La guida il CEO di Sberbank German Gref.", "it", False),
    ],
)
def test_a_first_name_is_no_people(asked, told, language, meets, line, vectors):
    spoken = Spoken([asked], [told], vectors, [first_names(line(told, language))])
    assert (spoken.nearest().max() >= 0.5) == meets


@pytest.mark.parametrize(
    ("question", "language", "told", "written_in", "meets"),
    [
        ("Which countries use the euro?", "en", "Russland zahlt 98 Milliarden Euro.", "de", False),
        ("Welche Länder haben den Euro?", "de", "Le port a coûté 3 millions d'euros.", "fr", False),
        ("Quels pays ont l'euro ?", "fr", "Paris adopted the euro for 9 euros.", "en", True),
        ("Quali paesi hanno l'euro?", "it", "La Croazia ha adottato l'euro.", "it", True),
        ("How many euros did it cost?", "en", "Il a coûté 3 millions d'euros.", "fr", True),
        ("What is it worth in euros?", "en", "Es ist 98 Milliarden Euro wert.", "de", True),
    ],
)
def test_a_sum_tells_nothing_of_its_currency(
    question, language, told, written_in, meets, line, vectors
):
    asked, lines = understand(question, language), [line(told, written_in)]
    spoken = Spoken(asked.words, [told], vectors)
    near = without_sums(asked, spoken.nearest(), lines)
    row = next(n for n, word in enumerate(asked.words) if word.lower().startswith("euro"))
    assert (near[row, 0] >= 0.5) == meets


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("bundeskanzler", "bundesland", False),
        ("bundesland", "bundesländern", True),
        ("wahlkampf", "wahlkampfes", True),
        ("parlament", "parlamentarisch", True),
        ("government", "governing", True),
    ],
)
def test_two_compounds_of_one_word_are_two_things(one, other, alike, vectors):
    assert (likeness([one], [other], vectors)[0, 0] >= 0.9) == alike
