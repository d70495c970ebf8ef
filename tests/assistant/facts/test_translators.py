"""What translators write differently for the same fact."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant import check
from assistant.facts import Language, find
from assistant.facts.agreement import compare_facts
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import reversals
from assistant.facts.reasons import Reason
from assistant.facts.text.spelling import alike

SAME = [
    ("en", "in the 1480s", "fr", "dans les années 1480"),
    ("de", "in den 1970ern", "it", "negli anni Settanta"),
    ("it", "intorno al 1350", "en", "in the 1350s"),
    ("de", "seit 1980 an der Universität", "fr", "à l’université depuis 1980"),
    ("it", "tra il XIX e l'inizio del XX secolo", "en", "in the 19th and early 20th centuries"),
    ("fr", "les 6 et 7 septembre", "de", "am 6. und 7. September"),
    ("en", "May 3-5, 2020", "fr", "du 3 au 5 mai 2020"),
    ("de", "am 26.12.", "it", "il 26 dicembre"),
    ("fr", "de 2 et 1,4 milliards de livres", "en", "£2bn and £1.4bn respectively"),
    ("it", "tra i 3 e i 10 milioni di civili", "de", "zwischen 3 Millionen und 10 Millionen"),
    ("de", "von 606 auf 480 Millionen Euro", "fr", "de 606 à 480 millions d’euros"),
    ("en", "at 6.30 that night", "de", "um 18:30 Uhr"),
    ("it", "alle 10 di questa mattina", "en", "at 10 o'clock"),
    ("fr", "deux ans et demi", "de", "zweieinhalb Jahre"),
    ("fr", "220 manches et deux tiers", "it", "220 2/3 inning"),
    ("it", "la Guerra dei Trent'anni", "fr", "la guerre de Trente Ans"),
    ("en", "6x6 cm", "fr", "6 par 6 cm"),
    ("en", "3000 miles/hour", "it", "3000 miglia/h"),
    ("fr", "2,2 millions de km carrés", "de", "2,2 Millionen Quadratkilometer"),
    ("en", "more than 1m people", "fr", "plus d’un million de personnes, soit 1 million"),
    ("fr", "une quarantaine de familles", "de", "etwa 39 Familien"),
    ("fr", "des dizaines de villages et 10 mètres", "en", "dozens of villages and 10 metres"),
    ("en", "an Ariane5 rocket", "fr", "une fusée Ariane 5"),
    ("fr", "90 °F", "it", "90 gradi"),
    ("en", "The Sunday Telegraph", "de", "dem Sunday Telegraph"),
    ("de", "Black Friday", "fr", "le Vendredi noir"),
    ("de", "samstags geschlossen", "en", "closed on Saturdays"),
    ("de", "das Montagsgefühl", "fr", "le syndrome du lundi"),
    ("en", "the November issue", "de", "in der Novemberausgabe"),
    ("en", "on Sunday", "de", "am 30. September 2018"),
    ("fr", "le 11. septembre", "it", "l'11 settembre"),
    ("de", "im Mai 2011", "fr", "au mois de mai de 2011"),
    ("en", "at 0230 UTC", "it", "alle 02:30 UTC"),
    ("it", "verso le 15 e 30", "en", "around 1530 hours"),
    ("fr", "à 15.30 heures", "de", "um 15.30 Uhr"),
    ("de", "bis 20.30h", "fr", "jusqu'à 20h30"),
    ("it", "verso le 17.00", "en", "around 17:00 GMT"),
    ("en", "a market (6.30-10am)", "fr", "un marché entre 06h30 et 10h00"),
    ("it", "un mercato (6:30-10)", "de", "ein Markt (6:30 – 10:00)"),
    ("en", "half past five", "de", "um halb sechs"),
    ("fr", "à cinq heures et demie", "it", "alle cinque e mezza"),
    ("de", "Viertel vor neun", "en", "at quarter to nine"),
    ("de", "zwanzig vor neun", "en", "8:40"),
    ("it", "alle nove meno un quarto", "fr", "à neuf heures moins le quart"),
    ("en", "at noon", "fr", "à midi"),
    ("it", "a mezzanotte", "de", "um 24 Uhr"),
    ("fr", "à 3 heures du matin", "de", "um drei Uhr morgens"),
    ("en", "1.2 million", "it", "un milione e duecentomila firme"),
    ("it", "2 milioni e 300 mila euro", "de", "2,3 Millionen Euro"),
    ("de", "eine Million zweihunderttausend", "fr", "1,2 million"),
    ("en", "by the 3rd century", "de", "zum dritten Jahrhundert"),
    ("it", "degli ultimi vent’anni", "en", "for two decades"),
    ("en", "50 percent", "de", "die Hälfte des Betrags"),
    ("fr", "la moitié des voix", "it", "il 50 % dei voti"),
    ("it", "la metà dei voti", "en", "half of the votes"),
    ("fr", "quinze jours", "en", "two weeks"),
    ("en", "1335 square metres", "it", "1.335 metri quadri"),
    ("de", "drei Prozentpunkte", "fr", "trois points de moins"),
    ("en", "by 2023. EUR 500 million", "de", "bis 2023. Davon 500 Millionen Euro"),
]


@pytest.mark.parametrize(("language", "said", "other", "given"), SAME)
def test_one_fact_in_two_forms(language: Language, said: str, other: Language, given: str) -> None:
    theirs = [(fact, other) for fact in find(given, other)]
    findings = compare_facts(find(said, language), theirs, language)
    assert findings, "there is a fact to find"
    assert [f.reason for f in findings if f.outcome in ("missing", "conflict")] == []


DIFFERENT = [
    ("en", "in the 1490s", "fr", "dans les années 1480"),
    ("fr", "l'année 2010", "de", "in den 2000er Jahren"),
    ("en", "on May 4", "fr", "du 3 au 5 mai"),
    ("fr", "39 familles", "fr", "une quarantaine de familles"),
    ("en", "a 5-1 win", "de", "ein 5:2-Sieg nach einem 2:1"),
    ("en", "between 13:00 and 13:00", "de", "zwischen 12:00 und 13:00"),
    ("en", "£2bn and £1.4bn", "it", "2 e 1,4 milioni di sterline"),
    ("en", "an Ariane6 rocket", "fr", "une fusée Ariane 5"),
    ("fr", "deux ans et demi", "de", "zwei Jahre"),
    ("en", "on Monday", "de", "am 30. September 2018"),
    ("en", "on 30 September 2018", "de", "am Sonntag"),
    ("en", "half past five", "de", "um halb fünf"),
    ("it", "alle nove meno un quarto", "fr", "à neuf heures et quart"),
    ("en", "at 0230 UTC", "de", "um 02:20 UTC"),
    ("en", "a market (6.30-10am)", "de", "ein Markt (6:30 – 11:00)"),
    ("it", "un milione e duecentomila", "en", "1.3 million"),
    ("it", "2 milioni e 3 miliardi", "en", "5 billion"),
    ("fr", "quinze jours", "de", "drei Wochen"),
    ("en", "60 percent", "de", "die Hälfte des Betrags"),
    ("en", "3 percentage points", "fr", "4 points"),
]


@pytest.mark.parametrize(("language", "said", "other", "given"), DIFFERENT)
def test_another_fact(language: Language, said: str, other: Language, given: str) -> None:
    theirs = [(fact, other) for fact in find(given, other)]
    findings = compare_facts(find(said, language), theirs, language)
    assert {f.outcome for f in findings} & {"missing", "conflict"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Secondo il ministro, prima di partire", []),
        ("il secondo gol e il terzo", [2, 3]),
        ("The score at half time was good.", []),
        ("The first half of the match was good.", [1]),
        ("A metà degli anni Ottanta nevicava.", []),
    ],
)
def test_words_that_only_look_like_numbers(text: str, values: list[int]) -> None:
    language: Language = "en" if text.startswith("The") else "it"
    found = [f.value for f in find(text, language) if f.value is not None]
    assert found == [Decimal(v) for v in values]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khamenei", "Chamenei"), ("Chruschtschows", "Khrouchtchev"), ("Herostratus", "Erostrato"),
        ("Araukanern", "Araucanía"), ("Jonhson", "Johnson"), ("Hussars", "Ussari"),
    ],
)  # fmt: skip
def test_names_in_another_transliteration(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Merkel", "Macron"), ("Gove", "Gref"), ("Xi", "Li")])
def test_other_people(one: str, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("language", "claim", "quote_language", "quote"),
    [
        ("en", "The parties have not signed it.", "fr", "Les parties l’ont signé."),
        ("fr", "La banque n’a pas investi.", "de", "Die große Bank hat hier investiert."),
        ("de", "Der Minister hat nicht unterzeichnet.", "it", "Il ministro ha firmato oggi."),
        ("it", "Il presidente non ha parlato.", "en", "The president has spoken."),
    ],
)  # fmt: skip
def test_a_denied_verb_across_languages(
    language: Language, claim: str, quote_language: Language, quote: str
) -> None:
    given = [direction(quote, quote_language)]
    ours = direction(claim, language)
    assert reversals(ours, given, abroad=True) == [Reason("denies")]
    assert reversals(given[0], [ours], abroad=True) == [Reason("denied")]


@pytest.mark.parametrize(
    ("language", "claim", "quote_language", "quote"),
    [
        ("it", "È un membro non esecutivo.", "de", "Er ist ehrenamtliches Mitglied."),
        ("it", "Non vedo l’ora di agire.", "fr", "J’ai très envie d’agir."),
        ("it", "finché i partner non hanno firmato", "fr", "jusqu’à ce qu’ils signent"),
        ("de", "so stark wie seit Jahren nicht", "en", "at their highest in years"),
        ("en", "He was not allowed in.", "de", "Er war unerwünscht."),
        ("en", "It is not useful.", "de", "Es ist nutzlos."),
    ],
)  # fmt: skip
def test_what_only_looks_denied(
    language: Language, claim: str, quote_language: Language, quote: str
) -> None:
    given = [direction(quote, quote_language)]
    assert reversals(direction(claim, language), given, abroad=True) == []


def test_a_denial_in_the_second_sentence_of_a_quote_is_seen() -> None:
    claim = "I don’t know what G.D.P. growth was under Lincoln."
    quote = "Je ne sais pas quelle a été la progression du P.I.B. sous Lincoln."
    assert check(claim, [quote]).verdict != "contradicted"
