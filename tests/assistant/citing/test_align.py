"""A quotation is one contiguous run of its source, or it is no quotation."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.citing.align import locate

SOURCE = (
    "La Russie et la Chine ont signé\nà Moscou un accord de « coopé-\nration » franco-\n"
    "chinoise, d’une valeur de 300 millions d’euros : l’eﬀort[3] est « énorme ».\n"
    "Die Straße misst 10² m; die „Re-\ngierung“ plant 1\u202f234 Züge.\n"
    "Il governo ha firmato un accordo\u200b di cooperazione.\n"
    "They de\u0301cided to re-sign the CONTRACT — at once.\n"
)


def cut(quotation, source=SOURCE):
    return [source[run.start : run.end] for run in locate(quotation, source)]


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        ("ont signé à Moscou un accord", "ont signé\nà Moscou un accord"),  # white space
        ("ONT SIGNÉ À MOSCOU", "ont signé\nà Moscou"),  # case
        ("accord de coopération", "accord de « coopé-\nration"),  # hyphenation, quotes
        ("franco-chinoise, d'une valeur", "franco-\nchinoise, d’une valeur"),  # the author's hyphen
        ("300 millions d'euros: l'effort", "300 millions d’euros : l’eﬀort"),  # ligature, spacing
        ('l\'effort est "énorme".', "l’eﬀort[3] est « énorme"),  # footnote number
        ("die Strasse misst 10² m", "Die Straße misst 10² m"),
        ("die Regierung plant 1 234 Züge", "die „Re-\ngierung“ plant 1\u202f234 Züge"),
        ("un accordo di cooperazione", "un accordo\u200b di cooperazione"),  # no width
        ("they décided to re-sign", "They de\u0301cided to re-sign"),  # composed, decomposed
        ("the contract – at once", "the CONTRACT — at once"),
        ("l'ｅffort", "l’eﬀort"),  # full width
    ],
)
def test_f03_what_copying_changes_is_folded(quotation, found):
    assert cut(quotation) == [found]


@pytest.mark.parametrize(
    "quotation",
    [
        "ont refusé de signer à Moscou",
        "une valeur de 900 millions",
        "un accord de coopération militaire",
        "a valeur de 300 millions",  # half a word
        "un accord de coopérat",
        "misst 102 m",
        "decided to resign",
        "Il governo ha firmato un accordo militare di cooperazione",
        "La Chine et la Russie",  # other order
        "",
        "…",
        "«»",
    ],
)
def test_f02_there_is_no_nearly(quotation):
    assert cut(quotation) == []


def test_f02_what_peers_accept_is_refused():
    source = (
        "La Russia e la Cina hanno firmato a Mosca un accordo del valore di 300 milioni di euro."
    )
    for invented in (
        "hanno rifiutato di firmare un accordo",
        "del valore di 900 milioni di euro",
        "un accordo militare segreto",
    ):
        assert locate(invented, source) == ()


def test_f03_missing_accents_are_a_last_resort_and_say_so():
    (run,) = locate("ont signe a Moscou", SOURCE)
    assert not run.exact
    (run,) = locate("ont signé à Moscou", SOURCE)
    assert run.exact


def test_an_ellipsis_makes_runs_that_come_in_order():
    assert cut("La Russie […] 300 millions d'euros") == ["La Russie", "300 millions d’euros"]
    assert cut("La Russie ... 300 millions d'euros") == ["La Russie", "300 millions d’euros"]
    assert cut("300 millions d'euros [...] La Russie") == []


def test_a_range_limits_the_search():
    text = "ein Vertrag. ein Vertrag."
    assert [run.start for run in locate("ein Vertrag", text)] == [0]
    assert [run.start for run in locate("ein Vertrag", text, 1)] == [13]
    assert locate("ein Vertrag", text, 1, 20) == ()


WORDS = st.lists(
    st.sampled_from(
        "été Straße 1.234,5 l’IA ﬁn co-op 10² İstanbul a\u0301 […] « » – \u00ad x".split()
    ),
    min_size=1,
    max_size=10,
)


@given(st.text(max_size=40), WORDS, st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_what_was_copied_is_found_where_it_stands(before, words, after):
    source = f"{before} {' '.join(words)} {after}"
    for run in locate(" ".join(words), source):
        assert 0 <= run.start < run.end <= len(source)


@given(
    st.lists(st.sampled_from("a b été Haus ﬁn 12 ,".split()), min_size=3, max_size=30), st.data()
)
@settings(max_examples=300, deadline=None)
def test_every_run_of_words_is_found_again(words, data):
    source = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quotation = " \n".join(words[first : last + 1]).upper()
    runs = locate(quotation, source)
    if any(map(str.isalnum, quotation)):
        (run,) = runs
        again = locate(source[run.start : run.end], source)
        assert again == (run,)


@given(st.text(max_size=200), st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_input_raises(quotation, source):
    for run in locate(quotation, source):
        assert source[run.start : run.end]


@pytest.mark.parametrize(
    ("source", "quotation"),
    [("a", "a"), ("a ", "a "), ("ab ", "ab "), ("e\u0301", "é"), ("-\n", "-\n"), ("[1", "[1"),
     ("a-\n", "a-\n"), ("… ", "… "), ("«", "»"), ("- ", "a- ")],
)  # fmt: skip
def test_time_grows_with_length_and_not_faster(source, quotation):
    def seconds(length):
        begun = time.process_time()
        locate(quotation * (length // 4) + "b", source * (length // len(source)))
        return time.process_time() - begun

    assert seconds(100_000) < 40 * max(seconds(10_000), 0.01)
