"""A look-up among figures finds what asking each of them finds."""

from __future__ import annotations

from typing import Any, cast

import pytest

from assistant.facts import Language, figures, stated
from assistant.facts.comparing import same
from assistant.facts.facts import Fact
from assistant.facts.stated import Stated

_TEXTS: tuple[tuple[Language, str], ...] = (
    ("en", "In 2019 about 1.4 million people, 1,432,000 exactly, paid 12 dollars and 30 cents."),
    ("en", "Dozens came on 03/04/2025 at 5:30 pm, some 40 of the 120, a third, 33 percent, 2019."),
    ("fr", "Une quarantaine de 1,43 million d'habitants, 2,4 milliards d'euros, le 3 avril 2025."),
    ("de", "Rund 1,4 Millionen, genau 40, um 17.30 Uhr 5 Grad, minus 5 Grad, 2,42 Milliarden Euro"),
    ("it", "Quaranta su 120, il 33 per cento, 2019, due settimane, 14 giorni, decine di miglia."),
)


def _facts() -> list[Fact]:
    return [fact for language, text in _TEXTS for fact in figures(text, language)]


@pytest.mark.parametrize("most", [None, 7])
def test_a_look_up_finds_what_asking_all_finds(most: int | None) -> None:
    facts = _facts()
    assert len(facts) > 25
    there = Stated(facts)
    for fact in facts:
        asked = facts[:most]
        assert there.same(fact, most) == [i for i, one in enumerate(asked) if same(fact, one)]
        assert set(there.equal(fact)) <= set(range(len(facts)))


def test_it_asks_few_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = figures(" ".join(f"{number} trees" for number in range(100, 150)) + ".", "en")
    assert len(facts) == 50
    asked: list[Any] = []

    def counted(one: Fact, other: Fact) -> bool:
        asked.append(other)
        return same(one, other)

    monkeypatch.setattr(stated, "same", cast(Any, counted))
    there = Stated(facts)
    assert [there.same(fact) for fact in facts] == [[place] for place in range(50)]
    assert len(asked) == 50
