"""Claims and their spans become a text with labels, and citations with lines, pages and dates."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_sources import SOURCES, check, traced

from assistant import Statement, Support
from assistant import check as checked
from assistant.citing.composing import compose, render
from assistant.citing.drafts import statements
from index import Card
from index.documents import About, Detail


def _card(file):
    date = Detail("2025-01", 0, 7, "label", 0.95)
    return Card(file, file.upper(), "en", "pdf", "", About(date=date), pages=(0, 20))


def test_labels_count_from_one_in_order_of_first_use():
    cited = traced(
        "The council met [4]. La Sberbank participera [1]. The council met on Monday [4]."
    )
    shown = compose(cited.claims, SOURCES.__getitem__, card=_card)
    assert shown.text == (
        "The council met [1]. La Sberbank participera [2]. The council met on Monday [1]."
    )
    assert [(c.label, c.file, c.title, c.date, c.page) for c in shown.citations] == [
        ("1", "en.txt", "EN.TXT", "2025-01", 1),
        ("2", "fr.txt", "FR.TXT", "2025-01", 2),
    ]


def test_lines_count_from_one():
    cited = traced("Poutine a signé un décret [1]. La Sberbank participera [1].")
    assert [c.line for c in compose(cited.claims, SOURCES.__getitem__).citations] == [1, 2]


def test_leaving_a_claim_out_leaves_no_gap_in_the_numbers():
    claims = traced("The council met [4]. La Sberbank participera [1].").claims
    shown = compose(claims[1:], SOURCES.__getitem__)
    assert shown.text == "La Sberbank participera [1]."
    assert [c.label for c in shown.citations] == ["1"]


def test_lists_keep_their_shape():
    reply = "- La Sberbank participera [1]\n- The council met [4]"
    shown = compose(traced(reply).claims, SOURCES.__getitem__)
    assert shown.text == "- La Sberbank participera [1]\n- The council met [2]"


@pytest.mark.parametrize("closing", [".", "!", "?", "…", " !", "...", "", ".”", " »"])
def test_a_rendered_statement_reads_back_the_same(closing):
    (draft,) = statements(f"The council met{closing} [1][2]", 2).sentences
    shown = compose(traced("The council met [4].").claims, SOURCES.__getitem__).statements[0]
    text = render([type(shown)(draft.text, ("1", "2"), shown.support)])
    (again,) = statements(text, 2).sentences
    assert (again.text, again.numbers) == (draft.text, draft.numbers) == (
        f"The council met{closing}", (1, 2),
    )  # fmt: skip


DOUBTED = {
    "en": ("(the source says otherwise)", "(not confirmed by the sources)"),
    "fr": ("(la source dit autre chose)", "(non confirmé par les sources)"),
    "de": ("(die Quelle sagt etwas anderes)", "(durch die Quellen nicht belegt)"),
    "it": ("(la fonte dice altro)", "(non confermato dalle fonti)"),
}


@pytest.mark.parametrize(("language", "told"), DOUBTED.items())
def test_the_text_of_an_answer_says_what_is_doubted(language, told):
    said = [
        Statement("It opened.", ("1",), Support("supported", ("converted",))),
        Statement("It cost 9.", ("1",), Support("contradicted", ("says 9",))),
        Statement("It is red.", (), Support("unsupported", ("not said",))),
    ]
    text = render(said, language=language)
    assert text == f"It opened [1]. It cost 9 [1]. {told[0]} It is red. {told[1]}"


def test_what_states_nothing_has_no_mark():
    nothing = checked("Yes.", ["The council met."], language="fr")
    assert nothing.verdict == "unsupported"
    assert render([Statement("Yes.", (), nothing)], language="fr") == "Yes."


SENTENCES = [
    "La Sberbank participera", "Poutine a signé", "It approved the bridge",
    "Sie kosten 12 Milliarden",
    "« la poursuite de la coopération avec Pékin »", "“we attack at dawn with dogs”", "in [2025]",
    "`code [3]`", "La Russia ha firmato", "„Zentralbank der Russischen Föderation“",
]  # fmt: skip
REPLY = st.lists(
    st.one_of(
        st.sampled_from(SENTENCES),
        st.sampled_from(
            [" [1]", "[2][3]", " [9]", " [1-4]", "(1)", ". ", ".", "\n\n- ", "\n", " "]
        ),
        st.text(max_size=8),
    ),
    max_size=14,
).map("".join)


def fickle(claim, quotes):
    """A check that can be wrong: it decides by length."""
    verdicts = ("supported", "contradicted", "unsupported")
    return Support(verdicts[(len(claim) + len("".join(quote.text for quote in quotes))) % 3])


@given(REPLY, st.sampled_from([check, fickle]))
@settings(max_examples=250, deadline=None)
def test_whatever_is_written_citations_reslice_and_every_marker_has_one(reply, verdict):
    cited = traced(reply, verdict=verdict)
    shown = compose(cited.claims, SOURCES.__getitem__)
    labels = {citation.label for citation in shown.citations}
    for citation in shown.citations:
        assert SOURCES[citation.file][citation.start : citation.end] == citation.quote != ""
    assert set(re.findall(r"\[(\d+)\]", shown.text)) == labels
    for statement in shown.statements:
        assert set(statement.citations) <= labels
        if statement.support.verdict == "supported":
            assert statement.citations
