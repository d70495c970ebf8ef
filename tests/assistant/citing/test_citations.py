"""From a reply to exact spans."""

import re

import pytest
from small_sources import SOURCES, check, passages, quotes, traced

from assistant import Support
from assistant.citing.citations import cite
from assistant.citing.composing import compose
from assistant.models.seam import Passage
from index import Hit


@pytest.mark.parametrize(
    ("reply", "quote"),
    [
        ("La Sberbank participera [1].", "La Sberbank participera aux travaux."),
        ("La Russia ha firmato un accordo [2].", "La Russia ha firmato un accordo con la Cina."),
        ("Die Regierung plant Rechenzentren [3].", "Die Regierung plant neue Rechenzentren."),
        ("Dr. Müller traf die Delegation [3].", "Am 3. März traf Dr. Müller die Delegation."),
        ("The council approved the bridge [4].",
         "The council met on Monday. It approved the new bridge."),
        ("The council met; the bridge costs 12 million [4].", SOURCES["en.txt"]),
    ],
)  # fmt: skip
def test_a_sentence_rests_on_the_smallest_run_that_supports_it(reply, quote):
    (claim,) = traced(reply).claims
    assert claim.support == Support("supported")
    assert quotes(claim) == [quote]


def test_two_passages_are_cited_only_where_both_are_needed():
    both, one = traced(
        "Poutine a signé, e la Russia ha firmato [1][2]. La Sberbank participera [1][2]."
    ).claims
    assert [span.file for span in both.spans] == ["fr.txt", "it.txt"]
    assert [span.file for span in one.spans] == ["fr.txt"]


def test_f01_markers_that_point_nowhere_are_counted_and_never_shown():
    cited = traced("La Sberbank participera [1][7]. It approved the bridge [99].")
    assert cited.unknown_markers == 2
    assert [bool(claim.spans) for claim in cited.claims] == [True, False]
    assert re.findall(r"\[\d+\]", compose(cited.claims, SOURCES.__getitem__).text) == ["[1]"]


@pytest.mark.parametrize(
    "invented",
    [
        "« la fin de la coopération avec Pékin »",
        "“la poursuite de la coopération avec Moscou”",
        "„la poursuite de la guerre avec Pékin“",
        '"la poursuite de la coopération avec Pékin et Tokyo"',
    ],
)
def test_f02_an_invented_quotation_loses_its_marks(invented):
    (claim,) = traced(f"Il souhaite {invented} [1].").claims
    assert claim.support.verdict == "unsupported"
    assert not set(claim.text) & set('«»“”„"')
    assert any("not shown as a quotation" in problem for problem in claim.support.problems)


@pytest.mark.parametrize(
    "quotation",
    [
        "« la poursuite de la coopération avec Pékin »",
        '"La  poursuite de la coopération avec Pékin"',
        "“la poursuite […] avec Pékin”",
    ],
)
def test_f03_a_quotation_rests_on_the_sentence_that_holds_it(quotation):
    (claim,) = traced(f"Il souhaite {quotation} [1].").claims
    assert claim.support.verdict == "supported"
    assert quotation[1:-1].strip() in claim.text
    assert len(quotes(claim)) == 1
    assert quotes(claim)[0].startswith("Il souhaite «")


def test_f03_hyphenation_and_marks_of_another_language():
    (claim,) = traced("Das gab die «Zentralbank der Russischen Föderation» bekannt [3].").claims
    (quote,) = quotes(claim)
    assert "Rus-\nsischen" in quote


def test_f04_the_right_quotation_with_the_wrong_number_is_attached_and_noted():
    (claim,) = traced("Il souhaite « la poursuite de la coopération avec Pékin » [4].").claims
    assert [span.file for span in claim.spans] == ["fr.txt"]
    assert claim.support.verdict == "supported"
    assert "another source" in claim.support.problems[0]


def test_f04_the_right_sentence_with_the_wrong_number_too():
    (claim,) = traced("La Sberbank participera aux travaux [4].").claims
    assert quotes(claim) == ["La Sberbank participera aux travaux."]
    assert "another source" in claim.support.problems[0]


