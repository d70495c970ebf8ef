"""A sum over five years is none by the year, nor one of a year."""

import pytest

from assistant.reader.reading import read
from assistant.reader.weights import shipped

OVER = {
    "en": "Nardo will invest 30 million euros over five years in its harbour.",
    "fr": "Nardo va investir 30 millions d'euros sur 5 ans dans son port.",
    "de": "Nardo wird über fünf Jahre 30 Millionen Euro in den Hafen investieren.",
    "it": "Nardo investirà 30 milioni di euro in cinque anni nel suo porto.",
}
YEARLY = {
    "en": "Nardo will invest 30 million euros a year in its harbour.",
    "fr": "Nardo va investir 30 millions d'euros par an dans son port.",
    "de": "Nardo wird pro Jahr 30 Millionen Euro in den Hafen investieren.",
    "it": "Nardo investirà 30 milioni di euro all'anno nel suo porto.",
}
ASKED = {
    "en": ("How much will Nardo invest in 2031?", "How much will Nardo invest per year?",
           "How much will Nardo invest?"),
    "fr": ("Combien Nardo va-t-elle investir en 2031 ?", "Combien Nardo investira-t-elle par an ?",
           "Combien Nardo va-t-elle investir ?"),
    "de": ("Wie viel wird Nardo 2031 investieren?", "Wie viel wird Nardo pro Jahr investieren?",
           "Wie viel wird Nardo investieren?"),
    "it": ("Quanto investirà Nardo nel 2031?", "Quanto investirà Nardo all'anno?",
           "Quanto investirà Nardo?"),
}  # fmt: skip


@pytest.mark.parametrize("told_in", OVER)
@pytest.mark.parametrize("asked_in", ASKED)
def test_what_is_told_over_five_years_is_refused_by_the_year(
    asked_in, told_in, passages, embed, vectors
):
    shown = passages(OVER[told_in], language=told_in)
    for question in ASKED[asked_in][:2]:
        reading = read(question, asked_in, shown, shipped(), embed, vectors)
        assert reading.quoted == (), question
        assert reading.lacking.kind == "span"
        assert reading.lacking.what in reading.lacking.say(asked_in)


@pytest.mark.parametrize("language", ASKED)
def test_the_sum_is_given_in_the_time_asked_for(language, passages, embed, vectors):
    _, rate, plain = ASKED[language]
    yearly, over = (passages(told[language], language=language) for told in (YEARLY, OVER))
    assert read(rate, language, yearly, shipped(), embed, vectors).quoted
    assert "30" in read(plain, language, over, shipped(), embed, vectors).short


@pytest.mark.parametrize("language", ASKED)
def test_a_year_that_no_line_tells_gets_no_short_answer(language, passages, embed, vectors):
    text = OVER[language]
    for span in (" over five years", " sur 5 ans", " über fünf Jahre", " in cinque anni"):
        text = text.replace(span, "")
    shown = passages(text, language=language)
    reading = read(ASKED[language][0], language, shown, shipped(), embed, vectors)
    assert reading.short == ""
