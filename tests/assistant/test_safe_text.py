"""What a terminal must never be told by a document or a model."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.safe_text import for_terminal, on_one_line


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b[31mrot\x1b[0m", "rot"),
        ("\x1b]0;title\x07Titel", "Titel"),
        ("\x1b]52;c;c2VjcmV0\x1b\\presse-papiers", "presse-papiers"),
        ("\x1b]8;;https://evil.example\x1b\\lien\x1b]8;;\x1b\\", "lien"),
        ("\x9b2Jschermo", "schermo"),
        ("\x1bcreset", "reset"),
        ("\x1b[2", "2"),
        ("\x1b]0;never ended", "0;never ended"),
        ("a\x08b\x00c\x7f", "abc"),
        ("shown\rhidden", "shown\nhidden"),
        ("a\r\nb\tc\n", "a\nb\tc\n"),
        ("abc\u202edef", "abc<U+202E>def"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("Ja\U000e0069\U000e0067\U000e006e", "Ja"),
        ("ver\u200bsteckt", "versteckt"),
        ("\ud83d", "\ufffd"),
        ("L'été à Köln – così 【1】 👩\u200d💻", "L'été à Köln – così 【1】 👩\u200d💻"),
    ],
)
def test_g22_a_terminal_is_told_nothing(text, safe):
    assert for_terminal(text) == safe


@given(
    st.text(alphabet=st.sampled_from("\x1b[]0;m\x07\\\x9b\x9d\x9cA \u202e\r\n\ud800"), max_size=60)
)
def test_g22_no_control_character_is_left_and_twice_is_once(text):
    safe = for_terminal(text)
    assert not any(ord(c) < 32 and c not in "\n\t" or 127 <= ord(c) < 160 for c in safe)
    assert for_terminal(safe) == safe


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two\nlines.txt", "two<U+000A>lines.txt"),
        ("a\tb\x1b[31m.txt", "a<U+0009>b<U+001B>[31m.txt"),
        ("rtl\u202egnp.txt", "rtl<U+202E>gnp.txt"),
        ("a\u200bb.txt", "a<U+200B>b.txt"),
        ("\udcff.txt", "\ufffd.txt"),
        ("l'été à Köln – così.txt", "l'été à Köln – così.txt"),
    ],
)
def test_a13_a14_a_name_stands_on_one_line_with_all_that_is_in_it(name, shown):
    assert on_one_line(name) == shown


@pytest.mark.parametrize("unit", ["\x1b[", "\x1b]", "\x9d", "\x9b0", "\x1b ", "\r", "\x1b]\x1b"])
def test_time_grows_with_length_and_not_faster(unit):
    def seconds(length):
        begun = time.process_time()
        for_terminal(unit * (length // len(unit)))
        return time.process_time() - begun

    assert seconds(300_000) < 40 * max(seconds(30_000), 0.005)
