"""What is low is not high: adjectives of which a thing is only the one or the other."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from assistant import check
from assistant.checking.closer.contrary import told_of
from assistant.facts import LANGUAGES, Language
from assistant.facts.direction.contraries import contraries, inflected
from assistant.facts.tables import table

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("contraries.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contrary_of_a_word_in_the_same_sentence_is_contradicted(language: Language) -> None:
    rows = [row for row in ROWS if row[0] == language]
    assert len(rows) >= 20
    for _, frame, one, other in rows:
        for said, given in ((one, other), (other, one)):
            quotes, spoken = [frame.format(given)], language
            found = check(frame.format(said), quotes, claim_language=spoken)
            assert found.verdict == "contradicted", (frame, said, given)
            assert check(quotes[0], quotes, claim_language=spoken).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The price was high.", "Der Preis war niedrig."),
        ("Il ponte è sicuro.", "Le pont est dangereux."),
        ("Die Suppe ist kalt.", "The soup is hot."),
        ("Le musée est public.", "Il museo è privato."),
    ],
)
def test_the_contrary_in_another_language_is_not_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The solution is insoluble.", "The solution is soluble."),
        ("Der Apparat ist unempfindlich.", "Der Apparat ist empfindlich."),
        ("La réponse était inattendue.", "La réponse était attendue."),
        ("Il pagamento è irregolare.", "Il pagamento è regolare."),
    ],
)
def test_a_prefix_turns_a_word_round(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"
    assert check(quote, [claim]).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The old mayor opened the new school.", "The new school was opened by the old mayor."),
        ("La ville est à la fois riche et pauvre.", "La ville est riche et pauvre à la fois."),
        ("Der Turm ist nicht niedrig.", "Der Turm ist hoch."),
        ("La bottega è meno cara.", "La bottega è economica."),
        ("The child is 3 years old.", "The young child is 3 years old."),
    ],
)
def test_no_contrary_is_told_of_what_agrees(claim: str, quote: str) -> None:
    assert not any("opposite" in p for p in check(claim, [quote], language="en").problems)


def test_a_dimension_is_not_the_quality() -> None:
    found = check("The tunnel is very short.", ["The tunnel is 1.4 kilometers long."])
    assert found.verdict == "unsupported"
    assert found.problems == ("says short; the source does not",)


def test_every_form_is_read_on_its_side() -> None:
    lines = cast("str", table("contraries")["pairs"]).strip().split("\n")
    assert len(lines) >= 140
    for number, line in enumerate(lines):
        for language, pair in zip(LANGUAGES, line.split(" | "), strict=True):
            sides = pair.split(" ~ ")
            assert len(sides) == 2, line
            for side, words in enumerate(sides):
                for word in words.split():
                    for form in inflected(word, language):
                        assert (number, side) in contraries(language)(form), (language, form)


@pytest.mark.parametrize(
    ("word", "language", "forms"),
    [
        ("easy", "en", {"easy", "easily"}),
        ("heureux", "fr", {"heureux", "heureuse", "heureuses", "heureusement"}),
        ("teuer", "de", {"teuer", "teuere", "teueren", "teuerer", "teueres", "teuerem"}),
        ("bianco", "it", {"bianco", "bianca", "bianci", "bianchi", "bianche"}),
        ("zu=", "de", {"zu"}),
    ],
)
def test_forms_of_an_adjective(word: str, language: Language, forms: set[str]) -> None:
    assert set(inflected(word, language)) == forms


@pytest.mark.parametrize(
    "text", ["It is not low.", "It is less expensive.", "It is more expensive than wine."]
)
def test_what_is_turned_round_or_compared_tells_nothing(text: str) -> None:
    assert told_of(text, "en") == ()


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The bridge was opened in sunshine.", "The bridge was opened."),
        ("Le pont rouge a été peint.", "Le pont a été peint."),
        ("Der Turm ist angeblich 40 Meter hoch.", "Der Turm ist 40 Meter hoch."),
        ("Il ponte ferroviario è aperto.", "Il ponte è aperto."),
        ("The museum closed.", "The museum is 40 metres long."),
    ],
)
def test_a_word_more_than_the_quote_is_no_conflict(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "unsupported"


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u202e"])
def test_what_no_reader_sees_is_not_read(hidden: str) -> None:
    claim, quote = "Il ponte costa 31 milioni.", "Il ponte costa 31 milioni."
    parted = claim.replace("31", f"3{hidden}1")
    assert check(parted, [quote]).verdict == "supported"
    assert check(claim, [parted]).verdict == "supported"


def test_a_text_alone_is_one_quote() -> None:
    quote = "Der Turm ist 40 Meter hoch."
    assert check(quote, quote) == check(quote, [quote])
    assert check(quote, quote).verdict == "supported"
