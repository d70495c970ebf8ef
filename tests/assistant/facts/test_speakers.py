"""Who says it: the name beside a verb of saying, whatever else the word means."""

from __future__ import annotations

import pytest

from assistant import check
from assistant.facts import Language
from assistant.facts.names.speakers import other_speaker, speakers


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "It works, said Ruth Bone.", ["Bone"]),
        ("en", "We know that May told reporters so.", ["May"]),
        ("fr", "Selon Rock, cela suffit.", ["Rock"]),
        ("fr", "« Cela suffit », a déclaré Anne West.", ["West"]),
        ("de", "„Das reicht“, sagte Ross.", ["Ross"]),
        ("de", "Das reicht, so Kessler am Montag.", ["Kessler"]),
        ("it", "«Basta così», ha detto Bruni.", ["Bruni"]),
        ("en", "Police said so, according to Indonesian law.", []),
        ("de", "Der Minister sagte am Montag nichts.", []),
        ("de", "Außenminister erklärte Montag", []),
        ("it", "Secondo il ministro, ha detto basta.", []),
    ],
)
def test_who_says_it(language: Language, text: str, names: list[str]) -> None:
    assert [name for name, _ in speakers(text, language)] == names


@pytest.mark.parametrize(
    ("language", "claim", "other", "quote"),
    [
        ("de", "„Das reicht“, sagte Ross.", "en", "That is enough, said Clark."),
        ("fr", "Selon Beattie, cela suffit.", "it", "Basta così, ha detto Lee."),
        ("en", "May said that was enough.", "de", "Das reicht, erklärte Daley."),
    ],
)
def test_another_speaker_is_told(
    language: Language, claim: str, other: Language, quote: str
) -> None:
    found = other_speaker(claim, quote, language, other)
    support = check(claim, [quote], claim_language=language, quote_languages=[other])
    assert found is not None
    assert support.verdict != "supported"
    assert any(found[0] in problem and found[1] in problem for problem in support.problems)


@pytest.mark.parametrize(
    ("language", "claim", "other", "quote"),
    [
        ("de", "„Das reicht“, so Neal Bear.", "en", "That is enough, said Neal Baer."),
        ("en", "Putin said that was enough.", "fr", "Cela suffit, a déclaré Poutine."),
        ("en", "Police said so.", "de", "Das erklärte Kessler."),
        ("it", "Basta, ha detto Bruni a Lee.", "en", "Lee was told by Bruni that it was enough."),
    ],
)
def test_the_same_speaker(language: Language, claim: str, other: Language, quote: str) -> None:
    assert other_speaker(claim, quote, language, other) is None


def test_a_name_that_is_no_word_of_any_language_is_not_explained_by_meaning() -> None:
    claim = "When asked if Pompeo was right, Sanford spoke of his truck in Nashville."
    quote = "Als man fragte, ob Tellis recht hatte, sprach Sanford von seinem Wagen in Nashville."
    support = check(claim, [quote], claim_language="en", quote_languages=["de"])
    assert support.verdict == "unsupported"
    assert "Pompeo" in support.problems[0]
    assert "Tellis" in support.problems[0]
