"""The deputy director is not the director, and a news agency's name is nobody's first one."""

import pytest

from assistant.reader.reading import read
from assistant.reader.weights import shipped

WHO = {
    "en": "Who is the director of Nardo?",
    "fr": "Qui est le directeur de Nardo ?",
    "de": "Wer ist der Direktor von Nardo?",
    "it": "Chi è il direttore di Nardo?",
}
DIRECTOR = {
    "en": "Nardo will grow, its director Ida Holm told Reuters.",
    "fr": "Nardo va grandir, a déclaré à Reuters Ida Holm, directrice de Nardo.",
    "de": "Nardo wächst, sagte der Agentur Reuters Ida Holm, Direktorin von Nardo.",
    "it": "Nardo crescerà, ha detto a Reuters Ida Holm, direttrice generale di Nardo.",
}
LESS = {
    "en": [
        "Nardo will grow, its deputy director Ida Holm told Reuters.",
        "Ida Holm, acting director of Nardo, spoke in Welmouth.",
        "The former director of Nardo, Ida Holm, spoke in Welmouth.",
        "Nardo will grow, said Ida Holm, a spokeswoman for the director of Nardo.",
    ],
    "fr": [
        "Nardo va grandir, a déclaré à Reuters Ida Holm, directrice adjointe de Nardo.",
        "La directrice par intérim de Nardo, Ida Holm, a parlé à Welmouth.",
        "L'ancienne directrice de Nardo, Ida Holm, a parlé à Welmouth.",
        "Ida Holm est directrice adjointe de Nardo.",
    ],
    "de": [
        "Nardo wächst, sagte Ida Holm, stellvertretende Direktorin von Nardo.",
        "Die frühere Direktorin von Nardo, Ida Holm, sprach in Welmouth.",
        "Nardo wächst, sagte Vizedirektorin Ida Holm von Nardo.",
        "Ida Holm ist die ehemalige Direktorin von Nardo.",
    ],
    "it": [
        "Nardo crescerà, ha detto a Reuters Ida Holm, prima vicedirettrice generale di Nardo.",
        "L'ex direttrice di Nardo, Ida Holm, ha parlato a Welmouth.",
        "Ida Holm è vicedirettrice di Nardo.",
        "La direttrice uscente di Nardo, Ida Holm, ha parlato a Welmouth.",
    ],
}
BOTH = {
    "en": "Ida Holm, the director of Nardo, and his deputy director Marc Delune spoke on Monday.",
    "fr": "Ida Holm, directrice de Nardo, et le directeur adjoint Marc Delune ont parlé lundi.",
    "de": "Ida Holm, Direktorin von Nardo, und Vizedirektor Marc Delune sprachen am Montag.",
    "it": "Ida Holm, direttrice di Nardo, e il vicedirettore Marc Delune hanno parlato lunedì.",
}
DEPUTY = {
    "en": ("Who is the deputy mayor of Nardo?", "The deputy mayor of Nardo, Ida Holm, spoke."),
    "fr": (
        "Qui est l'adjoint au maire de Nardo ?",
        "L'adjointe au maire de Nardo, Ida Holm, a parlé.",
    ),
    "de": ("Wer ist der Vizepräsident von Nardo?", "Die Vizepräsidentin von Nardo ist Ida Holm."),
    "it": ("Chi è il vicesindaco di Nardo?", "La vicesindaca di Nardo, Ida Holm, ha parlato."),
}


@pytest.fixture
def short(passages, embed, vectors):
    def of(question, asked_in, text, told_in):
        found = passages(text, language=told_in)
        return read(question, asked_in, found, shipped(), embed, vectors).short

    return of


@pytest.mark.parametrize("told_in", DIRECTOR)
@pytest.mark.parametrize("asked_in", WHO)
def test_an_agency_is_no_first_name(asked_in, told_in, short):
    assert short(WHO[asked_in], asked_in, DIRECTOR[told_in], told_in) == "Ida Holm"


@pytest.mark.parametrize("asked_in", WHO)
@pytest.mark.parametrize(("told_in", "text"), [(x, text) for x in LESS for text in LESS[x]])
def test_nobody_less_is_the_one_asked_for(asked_in, told_in, text, short):
    assert short(WHO[asked_in], asked_in, text, told_in) == ""


@pytest.mark.parametrize("language", BOTH)
def test_beside_a_deputy_the_one_in_full_is_given(language, short):
    assert short(WHO[language], language, BOTH[language], language) == "Ida Holm"


@pytest.mark.parametrize("language", DEPUTY)
def test_a_deputy_is_given_where_one_is_asked_for(language, short):
    question, text = DEPUTY[language]
    assert short(question, language, text, language) == "Ida Holm"


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "Who was the director of Nardo?", "The former director of Nardo, Ida Holm, spoke."),
        ("fr", "Qui était le maire de Nardo ?", "L'ancienne maire de Nardo, Ida Holm, a parlé."),
        (
            "de",
            "Wer war Direktor von Nardo?",
            "Die frühere Direktorin von Nardo, Ida Holm, sprach.",
        ),
        ("it", "Chi era il sindaco di Nardo?", "L'ex sindaca di Nardo, Ida Holm, ha parlato."),
    ],
)
def test_who_was_it_once_is_told_by_a_former_one(language, question, text, short):
    assert short(question, language, text, language) == "Ida Holm"
