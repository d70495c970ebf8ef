"""Countries and bodies whose name has several words, most of them ordinary."""

from __future__ import annotations

import pytest

from assistant import check
from assistant.facts import Language, find, render
from assistant.facts.names.states import states
from assistant.facts.text.vocabulary import same_thing


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "The United States and the U.K. signed.", ["US", "GB"]),
        ("fr", "Les États-Unis et le Royaume-Uni ont signé.", ["US", "GB"]),
        ("de", "Im Vereinigten Königreich und in den Vereinigten Staaten", ["GB", "US"]),
        ("it", "Gli Stati Uniti d’America e il Regno Unito", ["US", "GB"]),
        ("de", "der Vereinigten Arabischen Emirate", ["AE"]),
        ("fr", "la Corée du Nord aux Nations unies", ["KP", "UN"]),
        ("it", "la Corea del Sud e l’Unione europea", ["KR", "EU"]),
        ("en", "Their states united behind North and South.", []),
        ("de", "die Vereinigten Bühnen", []),
    ],
)
def test_a_name_of_several_words_is_one_place(
    language: Language, text: str, codes: list[str]
) -> None:
    assert [state.code for state in states(text)] == codes
    places = [fact.key for fact in find(text, language) if fact.unit == "place"]
    assert places == codes


def test_the_first_word_alone_is_no_country() -> None:
    assert same_thing("Vereinigte") == ""


@pytest.mark.parametrize(
    ("language", "claim", "other", "quote"),
    [
        ("en", "America signed the treaty.", "fr", "Les États-Unis ont signé le traité."),
        ("it", "Il Regno Unito ha firmato.", "en", "The U.K. signed."),
        ("de", "Die USA haben unterzeichnet.", "it", "Gli Stati Uniti hanno firmato."),
    ],
)
def test_one_country_under_two_names(
    language: Language, claim: str, other: Language, quote: str
) -> None:
    support = check(claim, [quote], claim_language=language, quote_languages=[other])
    assert support.verdict == "supported", support.problems


@pytest.mark.parametrize(
    ("language", "claim", "other", "quote"),
    [
        ("fr", "Le Royaume-Uni a signé le traité.", "en", "The United States signed the treaty."),
        ("de", "Das Vereinigte Königreich unterzeichnete.", "it", "Gli Stati Uniti firmarono."),
        ("it", "La Corea del Nord ha firmato il trattato.", "en", "South Korea signed the treaty."),
    ],
)
def test_one_country_is_not_another(
    language: Language, claim: str, other: Language, quote: str
) -> None:
    support = check(claim, [quote], claim_language=language, quote_languages=[other])
    assert support.verdict != "supported"
    assert len(states(claim)) == len(states(quote)) == 1
    named = claim[states(claim)[0].start : states(claim)[0].end]
    assert any(named in problem for problem in support.problems)


@pytest.mark.parametrize(
    ("language", "text", "reader", "written"),
    [
        ("it", "in Danimarca", "fr", "Danemark"),
        ("de", "Chinas Markt", "it", "Cina"),
        ("fr", "aux États-Unis", "de", "Vereinigte Staaten"),
        ("en", "in the Netherlands", "en", "Netherlands"),
        ("de", "in Peking", "en", "Peking"),
        ("en", "in Moscow", "fr", "Moscow"),
    ],
)
def test_a_country_is_written_in_the_language_of_the_reader(
    language: Language, text: str, reader: Language, written: str
) -> None:
    (fact,) = find(text, language)
    assert render(fact, reader) == written
