"""What a model adds behind a citation does not take the cited sentence with it."""

from __future__ import annotations

import pytest

from assistant.citing.drafts import statements


@pytest.mark.parametrize(
    ("language", "reply", "drafts"),
    [
        ("en", "It cost 5 [1]. amber amber", [("It cost 5.", (1,)), ("amber amber", ())]),
        ("fr", "Il vaut 5 % [1]. et rien [2].", [("Il vaut 5 %.", (1,)), ("et rien.", (2,))]),
        ("it", "Costa molto [2]. Fine.", [("Costa molto.", (2,)), ("Fine.", ())]),
        ("de", "Er kam am 3 [1]. Oktober.", [("Er kam am 3. Oktober.", (1,))]),
        ("en", "He said so [1]… and left.", [("He said so… and left.", (1,))]),
    ],
)  # fmt: skip
def test_a_full_stop_with_a_marker_before_it_ends_a_sentence(
    language: str, reply: str, drafts: list[tuple[str, tuple[int, ...]]]
) -> None:
    found = statements(reply, 2, language).sentences
    assert [(draft.text, draft.numbers) for draft in found] == drafts
