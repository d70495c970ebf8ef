"""A quotation inside a quotation, in whatever marks the reply and its source have."""

import pytest

from assistant.answers import Support
from assistant.citing.align import locate
from assistant.citing.citations import cite
from assistant.citing.quotation_marks import quotations
from assistant.models.seam import Passage
from index import Hit

SOURCES = {
    "fr": "Il a dit : « Le “grand” pont sera fini en mai. » Puis il est parti.",
    "de": "Er sagte: „Die ‚große‘ Brücke wird im Mai fertig.“ Dann ging er.",
    "en": "She said: “The ‘great’ bridge will be finished in May.” Then she left.",
    "it": "Ha detto: «Il “grande” ponte sarà pronto a maggio.» Poi è andato via.",
}
REPLIES = [
    ("fr", "Il a dit : « Le « grand » pont sera fini en mai »."),
    ("fr", "Il a dit : \"Le 'grand' pont sera fini en mai\"."),
    ("de", "Er sagte: „Die „große“ Brücke wird im Mai fertig“."),
    ("de", "Er sagte: „Die “große” Brücke wird im Mai fertig“."),
    ("de", "Er sagte: »Die ›große‹ Brücke wird im Mai fertig«."),
    ("en", "She said: “The “great” bridge will be finished in May”."),
    ("en", "She said: \"The 'great' bridge will be finished in May\"."),
    ("it", "Ha detto: “Il ‘grande’ ponte sarà pronto a maggio”."),
    ("it", "Ha detto: «Il «grande» ponte sarà pronto a maggio»."),
]
INVENTED = [
    ("fr", "Il a dit : « Le « petit » pont sera fini en mai »."),
    ("de", "Er sagte: „Die „kleine“ Brücke wird im Mai fertig“."),
    ("en", "She said: “The ‘small’ bridge will be finished in May”."),
    ("it", "Ha detto: «Il «piccolo» ponte sarà pronto a maggio»."),
]


def told(language, reply):
    text = SOURCES[language]
    hit = Hit("a.txt", 0, len(text), text, 1.0, language)
    supported = lambda claim, quotes: Support("supported")  # noqa: E731
    (claim,) = cite(
        reply[:-1] + " [1].", [Passage(1, hit)], lambda file: text, supported, language=language
    ).claims
    return claim


@pytest.mark.parametrize(("language", "reply"), REPLIES)
def test_f03_a_nested_quotation_is_found_and_keeps_its_marks(language, reply):
    claim = told(language, reply)
    assert (claim.text, claim.support) == (reply, Support("supported"))


@pytest.mark.parametrize(("language", "reply"), INVENTED)
def test_f02_another_word_inside_the_inner_marks_is_invented(language, reply):
    claim = told(language, reply)
    assert claim.support.verdict == "unsupported"
    assert claim.text != reply


def test_quotations_beside_each_other_are_not_nested():
    for text in ("a “b c” and “d e”.", "„b c“ und „d e“", "«b c» e «d e»", "»b c« und »d e«"):
        assert [text[q.inner] for q in quotations(text)] == ["b c", "d e"]


def test_a_mark_without_its_other_opens_no_quotation_around_the_next():
    text = "“It is “fine, she said. „Gut\n“All” is well"
    assert [text[q.inner] for q in quotations(text)][-1] == "All"


def test_an_apostrophe_and_a_minute_are_no_marks():
    assert locate("l'accord", "l’accord")
    assert not locate("l accord", "l’accord")
    assert not locate("the angle was 5 exactly", "the angle was 5' exactly")
