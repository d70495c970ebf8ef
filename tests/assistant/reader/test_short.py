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
        ("Quando ha aperto?", "it", "Ha aperto ieri.", "it", None),
        ("Quando ha aperto?", "it", "Ha aperto nel 2019.", "it", "2019"),
    ],
)
def test_what_is_not_plain_is_left_to_the_quote(
    question, asked_in, text, written_in, short, line, vectors
):
    asked = understand(question, asked_in)
    weight = np.full(len(asked.words), 1 / len(asked.words), np.float32)
    found = short_answer(asked, [line(text, written_in)], weight, vectors, asked.language)
    assert (found and found.text.replace("\u00a0", " ").replace("\u202f", " ")) == short
