"""What two sources tell in one sentence, and a right sentence with the number of another source."""

import pytest

from assistant import Answer, Passage
from assistant.citing.several import several_statements
from assistant.verdicts import judge
from index import Hit

SOURCES = {
    "en": (
        "The Alpha hotel opened in 1990. It stands on the harbour.",
        "The Alpha hotel has 40 rooms. Its restaurant seats 60 guests.",
        "The Beta hotel opened in 2005. It has 25 rooms.",
    ),
    "fr": (
        "L'hôtel Alpha a ouvert en 1990. Il se trouve sur le port.",
        "L'hôtel Alpha compte 40 chambres. Son restaurant accueille 60 clients.",
        "L'hôtel Beta a ouvert en 2005. Il compte 25 chambres.",
    ),
    "de": (
        "Das Hotel Alpha wurde 1990 eröffnet. Es steht am Hafen.",
        "Das Hotel Alpha hat 40 Zimmer. Sein Restaurant bietet 60 Gästen Platz.",
        "Das Hotel Beta wurde 2005 eröffnet. Es hat 25 Zimmer.",
    ),
    "it": (
        "L'hotel Alpha ha aperto nel 1990. Si trova sul porto.",
        "L'hotel Alpha ha 40 camere. Il suo ristorante accoglie 60 ospiti.",
        "L'hotel Beta ha aperto nel 2005. Ha 25 camere.",
    ),
}
CARRIED = [
    ("en", "The Alpha hotel opened in 1990 [1] and has 40 rooms [2]."),
    ("en", "Opened in 1990, the Alpha hotel has 40 rooms [1][2]."),
    ("en", "The Alpha hotel opened in 1990 [1], while the Beta hotel opened in 2005 [3]."),
    ("en", "The Alpha hotel has 40 rooms [2] and the Beta hotel 25 [3]."),
    ("fr", "L'hôtel Alpha a ouvert en 1990 et compte 40 chambres [1][2]."),
    ("fr", "L'hôtel Alpha, ouvert en 1990 [1], compte 40 chambres [2]."),
    ("fr", "L'hôtel Alpha a ouvert en 1990 [1], tandis que l'hôtel Beta a ouvert en 2005 [3]."),
    ("de", "Das Hotel Alpha wurde 1990 eröffnet [1] und hat 40 Zimmer [2]."),
    ("de", "Das Hotel Alpha, das 1990 eröffnet wurde, hat 40 Zimmer [1][2]."),
    ("de", "Das Hotel Alpha wurde 1990 eröffnet [1], das Hotel Beta dagegen 2005 [3]."),
    ("it", "L'hotel Alpha ha aperto nel 1990 [1] e ha 40 camere [2]."),
    ("it", "L'hotel Alpha, che ha aperto nel 1990, ha 40 camere [1][2]."),
]
MIXED_UP = [
    ("en", "The Alpha hotel opened in 1990 and has 25 rooms [1][3]."),
    ("en", "The Beta hotel stands on the harbour [1] and has 25 rooms [3]."),
    ("en", "The Alpha hotel has 25 rooms [2] and the Beta hotel 40 [3]."),
    ("fr", "L'hôtel Alpha a ouvert en 1990 et compte 25 chambres [1][3]."),
    ("fr", "Ouvert en 2005, l'hôtel Alpha compte 40 chambres [2][3]."),
    ("de", "Das Hotel Alpha wurde 1990 eröffnet und hat 25 Zimmer [1][3]."),
    ("de", "Das Hotel Alpha, das 2005 eröffnet wurde, hat 40 Zimmer [3][2]."),
    ("it", "L'hotel Beta ha aperto nel 1990 [1] e ha 25 camere [3]."),
    ("it", "L'hotel Alpha ha 25 camere [2] e l'hotel Beta 40 [3]."),
]
WRONG_NUMBER = [
    ("en", "The Alpha hotel opened in 1990 [3]."),
    ("fr", "L'hôtel Alpha a ouvert en 1990 [3]."),
    ("de", "Das Hotel Alpha wurde 1990 eröffnet [3]."),
    ("it", "L'hotel Alpha ha aperto nel 1990 [3]."),
]
OF_ANOTHER = [
    ("en", "The Alpha hotel has 25 rooms [3]."),
    ("fr", "L'hôtel Alpha compte 25 chambres [3]."),
    ("de", "Das Hotel Alpha hat 25 Zimmer [3]."),
    ("it", "L'hotel Alpha ha 25 camere [3]."),
]


def answered(language, reply, texts=None):
    sources = {f"{n}.txt": text for n, text in enumerate(texts or SOURCES[language], start=1)}
    passages = tuple(
        Passage(n, Hit(file, 0, len(text), text, 1.0, language))
        for n, (file, text) in enumerate(sources.items(), start=1)
    )
    draft = Answer("?", reply, language, declined=False, model="model")
    return judge(draft, passages, sources.__getitem__)


def verdict(answer):
    return "declined" if answer.declined else answer.statements[0].support.verdict


@pytest.mark.parametrize(("language", "reply"), CARRIED)
def test_what_two_sources_tell_rests_on_both(language, reply):
    answer = answered(language, reply)
    assert verdict(answer) == "supported"
    assert len({cited.file for cited in answer.citations}) == 2


@pytest.mark.parametrize(("language", "reply"), MIXED_UP)
def test_what_is_said_of_another_thing_is_not_joined(language, reply):
    assert verdict(answered(language, reply)) == "declined"


@pytest.mark.parametrize(("language", "reply"), WRONG_NUMBER)
def test_f04_the_source_that_carries_it_is_shown_and_that_it_was_not_named(language, reply):
    answer = answered(language, reply)
    (statement,) = answer.statements
    assert statement.support.verdict == "supported"
    assert statement.support.problems
    assert [cited.file for cited in answer.citations] == ["1.txt"]


@pytest.mark.parametrize(("language", "reply"), OF_ANOTHER)
def test_what_it_says_is_said_of_what_stands_before(language, reply):
    assert verdict(answered(language, reply)) == "declined"


def test_f04_a_source_that_says_otherwise_of_the_same_is_not_passed_over():
    texts = "The bridge cost 31 million euros.", "The bridge cost 12 million euros."
    beside = " The bridge cost 31 million euros [1]."
    first, _ = answered("en", "The bridge cost 12 million euros [1]." + beside, texts).statements
    assert first.support.verdict == "contradicted"
    assert any("2.txt" in problem for problem in first.support.problems)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Alpha hotel did not open in 1990 and has 40 rooms."),
        ("en", "The Alpha hotel has rooms and suites."),
        ("fr", "Le 3 mai, l'hôtel Alpha avait 40 chambres."),
        ("de", "Alpha und Beta wurden 1990 eröffnet."),
        ("it", "L'hotel Alpha ha camere e terrazze."),
    ],
)
def test_what_joins_no_statements_is_not_parted(language, text):
    assert several_statements(text, language) == ()


def test_a_day_of_one_part_is_not_left_out():
    texts = "In 2018 Alpha sold 40 cars.", "Alpha bought 25 trucks in 2019."
    reply = "Alpha sold 40 cars [1] and bought 25 trucks in 2019 [2]."
    assert verdict(answered("en", reply, texts)) == "declined"
