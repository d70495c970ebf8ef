"""Which sentences of a passage may answer."""

import pytest

from assistant.reader.line import lines_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lyon, 3 May 2024. The mill opened in 1968."),
        ("fr", "Lyon, le 3 mai 2024. L'usine avait ouvert en 1968."),
        ("de", "Berlin, den 3. Mai 2024. Die Fabrik wurde 1968 eröffnet."),
        ("it", "Roma, 3 maggio 2024. La fabbrica aprì nel 1968."),
    ],
)
def test_a_dateline_answers_only_when_an_article_was_written(language, text, passages):
    held = passages(text, language=language)
    assert ["1968" in line.text for line in lines_of(held)] == [True]
    assert len(lines_of(held, datelines=True)) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It opened on 3 May 2024."),
        ("fr", "Elle ferme le 3 mai 2024."),
        ("de", "Sie schließt am 3. Mai 2024."),
        ("it", "Chiude il 3 maggio 2024."),
    ],
)
def test_a_short_sentence_with_a_day_is_no_dateline(language, text, passages):
    assert len(lines_of(passages(text + " And more.", language=language))) == 2
