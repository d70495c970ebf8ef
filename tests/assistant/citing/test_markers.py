"""Citation markers: every shape, however the reply is cut into pieces."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.citing.drafts import statements
from assistant.citing.markers import MarkerStream, displayed

PASSAGES = 3

SHAPES = {
    "signed [1].": "signed [1].",
    "signed [1,2].": "signed [1][2].",
    "signed [1][3].": "signed [1][3].",
    "signed [1], [3].": "signed [1][3].",
    "unterzeichnet [1] und [2].": "unterzeichnet [1][2].",
    "signed [[1]].": "signed [1].",
    "signed [[1], [2]].": "signed [1][2].",
    "signed ([1]).": "signed [1].",
    "signed (see [1]).": "signed [1].",
    "signed 【1】.": "signed [1].",
    "signed ［1］.": "signed [1].",
    "signed [１].": "signed [1].",
    "signed 【1†source】.": "signed [1].",
    "signed [^1].": "signed [1].",
    "signed [Source 1].": "signed [1].",
    "signé [Source 1, Source 2].": "signé [1][2].",
    "unterzeichnet [Quelle 2 und 3].": "unterzeichnet [2][3].",
    "firmato [Fonti: 1, 3].": "firmato [1][3].",
    "firmato (Fonte 2).": "firmato [2].",
    "signed [1-3].": "signed [1][2][3].",
    "signed [1–3].": "signed [1][2][3].",
    "signed [1, p. 3].": "signed [1].",
    "signed [2: Le Monde].": "signed [2].",
    "signed (1).": "signed [1].",
    "signed [1][1].": "signed [1].",
    "signed.[1]": "signed.[1]",
    "[1](https://evil.example/?q=secret) says": "[1] says",
    # A marker in another shape beside one, and raised, curly, lettered ones
    "84 million euros [1] (1).": "84 million euros [1].",
    "84 Millionen Euro [1](1).": "84 Millionen Euro [1].",
    "84 millions d’euros [1][^1] (1).": "84 millions d’euros [1].",
    "84 milioni di euro (1) [1].": "84 milioni di euro [1].",
    "84 million euros [1] (2).": "84 million euros [1][2].",
    "84 million [1] (1), it says": "84 million [1], it says",
    "84 million euros<sup>1</sup>.": "84 million euros[1].",
    "84 Millionen Euro <sup>1, 2</sup>.": "84 Millionen Euro [1][2].",
    "84 millions d’euros <sup>[1]</sup>.": "84 millions d’euros [1].",
    "84 milioni di euro¹.": "84 milioni di euro[1].",
    "It was signed.¹ ²": "It was signed.[1][2]",
    "since 2019² and": "since 2019[2] and",
    "12 %¹.": "12 %[1].",
    "signed {1}.": "signed [1].",
    "firmato {1, 2}.": "firmato [1][2].",
    "signed [p1].": "signed [1].",
    "signed [P1, P3].": "signed [1][3].",
    "signé [s2].": "signé [2].",
    # Escaped, circled, doubled, with lines, with other labels
    r"signed \[1\].": "signed [1].",
    r"signé \\[1\\], \[2\].": "signé [1], [2].",
    r"unterzeichnet \(1\).": "unterzeichnet [1].",
    "firmato ^[1].": "firmato [1].",
    "signed ①②.": "signed [1][2].",
    "signé ❶, ➂.": "signé [1][3].",
    "unterzeichnet [①].": "unterzeichnet [1].",
    "firmato {{1}}.": "firmato [1].",
    "signed [1:12-15].": "signed [1].",
    "signed 【1†L12-L15】.": "signed [1].",
    "signed [ID 1].": "signed [1].",
    "signed [doc_1, doc_2].": "signed [1][2].",
    "signed [Doc 1, 2].": "signed [1][2].",
    "signed [@1].": "signed [1].",
    "signé [Extrait 1].": "signé [1].",
    "unterzeichnet [Fundstelle 2].": "unterzeichnet [2].",
    "firmato (cfr. [3]).": "firmato [3].",
    "signed (according to [1]).": "signed [1].",
    "signed (source: [1]).": "signed [1].",
    "signed [1]–[3].": "signed [1][3].",
    "signed [1](http://x.example/a_(b)).": "signed [1].",
}

TEXT = [
    "§ 3 (2).",
    "Art. 5 (1).",
    "(1) one. (2) two.",
    "Zwei Gründe (1) Preis und (2) Zeit.",
    "nine years (9).",
    "he was [sic] late […] then [x]",
    "[The president] signed",
    "Zwei Gründe [1] (9).",
    "signed [1] (2 and a half).",
    "two [1] and (2) three",
    "84 m² and 5 km³.",
    "84 m<sup>2</sup> and 10<sup>3</sup>.",
    "10³ people, sin² x, CO² and E = mc².",
    "the 1<sup>er</sup> of May, the 2º, about ¹⁄₂.",
    "30 µg/m³.",
    "an (a+b)² of s⁻¹",
    "since 2019⁹.",
    r"\frac{1}{2} and x^{2}.",
    "a set {1} or f{2}(x) = {3}",
    "see [p. 3] and [p9].",
    "a < b <sup> 1",
    "a list[of] things",
    "① Paris",
    r"a\b, \[x\] and 2^[x]",
    r"\frac{{1}}{2} of it",
    "about 5① and x⑴y",
    "cut off behind [S",
]

UNKNOWN = {
    "signed [7].": ("signed.", 1),
    "signed [0].": ("signed.", 1),
    "signed [-1].": ("signed.", 1),
    "signed [1,2,99].": ("signed [1][2].", 1),
    "signed [1], [99].": ("signed [1].", 1),
    "signed [98][99] today": ("signed today", 2),
    "signed [99]today": ("signed today", 1),
    "signed [2-9].": ("signed [2][3].", 1),
    "signed 【4:0†source】.": ("signed.", 1),
    f"signed [{', '.join(map(str, range(1, 41)))}].": ("signed [1][2][3].", 37),
    "signed in Moscow [2025].": ("signed in Moscow.", 1),
    "signed [123456789012345678901234567890].": ("signed.", 1),
}


@pytest.mark.parametrize(("reply", "shown"), SHAPES.items())
def test_f01_every_shape_is_one_marker(reply, shown):
    assert displayed(reply, PASSAGES) == shown


@pytest.mark.parametrize("reply", TEXT)
def test_f01_what_is_no_marker_stays(reply):
    assert displayed(reply, PASSAGES) == reply


@pytest.mark.parametrize(("reply", "expected"), UNKNOWN.items())
def test_f01_numbers_that_point_nowhere_are_removed_and_counted(reply, expected):
    stream = MarkerStream(PASSAGES)
    shown = stream.feed(reply) + stream.close()
    assert (shown, stream.unknown) == expected


@pytest.mark.parametrize(
    ("reply", "literal"),
    [
        ("« depuis [2025] la Chine »", "[2025]"),
        ("„seit [2025] gilt“", "[2025]"),
        ("`a[1]`", "[1]"),
        ("```\na[1] = b[2]\n```", "[1]"),
        ("[1 text that goes on", "[1 text"),
        ("`a{1}` and `<sup>1</sup>` [1 x", "[1 x"),
    ],
)
def test_f01_a_literal_bracket_stays_and_cannot_be_taken_for_a_marker(reply, literal):
    shown = displayed(reply, PASSAGES)
    assert shown.replace("\u2060", "") == reply
    assert literal in reply
    assert not re.search(r"\[\d", shown)


def test_f01_markers_behind_code_and_stray_backticks_still_count():
    assert displayed("`x[2]` is code [1].", PASSAGES).endswith("[1].")
    assert displayed("l`IA en Russie [1].", PASSAGES) == "l`IA en Russie [1]."


def test_f01_markers_inside_a_quotation_count():
    assert displayed('« la coopération [1] » et "China [2]"', PASSAGES) == (
        '« la coopération [1] » et "China [2]"'
    )


def test_f12_nothing_flickers_and_only_a_possible_marker_is_held_back():
    stream = MarkerStream(PASSAGES)
    shown = [stream.feed(piece) for piece in ("It was signed ", "[", "1", "]", " in Mos", "cow.")]
    assert shown == ["It was signed", "", "", " [1]", " in Mos", "cow."]
    assert stream.close() == ""


def test_f12_a_marker_that_points_nowhere_is_not_shown_for_a_moment():
    stream = MarkerStream(PASSAGES)
    assert "".join(stream.feed(char) for char in "signed [9], [8] today.") == "signed today."


PIECES = [
    *SHAPES,
    *TEXT,
    *UNKNOWN,
    *'[](){}<1９¹²`"«»„“\n †【】:-….',
    "[[",
    "]]",
    " and ",
    ", ",
    "```",
]
REPLIES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12).map(
    "".join
)


@given(REPLIES, st.data())
@settings(max_examples=400, deadline=None)
def test_f12_the_stream_equals_the_whole_however_it_is_cut(reply, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(reply)), max_size=12)))
    stream = MarkerStream(PASSAGES)
    parts = [stream.feed(reply[a:b]) for a, b in zip([0, *cuts], [*cuts, len(reply)], strict=True)]
    assert "".join(parts) + stream.close() == displayed(reply, PASSAGES)


@given(REPLIES)
@settings(max_examples=200, deadline=None)
def test_f12_character_by_character(reply):
    stream = MarkerStream(PASSAGES)
    shown = "".join(map(stream.feed, reply)) + stream.close()
    assert shown == displayed(reply, PASSAGES)
    assert {int(n) for n in re.findall(r"\[(\d+)\]", shown)} <= set(range(1, PASSAGES + 1))


@given(REPLIES)
@settings(max_examples=200, deadline=None)
def test_f01_no_sentence_names_a_passage_that_is_not_there(reply):
    drafts = statements(reply, PASSAGES)
    for draft in drafts.sentences:
        assert set(draft.numbers) <= {1, 2, 3}
        for quotation in draft.quotations:
            assert 0 <= quotation.start < quotation.end <= len(draft.text)


@pytest.mark.parametrize(
    "unit", ["[", "[1", "[1, ", "([", "[1](", "`", "` ", '"', "[1†", "[[[1]", "according to [1], ",
             "Sources:\n", "[1]:\n", "\n1. ", "- ", "[1] and ", "<sup>1", "¹", "{1", "word (1) [1"]
)  # fmt: skip
def test_time_grows_with_length_and_not_faster(unit):
    def seconds(length):
        reply = unit * (length // len(unit))
        begun = time.process_time()
        displayed(reply, PASSAGES)
        statements(reply, PASSAGES, "en")
        return time.process_time() - begun

    # Ten times as long: a quadratic step would take a hundred times as long. A busy machine may
    # make a single run long, but not three.
    most = 40 * max(seconds(10_000), 0.01)
    assert any(seconds(100_000) < most for _ in range(3))


# Sentences and the numbers they name


def told(reply):
    return [(draft.text, draft.numbers) for draft in statements(reply, PASSAGES).sentences]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Putin signed [1]. Xi agreed [2].", [("Putin signed.", (1,)), ("Xi agreed.", (2,))]),
        ("Poutine a signé. [1] Xi a accepté.[2]",
         [("Poutine a signé.", (1,)), ("Xi a accepté.", (2,))]),
        ("Am 3. März unterschrieb Dr. Müller [1]. Xi stimmte zu [2][3].",
         [("Am 3. März unterschrieb Dr. Müller.", (1,)), ("Xi stimmte zu.", (2, 3))]),
        ("Il dott. Rossi ha firmato [1]. Xi ha accettato. [2]",
         [("Il dott. Rossi ha firmato.", (1,)), ("Xi ha accettato.", (2,))]),
        ("- **Putin** signed [1]\n- Xi agreed [2]", [("Putin signed", (1,)), ("Xi agreed", (2,))]),
        ("1. Putin signed [1].\n2. Xi agreed [2].",
         [("Putin signed.", (1,)), ("Xi agreed.", (2,))]),
        ("3. Oktober war der Tag [1].", [("3. Oktober war der Tag.", (1,))]),
        ("According to [1], Putin signed.", [("Putin signed.", (1,))]),
        ("Selon [2], Poutine a signé.", [("Poutine a signé.", (2,))]),
        ("[1] Putin signed.", [("Putin signed.", (1,))]),
        ("Putin signed.\n\n[1]", [("Putin signed.", (1,))]),
        ("Putin signed [1].\n\nSources:\n[1] lemonde.txt\n[2] reuters.txt",
         [("Putin signed.", (1,))]),
        ("Putin signed [1].\n\n[^1]: https://evil.example", [("Putin signed.", (1,))]),
        ("No source here.", [("No source here.", ())]),
        ("", []),
        ("[1]", []),
        ("…", []),
    ],
)  # fmt: skip
def test_sentences_carry_their_own_markers(reply, expected):
    assert told(reply) == expected


def test_a_sentence_borrows_the_next_marker_of_its_paragraph_only():
    drafts = statements("Putin signed. Xi agreed [2].\n\nNobody else came.", PASSAGES).sentences
    assert [(d.numbers, d.borrowed) for d in drafts] == [((2,), True), ((2,), False), ((), False)]


def test_quotations_are_known_by_place():
    (draft,) = statements("Il veut « la poursuite » et „den Frieden“ [1].", PASSAGES).sentences
    quoted = [draft.text[q.inner].strip() for q in draft.quotations]
    assert quoted == ["la poursuite", "den Frieden"]
