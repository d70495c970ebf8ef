"""A short claim against one clause of a long quote, across languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

import by_hand
import pytest
from by_hand import in_four

from assistant import check
from assistant.checking.clauses import carriers, parts
from assistant.checking.meaning import default_meaning
from assistant.facts.facts import LANGUAGES, Language

AROUND = {
    "en": "After the council had met for three hours on Tuesday, one thing was clear to the "
    "neighbours: {}, although many in the village had expected another result.",
    "fr": "Après trois heures de réunion du conseil mardi, une chose était claire pour les "
    "voisins : {}, bien que beaucoup au village aient attendu un autre résultat.",
    "de": "Nachdem der Rat am Dienstag drei Stunden lang beraten hatte, war den Nachbarn eines "
    "klar: {}, obwohl viele im Dorf mit einem anderen Ergebnis gerechnet hatten.",
    "it": "Dopo tre ore di riunione del consiglio martedì, una cosa era chiara ai vicini: {}, "
    "anche se molti in paese si aspettavano un altro risultato.",
}


def verdicts(name: str, claimed: str, quoted: str) -> Iterator[str]:
    """The verdicts of one form of each sentence against another one inside a long quote."""
    by_number: dict[str, dict[str, dict[Language, str]]] = defaultdict(dict)
    for sentence in in_four(name):
        by_number[sentence.number][sentence.what] = sentence.texts
    for forms in by_number.values():
        if claimed in forms and quoted in forms:
            for one, other in permutations(LANGUAGES, 2):
                quote = AROUND[other].format(forms[quoted][other].rstrip("."))
                claim = forms[claimed][one]
                yield check(claim, quote, claim_language=one, quote_languages=[other]).verdict


def test_few_opposites_of_a_clause_are_supported() -> None:
    found = [*verdicts("opposed.tsv", "told", "turned"), *verdicts("opposed.tsv", "turned", "told")]
    assert len(found) > 700
    assert found.count("supported") <= 0.1 * len(found)  # without a look at clauses: 0.36


def test_what_a_clause_denies_is_seldom_supported() -> None:
    found = [*verdicts("denied.tsv", "told", "denied")]
    assert len(found) == 72
    assert found.count("supported") <= 0.35 * len(found)  # without a look at clauses: all


def test_what_a_clause_says_stays_supported() -> None:
    for name, what in (("opposed.tsv", "told"), ("opposed.tsv", "turned"), ("denied.tsv", "told")):
        found = [*verdicts(name, what, what)]
        assert found.count("supported") >= 0.85 * len(found)


LONG = in_four("long.tsv")


@pytest.mark.parametrize(("across", "most"), [(True, 0.42), (False, 0.31)])
def test_fewer_wrong_statements_about_a_clause_are_supported(across: bool, most: float) -> None:
    found = [*by_hand.verdicts(LONG, "wrong", "quote", across=across)]
    assert found.count("supported") <= most * len(found)  # without a look at clauses: 0.53, 0.39


@pytest.mark.parametrize(("across", "least"), [(True, 0.85), (False, 0.71)])
def test_true_statements_about_a_clause_stay_supported(across: bool, least: float) -> None:
    found = [*by_hand.verdicts(LONG, "true", "quote", across=across)]
    assert found.count("supported") >= least * len(found)


@pytest.mark.parametrize(
    ("text", "language", "cut"),
    [
        ("The rain stopped, and the mayor denied that it had rained.", "en",
         ["The rain stopped", "and the mayor denied", "that it had rained"]),
        ("Elle est partie après que le maire a parlé, même si la pluie tombait.", "fr",
         ["Elle est partie", "après que le maire a parlé", "même si la pluie tombait"]),
        ("Anna Keller, die im Mai kam, ging, ohne dass jemand fragte.", "de",
         ["Anna Keller", "die im Mai kam", "ging", "ohne dass jemand fragte"]),
        ("Il sindaco ha detto che la cava chiuderà ma la legge lo vieta.", "it",
         ["Il sindaco ha detto", "che la cava chiuderà", "ma la legge lo vieta"]),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_where_a_clause_begins(
    text: str, language: Language, cut: list[str]
) -> None:
    assert [part.text for part in parts(text, language)] == cut


def test_what_carries_a_claim_need_not_stand_together() -> None:
    quote = "Anna Keller, die im Mai kam und sofort auffiel, lehnte den Vorschlag der Bauern ab."
    claim = "Keller rejected the proposal of the farmers."
    (found,) = carriers(claim, "en", quote, "de", default_meaning())
    assert found.clause == "lehnte den Vorschlag der Bauern ab"
    assert found.whole == "Anna Keller lehnte den Vorschlag der Bauern ab"


def test_what_governs_a_clause_is_told_with_it() -> None:
    quote = "Le maire a nié mardi que le pont ait été fermé, bien que la route soit coupée."
    (found,) = carriers("The bridge has been closed.", "en", quote, "fr", default_meaning())
    assert (found.governing, found.clause) == ("Le maire a nié mardi", "que le pont ait été fermé")
    for claim, verdict in (
        ("The bridge has been closed.", "unsupported"),
        ("The mayor denied that the bridge had been closed.", "supported"),
    ):
        assert check(claim, quote).verdict == verdict


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The older pumps are sold in Norway.",
         "Les pompes de Halmar, dont les modèles les plus anciens sont interdits à la vente en "
         "Norvège, sont fabriquées à Lyon par deux cents ouvriers."),
        ("On sait beaucoup de choses sur le coût du navire.",
         "Norway and Iceland speak often about the ship, but little is known about its cost, a "
         "newspaper in Bergen wrote."),
        ("Kelmar è il primo comune senza carbone.",
         "Die Stadt Kelmar hat einen Plan ausgearbeitet, um die erste Gemeinde ohne Kohle zu "
         "werden, und das Ministerium um einen Kredit gebeten."),
        ("Die alten Boote werden in Triest verkauft.",
         "I battelli vecchi sono vietati alla vendita a Trieste, ha detto il sindaco martedì, "
         "perché inquinano il porto."),
    ],
)  # fmt: skip
def test_what_a_clause_forbids_plans_or_hardly_knows_is_not_supported(
    claim: str, quote: str
) -> None:
    assert check(claim, quote).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The older pumps may not be sold in Norway.",
         "Les pompes de Halmar, dont les modèles les plus anciens sont interdits à la vente en "
         "Norvège, sont fabriquées à Lyon par deux cents ouvriers."),
        ("On sait peu de choses sur le coût du navire.",
         "Norway and Iceland speak often about the ship, but little is known about its cost, a "
         "newspaper in Bergen wrote."),
        ("Kelmar vuole diventare il primo comune senza carbone.",
         "Die Stadt Kelmar hat einen Plan ausgearbeitet, um die erste Gemeinde ohne Kohle zu "
         "werden, und das Ministerium um einen Kredit gebeten."),
    ],
)  # fmt: skip
def test_what_it_says_of_that_stays_supported(claim: str, quote: str) -> None:
    assert check(claim, quote).verdict == "supported"
