"""Copies and translations of one story are one source; *Also* is quoted behind what it adds to."""

from dataclasses import replace

import pytest

from assistant.reader.asked import understand
from assistant.reader.lines import page
from assistant.reader.retold import adding, goes_on, in_its_language

TOLD = {
    "en": "The tower of Capo Serrano is 52 metres high.",
    "fr": "La tour de Capo Serrano a une hauteur de 52 mètres.",
    "de": "Der Turm von Capo Serrano ist 52 Meter hoch.",
    "it": "La torre di Capo Serrano è alta 52 metri.",
}
ASKED = {
    "en": "How high is the tower?",
    "fr": "Quelle est la hauteur de la tour ?",
    "de": "Wie hoch ist der Turm?",
    "it": "Quanto è alta la torre?",
}


@pytest.fixture
def story(passages):
    """Passages of one story, each in its language."""

    def of(told):
        shown = []
        for number, (language, text) in enumerate(told.items(), start=1):
            (one,) = passages(text, language=language)
            hit = replace(one.hit, file=f"{language}.txt", story="tower")
            shown.append(replace(one, number=number, hit=hit))
        return tuple(shown)

    return of


@pytest.mark.parametrize("language", ASKED)
def test_a_translation_is_no_second_source(language, story, embed, vectors):
    seen = page(understand(ASKED[language], language), story(TOLD), embed, vectors)
    assert adding(seen, seen.lines) == [seen.lines[0]]


@pytest.mark.parametrize("language", ASKED)
def test_a_version_with_another_figure_is_shown(language, story, embed, vectors):
    other = "it" if language != "it" else "fr"
    told = {language: TOLD[language], other: TOLD[other].replace("52", "57")}
    seen = page(understand(ASKED[language], language), story(told), embed, vectors)
    assert len(adding(seen, seen.lines)) == 2


@pytest.mark.parametrize("language", ASKED)
def test_the_one_in_the_language_of_the_question_is_quoted(language, story, embed, vectors):
    seen = page(understand(ASKED[language], language), story(TOLD), embed, vectors)
    for line in seen.lines:
        mine = in_its_language(understand(ASKED[language], language), seen, line)
        assert mine.passage.hit.language == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tower opens today. Also, a café is planned."),
        ("fr", "La tour ouvre demain. De plus, un café est prévu."),
        ("de", "Der Turm öffnet morgen. Außerdem ist ein Café geplant."),
        ("it", "La torre apre domani. Inoltre è previsto un caffè."),
    ],
)
def test_what_only_adds_is_quoted_behind_what_it_adds_to(language, text, passages, embed, vectors):
    asked = understand(ASKED[language], language)
    first, also = page(asked, passages(text, language=language), embed, vectors).lines
    assert goes_on(also, [also])
    assert not goes_on(also, [first, also])
    assert not goes_on(first, [first])
