"""One deed for another, and a short denial, in and across languages; each with its true twin."""

from __future__ import annotations

import pytest
from by_hand import in_four, verdicts

from assistant import check
from assistant.facts import Language
from assistant.facts.deeds.deeds import said
from assistant.facts.direction.opposites import poles
from assistant.facts.facts import LANGUAGES
from assistant.facts.text.finite import finite
from assistant.facts.text.tongue import guess

DEEDS, DENIALS = in_four("deeds_told.tsv"), in_four("denials_told.tsv")
HEADLINES = in_four("headlines.tsv")


@pytest.mark.parametrize("across", [False, True])
def test_another_deed_is_seldom_supported(across: bool) -> None:
    found = [*verdicts(DEEDS, "told", "turned", across=across)]
    found += verdicts(DEEDS, "turned", "told", across=across)
    assert len(found) >= 120
    assert found.count("supported") <= 0.05 * len(found)


@pytest.mark.parametrize("across", [False, True])
def test_a_denial_is_seldom_supported(across: bool) -> None:
    found = [*verdicts(DENIALS, "told", "turned", across=across)]
    found += verdicts(DENIALS, "turned", "told", across=across)
    assert len(found) >= 80
    assert found.count("supported") <= 0.06 * len(found)


@pytest.mark.parametrize("what", ["told", "turned"])
def test_a_translation_stays_supported(what: str) -> None:
    for given in (DEEDS, DENIALS):
        found = [*verdicts(given, what, what, across=True)]
        assert found.count("supported") >= 0.95 * len(found)
        assert "contradicted" not in found


@pytest.mark.parametrize(
    ("word", "language", "form"),
    [
        ("build", "en", "builds"),
        ("catch", "en", "catches"),
        ("fermera", "fr", "fermé"),
        ("construire", "fr", "construit"),
        ("recevra", "fr", "reçoit"),
        ("bauen", "de", "baut"),
        ("verhaften", "de", "verhaftet"),
        ("chiuderà", "it", "chiude"),
        ("firmeranno", "it", "firma"),
        ("pagherà", "it", "paga"),
    ],
)
def test_a_future_and_an_infinitive_have_the_forms_of_their_verb(
    word: str, language: Language, form: str
) -> None:
    assert form in finite(word, language)


@pytest.mark.parametrize(
    ("text", "language", "deed"),
    [
        ("The firm will build the plant", "en", "build"),
        ("L entreprise construira l usine", "fr", "build"),
        ("Die Firma wird das Werk bauen", "de", "build"),
        ("L azienda costruirà lo stabilimento", "it", "build"),
    ],
)
def test_a_deed_is_told_by_its_future(text: str, language: Language, deed: str) -> None:
    assert any(deed in meant for _, meant in said(text.split(), language))


def test_an_english_noun_is_no_infinitive() -> None:
    assert not [*said("The new build".split(), "en")]


def test_a_parted_verb_takes_its_side_in_one_word_as_well() -> None:
    apart = poles("das parlament lehnte den plan ab".split(), "de")
    assert apart <= poles("weil das parlament den plan ablehnte".split(), "de")
    assert apart <= poles("das parlament beschloss den plan abzulehnen".split(), "de")


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        # neither a question nor words that deny on both sides turn anything round
        ("Non ci si può accanire con lui così.", "Going after him like that?"),
        ("Which day has not yet been decided.", "Il giorno deve essere ancora deciso."),
    ],
)  # fmt: skip
def test_what_may_be_said_either_way_is_not_contradicted(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "contradicted"


@pytest.mark.parametrize("across", [False, True])
def test_a_headline_is_held_against_the_sentence_it_stands_for(across: bool) -> None:
    wrong = [*verdicts(HEADLINES, "turned", "told", across=across)]
    assert wrong.count("supported") <= 0.05 * len(wrong)
    true = [*verdicts(HEADLINES, "headline", "told", across=across)]
    assert true.count("supported") >= 0.95 * len(true)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Factory closes", "en"),
        ("Judge frees banker", "en"),
        ("Government drops plan", "en"),
        ("Usine ferme", "fr"),
        ("Inflation ralentit", "fr"),
        ("Museum kauft Picasso", "de"),
        ("Gericht verwirft Berufung", "de"),
        ("Vulcano erutta", "it"),
        ("Tribunale respinge ricorso", "it"),
    ],
)
def test_a_headline_is_in_the_language_of_its_verb(text: str, language: Language) -> None:
    assert {guess(text, beside) for beside in LANGUAGES} == {language}
