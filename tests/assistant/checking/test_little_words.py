"""Little words that turn a sentence: *except*, *without*, *some*, *only*, *second*, *from whom*.

Gist, figures and names of these claims are all in the quote; only one word is another.
"""

from __future__ import annotations

import pytest

from assistant import check

WRONG = {
    "except": [
        ("The museum is open on Mondays.", "The museum is open every day except Mondays."),
        ("Le musée est ouvert le lundi.", "Il museo è aperto tutti i giorni tranne il lunedì."),
        ("Il museo è aperto il lunedì.", "Das Museum ist täglich außer montags geöffnet."),
        ("La loi s'applique en Bavière.", "Das Gesetz gilt überall außer in Bayern."),
        ("Die Regel gilt für Hunde.", "La règle s'applique à tous les animaux sauf les chiens."),
        ("The pool is open in winter.", "La piscina è aperta tutto l'anno eccetto in inverno."),
    ],
    "only and except": [
        ("Das Gesetz gilt nur in Bayern.", "The law applies everywhere except in Bavaria."),
        ("La loi s'applique partout sauf en Bavière.", "Das Gesetz gilt nur in Bayern."),
    ],
    "with and without": [
        ("Tea with sugar is served.", "Tea without sugar is served."),
        ("Die Suppe enthält Fleisch.", "La soupe est sans viande."),
        ("Das Zimmer ist mit Balkon.", "La camera è senza balcone."),
    ],
    "how many": [
        ("All schools in the country closed.", "Some schools in the country closed."),
        ("Alle Häuser wurden zerstört.", "Alcune case sono state distrutte."),
        ("Toutes les écoles ont fermé.", "Einige Schulen haben geschlossen."),
        ("Tutti i treni sono in ritardo.", "Quelques trains sont en retard."),
        ("Most of the residents agreed.", "Few of the residents agreed."),
        ("Die meisten Bewohner stimmten zu.", "Seuls quelques habitants étaient d'accord."),
    ],
    "only before a figure": [
        ("The bridge cost only 84 million euros.", "Le pont a coûté 84 millions d'euros."),
        ("Le pont n'a coûté que 84 millions d'euros.", "The bridge cost 84 million euros."),
        ("Nur 12 Personen kamen.", "12 people came."),
        ("Il ponte è costato solo 84 milioni di euro.", "Die Brücke kostete 84 Millionen Euro."),
    ],
    "a pair": [
        ("He is married.", "Er ist geschieden."),
        ("Der linke Arm ist gebrochen.", "Il braccio destro è rotto."),
        ("Ha dimenticato la riunione.", "Sie erinnerte sich an die Sitzung."),
        ("The borrowers repaid the loan.", "The borrowers defaulted on the loan."),
        ("Er bestand die Prüfung.", "Il a échoué à l'examen."),
        ("Le verre est vide.", "Il bicchiere è pieno."),
        ("The child was too young to vote.", "Das Kind war alt genug, um zu wählen."),
        ("Les parents sont favorables à la réforme.", "Die Eltern sind gegen die Reform."),
        ("La riunione è stata rinviata.", "The meeting took place as planned."),
        ("Le tribunal a rejeté la plainte.", "Das Gericht gab der Klage statt."),
        ("Sie ist drei Jahre älter als ihr Bruder.", "Elle a trois ans de moins que son frère."),
        ("L'avion est 20 % plus léger.", "Das Flugzeug ist 20 Prozent schwerer."),
        ("The factory is twice as large as before.", "The factory is half as large as before."),
        ("The river flows into the lake.", "The river flows out of the lake."),
    ],
    "when": [
        ("Die Feuerwehr kam während des Konzerts.", "The fire brigade came after the concert."),
        ("Der Streik begann in den Siebzigerjahren.", "La grève a commencé dans les années 1980."),
        ("Il film è degli anni Settanta.", "The film is from the 1980s."),
    ],
    "a place behind": [
        ("Es ist der größte See des Landes.", "C'est le deuxième plus grand lac du pays."),
        ("È il lago più grande del paese.", "Es ist der drittgrößte See des Landes."),
        ("It is the largest lake in the country.", "È il secondo lago più grande del paese."),
    ],
    "from whom": [
        ("Mehmet Aydin received the medal.", "Lisa Brand received the medal from Mehmet Aydin."),
        ("Jonas Weber ha ricevuto la lettera.", "Anna Keller erhielt den Brief von Jonas Weber."),
        ("Karl Brenner hat das Geld erhalten.", "Eva Lang received the money from Karl Brenner."),
        ("Jonas Weber bekam den Brief.", "Anna Keller a reçu la lettre de Jonas Weber."),
    ],
}  # fmt: skip

TRUE = [
    (
        "Der Fluss ist der längste Italiens.",
        "Il fiume è il più lungo d'Italia; il secondo più lungo è l'Adige.",
    ),
    (
        "The museum is open every day except Mondays.",
        "Le musée est ouvert tous les jours sauf le lundi.",
    ),
    (
        "Il museo è aperto tutti i giorni tranne il lunedì.",
        "Das Museum ist täglich außer montags geöffnet.",
    ),
    ("Nur der Bürgermeister wusste davon.", "Nobody except the mayor knew about it."),
    ("The children came.", "Apart from the children, the parents also came."),
    (
        "The law applies in Saxony.",
        "The law applies in Saxony and everywhere else except in Bavaria.",
    ),
    ("La soupe ne contient pas de viande.", "Die Suppe ist ohne Fleisch."),
    ("Tee ohne Zucker wird serviert.", "Tea without sugar is served."),
    ("Some schools in the country closed.", "All schools in the country closed."),
    ("Toutes les écoles ont fermé.", "Tutte le scuole hanno chiuso."),
    ("Der Hafen kostete nur 84 Millionen Euro.", "Le port n'a coûté que 84 millions d'euros."),
    ("Sie erinnerte sich an das Treffen.", "She remembered the meeting."),
    (
        "Her brother is three years younger than Lisa.",
        "Lisa is three years older than her brother.",
    ),
    ("Das Gericht wies die Klage ab.", "Le tribunal a rejeté la plainte."),
    ("Lo sciopero è iniziato negli anni Settanta.", "The strike began in the 1970s."),
    ("Es ist der zweitgrößte See des Landes.", "C'est le deuxième plus grand lac du pays."),
    ("Lisa Brand a reçu la médaille.", "Lisa Brand received the medal from Mehmet Aydin."),
    ("The fire broke out after the concert.", "L'incendie s'est déclaré après le concert."),
    ("The river flows into the lake.", "Der Fluss mündet in den See."),
    ("Die Eltern sind gegen die Reform.", "I genitori sono contrari alla riforma."),
    ("He passed the exam.", "Er bestand die Prüfung."),
]


@pytest.mark.parametrize(
    ("claim", "quote"),
    [pair for rows in WRONG.values() for pair in rows],
)
def test_another_little_word_is_not_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize(("claim", "quote"), TRUE)
def test_the_same_little_word_is_supported(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"
