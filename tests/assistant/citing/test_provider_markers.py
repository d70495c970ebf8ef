"""Markers as the large providers, LaTeX and directives write them, and names of files."""

import pytest

from assistant.citing.drafts import statements
from assistant.citing.inert import InertStream, inert
from assistant.citing.markers import MarkerStream

FILES = ("kolm.txt", "press/lindholm.md", "press/lindholm.md")
SHAPES = {
    "signed 【1:0†kolm.txt】.": "signed [1].",
    "signé [cite: 1].": "signé [1].",
    "unterzeichnet [cite: 1, 3].": "unterzeichnet [1][3].",
    "firmato [[cite:2]].": "firmato [2].",
    r"signed \cite{1}.": "signed [1].",
    r"signé \citep{1, 2}.": "signé [1][2].",
    "unterzeichnet :cite[1].": "unterzeichnet [1].",
    "firmato [№1].": "firmato [1].",
    "signed 〖1〗, ❨2❩, ⁅3⁆.": "signed [1][2][3].",
    "signé [1]† [2]‡.": "signé [1][2].",
}
RARE = {
    "signed <1>.": "signed [1].",
    "signé <1> <2>.": "signé [1][2].",
    "unterzeichnet <|3|>.": "unterzeichnet [3].",
    "firmato |1||2|.": "firmato [1][2].",
    "signed $^1$.": "signed [1].",
    "signé $^{1, 2}$.": "signé [1][2].",
    "unterzeichnet ^1^.": "unterzeichnet [1].",
    r"firmato \textsuperscript{2}.": "firmato [2].",
    r"signed \footnote{1}.": "signed [1].",
    'signé {"cite":1}.': "signé [1].",
    'unterzeichnet {"citations": [1, 3]}.': "unterzeichnet [1][3].",
}
NO_MARKERS = [
    "An area of 5 m$^2$ and 3 km^2^.",
    "| a | 1 | 2 |\n|---|---|---|\n|1|2|3|",
    "signed <4> |5| $^6$.",
    "H$_2$O, CO$^2$ and 5 < 2 > 1",
    'told {"a": 1} and {"cite": "x"}',
]
NAMED = {
    "It opened in 1912 [kolm.txt].": "It opened in 1912 [1].",
    "Il a ouvert en 1912 (kolm.txt).": "Il a ouvert en 1912 [1].",
    "Er wurde 1912 eröffnet (Quelle: kolm.txt).": "Er wurde 1912 eröffnet [1].",
    "È stato aperto nel 1912 【Fonte: lindholm.md】.": "È stato aperto nel 1912 [2][3].",
    "It opened [source: press/lindholm.md] in 1912.": "It opened [2][3] in 1912.",
    "It opened [kolm.txt][2].": "It opened [1][2].",
}
TEXT = [
    "It opened [other.txt].",
    "It is told (in kolm.txt).",
    "It is told in kolm.txt",
    "It is told [kolm.txt",
    "It is told (Quelle: kol",
    r"Kolm: cited :cite as \cite and at 12:c:",
    "He died † in 1901.",
]
SHOWN = {**SHAPES, **RARE, **NAMED, **{text: text for text in (*TEXT, *NO_MARKERS)}}


@pytest.mark.parametrize(("reply", "shown"), SHOWN.items())
@pytest.mark.parametrize("size", [1, 3, 100])
def test_f01_f12_markers_of_providers_and_names_of_files_are_read_in_pieces_too(reply, shown, size):
    stream = MarkerStream(3, FILES)
    parts = [stream.feed(reply[at : at + size]) for at in range(0, len(reply), size)]
    assert "".join(parts) + stream.close() == shown
    assert stream.unknown == 0


@pytest.mark.parametrize("file", ["[kolm.txt]", "(Quelle: kolm.txt)", "[cite: 1]", r"\cite{1}"])
def test_f01_such_a_marker_is_no_word_of_its_statement(file):
    (draft,) = statements(f"Die Brücke kostete 12 Millionen {file}.", 3, "de", FILES).sentences
    assert (draft.text, draft.numbers) == ("Die Brücke kostete 12 Millionen.", (1,))


def test_f01_a_name_that_stands_for_many_passages_is_no_marker():
    stream = MarkerStream(4, ["kolm.txt"] * 4)
    assert stream.feed("It opened [kolm.txt].") + stream.close() == "It opened [kolm.txt]."


def test_f01_what_counts_turns_of_another_system_points_nowhere_beyond_the_passages():
    stream = MarkerStream(3)
    assert stream.feed("signed 【4:0†source】.") + stream.close() == "signed."
    assert stream.unknown == 1


def test_f01_what_says_that_it_cites_and_points_nowhere_is_taken_out_and_counted():
    stream = MarkerStream(3)
    assert stream.feed('It was signed {"cite": 9}.') + stream.close() == "It was signed."
    assert stream.unknown == 1


@pytest.mark.parametrize(
    "reply",
    ['signed <source id="1"/>.', "signed <ref:1>.", "signed <cite>1</cite>.", "signed <doc n=1>."],
)
def test_f01_a_tag_that_points_to_a_passage_is_a_marker(reply):
    stream, markers = InertStream(), MarkerStream(3)
    pieces = [markers.feed(stream.feed(sign)) for sign in reply]
    shown = "".join(pieces) + markers.feed(stream.close()) + markers.close()
    assert shown == "signed [1]."
    assert inert(reply) == "signed [1]."
