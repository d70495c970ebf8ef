"""Whose minister and whose general: countries exchanged, in one language and across them."""

from __future__ import annotations

import pytest
from by_hand import in_four, verdicts

from assistant.facts.facts import Language
from assistant.facts.names.origins import origins

ROWS = in_four("origins.tsv")


@pytest.mark.parametrize("across", [False, True])
def test_few_exchanged_countries_are_supported(across: bool) -> None:
    found = [*verdicts(ROWS, "turned", "told", across=across)]
    found += verdicts(ROWS, "told", "turned", across=across)
    assert len(found) >= 64
    assert found.count("supported") <= 0.2 * len(found)


@pytest.mark.parametrize("across", [False, True])
def test_countries_in_their_places_stay_supported(across: bool) -> None:
    found = [*verdicts(ROWS, "told", "told", across=across)]
    assert found.count("supported") >= 0.9 * len(found)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Norway's largest bank", "en", [("NO", ("largest", "bank"))]),
        ("la plus grande banque russe", "fr", [("RU", ("banque",))]),
        ("Forscher aus Österreich", "de", [("AT", ("forscher",))]),
        ("i clienti finlandesi", "it", [("FI", ("clienti",))]),
        ("They flew to Norway.", "en", []),
    ],
)
def test_a_country_is_said_of_what_stands_beside_it(
    text: str, language: Language, told: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(one.code, one.heads) for one in origins(text, language)] == told
