"""A short answer is given where it is plain which fact is asked for."""

import numpy as np
import pytest

from assistant.reader.asked import understand
from assistant.reader.short import short_answer


@pytest.mark.parametrize(
    ("question", "asked_in", "text", "written_in", "short"),
    [
        ("How much is sold?", "en", "Some 40 per cent of it is sold.", "en", "About 40%"),
        ("Quelle part en est vendue ?", "fr", "La metà del vino viene venduta.", "it", "50 %"),
        ("Quelle part en est vendue ?", "fr", "Più della metà viene venduta.", "it", None),
        ("What share is sold?", "en", "More than half is sold.", "en", None),
        ("Welcher Anteil wird verkauft?", "de", "Fast die Hälfte geht fort.", "de", None),
        ("Wie teuer ist es?", "de", "Der Preis ist 2,35 Euro.", "de", "2,35 Euro"),
        ("Wie teuer ist es?", "de", "Er steigt von 1,95 auf 2,35 Euro.", "de", None),
        ("Combien coûte-t-il ?", "fr", "Il passe de 8,90 à 9,60 euros.", "fr", None),
        ("How much is the fee?", "en", "It rose from £3 to £5.", "en", None),
        ("Wie teuer ist es?", "de", "Il prezzo è di 11,50 euro.", "it", "11,50 Euro"),
        ("Combien cela coûte-t-il ?", "fr", "It costs £3.", "en", "3 livres sterling"),
        ("Combien cela coûte-t-il ?", "fr", "It costs £3 a day.", "en", None),
        ("Which cost more, it or the boat?", "en", "Il a coûté 7 euros.", "fr", None),
        ("Was war teurer, es oder das Boot?", "de", "Il a coûté 7 euros.", "fr", None),
        ("Wann ist es offen?", "de", "Es ist von April bis Oktober offen.", "de", None),
        ("When is it open?", "en", "È aperto dal 3 al 9 maggio.", "it", None),
        ("Quand est-ce ouvert ?", "fr", "It is open between May and June.", "en", None),
        ("Quando è aperto?", "it", "Ouvert en avril 2024.", "fr", "Aprile 2024"),
        ("How high is it?", "en", "Es ist 52 Meter hoch und hat 243 Stufen.", "de", "52 m"),
        ("Wie hoch ist es?", "de", "It has 243 steps and is 52 metres high.", "en", "52 m"),
        ("Quelle est la longueur ?", "fr", "È lungo 74 metri e pesa 900 tonnellate.", "it", "74 m"),
        ("Quanto è largo?", "it", "Long de 74 mètres, large de 9 mètres.", "fr", "9 m"),
        ("Quando ha aperto?", "it", "Ha aperto ieri.", "it", None),
        ("Quando ha aperto?", "it", "Ha aperto nel 2019.", "it", "2019"),
        ("How many people came?", "en", "Dutzende Menschen kamen.", "de", None),
        ("Wie viele Menschen kamen?", "de", "A dozen people came.", "en", None),
        ("Combien de gens vivent ici ?", "fr", "Due terzi della gente vivono qui.", "it", None),
        ("When was the tower built?", "en", "La torre apre alle 8 di sera.", "it", None),
        ("A che ora apre la torre?", "it", "The tower opens at 8 p.m.", "en", "20:00"),
        (
            "Combien a-t-il coûté ?",
            "fr",
            "Vendu pour 5 millions de livres.",
            "fr",
            "5 millions de livres",
        ),
        (
            "Quanto è costata?",
            "it",
            "La torre è costata 2 bilioni di lire.",
            "it",
            "2 bilioni di lire",
        ),
        ("How much did it cost?", "en", "La torre è costata 2 bilioni di lire.", "it", None),
        ("Where is Karsund?", "en", "Karsund se trouve au Danemark.", "fr", "Denmark"),
        ("Où est Karsund ?", "fr", "Karsund liegt in Dänemark.", "de", "Danemark"),
        ("Wo liegt Karsund?", "de", "Karsund si trova in Danimarca.", "it", "Dänemark"),
        ("Dove si trova Karsund?", "it", "Karsund is in Denmark.", "en", "Danimarca"),
    ],
)
def test_what_is_not_plain_is_left_to_the_quote(
    question, asked_in, text, written_in, short, line, vectors
):
    asked = understand(question, asked_in)
    weight = np.full(len(asked.words), 1 / len(asked.words), np.float32)
    found = short_answer(asked, [line(text, written_in)], weight, vectors, asked.language)
    assert (found and found.text.replace("\u00a0", " ").replace("\u202f", " ")) == short
