"""The language of one sentence: by its words, then by what stands beside it."""

import pytest

from assistant import check
from assistant.facts.text.tongue import guess, known


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "La coppia voleva adottare un bambino."),
        ("it", "Perché vorrebbe aiutarci?"),
        ("it", "Avete mai visitato Boston?"),
        ("it", "Il comune vince la causa."),
        ("fr", "La mairie refuse le projet."),
        ("fr", "Partez tout de suite !"),
        ("fr", "Le maire démissionne."),
        ("de", "Lass mein Auto in Ruhe."),
        ("de", "Warum gehst du ins Krankenhaus?"),
        ("en", "Kessel & Söhne denies responsibility."),
        ("en", "Khrushchev visited New York."),
    ],
)
def test_short_sentences_of_shared_words_are_told_apart(language, text):
    assert guess(text) == language
    for other in ("en", "fr", "de", "it"):
        assert guess(text, other) == language


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_what_is_open_is_in_the_language_of_what_stands_beside_it(language):
    assert guess("Kolm 12 34 5,6", language) == language
    assert guess("", language) == language
    assert known(None, "Kolm: 320", language, "en") == language


def test_what_is_open_between_two_is_in_the_first_language_beside_it_that_it_may_be_in():
    assert guess("Il patto", "it") == "it"
    assert guess("La mine", "fr") == "fr"
    assert guess("Il sindaco si dimette.", "de", "it") == "it"


def test_without_anything_it_is_english():
    assert guess("") == guess("1234") == "en"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("Chruschtschow besuchte New York.", "Khrushchev visited New York."),
        ("La coppia voleva adottare un bambino.", "Le couple voulait adopter un enfant."),
        ("La coppia voleva adottare un bambino.", "Das Paar wollte ein Kind adoptieren."),
        ("Il porto resta chiuso.", "The port remains closed."),
        ("La commune a voté contre le projet.", "Il comune ha votato contro il progetto."),
    ],
)
def test_a_true_claim_is_held_against_its_quote_in_its_own_language(claim, quote):
    assert check(claim, [quote]).verdict == "supported"
    assert check(quote, [claim]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "beside", "language"),
    [
        ("31 million", "de", "en"),
        ("31 Millionen", "en", "de"),
        ("31 milioni", "fr", "it"),
        ("31 milliards", "it", "fr"),
        ("31 million", "fr", "fr"),
        ("31", "de", "de"),
    ],
)
def test_a_figure_with_its_scale_word_tells_its_language(claim, beside, language):
    assert guess(claim, beside) == language
