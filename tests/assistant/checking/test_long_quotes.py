"""A short claim against one clause of a long quote, across languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from by_hand import in_four

from assistant import check
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
    assert found.count("supported") <= 0.22 * len(found)  # without a look at clauses: 0.36


def test_what_a_clause_denies_is_seldom_supported() -> None:
    found = [*verdicts("denied.tsv", "told", "denied")]
    assert len(found) == 72
    assert found.count("supported") <= 0.35 * len(found)  # without a look at clauses: all


def test_what_a_clause_says_stays_supported() -> None:
    for name, what in (("opposed.tsv", "told"), ("opposed.tsv", "turned"), ("denied.tsv", "told")):
        found = [*verdicts(name, what, what)]
        assert found.count("supported") >= 0.85 * len(found)
