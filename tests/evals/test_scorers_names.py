"""Names as typed atoms, and the language of each sentence: worked by hand."""

import pytest
from small_world import answer, case, cite, hit, record, span

from assistant import is_named, names_of, sounds_alike
from evals.cases import Corpus
from evals.scorers import score_all

TEXTS = {
    "fr.txt": "Vladimir Poutine a reçu Anne Kellner à Moscou. Elle vient de l'Allemagne.",
    "en.txt": "Anna Keller won. Robert Dunn lost to Rupert Dunne in Germany.",
}
RECEIVED = span("fr.txt", "Vladimir Poutine a reçu Anne Kellner à Moscou.", TEXTS["fr.txt"])


@pytest.fixture
def scored(tmp_path):
    corpus = Corpus("two", tmp_path, TEXTS, {"fr.txt": "fr", "en.txt": "en"}, "d")

    def _scored(text, *quotes, question="Who was received?", **more):
        given = answer(text, *quotes)
        return score_all(
            case(question=question, gold=((RECEIVED,),)), record(given, **more), corpus
        )

    return _scored


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Poutine", "Putin"),
        ("Poutine", "Putins"),
        ("Vedyakhin", "Vediakhine"),
        ("Tchekhov", "Chekhov"),
        ("Brévans", "Brevans"),
        ("Xi", "Xi"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert sounds_alike(one, other)
    assert sounds_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keller", "Kellner"),
        ("Dunn", "Dunne"),
        ("Rossi", "Rosso"),
        ("Galli", "Gallo"),
        ("Xi", "Ji"),
        ("Hollis", "Hollins"),
    ],
)
def test_look_alikes_are_two(one, other):
    assert not sounds_alike(one, other)
    assert not is_named(one, f"Yesterday {other} said so.")


def test_a_country_is_known_under_its_four_names():
    for text in ("in Germany", "en Allemagne", "in Deutschland", "in Germania"):
        assert is_named("Germany", text)
    assert not is_named("Germany", "in France")
    assert not is_named("Weil", "weil es regnet")


def test_names_of_a_sentence():
    told = "Alexander Vedyakhin of Sberbank spoke to Reuters on 5 May."
    assert names_of(told, "en") == ("Alexander Vedyakhin", "Sberbank", "Reuters")


def test_a_name_stands_in_the_quote_however_it_is_spelt(scored):
    right = scored("It was Kellner, by Vladimir Putin [1].", cite("1", RECEIVED))
    assert right["name_recall"].value == 1.0
    wrong = scored("It was Keller, by Vladimir Putin [1].", cite("1", RECEIVED))
    assert wrong["name_recall"].value == 0.0
    assert wrong["name_recall"].why == "1 statements; not in the quotes: Keller"


def test_names_of_the_question_are_excused(scored):
    asked = "Whom did Keller see?"
    told = scored("Keller saw Putin [1].", cite("1", RECEIVED), question=asked)
    assert told["name_recall"].value == 1.0
    assert "name_recall" not in scored("Keller did [1].", cite("1", RECEIVED), question=asked)


def test_a_name_may_be_given_without_being_cited(scored):
    sent = (hit("fr.txt", 0, 46), hit("en.txt", 0, 61))
    told = scored("It was Robert Dunn [1].", cite("1", RECEIVED), sent=sent)
    assert (told["name_recall"].value, told["name_given"].value) == (0.0, 1.0)


def test_one_sentence_in_another_language_is_seen(scored):
    text = (
        "The documents say that this was so. Les documents disent que cela fut ainsi. "
        "There was nothing else about it [1]."
    )
    told = scored(text, cite("1", RECEIVED))
    assert told["language"].value == 1.0
    assert told["language_sentences"].value == pytest.approx(2 / 3, abs=1e-9)
    assert told["language_sentences"].total == 3
    assert scored("Yes [1].", cite("1", RECEIVED))["language_sentences"].value is None
