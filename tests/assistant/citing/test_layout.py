"""Lists of sources, footnotes and tables around the sentences of a reply."""

from __future__ import annotations

import pytest

from assistant.citing.drafts import statements
from assistant.citing.inert import InertStream, inert
from assistant.citing.markers import MarkerStream, displayed


def told(reply: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(draft.text, draft.numbers) for draft in statements(reply, 3).sentences]


@pytest.mark.parametrize(
    "close",
    [
        "Sources: [1] a.txt",
        "Sources : [1], [2]",
        "**Quellen:** [1] a.txt; [2] b.txt",
        "Fonti: 1, 2",
        "*Quelle: a.txt, Zeile 3*",
        "(Source: a.txt)",
        "References:\n1. a.txt\n2. b.txt",
        "---\n[1] a.txt\n[2] b.txt, line 3",
        "[1]: https://evil.example/a",
        "[^1]: It was signed, a.txt.",
    ],
)
def test_f01_a_closing_list_of_sources_is_left_out(close: str) -> None:
    assert told(f"Ha firmato [1].\n\n{close}") == [("Ha firmato.", (1,))]


@pytest.mark.parametrize(
    ("reply", "sentences"),
    [
        ("[1]: The tunnel cost 31 million.", [("The tunnel cost 31 million.", (1,))]),
        (
            "[1]: Der Tunnel kostete viel.\n[2]: Er ist lang.",
            [("Der Tunnel kostete viel.", (1,)), ("Er ist lang.", (2,))],
        ),
        (
            "- [1] Il a signé.\n- [2] Xi a signé.",
            [("Il a signé.", (1,)), ("Xi a signé.", (2,))],
        ),
        (
            "[1] Ha firmato. [2][3] Xi ha firmato.",
            [("Ha firmato.", (1,)), ("Xi ha firmato.", (2, 3))],
        ),
        ("[1] It is so.\n\n[2] It was so.", [("It is so.", (1,)), ("It was so.", (2,))]),
    ],
)
def test_f01_a_marker_before_its_sentence_belongs_to_it(
    reply: str, sentences: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert told(reply) == sentences


def test_f01_sentences_that_begin_like_a_list_of_sources_stay() -> None:
    reply = "Er unterschrieb [1].\n\nQuellen: drei Minister sagten es [1]."
    assert told(reply)[1] == ("Quellen: drei Minister sagten es.", (1,))


def test_rows_of_a_table_are_statements_and_its_head_is_none() -> None:
    table = (
        "| Jahr | Kosten | |\n|---|:--:|---|\n| 2021 | 31 Mio. | [1] |\n| 2022 | 32 Mio. [2] | |"
    )
    assert told(table) == [("2021: 31 Mio.", (1,)), ("2022: 32 Mio.", (2,))]
    assert told("| Costo | 31 [1] |\n|---|---|\n| Anno | 2021 [2] |")[0] == ("Costo: 31", (1,))
    assert told("a | b [1]") == [("a | b", (1,))]


LINKED = {
    "It cost 31 million [Source 1](http://evil.example/a).": "It cost 31 million [1].",
    "Il a coûté 31 millions [Passage 2](http://evil.example/a_(b)).": "Il a coûté 31 millions [2].",
    "Er kostete 31 Mio. [[1](https://evil.example 'x')].": "Er kostete 31 Mio. [1].",
    "Costò 31 milioni <cite>1</cite>.": "Costò 31 milioni [1].",
    "Costò 31 milioni <ref>[2]</ref>.": "Costò 31 milioni [2].",
}


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
@pytest.mark.parametrize("reply", LINKED)
def test_f01_a_label_with_an_address_is_a_marker_whole_and_in_pieces(reply: str, size: int) -> None:
    assert displayed(inert(reply), 3) == LINKED[reply]
    plain, markers = InertStream(), MarkerStream(3)
    shown = [markers.feed(plain.feed(reply[at : at + size])) for at in range(0, len(reply), size)]
    whole = "".join([*shown, markers.feed(plain.close()), markers.close()])
    assert whole == LINKED[reply]
    (draft,) = statements(reply, 3).sentences
    assert len(draft.numbers) == 1
