"""Claims whose figures all stand in the quote: of the same thing there, or of another one."""

import pytest

from assistant import check

QUOTES = {
    "ages": ("en", "Anna Keller, 34, and Peter Brandt, 28, won the prize in Basel."),
    "revenues": (
        "de",
        "Siemens meldete einen Umsatz von 72 Milliarden Euro, Bosch einen "
        "Umsatz von 92 Milliarden Euro.",
    ),
    "years": ("fr", "Le pont a été inauguré en 1932 et le tunnel a été achevé en 1954."),
    "result": ("it", "Il Torino ha battuto il Genoa 3-1 davanti a 21.000 spettatori."),
    "vote": ("fr", "Le conseil a adopté le budget par 31 voix pour et 17 contre."),
    "ranks": ("it", "La Francia è terza e la Germania quinta nella classifica mondiale."),
    "multiple": ("de", "Die Mieten in Genf sind dreimal so hoch wie in Chur."),
    "share": ("en", "Half of the 640 employees work in Lyon; a quarter of them work from home."),
    "modal verb": ("en", "Residents must not use the well until the water has been tested."),
    "almost none": ("de", "Fast keiner der 300 Gäste blieb bis zum Ende."),
    "all but two": ("en", "All but two of the fifteen villages have running water."),
    "no longer": ("it", "La biblioteca non vende più libri usati."),
    "not until": ("en", "The museum will not open until 12 June."),
    "figures and years": (
        "de",
        "Die Zahl der Schüler sank von 480 im Jahr 2010 auf 350 im Jahr 2020.",
    ),
    "range": ("fr", "Les billets coûtent entre 15 et 40 euros."),
    "days": ("en", "The treaty was signed on 3 May 1815 and ratified on 9 June 1815."),
}
CARRIED = [
    ("ages", "fr", "Anna Keller, 34 ans, et Peter Brandt, 28 ans, ont gagné le prix à Bâle."),
    (
        "ages",
        "it",
        "Peter Brandt, 28 anni, e Anna Keller, 34 anni, hanno vinto il premio a Basilea.",
    ),
    ("ages", "en", "Anna Keller, 34, won the prize in Basel."),
    (
        "revenues",
        "en",
        "Siemens reported revenue of 72 billion euros and Bosch of 92 billion euros.",
    ),
    ("revenues", "fr", "Le chiffre d'affaires de Bosch est de 92 milliards d'euros."),
    ("years", "en", "The bridge was opened in 1932 and the tunnel was completed in 1954."),
    ("years", "de", "1932 wurde die Brücke eingeweiht, 1954 der Tunnel fertiggestellt."),
    ("years", "it", "Il tunnel è stato completato nel 1954."),
    ("result", "de", "Torino schlug Genoa vor 21.000 Zuschauern mit 3:1."),
    ("result", "fr", "Le Genoa a perdu 1-3 contre le Torino."),
    ("vote", "en", "The council adopted the budget with 31 votes in favour and 17 against."),
    ("vote", "en", "The council adopted the budget by 31 votes to 17."),
    ("ranks", "en", "France is third and Germany fifth in the world ranking."),
    ("multiple", "en", "Rents in Geneva are three times as high as in Chur."),
    ("share", "de", "Die Hälfte der 640 Angestellten arbeitet in Lyon."),
    (
        "modal verb",
        "fr",
        "Les habitants ne doivent pas utiliser le puits avant que l'eau ait été testée.",
    ),
    ("almost none", "en", "Almost none of the 300 guests stayed until the end."),
    ("all but two", "de", "Alle bis auf zwei der fünfzehn Dörfer haben fließendes Wasser."),
    ("no longer", "en", "The library no longer sells used books."),
    ("not until", "de", "Das Museum öffnet erst am 12. Juni."),
    ("figures and years", "en", "The number of pupils fell from 480 in 2010 to 350 in 2020."),
    ("figures and years", "it", "Gli alunni erano 480 nel 2010 e 350 nel 2020."),
    ("figures and years", "fr", "En 2020, il y avait 350 élèves."),
    ("range", "en", "Tickets cost between 15 and 40 euros."),
    ("days", "fr", "Le traité a été signé le 3 mai 1815 et ratifié le 9 juin 1815."),
    ("days", "de", "Der Vertrag wurde am 3. Mai 1815 unterzeichnet."),
]
NOT_CARRIED = [
    ("ages", "fr", "Anna Keller, 28 ans, et Peter Brandt, 34 ans, ont gagné le prix à Bâle."),
    (
        "ages",
        "de",
        "Die 28-jährige Anna Keller und der 34-jährige Peter Brandt gewannen den Preis in Basel.",
    ),
    ("ages", "it", "Peter Brandt, 34 anni, ha vinto il premio a Basilea."),
    ("ages", "en", "Anna Keller, 28, won the prize in Basel."),
    (
        "revenues",
        "en",
        "Siemens reported revenue of 92 billion euros and Bosch of 72 billion euros.",
    ),
    ("revenues", "fr", "Le chiffre d'affaires de Bosch est de 72 milliards d'euros."),
    ("revenues", "it", "Siemens ha registrato un fatturato di 92 miliardi di euro."),
    ("years", "en", "The bridge was opened in 1954 and the tunnel was completed in 1932."),
    ("years", "de", "1954 wurde die Brücke eingeweiht, 1932 der Tunnel fertiggestellt."),
    ("years", "it", "Il tunnel è stato completato nel 1932."),
    ("result", "en", "Torino beat Genoa 1-3 in front of 21,000 spectators."),
    ("result", "fr", "Le Genoa a battu le Torino 3-1."),
    ("vote", "de", "Der Rat nahm das Budget mit 17 Ja- zu 31 Nein-Stimmen an."),
    ("vote", "en", "The council adopted the budget with 17 votes in favour and 31 against."),
    ("vote", "it", "Il consiglio ha adottato il bilancio con 17 voti a favore e 31 contrari."),
    ("vote", "en", "The council adopted the budget by 17 votes to 31."),
    ("ranks", "en", "France is fifth and Germany third in the world ranking."),
    ("ranks", "de", "Deutschland ist Dritter der Weltrangliste."),
    ("multiple", "en", "Rents in Geneva are twice as high as in Chur."),
    ("multiple", "fr", "À Genève, les loyers sont quatre fois plus élevés qu'à Coire."),
    ("share", "de", "Ein Drittel der 640 Angestellten arbeitet in Lyon."),
    ("share", "fr", "Les trois quarts des 640 employés travaillent à Lyon."),
    ("modal verb", "de", "Die Bewohner dürfen den Brunnen benutzen, bis das Wasser geprüft ist."),
    ("modal verb", "en", "Residents must use the well until the water has been tested."),
    ("almost none", "en", "Almost all of the 300 guests stayed until the end."),
    ("almost none", "fr", "Presque tous les 300 invités sont restés jusqu'à la fin."),
    ("all but two", "de", "Nur zwei der fünfzehn Dörfer haben fließendes Wasser."),
    ("all but two", "it", "Solo due dei quindici villaggi hanno l'acqua corrente."),
    ("no longer", "en", "The library sells used books."),
    ("no longer", "de", "Die Bibliothek verkauft gebrauchte Bücher."),
    ("no longer", "it", "La biblioteca vende libri usati."),
    ("not until", "de", "Das Museum bleibt ab dem 12. Juni geschlossen."),
    ("figures and years", "en", "The number of pupils fell from 350 in 2010 to 480 in 2020."),
    ("figures and years", "it", "Gli alunni erano 350 nel 2010 e 480 nel 2020."),
    ("figures and years", "fr", "En 2020, il y avait 480 élèves."),
    ("range", "en", "Tickets cost more than 40 euros."),
    ("range", "it", "I biglietti costano tra 15 e 50 euro."),
    ("days", "fr", "Le traité a été signé le 9 juin 1815 et ratifié le 3 mai 1815."),
    ("days", "de", "Der Vertrag wurde am 9. Juni 1815 unterzeichnet."),
]


def verdict(quote, language, claim):
    tongue, text = QUOTES[quote]
    return check(claim, [text], claim_language=language, quote_languages=[tongue]).verdict


@pytest.mark.parametrize(("quote", "language", "claim"), CARRIED)
def test_a_figure_said_of_the_same_thing(quote, language, claim):
    assert verdict(quote, language, claim) == "supported"


@pytest.mark.parametrize(("quote", "language", "claim"), NOT_CARRIED)
def test_a_figure_said_of_another_thing_or_in_another_order(quote, language, claim):
    assert verdict(quote, language, claim) != "supported"
