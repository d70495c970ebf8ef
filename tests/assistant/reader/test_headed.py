"""What a headline names is named for the sentences under it."""

import pytest

from assistant.reader.headed import above
from assistant.reader.line import lines_of
from assistant.reader.reading import read
from assistant.reader.weights import shipped

MINUTES = {
    "en": ("Who will repair the Tanner Bridge?", "Minutes\n\n2. Library\nIt had many guests.\n\n"
           "3. Tanner Bridge\nA pier is cracked. The firm Gauvin will repair it.", "Gauvin"),
    "fr": ("Qui réparera le pont des Tanneurs ?", "Compte rendu\n\n2. Médiathèque\nElle a eu "
           "des visiteurs.\n\n3. Pont des Tanneurs\nUne pile est fissurée. L'entreprise Gauvin le "
           "réparera.", "Gauvin"),
    "de": ("Wer repariert die Brücke am Mühlbach?", "Protokoll\n\n2. Bücherei\nSie hatte viele "
           "Gäste.\n\n3. Brücke am Mühlbach\nEin Pfeiler hat Risse. Die Firma Gauvin "
           "repariert sie.", "Gauvin"),
    "it": ("Chi riparerà il ponte dei Conciatori?", "Verbale\n\n2. Biblioteca\nHa avuto molti "
           "ospiti.\n\n3. Ponte dei Conciatori\nUn pilone è incrinato. La ditta Gauvin "
           "lo riparerà.", "Gauvin"),
}  # fmt: skip


@pytest.mark.parametrize("language", MINUTES)
def test_a_thing_named_in_the_headline_alone_is_named(language, passages, embed, vectors):
    question, text, answer = MINUTES[language]
    shown = passages(text, language=language)
    quoted = read(question, language, shown, shipped(), embed, vectors).quoted
    assert any(answer in line.text for line in quoted)


def test_the_nearest_headline_counts(passages):
    _, text, _ = MINUTES["en"]
    lines = lines_of(passages(text))
    assert above(lines) == ["2. Library", "3. Tanner Bridge", "3. Tanner Bridge"]
