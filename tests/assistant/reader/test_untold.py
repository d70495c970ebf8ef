"""What a question asks about in words of its own is told by the text, in whatever language."""

import pytest

from assistant.reader.reading import read
from assistant.reader.weights import shipped

APP = {
    "en": "The start-up Nardo has shaken the market. Two rivals lost a tenth of their value.",
    "fr": "La start-up Nardo a secoué le marché. Deux rivaux ont perdu un dixième.",
    "de": "Das Start-up Nardo hat den Markt erschüttert. Zwei Rivalen verloren ein Zehntel.",
    "it": "La start-up Nardo ha scosso il mercato. Due rivali hanno perso un decimo.",
}
BANNED = {
    "en": "Norway and Peru have outlawed the app of Nardo.",
    "fr": "La Norvège et le Pérou ont prohibé l'application de Nardo.",
    "de": "Norwegen und Peru haben die App von Nardo untersagt.",
    "it": "La Norvegia e il Perù hanno proibito l'applicazione di Nardo.",
}  # fmt: skip
ASKED = {
    "en": "Which countries have banned Nardo?",
    "fr": "Quels pays ont interdit Nardo ?",
    "de": "Welche Länder haben Nardo verboten?",
    "it": "Quali paesi hanno vietato Nardo?",
}
VISIT = {
    "en": "Anna Keller came to Welmouth on Monday to see the bridge.",
    "fr": "Anna Keller est venue lundi à Welmouth pour voir le pont.",
    "de": "Anna Keller kam am Montag nach Welmouth zur Brücke.",
    "it": "Anna Keller è venuta lunedì a Welmouth per il ponte.",
}
NIGHT = {
    "en": "In Welmouth Anna Keller stayed overnight in an old hotel on the square.",
    "fr": "À Welmouth, Anna Keller a passé la nuit dans un vieil hôtel sur la place.",
    "de": "In Welmouth übernachtete Anna Keller in einem alten Hotel am Platz.",
    "it": "A Welmouth Anna Keller ha passato la notte in un vecchio albergo in piazza.",
}
SLEPT = {
    "en": "Where did Anna Keller sleep in Welmouth?",
    "fr": "Où Anna Keller a-t-elle dormi à Welmouth ?",
    "de": "Wo hat Anna Keller in Welmouth geschlafen?",
    "it": "Dove ha dormito Anna Keller a Welmouth?",
}
LONG = {
    "en": "How many workers were hurt while the Welmouth bridge was built?",
    "fr": "Combien de personnes ont été blessées pendant la construction du pont de Welmouth ?",
    "de": "Wie viele Menschen wurden beim Bau der Brücke von Welmouth verletzt?",
    "it": "Quante persone sono state ferite nella costruzione del ponte di Welmouth?",
}
OPENED = {
    "en": "Several thousand people walked across the new Welmouth bridge on Saturday.",
    "fr": "Plusieurs milliers de personnes ont traversé samedi le nouveau pont de Welmouth.",
    "de": "Einige Tausend Menschen gingen am Samstag über die neue Brücke von Welmouth.",
    "it": "Alcune migliaia di persone hanno attraversato sabato il nuovo ponte di Welmouth.",
}
PAIRS = [(asked, told) for asked in ASKED for told in APP]


@pytest.fixture
def reading(passages, embed, vectors):
    def ask(question, language, text, written_in):
        found = passages(text, language=written_in)
        return read(question, language, found, shipped(), embed, vectors)

    return ask


@pytest.mark.parametrize(("asked", "told"), PAIRS)
def test_a_deed_that_nothing_tells_is_no_answer(asked, told, reading):
    refused = reading(ASKED[asked], asked, APP[told], told)
    assert refused.quoted == ()
    assert refused.lacking is not None


@pytest.mark.parametrize(("asked", "told"), PAIRS)
def test_a_deed_is_found_in_other_words(asked, told, reading):
    answered = reading(ASKED[asked], asked, APP[told] + " " + BANNED[told], told)
    assert any(line.text == BANNED[told] for line in answered.quoted)


@pytest.mark.parametrize(("asked", "told"), PAIRS)
def test_where_somebody_slept_is_told_by_the_night_alone(asked, told, reading):
    assert reading(SLEPT[asked], asked, VISIT[told], told).quoted == ()
    answered = reading(SLEPT[asked], asked, VISIT[told] + " " + NIGHT[told], told)
    assert any(line.text == NIGHT[told] for line in answered.quoted)


