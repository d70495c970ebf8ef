"""A verb of a short claim that nothing in its quotes says: *insulted* for *met*."""

from __future__ import annotations

import pytest
from by_hand import HALF, TRUE, WRONG, rows, supported

from assistant import check
from assistant.facts import LANGUAGES, Language
from assistant.facts.deeds.deeds import carried, said
from assistant.facts.tables import table
from assistant.facts.text.letters import words_of

ROWS = rows("deeds.tsv")


@pytest.mark.parametrize("half", ["develop", "confirm"])
def test_at_most_one_in_eight_other_deeds_is_shown_as_supported(half: str) -> None:
    own = [row for row in ROWS if row[HALF] == half]
    count = len(own)
    assert count >= 30
    assert len(supported(own, WRONG)) <= count // 8
    assert len(supported(own, TRUE)) >= 0.95 * count, "what is true stays supported"


def test_every_form_can_be_found() -> None:
    for deed, forms in table("deeds")["deeds"].items():
        assert set(forms) <= {*LANGUAGES, "too"}, deed
        for form in " ".join(forms.values()).split():
            assert form == form.lower(), form
            stem = form.removesuffix("=")
            assert form != stem or 3 <= len(stem) <= 20, f"{form} of {deed} is never looked up"
            assert deed in carried([stem], "en"), form


@pytest.mark.parametrize(
    ("sentence", "language", "words"),
    [
        ("Macron insulted the pope.", "en", ["insulted"]),
        ("La directrice a licencié son chauffeur.", "fr", ["licencié"]),
        ("Die Stadt verkaufte den Wald.", "de", ["verkaufte"]),
        ("Il sindaco ha venduto il bosco.", "it", ["venduto"]),
        ("He made a proposal.", "en", []),
        ("They went on after the attack.", "en", []),
        ("Elle danse dans la rue.", "fr", ["danse"]),
        ("Verkauf der Wälder.", "de", []),
        ("2021.", "de", []),
        ("Die Bank sagte das Treffen ab.", "de", ["sagte"]),
        ("Der Konzern baute 500 Stellen ab.", "de", []),
    ],
)
def test_what_tells_a_deed(sentence: str, language: Language, words: list[str]) -> None:
    assert [word for word, _ in said(words_of(sentence), language)] == words


@pytest.mark.parametrize(
    ("claim", "quote", "problem"),
    [
        (
            "Macron insulted the pope in Rome.",
            "Le président Macron a rencontré le pape à Rome.",
            "says insulted; the source does not",
        ),
        (
            "Il poeta ha bruciato il libro di sua sorella.",
            "Der Dichter widmete das Buch seiner Schwester.",
            "dice bruciato; la fonte non lo dice",
        ),
        (
            "Le peintre a vendu son atelier à la ville.",
            "The painter showed his studio to the city.",
            "dit vendu ; la source ne le dit pas",
        ),
        (
            "Der Bauer verkaufte seine Ziegen.",
            "Il contadino nutre le sue capre.",
            "sagt verkaufte; die Quelle sagt das nicht",
        ),
    ],
)
def test_a_reader_is_told_which_word_is_not_met(claim: str, quote: str, problem: str) -> None:
    found = check(claim, [quote])
    assert found.verdict == "unsupported"
    assert problem in found.problems


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The mayor opened the bridge.", "Le maire a inauguré le pont."),
        ("Drei Viertel der Bäume sind gestorben.", "Three quarters of the trees died."),
        ("Il tribunale ha assolto il medico.", "Der Arzt wurde vom Gericht freigesprochen."),
        ("L'entreprise a fermé l'usine.", "Die Schließung der Fabrik durch die Firma."),
        ("Two men stole the painting.", "Due uomini hanno commesso il furto del quadro."),
    ],
)
def test_another_word_for_the_same_deed_is_none(claim: str, quote: str) -> None:
    problems = check(claim, [quote]).problems
    assert not any("source" in p or "Quelle" in p or "fonte" in p for p in problems), problems
