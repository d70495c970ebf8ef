"""What a good summary says in other words is never called a contradiction."""

from __future__ import annotations

import pytest

from assistant import check

ROTORS = (
    "Der Betreiber muss die Rotoren zum Schutz der Fledermäuse von April bis Juli nachts "
    "abschalten."
)
TAX = "Il governo ha abolito la tassa sui rifiuti introdotta nel 2012."
FERRIES = "The shipyard failed to deliver the two ferries on time."
REVENUE = (
    "Le chiffre d'affaires de Veltra est passé de 310 millions d'euros en 2021 à 350 millions "
    "d'euros en 2022."
)
ZOO = "Nel 2015 lo zoo ha avuto 120.000 visitatori e nel 2019 ne ha avuti 310.000."
FACTORY = "L'usine, qui employait 1 200 personnes en 2010, n'en compte plus que 450 aujourd'hui."
TRADE = "Exports grew by 4 percent while imports shrank by 2 percent."
WAITING = "Before the reform, patients waited 90 days for an appointment; now they wait 40."
TREES = "La ville a planté deux fois plus d'arbres en 2023 qu'en 2022, soit 8 000."
JOBLESS = "Unemployment in Norland fell from 8.2 percent in 2019 to 5.1 percent last year."
AIRLINE = "The airline lost 30 million dollars in 2020 but made a profit of 12 million in 2021."


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        (ROTORS, "To protect bats, the turbines must not run at night from April to July."),
        (ROTORS, "D'avril à juillet, les éoliennes ne tournent pas la nuit."),
        (TAX, "La tassa sui rifiuti non esiste più."),
        (TAX, "The waste tax, introduced in 2012, no longer has to be paid."),
        (TAX, "Die Müllsteuer, die 2012 eingeführt wurde, gibt es nicht mehr."),
        (FERRIES, "The shipyard did not deliver the ferries on time."),
        (FERRIES, "The two ferries were delivered late."),
        (REVENUE, "Revenue has risen to 350 million euros since 2021."),
        (REVENUE, "Seit 2021 ist der Umsatz auf 350 Millionen Euro gestiegen."),
        (REVENUE, "Dal 2021 il fatturato è cresciuto fino a 350 milioni di euro."),
        (ZOO, "In 2019 the zoo had 310,000 visitors."),
        (ZOO, "Nel 2019 i visitatori dello zoo sono stati 310.000."),
        (FACTORY, "Die Fabrik beschäftigt heute 750 Menschen weniger als 2010."),
        (FACTORY, "La fabbrica ha perso 750 posti dal 2010."),
        (TRADE, "Die Einfuhren sanken um 2 Prozent, die Ausfuhren legten um 4 Prozent zu."),
        (TRADE, "Le esportazioni sono aumentate del 4 per cento, le importazioni sono calate."),
        (WAITING, "Die Patienten warten heute 50 Tage weniger als vor der Reform."),
        (WAITING, "After the reform, waiting times were cut to 40 days."),
        (TREES, "En 2022, la ville a planté moitié moins d'arbres qu'en 2023."),
        (JOBLESS, "Unemployment was higher in 2019 than last year."),
        (AIRLINE, "Nel 2020 la compagnia era ancora in perdita."),
        (
            "The court acquitted the former minister Ada Brandt of all charges.",
            "L'ancienne ministre n'a été reconnue coupable de rien.",
        ),
    ],
)  # fmt: skip
def test_the_same_in_other_words_is_no_contradiction(quote: str, claim: str) -> None:
    assert check(claim, [quote]).verdict != "contradicted"


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        (ROTORS, "The operator must not switch off the rotors at night from April to July."),
        (ROTORS, "Der Betreiber muss die Rotoren nachts nicht abschalten."),
        (TAX, "Il governo non ha abolito la tassa sui rifiuti."),
        (FERRIES, "The shipyard delivered the two ferries on time."),
        (FERRIES, "Le chantier naval a livré les deux ferries à temps."),
        (FERRIES, "Die Werft lieferte die beiden Fähren pünktlich."),
        (FERRIES, "Il cantiere ha consegnato i due traghetti in tempo."),
        (ZOO, "In 2015 the zoo had 310,000 visitors."),
        (FACTORY, "The factory now employs 750 people."),
        (TREES, "En 2023, la ville a planté moitié moins d'arbres qu'en 2022."),
    ],
)
def test_what_is_turned_round_still_is_one(quote: str, claim: str) -> None:
    assert check(claim, [quote]).verdict == "contradicted"


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        (REVENUE, "Dal 2021 il fatturato è sceso a 310 milioni di euro."),
        (REVENUE, "Revenue stood at 350 million euros in 2021."),
        (ZOO, "2019 kamen 120.000 Besucher in den Zoo."),
        (FACTORY, "The factory has 750 more employees than in 2010."),
        (TRADE, "Le importazioni sono aumentate del 4 per cento, le esportazioni sono calate."),
        (TRADE, "Die Einfuhren stiegen um 4 Prozent, die Ausfuhren sanken um 2 Prozent."),
    ],
)
def test_and_what_is_wrong_is_not_supported(quote: str, claim: str) -> None:
    assert check(claim, [quote]).verdict != "supported"
