"""Who heads one thing is told nobody who asks about another one; a deputy is quoted for nobody."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.reading import read
from assistant.reader.seats import of_another_seat
from assistant.reader.weights import shipped

WHO = {
    "en": ("Who is the CEO of Nardo?", "Who leads Nardo?", "Who is Nardo's director?"),
    "fr": ("Qui est le PDG de Nardo ?", "Qui dirige Nardo ?", "Qui est la patronne de Nardo ?"),
    "de": ("Wer ist der Chef von Nardo?", "Wer leitet Nardo?", "Wer führt die Nardo?"),
    "it": ("Chi è il capo di Nardo?", "Chi guida Nardo?", "Chi dirige la Nardo?"),
}
ANOTHER = {
    "en": ["Chips of Nardo are dear, said the chief executive of Karlo, Ida Holm.",
           "Nardo sells chips, while Ida Holm leads Karlo.",
           "Karlo's deputy director Ida Holm spoke."],
    "fr": ["Les puces de Nardo sont chères, a déclaré Ida Holm, directrice générale de Karlo.",
           "Karlo, sous la direction de Ida Holm, a grandi.",
           "Nardo vend des puces, et pour sa part, Ida Holm dirige Karlo."],
    "de": ["Die Chips von Nardo sind teuer, sagte Ida Holm, Direktorin von Karlo.",
           "Nardo verkauft Chips, Ida Holm leitet die Karlo.",
           "Nardo verkauft Chips, sagte Karlo-Chef Marc Delune."],
    "it": ["I chip di Nardo sono cari, ha detto il direttore generale di Karlo, Marc Delune.",
           "Nardo vende chip, mentre, come si sa, Ida Holm guida Karlo.",
           "Karlo, sotto la guida di Ida Holm, cresce."],
}  # fmt: skip
OURS = {
    "en": ["The CEO of Nardo, Ida Holm, and the CEO of Karlo spoke.", "Ida Holm is its director.",
           "Nardo is led by Ida Holm.", "Ida Holm, chair of the board, leads Nardo."],
    "fr": ["Ida Holm, directrice de Nardo, a parlé.", "Nardo est dirigée par Ida Holm.",
           "Ida Holm en est la présidente."],
    "de": ["Nardo-Chefin Ida Holm sprach.", "Ida Holm leitet die Nardo AG.",
           "Die Direktorin Ida Holm sprach."],
    "it": ["Ida Holm, direttrice di Nardo, ha parlato.", "Nardo è guidata da Ida Holm.",
           "La presidente Ida Holm ha parlato."],
}  # fmt: skip
BOTH = {
    "en": "Nardo, under the direction of Ida Holm, has grown. We will hire, said Marc Delune, "
    "first deputy director of Nardo.",
    "fr": "Nardo, sous la direction de Ida Holm, a grandi. Nous recruterons, a dit Marc Delune, "
    "premier directeur général adjoint de Nardo.",
    "de": "Nardo ist unter der Leitung von Ida Holm gewachsen. Wir stellen ein, sagte Marc Delune, "
    "stellvertretender Direktor von Nardo.",
    "it": "Nardo, sotto la guida di Ida Holm, è cresciuta. Assumeremo, ha detto Marc Delune, "
    "vicedirettore generale di Nardo.",
}


@pytest.mark.parametrize("asked_in", WHO)
@pytest.mark.parametrize("told_in", ANOTHER)
def test_who_heads_another_thing_heads_not_this_one(asked_in, told_in, line):
    for question in WHO[asked_in]:
        asked = understand(question, asked_in)
        for text in ANOTHER[told_in]:
            assert of_another_seat(asked, line(text, told_in)), (question, text)
        for text in OURS[told_in]:
            assert not of_another_seat(asked, line(text, told_in)), (question, text)


@pytest.mark.parametrize("language", WHO)
def test_another_head_is_no_answer(language, passages, embed, vectors):
    shown = passages(ANOTHER[language][0], language=language)
    reading = read(WHO[language][0], language, shown, shipped(), embed, vectors)
    assert reading.quoted == ()


@pytest.mark.parametrize("language", WHO)
def test_a_deputy_is_not_quoted_beside_who_leads(language, passages, embed, vectors):
    shown = passages(BOTH[language], language=language)
    reading = read(WHO[language][1], language, shown, shipped(), embed, vectors)
    assert [line.text for line in reading.quoted if "Delune" in line.text] == []
    assert "Ida Holm" in reading.quoted[0].text
