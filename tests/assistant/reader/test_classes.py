"""What is told of the museum is not told of the school, unless the school was named before."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.classes import differ, of_another_class
from assistant.reader.line import lines_of
from assistant.reader.reading import read
from assistant.reader.weights import shipped

OTHER = [
    ("en", "When was the bridge of Welmouth opened?", "It grew. The tunnel was opened in 1998."),
    ("en", "How many were hurt in the summer?", "In the winter 12 people were hurt there."),
    ("fr", "Combien coûte le bus ?", "Les tarifs changent. Le train coûte 4 euros."),
    ("fr", "Quand l'école a-t-elle ouvert ?", "La ville grandit. Le musée a ouvert en 1998."),
    ("de", "Was kostet der Bus?", "Die Tarife steigen. Der Zug kostet 4 Euro."),
    ("de", "Wann wurde die Schule eröffnet?", "Das Museum wurde 1998 eröffnet."),
    ("it", "Quanto costa l'autobus?", "Le tariffe cambiano. Il treno costa 4 euro."),
    ("it", "Quando è stata aperta la scuola?", "Il museo è stato aperto nel 1998."),
    ("en", "When was the school opened?", "The school is new. The museum was opened in 1998."),
]
SAME = [
    ("en", "When was the museum opened?", "The museum is new. It opened in an old school in 1998."),
    ("fr", "Quand le musée a-t-il ouvert ?", "Le musée est grand. Il a ouvert près du pont."),
    ("de", "Wann öffnete das Museum?", "Das Museum ist groß. Es öffnete 1998 in einer Schule."),
    ("it", "Quando ha aperto il museo?", "Il museo è grande. Ha aperto in una vecchia scuola."),
    ("en", "How far is the station from the bridge?", "The bridge is 300 metres away."),
    ("en", "Where is the museum?", "The old school holds it."),
]


@pytest.mark.parametrize(("language", "question", "text"), OTHER)
def test_another_of_its_class_is_another_thing(language, question, text, passages):
    line = lines_of(passages(text, language=language))[-1]
    assert of_another_class(understand(question, language), line)


@pytest.mark.parametrize(("language", "question", "text"), SAME)
def test_a_thing_named_before_is_gone_on_with(language, question, text, passages):
    line = lines_of(passages(text, language=language))[-1]
    assert not of_another_class(understand(question, language), line)


@pytest.mark.parametrize(("language", "question", "text"), OTHER[:2] + OTHER[4:6])
def test_it_is_no_answer(language, question, text, passages, embed, vectors):
    shown = passages(text, language=language)
    assert read(question, language, shown, shipped(), embed, vectors).quoted == ()


@pytest.mark.parametrize(
    ("language", "question", "same", "other"),
    [
        ("en", "What did the bridge cost?", "The bridge cost 4 euros.", "The town hall cost 3."),
        ("fr", "Combien coûte le bus ?", "Le bus coûte 4 euros.", "Le train coûte 3 euros."),
        ("de", "Was kostet der Bus?", "Der Bus kostet 4 Euro.", "Der Zug kostet 3 Euro."),
        ("it", "Quanto costa il ponte?", "Il ponte costa 4 euro.", "Il municipio costa 3 euro."),
    ],
)
def test_it_is_no_other_version(language, question, same, other, line):
    asked = understand(question, language)
    assert differ(asked, line(other, language))
    assert not differ(asked, line(same, language))


COACHED = [
    ("en", "Who coached Lena Corvin?", "Lena Corvin won.", "{} is coached by Pia Holm."),
    ("fr", "Qui entraîne Lena Corvin ?", "Lena Corvin a gagné.", "{} est entraînée par Pia Holm."),
    ("de", "Wer trainiert Lena Corvin?", "Lena Corvin siegte.", "{} wird von Pia Holm trainiert."),
    ("it", "Chi allena Lena Corvin?", "Lena Corvin ha vinto.", "{} è allenata da Pia Holm."),
]
PRONOUN = {"en": "She", "fr": "Elle", "de": "Sie", "it": "Lei"}


@pytest.mark.parametrize(("language", "question", "first", "told"), COACHED)
def test_the_coach_of_another_is_no_answer(
    language, question, first, told, passages, embed, vectors
):
    for who, answers in (("Ida Keller", False), (PRONOUN[language], True)):
        shown = passages(f"{first} {told.format(who)}", language=language)
        reading = read(question, language, shown, shipped(), embed, vectors)
        assert any("Pia Holm" in line.text for line in reading.quoted) == answers
