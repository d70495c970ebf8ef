"""Reasons are said once, in the words of the texts."""

from __future__ import annotations

import pytest

from assistant import check


@pytest.mark.parametrize(
    ("language", "claim", "quote", "told"),
    [
        ("en", "The army lost more than 300 soldiers.", "The army lost up to 300 soldiers.",
         "says more than 300; the source says up to 300"),
        ("fr", "L’armée a perdu plus de 300 soldats.", "L’armée a perdu moins de 300 soldats.",
         "dit plus de 300 ; la source dit moins de 300"),
        ("de", "Die Armee verlor mehr als 300 Soldaten.", "Die Armee verlor weniger als 300 "
         "Soldaten.", "sagt mehr als 300; die Quelle sagt weniger als 300"),
        ("it", "L’esercito ha perso più di 300 soldati.", "L’esercito ha perso meno di 300 "
         "soldati.", "dice più di 300; la fonte dice meno di 300"),
    ],
)  # fmt: skip
def test_f07_a_bound_is_told_with_its_figure(
    language: str, claim: str, quote: str, told: str
) -> None:
    found = check(claim, [quote], claim_language=language, quote_languages=[language])
    assert found.verdict == "contradicted"
    assert told in found.problems


@pytest.mark.parametrize(
    ("claim", "quote", "told"),
    [
        ("It covers 11 km2.", "Il couvre 12,5 km2.", "12,5 km2"),
        ("It was 25 °C.", "Il faisait 30 °C.", "30 °C"),
        ("It cost 12 million euros.", "Il a coûté 1,5 million d’euros.",
         "1,5 million d’euros (1.5 million euros)"),
    ],
)  # fmt: skip
def test_f07_a_figure_that_reads_the_same_is_told_once(claim: str, quote: str, told: str) -> None:
    (problem,) = check(claim, [quote], claim_language="en", quote_languages=["fr"]).problems
    assert problem.endswith(f"; the source says {told}")


def test_f07_names_and_words_are_told_as_they_are_written() -> None:
    found = check("Zelensky visited Paris in May.", ["Xi Jinping visited Paris in May."])
    assert "names Zelensky; the source names Xi Jinping" in found.problems
    assert len(set(found.problems)) == len(found.problems)
    changed = check("Brandsee gewann das Spiel.", ["Adlerhof gewann das Spiel."], language="de")
    assert changed.verdict != "supported"
    assert not any("brandsee" in problem for problem in changed.problems)


def test_words_that_do_not_stand_together_are_told_apart() -> None:
    found = check(
        "The harbour cost 84 million euros, the paper says.", ["The harbour cost 84 million euros."]
    )
    assert not any("paper says" in problem for problem in found.problems)


def test_figures_of_an_escape_sequence_are_none_of_the_text() -> None:
    found = check("It cost 12 euros \x1b[31min all\x1b[0m.", ["It cost 12 euros in all."])
    assert found.verdict == "supported"
