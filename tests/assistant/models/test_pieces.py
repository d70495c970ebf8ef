"""Thinking is kept apart, loops are found, and the end of a reply is judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadReply, ContentFiltered
from assistant.models.endings import _ENDINGS, explain
from assistant.models.pieces import Delta, Heard, Thoughts, loops, read_delta


def said(pieces):
    thoughts = Thoughts()
    return "".join([thoughts.feed(piece) for piece in pieces]) + thoughts.end()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Réponse [1].", "Réponse [1]."),
        ("<think>hm 999</think>Antwort [1].", "Antwort [1]."),
        ("<THINKING>hm</THINKING>Risposta", "Risposta"),
        ("a<think>b</think>c<think>d</think>e", "ace"),
        ("a</think>b", "ab"),
        ("a<think>never ends", "a"),
        ("1 < 2 and <b> or <thin", "1 < 2 and <b> or <thin"),
        ("<think></think>", ""),
        ("x <t", "x <t"),
    ],
)
def test_thinking_is_kept_apart_wherever_the_pieces_are_cut(text, expected):
    for size in range(1, len(text) + 1):
        assert said([text[i : i + size] for i in range(0, len(text), size)]) == expected


@given(st.lists(st.text(alphabet="<>/thinkTHINK é\ud83d\ude00", max_size=6), max_size=30))
def test_cutting_changes_nothing(pieces):
    assert said(pieces) == said(["".join(pieces)])


def test_halves_of_a_character_are_joined_and_lone_ones_replaced():
    assert said(["\ud83d", "\ude00", "\ud83d", "x", "\ude00"]) == "😀\ufffdx\ufffd"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja " * 100, True),
        ("Vorher etwas anderes. " + "Die Bank investiert 138 Milliarden [1]. " * 8, True),
        ("\n" * 300, True),
        ("word " * 10, False),
        ("".join(f"{n}. Figura {n}: {n * 37} milioni [1].\n" for n in range(40)), False),
        (
            "La Chine investit 138 milliards [1]. La Russie 200 milliards [2]. " * 2,
            False,
        ),
        ("", False),
    ],
)
def test_loops(text, expected):
    assert loops(text) is expected


def heard(*deltas, limit=1000):
    reply = Heard("host", "en", limit)
    text = "".join(reply.take(delta) for delta in deltas) + reply.rest()
    return text, reply


def test_a_reply_begins_with_its_first_word():
    assert heard(Delta(text=" \n"), Delta(text="\n Sì [1]."))[0] == "Sì [1]."


def test_a_reply_longer_than_the_limit_is_cut_there():
    text, reply = heard(Delta(text="abcdefgh"), Delta(text="ij"), limit=5)
    assert text == "abcde"
    assert reply.over
    assert not reply.finish(1).complete


@pytest.mark.parametrize(
    ("ending", "complete"),
    [("stop", True), ("STOP", True), ("eos", True), ("end_turn", True), ("", False),
     ("length", False), ("content_filter", False), ("tool_calls", False), ("abort", False)],
)  # fmt: skip
def test_only_a_word_for_done_makes_a_reply_whole(ending, complete):
    finish = heard(Delta(text="Ja [1]."), Delta(finish=ending))[1].finish(2)
    assert finish.complete is complete
    assert bool(finish.reason) is not complete
    assert finish.requests == 2


@pytest.mark.parametrize(
    ("deltas", "error", "message"),
    [
        ([], BadReply, "empty"),
        ([Delta(text=" \n "), Delta(finish="stop")], BadReply, "empty"),
        ([Delta(thinking=True, finish="length")], BadReply, "length limit by thinking"),
        ([Delta(text="<think>x</think>"), Delta(finish="stop")], BadReply, "thought aloud"),
        ([Delta(finish="content_filter")], ContentFiltered, "refused"),
        ([Delta(refused=True, finish="stop")], ContentFiltered, "refused"),
    ],
)
def test_nothing_is_never_an_answer(deltas, error, message):
    with pytest.raises(error, match=message):
        heard(*deltas)[1].finish(1)


@pytest.mark.parametrize("which", sorted(_ENDINGS))
def test_a_cut_is_explained_in_each_language(which):
    said = {explain(which, language, "§") for language in ("en", "fr", "de", "it")}
    assert len(said) == 4
    assert len({"§" in words for words in said}) == 1
    assert explain(which, "other", "§") == explain(which, "en", "§")


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["choices", "delta", "content", "usage", "finish_reason"]), inner
        )
    ),
)


@given(json)
def test_an_event_of_any_shape_is_read_without_a_fault(event):
    delta = read_delta(event, "delta")
    assert isinstance(delta.text, str)
    assert delta.prompt_tokens >= 0
