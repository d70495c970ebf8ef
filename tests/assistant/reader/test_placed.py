"""Where a thing is, is not told by where it was founded."""

import pytest

from assistant.reader.reading import read
from assistant.reader.weights import shipped

WHERE = {
    "en": "Where is Lumo based?",
    "fr": "Où siège Lumo ?",
    "de": "Wo sitzt Lumo?",
    "it": "Dove ha sede Lumo?",
}
MOVED = {
    "en": ["Lumo was founded in Bern and moved to Zurich in 2019.", "Lumo was sued in Bern."],
    "fr": ["Lumo a été fondée à Berne et a déménagé à Zurich.", "Lumo a été créée à Berne."],
    "de": ["Lumo wurde in Bern gegründet und zog 2019 nach Zürich.", "Lumo entstand in Bern."],
    "it": ["Lumo è stata fondata a Berna e nel 2019 si è trasferita.", "Lumo è nata a Berna."],
}
SEATED = {
    "en": "Lumo is based in Bern and was founded in Basel.",
    "fr": "Lumo siège à Berne et a été fondée à Bâle.",
    "de": "Lumo sitzt in Bern und wurde in Basel gegründet.",
    "it": "Lumo ha sede a Berna ed è stata fondata a Basilea.",
}
FOUNDED = {
    "en": ("Where was Lumo founded?", "Bern"),
    "de": ("Wo wurde Lumo gegründet?", "Bern"),
}
BERN = {"en": "Bern", "fr": "Berne", "de": "Bern", "it": "Berna"}


@pytest.fixture
def short(passages, embed, vectors):
    def of(question, asked_in, text, told_in):
        found = passages(text, language=told_in)
        return read(question, asked_in, found, shipped(), embed, vectors).short

    return of


@pytest.mark.parametrize("asked_in", WHERE)
@pytest.mark.parametrize(("told_in", "text"), [(x, text) for x in MOVED for text in MOVED[x]])
def test_where_it_was_founded_is_not_where_it_is(asked_in, told_in, text, short):
    assert short(WHERE[asked_in], asked_in, text, told_in) == ""


@pytest.mark.parametrize("language", SEATED)
def test_of_two_places_the_seat_is_given(language, short):
    assert short(WHERE[language], language, SEATED[language], language) == BERN[language]


@pytest.mark.parametrize("language", FOUNDED)
def test_where_it_was_founded_is_told_to_who_asks(language, short):
    question, place = FOUNDED[language]
    assert short(question, language, MOVED[language][0], language) == place
