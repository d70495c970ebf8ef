"""Two in a relation, and the same two in exchanged places: *exceeds*, *sold to*, *replaced by*."""

from __future__ import annotations

import pytest
from by_hand import in_four, verdicts

from assistant.facts import Language
from assistant.facts.deeds.relations import relations

ROWS = in_four("related.tsv")


@pytest.mark.parametrize("across", [False, True])
@pytest.mark.parametrize("pair", [("told", "turned"), ("turned", "told"), ("turned", "other")])
def test_hardly_any_with_both_exchanged_is_supported(pair: tuple[str, str], across: bool) -> None:
    found = [*verdicts(ROWS, *pair, across=across)]
    assert len(found) >= 20
    assert found.count("supported") <= 0.1 * len(found)


def test_what_is_true_stays_supported_across_languages() -> None:
    for what in ("told", "turned"):
        found = [*verdicts(ROWS, what, what, across=True)]
        assert found.count("supported") >= 0.93 * len(found)


@pytest.mark.parametrize("across", [False, True])
def test_what_is_told_from_the_other_side_is_supported(across: bool) -> None:
    found = [*verdicts(ROWS, "other", "told", across=across)]
    found += verdicts(ROWS, "told", "other", across=across)
    assert found.count("supported") >= 0.85 * len(found)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Alba sold the mill to Corvo.", "Corvo bought the mill from Alba."),
        ("fr", "Alba a vendu le moulin à Corvo.", "Corvo a acheté le moulin à Alba."),
        ("de", "Alba verkaufte die Mühle an Corvo.", "Corvo kaufte die Mühle von Alba."),
        ("it", "Alba ha venduto il mulino a Corvo.", "Corvo ha comprato il mulino da Alba."),
        ("en", "The gas replaced the coal.", "The coal was replaced by gas."),
        ("fr", "Le gaz remplace le charbon.", "Le charbon est remplacé par le gaz."),
        ("de", "Das Gas ersetzt die Kohle.", "Die Kohle wird durch Gas ersetzt."),
        ("it", "Il gas sostituisce il carbone.", "Il carbone è sostituito dal gas."),
        ("de", "Der Wirt lieh dem Koch ein Rad.", "Der Koch lieh sich ein Rad vom Wirt."),
    ],
)
def test_one_relation_told_from_both_sides(language: Language, one: str, other: str) -> None:
    (here,), (there,) = relations(one, language), relations(other, language)
    assert (here.kind, here.first, here.second) == (there.kind, there.first, there.second)