@pytest.mark.parametrize(("asked", "told"), PAIRS)
def test_a_question_of_several_words_stands_by_its_deed(asked, told, reading):
    refused = reading(LONG[asked], asked, OPENED[told], told)
    assert refused.quoted == ()
    assert refused.lacking is not None


@pytest.mark.parametrize(
    ("question", "language", "word"),
    [
        ("What did Anna Keller study in Zurich?", "en", "study"),
        ("Who complained about Anna Keller?", "en", "complained"),
        ("Qui s'est plaint d'Anna Keller ?", "fr", "plaint"),
        ("Wer beschwerte sich über Anna Keller?", "de", "beschwerte"),
        ("Chi si è lamentato di Anna Keller?", "it", "lamentato"),
        ("Where was Anna Keller born?", "en", "born"),
        ("Où est née Anna Keller ?", "fr", "née"),
        ("Wo wurde Anna Keller geboren?", "de", "geboren"),
        ("Quando è nata Anna Keller?", "it", "nata"),
        ("What profit did Anna Keller make?", "en", "profit"),
        ("Wann besuchte Anna Keller Peru?", "de", "besuchte"),
        ("When did Anna Keller visit Peru?", "en", "visit"),
        ("Quand Anna Keller a-t-elle visité le Pérou ?", "fr", "visité"),
        ("Quando Anna Keller ha visitato il Perù?", "it", "visitato"),
        ("Was hat Anna Keller über Norwegen gesagt?", "de", "Norwegen"),
        ("What did Anna Keller say about Norway?", "en", "Norway"),
        ("Qu'a dit Anna Keller à propos de la Norvège ?", "fr", "Norvège"),
        ("Che cosa ha detto Anna Keller sulla Norvegia?", "it", "Norvegia"),
    ],
)
def test_the_word_that_is_not_told_is_shown(question, language, word, reading):
    text = (
        "In 2021 Anna Keller of Peru sold her firm in Zurich for 3 million francs, she said. "
        "The harvest was good and the prices were high in all of the valley. "
        "It rained a lot that spring, and the roads to the north were closed for weeks. "
        "Norway bought the grain."
    )
    refused = reading(question, language, text, "en")
    assert refused.quoted == ()
    assert refused.lacking is not None
    assert word in refused.lacking.say(language)


@pytest.mark.parametrize(
    ("question", "language", "text", "written_in"),
    [
        ("Where was Anna Keller born?", "en", "Anna Keller è originaria di Lugano.", "it"),
        ("Quel a été le bénéfice de Nardo en 2023 ?", "fr",
         "Nardo earned 4 million euros in 2023.", "en"),
        ("Wie viele Mitarbeiter hat Nardo?", "de", "Nardo emploie 320 personnes à Lyon.", "fr"),
        ("Quando Putin ha incontrato Xi?", "it", "Putin et Xi se sont réunis le 4 février.", "fr"),
    ],
)  # fmt: skip
def test_a_looser_word_of_another_language_tells_it_too(
    question, language, text, written_in, reading
):
    answered = reading(question, language, text, written_in)
    assert [line.text for line in answered.quoted] == [text]


def test_a_long_question_may_be_told_in_other_words(reading):
    text = "Nardo put the new bridge over the Harl to the test with forty lorries full of sand."
    question = "How did Nardo examine the strength of the new bridge over the river with lorries?"
    assert reading(question, "en", text, "en").lacking is None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Since when has Anna Keller run Nardo?", "en"),
        ("Depuis quand Anna Keller dirige-t-elle Nardo ?", "fr"),
        ("Seit welchem Jahr leitet Anna Keller Nardo?", "de"),
        ("Da quando Anna Keller guida Nardo?", "it"),
    ],
)
def test_a_year_in_which_nothing_began_is_no_beginning(question, language, reading):
    text = "Nardo, run by Anna Keller, sold its first engine in 2023."
    assert reading(question, language, text, "en").quoted == ()
    began = "Anna Keller has run Nardo since 2019."
    assert [line.text for line in reading(question, language, began, "en").quoted] == [began]