def test_f04_a_passage_that_contradicts_is_not_exchanged_for_one_that_agrees():
    (claim,) = traced("Il valore è di 900 milioni di euro [2].").claims
    assert claim.support.verdict == "contradicted"
    assert quotes(claim) == ["Il valore è di 300 milioni di euro."]


def test_f05_invented_names_and_addresses_are_no_citations():
    cited = traced(
        "La Sberbank participera [invented.txt]. It bought Tesla [1](https://evil.example/x)."
    )
    text = compose(cited.claims, SOURCES.__getitem__).text
    assert "evil" not in text
    assert not any(claim.spans for claim in cited.claims)


@pytest.mark.parametrize(
    ("language", "problem"),
    [("en", "no source"), ("fr", "aucune source"), ("de", "keine Quelle"), ("it", "alcuna fonte")],
)
def test_f06_a_sentence_without_marker_is_not_silently_accepted(language, problem):
    reply = "La Sberbank participera aux travaux."
    (claim,) = cite(reply, passages(), SOURCES.__getitem__, check, language=language).claims
    assert claim.support.verdict == "unsupported"
    assert claim.spans == ()
    assert problem in claim.support.problems[0]


def test_f07_another_figure_is_shown_with_the_place_that_contradicts_it():
    (claim,) = traced("La Banque de Chine investira 139 milliards [1].").claims
    assert claim.support.verdict == "contradicted"
    assert quotes(claim) == ["La Banque de Chine investira 138 milliards de dollars."]


def test_f11_a_sentence_repeated_without_end_is_said_once():
    cited = traced("La Sberbank participera [1]. " * 500)
    assert len(cited.claims) == 1


def test_a_short_anchor_supports_nothing():
    def yes(claim, quotes):
        return Support("supported")

    sources = {"a.txt": "Oui. Non. Ja."}
    found = [Passage(1, Hit("a.txt", 0, 13, sources["a.txt"], 1.0))]
    (claim,) = cite("Le traité « oui » est signé [1].", found, sources.__getitem__, yes).claims
    assert claim.spans == ()
    assert claim.support.verdict == "unsupported"


def test_one_place_does_not_carry_an_answer_full_of_sentences():
    def yes(claim, quotes):
        return Support("supported")

    reply = " ".join(f"Statement {word} [1]." for word in "one two three four five".split())
    found = [Passage(1, Hit("en.txt", 27, 54, SOURCES["en.txt"][27:54], 1.0, "en"))]
    claims = cite(reply, found, SOURCES.__getitem__, yes, language="en").claims
    verdicts = [claim.support.verdict for claim in claims]
    assert verdicts == ["supported"] * 3 + ["unsupported"] * 2
    assert "already given" in claims[-1].support.problems[-1]


def test_f16_a_passage_that_is_no_longer_in_its_source_is_not_cited():
    old = [Passage(1, Hit("en.txt", 0, 26, "The council met on Sunday. ", 1.0, "en"))]
    (claim,) = cite("The council met [1].", old, SOURCES.__getitem__, check, language="en").claims
    assert claim.spans == ()
    assert any("changed" in problem for problem in claim.support.problems)


def test_a_borrowed_marker_counts_only_if_the_check_agrees():
    first, second = traced("La Sberbank participera. Poutine a signé un décret [1].").claims
    assert first.support.verdict == second.support.verdict == "supported"
    first, second = traced("La Chine a refusé. Poutine a signé un décret [1].").claims
    assert first.support.verdict == "unsupported"


def test_f02_a_translated_quotation_is_a_statement_like_any_other():
    def yes(claim, quotes):
        return Support("supported")

    translated = "He wants “to go on with the cooperation with Beijing” [1]."
    (claim,) = traced(translated, "fr.txt", verdict=yes).claims
    assert claim.support.verdict == "supported"
    assert "“" not in claim.text
    assert "not shown as a quotation" in claim.support.problems[0]
    invented = "He wants “to go on with the bridge that the council approved” [1]."
    (claim,) = traced(invented, "en.txt", verdict=yes).claims
    assert claim.support.verdict == "unsupported"


# What the reader gets
