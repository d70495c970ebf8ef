"""Claims written by hand against four invented quotes, in all pairs of languages."""

import pytest

from assistant import check

QUOTES = {
    "fr": (
        "La banque russe investira 138 milliards de dollars dans 12 centres "
        "à Kazan d'ici le 3 mars 2025, a annoncé Vladimir Poutine."
    ),
    "de": (
        "Der Umsatz stieg 2023 um 4,5 Prozent auf 1,2 Milliarden "
        "Euro; die Fabrik in Zürich liegt 80 Kilometer von Bern entfernt."
    ),
    "it": (
        "Il consiglio ha approvato il ponte con 14 voti contro 9 e lo aprirà "
        "alle 17:30 del 5 maggio; il tasso è salito dal 10 % al 12 %."
    ),
    "en": (
        "The council of Elmstead rejected the plan on Monday, said mayor Ruth Kessler; "
        "about 2,300 people live within 5 miles of the mill, built in the 1880s."
    ),
}
CARRIED = [
    ("fr", "en", "The Russian bank will invest 138 billion dollars."),
    ("fr", "it", "La banca russa investirà 138 miliardi di dollari in 12 centri."),
    ("fr", "de", "Putin kündigte zwölf Zentren in Kasan bis 3. März 2025 an."),
    ("de", "it", "La fabbrica di Zurigo dista 50 miglia da Berna."),
    ("de", "en", "The factory in Zurich is 80 kilometres from Bern."),
    ("de", "en", "The factory in Zurich is about 80 kilometres from Bern."),
    ("it", "en", "The council approved the bridge by 14 votes to 9."),
    ("it", "fr", "Le pont ouvrira le 5 mai à 17 h 30."),
    ("it", "en", "The bridge opens at half past five on 5 May."),
    ("it", "de", "Der Satz stieg von 10 auf 12 Prozent."),
    ("it", "en", "The rate rose from 10 to 12 percent."),
    ("en", "de", "Der Rat von Elmstead lehnte den Plan am Montag ab."),
    ("en", "fr", "Environ 2 300 personnes habitent à moins de 8 km du moulin."),
    ("en", "it", "Il mulino fu costruito negli anni Ottanta dell’Ottocento."),
    ("en", "de", "„Der Plan ist abgelehnt“, sagte Bürgermeisterin Ruth Kessler."),
    ("en", "it", "Il mulino fu costruito nell'Ottocento."),
    ("fr", "it", "La banca russa investirà in dodici centri."),
    ("de", "en", "Turnover rose by 4.5 percent to 1.2 billion euros in 2023."),
    ("it", "en", "The council approved the bridge by 14 to 9."),
    ("it", "de", "Der Rat nahm die Brücke mit 14 zu 9 Stimmen an."),
    ("it", "en", "The rate rose to 12 percent from 10 percent."),
]
NOT_CARRIED = [
    ("fr", "en", "The Russian bank will invest 138 million dollars."),
    ("fr", "de", "Die russische Bank investiert 138 Billionen Dollar."),
    ("fr", "it", "La banca russa investirà 138 miliardi di euro in 12 centri."),
    ("fr", "de", "Putin kündigte zwölf Zentren in Kasan bis 3. Mai 2025 an."),
    ("fr", "en", "Medvedev announced that the Russian bank will invest in 12 centres."),
    ("fr", "en", "The Russian bank will not invest 138 billion dollars."),
    ("de", "en", "Turnover fell by 4.5 percent to 1.2 billion euros in 2023."),
    ("de", "fr", "Le chiffre d'affaires a augmenté de 4,5 points de pourcentage en 2023."),
    ("de", "it", "La fabbrica di Zurigo dista 80 miglia da Berna."),
    ("de", "fr", "L'usine de Genève est à 80 kilomètres de Berne."),
    ("de", "fr", "Le chiffre d'affaires a atteint 1,2 billion d'euros."),
    ("de", "it", "Il fatturato è salito a 1,2 miliardi di euro nel 2024."),
    ("it", "de", "Der Rat lehnte die Brücke mit 14 gegen 9 Stimmen ab."),
    ("it", "fr", "Le pont ouvrira le 5 mai à 18 h 30."),
    ("it", "de", "Der Satz stieg um 2 Prozent."),
    ("en", "fr", "Environ 3 200 personnes habitent à moins de 8 km du moulin."),
    ("en", "it", "Il mulino fu costruito negli anni Ottanta."),
    ("en", "fr", "Le conseil a rejeté le plan lundi, a déclaré Anne Weber."),
    ("en", "it", "Il consiglio di Elmstead ha respinto il piano martedì."),
    ("fr", "it", "La banca russa investirà in venti centri."),
    ("fr", "en", "The Russian bank will invest in eleven centres."),
    ("it", "en", "The council approved the bridge by 9 votes to 14."),
    ("it", "de", "Der Rat nahm die Brücke mit 9 zu 14 Stimmen an."),
    ("it", "en", "The rate went from 12 to 10 percent."),
    ("it", "fr", "Le taux est passé de 12 % à 10 %."),
    ("it", "de", "Der Satz ging von 12 auf 10 Prozent."),
    ("it", "it", "Il tasso è passato dal 12 % al 10 %."),
    ("en", "de", "Der Rat von Elmstead nahm den Plan am Montag an."),
    ("en", "de", "Der Rat von Elmstead stimmte dem Plan am Montag zu."),
]


def verdict(quote, language, claim):
    support = check(claim, [QUOTES[quote]], claim_language=language, quote_languages=[quote])
    return support.verdict


@pytest.mark.parametrize(("quote", "language", "claim"), CARRIED)
def test_a_claim_that_its_quote_carries(quote, language, claim):
    assert verdict(quote, language, claim) == "supported"


@pytest.mark.parametrize(("quote", "language", "claim"), NOT_CARRIED)
def test_a_claim_with_a_false_figure_scale_name_date_unit_or_direction(quote, language, claim):
    assert verdict(quote, language, claim) != "supported"
