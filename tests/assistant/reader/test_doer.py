"""Who pays is not who says so; how long something will take is asked in many tenses."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.reading import read
from assistant.reader.weights import shipped


def short(question, language, text, passages, embed, vectors):
    found = passages(text, language=language)
    return read(question, language, found, shipped(), embed, vectors).short


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "Who pays for the quay?", "The port of Welmouth pays, mayor Ilka Brandt announced."),
        ("en", "Who built the tower?", "The tower was built by Nordwind, said Ida Holm."),
        ("en", "Who repaired the clock?", "According to Ida Holm, the town repaired the clock."),
        ("fr", "Qui paie le quai ?", "Le port paiera le quai, a annoncé la maire Ilka Brandt."),
        ("fr", "Qui paie le quai ?", "Le port de Welmouth paie le quai dessiné par Ilka Brandt."),
        ("fr", "Qui a vendu la ferme ?", "La commune a vendu la ferme, explique Marc Delune."),
        ("de", "Wer bezahlt den Kai?", "Der Hafen bezahlt den Kai, den Ilka Brandt entwarf."),
        ("de", "Wer hat die Brücke gesperrt?", "Das Bauamt hat sie gesperrt, sagte Jonas Kehl."),
        (
            "it",
            "Chi paga la banchina?",
            "Il porto paga la banchina, ha detto la sindaca Ida Re.",
        ),
        ("it", "Chi ha chiuso il ponte?", "Il comune ha chiuso il ponte, secondo Luca Merani."),
    ],
)
def test_who_only_says_it_did_not_do_it(language, question, text, passages, embed, vectors):
    assert short(question, language, text, passages, embed, vectors) == ""


@pytest.mark.parametrize(
    ("language", "question", "text", "doer"),
    [
        ("en", "Who pays for the quay?", "Ilka Brandt pays for the quay.", "Ilka Brandt"),
        ("en", "Who repaired the clock?", "Ida Holm repaired it, the mayor said.", "Ida Holm"),
        ("en", "Who said the bridge is closed?", "It is closed, said Ilka Brandt.", "Ilka Brandt"),
        ("en", "Who is the mayor?", "The quay is new, said the mayor, Ilka Brandt.", "Ilka Brandt"),
        ("fr", "Qui a réparé l'horloge ?", "L'horloge a été réparée par Ida Holm.", "Ida Holm"),
        ("de", "Wer hat die Uhr repariert?", "Ida Holm hat die Uhr repariert.", "Ida Holm"),
        ("it", "Chi l'ha riparato?", "L'orologio è stato riparato da Ida Holm.", "Ida Holm"),
    ],
)  # fmt: skip
def test_the_doer_is_the_short_answer(language, question, text, doer, passages, embed, vectors):
    assert short(question, language, text, passages, embed, vectors) == doer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How long will the work take?"),
        ("en", "How long will the works last?"),
        ("en", "How long did the repair take?"),
        ("fr", "Combien de temps dureront les travaux ?"),
        ("fr", "Combien de temps les travaux vont-ils durer ?"),
        ("fr", "Combien de temps prendra la réparation ?"),
        ("de", "Wie lange werden die Arbeiten dauern?"),
        ("de", "Wie lange dauerte der Umbau?"),
        ("it", "Quanto dureranno i lavori?"),
        ("it", "Quanto tempo ci vorrà per i lavori?"),
        ("it", "Quanto sono durati i lavori?"),
    ],
)
def test_a_time_is_asked_for_in_every_tense(language, question):
    asked = understand(question, language)
    assert (asked.kind, asked.measure, asked.counted) == ("figure", "duration", "")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How long will the bridge be?"),
        ("fr", "Depuis combien de temps le pont est-il fermé ?"),
        ("de", "Wie lange ist das Rathaus geöffnet?"),
        ("it", "Quanto è lunga la banchina?"),
    ],
)
def test_not_every_how_long_is_a_time(language, question):
    assert understand(question, language).measure != "duration"


WORKS = {
    "en": ("How long will the works last?", "The works will last 18 months and cost 3 million."),
    "fr": ("Combien de temps dureront les travaux ?", "Les travaux dureront 18 mois."),
    "de": (
        "Wie lange werden die Arbeiten dauern?",
        "Die Arbeiten werden 18 Monate dauern und 3 Millionen Euro kosten.",
    ),
    "it": ("Quanto dureranno i lavori?", "I lavori dureranno 18 mesi e costeranno 3 milioni."),
}


@pytest.mark.parametrize("language", WORKS)
def test_how_long_it_will_take_is_answered(language, passages, embed, vectors):
    question, told = WORKS[language]
    assert short(question, language, told, passages, embed, vectors).startswith("18 ")


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "How long will the works last?", "The works cost 18 million. The quay is 300 m."),
        ("fr", "Combien de temps dureront les travaux ?", "Le quai des travaux mesure 300 mètres."),
        ("de", "Wie lange werden die Arbeiten dauern?", "Die Arbeiten kosten 18 Millionen Euro."),
        ("it", "Quanto dureranno i lavori?", "I lavori costeranno 18 milioni di euro."),
    ],
)
def test_a_sum_is_no_time(language, question, text, passages, embed, vectors):
    found = passages(text, language=language)
    assert read(question, language, found, shipped(), embed, vectors).quoted == ()
