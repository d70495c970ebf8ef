"""Claims that have as done what their quotes have only as tried, planned, feared or alleged."""

from __future__ import annotations

import pytest
from by_hand import HALF, TRUE, WRONG, rows, supported

from assistant import check
from assistant.facts import Language
from assistant.facts.direction.unreal import is_guarded, unreal

ROWS = rows("unreal.tsv")


@pytest.mark.parametrize(("half", "most"), [("develop", 1), ("confirm", 5)])
def test_what_was_only_planned_or_alleged_is_not_shown_as_done(half: str, most: int) -> None:
    own = [row for row in ROWS if row[HALF] == half]
    count = len(own)
    assert count == 24
    assert len(supported(own, WRONG)) <= most
    assert len(supported(own, TRUE)) >= count - 1, "what is true stays supported"


@pytest.mark.parametrize(
    ("language", "text", "deeds"),
    [
        ("en", "They tried to steal the painting.", ["steal"]),
        ("en", "He is accused of stealing it, which may ruin him.", ["stealing", "ruin"]),
        ("en", "Nearly four hundred people left in May.", []),
        ("fr", "Il est accusé d'avoir volé l'argent.", ["volé"]),
        ("fr", "L'usine aurait fermé.", ["fermé"]),
        ("de", "Er soll das Geld gestohlen haben.", ["gestohlen"]),
        ("de", "Das Haus, das sie kaufen wollten, brannte.", ["kaufen"]),
        ("it", "Hanno tentato di rubare il quadro.", ["rubare"]),
        ("it", "La nave ha rischiato di affondare.", ["affondare"]),
        ("it", "La nave è affondata.", []),
        ("fr", "Ils comptent quelque 2 000 soldats.", []),
    ],
)  # fmt: skip
def test_the_deed_that_is_governed(language: Language, text: str, deeds: list[str]) -> None:
    found = sorted(unreal(text, language).deeds)
    assert [text[at:].split()[0].strip(".,") for at in found] == deeds


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They plan to leave."), ("fr", "L'usine fermera."), ("de", "Er soll gehen."),
        ("it", "Forse partiranno."),
    ],
)  # fmt: skip
def test_a_claim_that_owns_it_passes(language: Language, text: str) -> None:
    assert is_guarded(text, language)


def test_a_deed_that_was_done_after_all_is_done() -> None:
    quote = "The town planned for years to close the school. In 2021 it closed the school."
    assert check("In 2021 the town closed the school.", [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote", "reason"),
    [
        ("The thieves stole the painting.", "The thieves tried to steal the painting.", "planned"),
        ("Le navire a coulé.", "The ship almost sank.", "prévu"),
        ("Das Schiff sank.", "Le navire a failli couler.", "geplant"),
        ("La nave è affondata.", "Das Schiff wäre beinahe gesunken.", "previsto"),
    ],
)  # fmt: skip
def test_the_reason_says_what_the_source_has(claim: str, quote: str, reason: str) -> None:
    found = check(claim, [quote])
    assert found.verdict == "unsupported"
    assert reason in found.problems[0]
