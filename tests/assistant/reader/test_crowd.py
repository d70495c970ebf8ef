"""What an answer must show where all passages are about the very thing that is asked about."""

import numpy as np
import pytest

from assistant.reader import evidence
from assistant.reader.asked import understand
from assistant.reader.crowd import MORE, more
from assistant.reader.lines import page
from assistant.reader.select import ranked
from assistant.reader.weights import shipped


@pytest.fixture
def looked(embed, vectors, passages):
    """One sign of a question and the sentences found for it."""

    def of(sign, question, language, *texts):
        asked = understand(question, language)
        seen = page(asked, passages(*texts, language=language), embed, vectors)
        return more(asked, seen, ranked(asked, seen, shipped()), vectors)[MORE.index(sign)]

    return of


@pytest.mark.parametrize(
    ("sign", "language", "question", "answers", "misses"),
    [
        ("no_instruction", "en", "How do you grow a fern?",
         "To grow a fern you must keep its soil moist.", "The fern grew beside the old mill."),
        ("no_instruction", "fr", "Comment cultiver une fougère ?",
         "Pour cultiver une fougère, il faut un sol humide.", "La fougère vivait près du moulin."),
        ("no_instruction", "de", "Wie kann man einen Farn ziehen?",
         "Einen Farn zieht man in feuchter Erde.", "Der Farn wuchs neben der alten Mühle."),
        ("no_instruction", "it", "Come coltivare una felce?",
         "Per coltivare una felce bisogna bagnare la terra.", "La felce era vicino al mulino."),
        ("no_superlative", "en", "Which is the most famous mill of Karsund?",
         "The most famous mill of Karsund is red.", "One mill of Karsund is red."),
        ("no_superlative", "fr", "Quel est le moulin le plus célèbre de Karsund ?",
         "Le moulin le plus célèbre de Karsund est rouge.", "Un moulin de Karsund est rouge."),
        ("no_superlative", "de", "Welche ist die berühmteste Mühle von Karsund?",
         "Die berühmteste Mühle von Karsund ist rot.", "Eine Mühle von Karsund ist rot."),
        ("no_superlative", "it", "Qual è il mulino più famoso di Karsund?",
         "Il mulino più famoso di Karsund è rosso.", "Un mulino di Karsund è rosso."),
        ("no_meaning", "en", "What is the origin of the word fern?",
         "The word fern derives from an old name.", "The word fern is on the sign."),
        ("no_meaning", "fr", "Que signifie le mot fougère ?",
         "Le mot fougère signifie plante.", "Le mot fougère est sur le panneau."),
        ("no_meaning", "de", "Was bedeutet das Wort Farn?",
         "Das Wort Farn bedeutet Feder.", "Das Wort Farn ist auf dem Schild."),
        ("no_meaning", "it", "Cosa significa la parola felce?",
         "La parola felce significa penna.", "La parola felce è sul cartello."),
        ("no_life", "en", "How did Ida Holm die?",
         "Ida Holm died of a fever.", "Ida Holm ran the mill."),
        ("no_life", "fr", "Comment est morte Ida Holm ?",
         "Ida Holm est morte de la fièvre.", "Ida Holm dirigeait le moulin."),
        ("no_life", "de", "Woran starb Ida Holm?",
         "Ida Holm starb an einem Fieber.", "Ida Holm leitete die Mühle."),
        ("no_life", "it", "Come è morta Ida Holm?",
         "Ida Holm morì di febbre.", "Ida Holm dirigeva il mulino."),
        ("count_apart", "en", "How many mills are there in Karsund?",
         "There are 12 mills in Karsund.", "In Karsund there are mills for 900 tons."),
        ("count_apart", "fr", "Combien de moulins y a-t-il à Karsund ?",
         "Il y a 12 moulins à Karsund.", "À Karsund, un moulin produit 900 tonnes."),
        ("count_apart", "de", "Wie viele Mühlen gibt es in Karsund?",
         "In Karsund gibt es 12 Mühlen.", "In Karsund gibt es Mühlen seit 900 Tagen."),
        ("count_apart", "it", "Quanti mulini ci sono a Karsund?",
         "A Karsund ci sono 12 mulini.", "A Karsund un mulino produce 900 tonnellate."),
    ],
)  # fmt: skip
def test_the_form_of_an_answer_is_missing_where_nothing_has_it(
    sign, language, question, answers, misses, looked
):
    assert looked(sign, question, language, misses) > looked(sign, question, language, answers)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How was the mill built?", "en"),
        ("Comment est le moulin ?", "fr"),
        ("Wie wurde die Mühle gebaut?", "de"),
        ("Come è il mulino?", "it"),
    ],
)
def test_who_asks_how_a_thing_was_done_wants_no_instruction(question, language, looked):
    assert looked("no_instruction", question, language, "Karsund 1990.") == 0


@pytest.mark.parametrize("word", ["reichte", "festigte", "Küste", "erste", "konnte"])
def test_a_german_word_that_ends_alike_is_no_superlative(word, looked):
    assert looked("no_superlative", f"Was {word} Karsund?", "de", "Karsund liegt hier.") == 0


def test_more_is_looked_at_only_where_there_is_a_crowd(embed, vectors, passages):
    asked = understand("Who built the mill of Karsund?", "en")
    seen = page(asked, passages("Ida Holm built the mill of Karsund."), embed, vectors)
    found = evidence.signs(asked, seen, ranked(asked, seen, shipped()))
    assert evidence.threshold(found, shipped(), pytest.fail) == shipped().answered


def test_what_is_looked_at_moves_the_threshold_of_a_crowd():
    weights = shipped()
    found = np.zeros(len(evidence.SIGNS), np.float32)
    for name in ("spread", "mean_meaning", "words_mean", "words_spread"):
        found[evidence.SIGNS.index(name)] = 1
    assert evidence.crowded(found, weights) > 0.99
    plain, bare = np.zeros((2, len(MORE)), np.float32)
    bare[MORE.index("no_instruction")] = 1
    assert evidence.threshold(found, weights, lambda: bare) > evidence.threshold(
        found, weights, lambda: plain
    )
