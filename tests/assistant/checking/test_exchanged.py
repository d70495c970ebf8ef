"""Halves that share their words, comparisons, all and none, not until: four languages."""

from __future__ import annotations

import pytest

from assistant import check

_FALSE = [
    ("Exports of red wine fell 3 % and of white wine rose 5 %.",
     "Exports of red wine rose 5 % and of white wine fell 3 %."),
    ("Le vendite di auto elettriche sono calate del 20 % e quelle di auto diesel salite del 35 %.",
     "Le vendite di auto diesel sono calate del 20 % e quelle di auto elettriche salite del 35 %."),
    ("The painter died in 1901.", "The painter was born in 1901 and died in Lyon in 1987."),
    ("Le peintre est mort en 1901.", "Le peintre, né à Gand en 1901, est mort à Lyon en 1987."),
    ("La peintre est née en 1987.", "Die Malerin wurde 1901 geboren und starb 1987 in Lyon."),
    ("Il pittore morì nel 1901.", "Il pittore nacque nel 1901 e morì a Lione nel 1987."),
    ("The school burned down in 1890.", "The school opened in 1890 and burned down in 1944."),
    ("Les douze candidats ont tous réussi l'examen.", "Aucun des douze candidats n'a réussi."),
    ("Alle zwölf Kandidaten bestanden die Prüfung.", "None of the twelve candidates passed it."),
    ("Sette dei dieci ponti sono stati riparati.", "Three of the ten bridges were repaired."),
    ("France spends more on schools than Italy.", "Italy spends more on schools than France."),
    ("Frankreich gibt mehr für Schulen aus als Italien.",
     "L'Italia spende per la scuola più della Francia."),
    ("La Francia spende per la scuola più dell'Italia.",
     "L'Italia spende per la scuola più della Francia."),
    ("Moins d'hommes que de femmes ont postulé.", "Moins de femmes que d'hommes ont postulé."),
    ("Weniger Männer als Frauen bewarben sich.", "Weniger Frauen als Männer bewarben sich."),
    ("Le magasin ouvrira avant le 12 juin.", "The shop will not open until 12 June."),
    ("Das Museum öffnet vor dem 3. Mai.", "Das Museum öffnet erst nach dem 3. Mai."),
    ("The bridge will be ready before 20 October.",
     "Il ponte non sarà pronto prima del 20 ottobre."),
]  # fmt: skip

_TRUE = [
    ("White wine exports fell 3 %, red wine exports rose 5 %.",
     "Exports of red wine rose 5 % and those of white wine fell 3 %."),
    ("The painter died in 1987.", "The painter was born in 1901 and died in Lyon in 1987."),
    ("Le peintre est né en 1901.", "Le peintre, né à Gand en 1901, est mort à Lyon en 1987."),
    ("Die Malerin wurde 1901 geboren.", "Die Malerin wurde 1901 geboren und starb 1987."),
    ("The bridge was rebuilt in 1954.", "The bridge, opened in 1932, was rebuilt in 1954."),
    ("France spends less on schools than Italy.", "Italy spends more on schools than France."),
    ("Frankreich gibt weniger für Schulen aus als Italien.",
     "Italien gibt mehr für Schulen aus als Frankreich."),
    ("Le Rhin est plus long que la Seine.", "La Seine est plus courte que le Rhin."),
    ("Amburgo è più grande di Monaco.", "Monaco è più piccola di Amburgo."),
    ("Italy spends more on schools than France.",
     "L'Italie dépense plus que la France pour l'école."),
    ("Les douze candidats ont tous réussi l'examen.",
     "Alle zwölf Kandidaten bestanden die Prüfung."),
    ("Le magasin n'ouvrira pas avant le 12 juin.", "The shop will not open until 12 June."),
    ("Il museo non aprirà prima del 3 maggio.", "Le musée n'ouvrira pas avant le 3 mai."),
    ("The museum will not open until 3 May.", "Das Museum öffnet erst am 3. Mai."),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "quote"), _FALSE)
def test_what_changed_places_is_not_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(("claim", "quote"), _TRUE)
def test_the_same_in_other_words_is_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"
