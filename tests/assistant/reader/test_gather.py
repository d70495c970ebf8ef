"""The items of a list open the answer where a sentence strings them together."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.gather import gathered


@pytest.mark.parametrize(
    ("question", "asked_in", "text", "written_in", "items"),
    [
        ("Which countries do they come from?", "en", "Sie kommen aus Norwegen, Dänemark und Polen.",
         "de", "Norway, Denmark, Poland"),
        ("De quels pays viennent-ils ?", "fr", "They are from Norway, from Denmark and Poland.",
         "en", "Norvège, Danemark, Pologne"),
        ("Aus welchen Ländern kommen sie?", "de", "Ils viennent de Norvège et du Danemark.",
         "fr", "Norwegen, Dänemark"),
        ("Quali ministri?", "it", "Hanno firmato Anna Rossi, Luca Bianchi e Ada Neri.", "it",
         "Anna Rossi, Luca Bianchi, Ada Neri"),
        ("Welche Vereine zahlen?", "de", "Es zahlen die Vereine TSV Rotau, DLRG und TuS Mühl.",
         "de", "TSV Rotau, DLRG, TuS Mühl"),
        ("Which countries signed?", "en", "Norway signed.", "en", ""),
        ("Which countries signed?", "en", "France and Italy signed, Spain and Malta did not.",
         "en", ""),
        ("Which ministers signed?", "en", "Norway and Denmark signed.", "en", ""),
        ("What are the rules?", "en", "France and Italy signed.", "en", ""),
    ],
)  # fmt: skip
def test_the_items_of_one_enumeration_are_gathered(
    question, asked_in, text, written_in, items, line
):
    assert gathered(understand(question, asked_in), line(text, written_in), asked_in) == items
