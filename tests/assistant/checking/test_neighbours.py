"""Claims of a neighbour: the country that sounds alike, the other unit or rate, the mother."""

from __future__ import annotations

import pytest
from by_hand import HALF, TRUE, WRONG, rows, supported

from assistant.checking.closer.kindred import another_kind
from assistant.checking.closer.namesakes import namesake
from assistant.checking.closer.pace import another_rate
from assistant.checking.closer.rules import Sentence
from assistant.checking.closer.time_parts import another_time_part
from assistant.checking.closer.turnings import turning
from assistant.checking.meaning import default_meaning
from assistant.facts import Language
from assistant.facts.tables import table

ROWS = rows("neighbours.tsv")


@pytest.mark.parametrize("half", ["develop", "confirm"])
def test_at_most_one_in_ten_claims_of_a_neighbour_is_shown_as_supported(half: str) -> None:
    own = [row for row in ROWS if row[HALF] == half]
    count = len(own)
    assert count >= 18
    assert len(supported(own, WRONG)) <= count // 10
    assert len(supported(own, TRUE)) >= 0.9 * count, "what is true stays supported"


def test_every_member_of_a_closed_class_has_forms_in_all_four_languages() -> None:
    for kind, members in table("kinds").items():
        assert members, kind
        for member, forms in members.items():
            if "same" in forms:
                name, other = forms["same"].split(".")
                assert table("kinds")[name][other], member
                continue
            assert all(forms[language].split() for language in ("en", "fr", "de", "it")), member


@pytest.mark.parametrize(
    ("claim", "quote", "spoken", "tongue"),
    [
        ("He came at night.", "Il est venu le soir.", "en", "fr"),
        ("Gas is dear.", "Benzin ist teuer.", "en", "de"),
        ("Il a été malade en hiver.", "He was ill in winter.", "fr", "en"),
        ("Guinea and New Guinea", "Guinea, Neuguinea", "en", "de"),
        ("His son came.", "Il suo bambino è venuto.", "en", "it"),
    ],
)  # fmt: skip
def test_words_that_a_translator_may_choose_are_no_neighbours(
    claim: str, quote: str, spoken: Language, tongue: Language
) -> None:
    given = [Sentence(quote, tongue)]
    assert another_kind(Sentence(claim, spoken), given, default_meaning()) is None


@pytest.mark.parametrize(
    ("claim", "quote", "differ"),
    [
        ("Louis XIV came.", "Louis XVI came.", True),
        ("Ludwig XIV. kam.", "Louis XIV came.", False),
        ("Martina Keller came.", "Martin Keller came.", True),
        ("Martino Lutero venne.", "Martin Luther kam.", False),
        ("George W. Bush came.", "George H. W. Bush came.", True),
        ("Then I left.", "Henry I left.", False),
    ],
)  # fmt: skip
def test_namesakes(claim: str, quote: str, differ: bool) -> None:
    assert (
        namesake(Sentence(claim, "en"), [Sentence(quote, "en")], default_meaning()) is not None
    ) is differ


@pytest.mark.parametrize(
    ("claim", "quote", "spoken", "tongue", "differ"),
    [
        ("It costs 3 euros an hour.", "Es kostet 3 Euro pro Tag.", "en", "de", True),
        ("It costs 3 euros an hour.", "Der Stundenpreis beträgt 3 Euro.", "en", "de", False),
        ("It costs 3 euros an hour.", "Es kostet 3 Euro.", "en", "de", True),
        ("It took a year.", "Es dauerte ein Jahr.", "en", "de", False),
        ("Elle paraît deux fois par an.", "Esce due volte all'anno.", "fr", "it", False),
        ("Esce ogni mese.", "It appears weekly.", "it", "en", True),
    ],
)  # fmt: skip
def test_rates(claim: str, quote: str, spoken: Language, tongue: Language, differ: bool) -> None:
    assert (
        another_rate(Sentence(claim, spoken), [Sentence(quote, tongue)], default_meaning())
        is not None
    ) is differ


@pytest.mark.parametrize(
    ("claim", "quote", "spoken", "tongue", "differ"),
    [
        ("a train from Lyon to Turin", "un treno da Torino a Lione", "en", "it", True),
        ("a train from Lyon to Turin", "ein Zug von Lyon nach Turin", "en", "de", False),
        ("Es entstand 300 v. Chr.", "en 300 après J.-C.", "de", "fr", True),
        ("bis 9. Juni", "à partir du 9 juin", "de", "fr", True),
        ("fino al 9 giugno", "until 9 June", "it", "en", False),
        ("The lake is 80 metres deep.", "80 Meter breit", "en", "de", True),
    ],
)  # fmt: skip
def test_turnings(claim: str, quote: str, spoken: Language, tongue: Language, differ: bool) -> None:
    assert (
        turning(Sentence(claim, spoken), [Sentence(quote, tongue)], default_meaning()) is not None
    ) is differ


@pytest.mark.parametrize(
    ("claim", "quote", "spoken", "tongue", "differ"),
    [
        ("La grève a commencé fin 2020.", "It began in early 2020.", "fr", "en", True),
        ("Anfang 2020 begann er.", "It began in early 2020.", "de", "en", False),
        ("It opened in early May.", "Es wurde am 28. Mai eröffnet.", "en", "de", True),
        ("It opened in early May.", "Es wurde am 3. Mai eröffnet.", "en", "de", False),
        ("Ha aperto a fine maggio.", "Open from late May to early June.", "it", "en", False),
        ("Il a fermé à la mi-2019.", "It closed in December 2019.", "fr", "en", True),
    ],
)  # fmt: skip
def test_parts_of_a_time(
    claim: str, quote: str, spoken: Language, tongue: Language, differ: bool
) -> None:
    said, given = Sentence(claim, spoken), [Sentence(quote, tongue)]
    assert (another_time_part(said, given, default_meaning()) is not None) is differ
