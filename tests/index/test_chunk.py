"""Chunks: whole sentences, exact places, within the budget, furniture apart."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, count, sentences
from index.chunk import chunk
from index.documents import Furniture


def document(text, language="en"):
    return Document("a.txt", text, "0" * 64, "utf-8", language, "A title")


def words(text):
    """A counter that can be checked by eye."""
    return len(text.split())


def pieces(text, budget=160, language="en", furniture=()):
    return [c.text for c in chunk(document(text, language), budget, count, furniture)]


def sound(text, chunks):
    """In order, apart, exact, and no sentence lost."""
    last = 0
    for one in chunks:
        assert last <= one.start < one.end
        assert one.text == text[one.start : one.end]
        assert not text[last : one.start].strip()
        last = one.end
    assert not text[last:].strip()


@given(
    st.lists(
        st.sampled_from([
            "Der Rat tagt.", "Le chat dort ", "\n\n", "\n", "A headline", "x" * 90, "12 % ",
            "« Oui » ", " ", "word ", "; ", "ß", "。", "\r\n", "\U0001f600" * 9,
        ])
    ).map("".join),
    st.integers(8, 80),
)  # fmt: skip
def test_chunks_tile_the_text(text, budget):
    sound(text, chunk(document(text, "other"), budget))


@given(st.text(max_size=400), st.integers(8, 60))
def test_any_text_at_all(text, budget):
    sound(text, chunk(document(text, "other"), budget))


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_chunks_are_whole_sentences_within_the_budget(seeds, language):
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        chunks = chunk(document(text, language))
        sound(text, chunks)
        spans = sentences(text, language)
        starts, ends = {start for start, _ in spans}, {end for _, end in spans}
        for one in chunks:
            assert one.start in starts
            assert one.end in ends
            assert count(one.text) <= 160


def test_paragraphs_are_kept_apart():
    first, second = "One is here. " * 20, "Two is there. " * 20
    assert pieces(f"{first.strip()}\n\n{second.strip()}") == [first.strip(), second.strip()]


def test_tiny_paragraphs_are_joined():
    assert pieces("Yes.\n\nNo.\n\nPerhaps.") == ["Yes.\n\nNo.\n\nPerhaps."]


def test_a_headline_goes_with_what_follows():
    body = "The council met on Tuesday and spoke about the bridge over the river for hours. " * 4
    before = "Before it there was another paragraph, and that one was long enough to stand. " * 4
    text = f"{before}\n\nThe bridge is closed\n\n{body}"
    assert pieces(text) == [before.strip(), f"The bridge is closed\n\n{body.strip()}"]


def test_a_long_paragraph_is_cut_into_even_parts():
    text = " ".join(f"This is sentence number {n} of the paragraph." for n in range(60))
    sizes = [count(part) for part in pieces(text)]
    assert max(sizes) <= 160
    assert min(sizes) > max(sizes) / 2


def test_a_sentence_over_the_budget_is_cut_between_clauses():
    text = "; ".join(f"the council of town number {n} approved its plan" for n in range(40)) + "."
    parts = pieces(text, budget=60)
    assert all(count(part) <= 60 for part in parts)
    assert all(part.endswith(";") for part in parts[:-1])


def test_repetitive_text_is_placed_right():
    """The last chunk must reach the end; searching for the text again would place it early."""
    text = "The same sentence again. " * 400
    chunks = chunk(document(text))
    sound(text, chunks)
    assert chunks[-1].end == len(text.rstrip())
    assert len({one.start for one in chunks}) == len(chunks) > 5


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "e\u0301" * 50_000,
        ". " * 100_000,
        "x y " * 50_000,
        "\U0001f600" * 30_000,
    ],
    ids=["B16-word", "B16-marks", "B17-leader", "no-full-stop", "emoji"],
)
def test_hard_text_in_linear_time_and_within_the_budget(text):
    count("")  # load the encoding outside the clock
    start = time.process_time()
    chunks = chunk(document(text, "other"))
    assert time.process_time() - start < 5
    sound(text, chunks)
    assert max(count(one.text) for one in chunks) <= 160


def test_C22_title_and_path_are_no_part_of_the_budget():
    one = Document("p" * 4000, "A sentence.", "", "utf-8", "en", "t" * 4000)
    assert [part.text for part in chunk(one, 20)] == ["A sentence."]


def test_chunks_carry_what_a_hit_needs():
    (one,) = chunk(document("Guten Tag.", "de"))
    assert (one.file, one.language, one.title, one.kind) == ("a.txt", "de", "A title", "article")


def test_furniture_and_article_share_no_chunk():
    text = "Read also: this.\nThe council met. It spoke.\nPhoto: Meier\nIt was late. Share this"
    marks = [
        Furniture(0, 16, "related"),
        Furniture(text.index("Photo"), text.index("\nIt was"), "credit"),
        Furniture(text.index("Share"), len(text), "sharing"),
    ]
    chunks = chunk(document(text), furniture=marks)
    sound(text, chunks)
    assert [(one.kind, one.text) for one in chunks] == [
        ("related", "Read also: this."),
        ("article", "The council met. It spoke."),
        ("credit", "Photo: Meier"),
        ("article", "It was late."),
        ("sharing", "Share this"),
    ]


def test_the_budget_is_in_the_units_of_the_counter():
    text = "one two three four five six. " * 10
    parts = chunk(document(text, "other"), 12, words)
    assert len(parts) > 1
    for one in parts:
        assert words(one.text) <= 12
