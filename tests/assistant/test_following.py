"""A short follow-up is put into the words of the question before, as a reader would ask it."""

from __future__ import annotations

import pytest

from assistant.followups.conversation import in_full, leans
from assistant.followups.following import followed

INVESTED = {
    "en": "What did Sberbank invest in 2023?",
    "fr": "Combien Sberbank a-t-elle investi en 2023 ?",
    "de": "Wie viel hat Sberbank 2023 investiert?",
    "it": "Quanto ha investito Sberbank nel 2023?",
}


@pytest.mark.parametrize(
    ("language", "brought", "year"),
    [
        ("en", "the year before?", "2022"), ("en", "And the following year?", "2024"),
        ("fr", "et l'année d'avant ?", "2022"), ("fr", "l’année suivante ?", "2024"),
        ("de", "und im Jahr davor?", "2022"), ("de", "das Jahr danach?", "2024"),
        ("it", "e l'anno prima?", "2022"), ("it", "l’anno dopo?", "2024"),
    ],
)  # fmt: skip
def test_the_year_before_is_counted_from_the_one_that_was_asked_about(
    language: str, brought: str, year: str
) -> None:
    before = INVESTED[language]
    assert leans(brought, before, language)
    assert in_full(brought, before, language) == before.replace("2023", year)


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "How many visitors came last year?", "And this year?",
         "How many visitors came this year?"),
        ("fr", "Quand le musée ouvre-t-il le lundi ?", "et le dimanche ?",
         "Quand le musée ouvre-t-il le dimanche ?"),
        ("de", "Was kostete die Fahrt letztes Jahr?", "und heute?",
         "Was kostete die Fahrt heute?"),
        ("it", "Quando apre il museo di lunedì?", "e di domenica?",
         "Quando apre il museo di domenica?"),
        ("en", "What was the profit in the first quarter?", "and in the second?",
         "What was the profit in the second quarter?"),
        ("de", "Wie hoch war der Gewinn im ersten Quartal?", "und im zweiten?",
         "Wie hoch war der Gewinn im zweiten Quartal?"),
        ("en", "What did the minister say about taxes?", "and about schools?",
         "What did the minister say about schools?"),
        ("de", "Was kostet die Fahrkarte für Erwachsene?", "für Kinder?",
         "Was kostet die Fahrkarte für Kinder?"),
        ("it", "Quanto è lunga la galleria?", "e larga?", "Quanto è larga la galleria?"),
        ("en", "How much will Russia invest in AI?", "what about China?",
         "How much will China invest in AI?"),
        ("de", "Wie viel investiert Russland in KI?", "was ist mit China?",
         "Wie viel investiert China in KI?"),
    ],
)  # fmt: skip
def test_another_time_or_thing_takes_the_place_of_its_like(
    language: str, before: str, brought: str, full: str
) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "Did the union accept the offer?", "why not?",
         "Why didn't the union accept the offer?"),
        ("fr", "Le syndicat a-t-il accepté l'offre ?", "pourquoi pas ?",
         "Pourquoi le syndicat n'a-t-il pas accepté l'offre ?"),
        ("de", "Hat die Gewerkschaft das Angebot angenommen?", "warum nicht?",
         "Warum hat die Gewerkschaft das Angebot nicht angenommen?"),
        ("it", "Il sindacato ha accettato l'offerta?", "perché no?",
         "Perché il sindacato non ha accettato l'offerta?"),
        ("en", INVESTED["en"], "and why?", "Why did Sberbank invest in 2023?"),
        ("fr", INVESTED["fr"], "et pourquoi ?", "Pourquoi Sberbank a-t-elle investi en 2023 ?"),
        ("de", INVESTED["de"], "und warum?", "Warum hat Sberbank 2023 investiert?"),
        ("it", INVESTED["it"], "e perché?", "Perché ha investito Sberbank nel 2023?"),
    ],
)  # fmt: skip
def test_why_is_asked_in_full(language: str, before: str, brought: str, full: str) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "How many workers does Kado employ?", "how many of them are women?",
         "How many of the workers are women (Kado)?"),
        ("fr", "Combien de salariés d'Aldour ont fait grève ?", "combien d'entre eux ?",
         "Combien de ces salariés (Aldour) ?"),
        ("de", "Wie viele Mitarbeiter hat Tivano?", "wie viele davon sind Frauen?",
         "Wie viele der Mitarbeiter sind Frauen (Tivano)?"),
        ("it", "Quanti operai lavorano alla Kado?", "quanti di loro sono donne?",
         "Quanti degli operai sono donne (Kado)?"),
        ("en", "Who is the mayor of Kolm?", "and how old is he?",
         "How old is the mayor of Kolm?"),
        ("en", "How long is the Rulle tunnel?", "how wide is it?",
         "How wide is the Rulle tunnel?"),
        ("en", "Where is the headquarters of Polmer?", "its revenue?",
         "What is Polmer's revenue?"),
        ("fr", "Qui est le maire de Kolm ?", "quel âge a-t-elle ?",
         "Quel âge le maire de Kolm a-t-elle ?"),
        ("de", "Wer ist der Bürgermeister von Kolm?", "wie alt ist er?",
         "Wie alt ist der Bürgermeister von Kolm?"),
        ("it", "Chi è il sindaco di Kolm?", "quanti anni ha?",
         "Quanti anni ha il sindaco di Kolm?"),
    ],
)  # fmt: skip
def test_what_points_back_is_named(language: str, before: str, brought: str, full: str) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "before", "question"),
    [
        ("en", "What did Sberbank invest in 2023 and 2024?", "the year before?"),
        ("en", "Did Beta join the pact or did Gamma?", "Who is the mayor of Kolm?"),
        ("de", "Wie viel hat Sberbank 2023 investiert?", "Wer ist die Bürgermeisterin von Kolm?"),
        ("fr", "Le maire et le préfet ont-ils signé ?", "quel âge a-t-il ?"),
        ("it", "Quanto è lunga la galleria di Kolm?", "Quando apre il museo di Aich?"),
    ],
)  # fmt: skip
def test_no_rule_is_tried_where_it_is_not_plain_what_is_meant(
    language: str, before: str, question: str
) -> None:
    assert followed(question, before, language) == ""


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "How much will Bank of China invest?", "And Sberbank?",
         "How much will Sberbank invest?"),
        ("it", "Quanto investirà Bank of China?", "E Sberbank?", "Quanto investirà Sberbank?"),
        ("fr", "Combien Bank of China va-t-elle investir ?", "Et Sberbank ?",
         "Combien Sberbank va-t-elle investir ?"),
        ("de", "Wie viel investiert die Bank of China?", "Und Sberbank?",
         "Wie viel investiert Sberbank?"),
        ("en", "What is the rate of the European Central Bank?", "And the Bank of England?",
         "What is the rate of the Bank of England?"),
        ("fr", "Quel est le taux de la Banque centrale européenne ?",
         "Et la Banque d'Angleterre ?", "Quel est le taux de la Banque d'Angleterre ?"),
        ("it", "Qual è il tasso della Banca centrale europea?", "E la Banca d'Inghilterra?",
         "Qual è il tasso della Banca d'Inghilterra?"),
        ("de", "Wie hoch ist der Zins der Europäischen Zentralbank?", "Und die Bank of England?",
         "Wie hoch ist der Zins der Bank of England?"),
        ("fr", "Quel est le budget du Parlement européen ?", "Et la Banque d'Angleterre ?",
         "la Banque d'Angleterre ? (le budget du Parlement européen)"),
    ],
)  # fmt: skip
def test_a_name_of_several_words_is_replaced_whole_or_put_beside(
    language: str, before: str, brought: str, full: str
) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "What is Marc Vidal's prison sentence?", "Why?",
         "Why (Marc Vidal's prison sentence)?"),
        ("fr", "Quelle est la peine de Marc Vidal ?", "Pourquoi ?",
         "Pourquoi (la peine de Marc Vidal)?"),
        ("de", "Wie hoch ist die Strafe von Marc Vidal?", "Warum?",
         "Warum (die Strafe von Marc Vidal)?"),
        ("it", "Qual è la pena di Marc Vidal?", "Perché?", "Perché (la pena di Marc Vidal)?"),
        ("en", "In which year was the tunnel built?", "Why?", "Why was the tunnel built?"),
        ("fr", "À combien Marc Vidal a-t-il été condamné ?", "Pourquoi ?",
         "Pourquoi Marc Vidal a-t-il été condamné ?"),
        ("de", "Zu welcher Strafe wurde Marc Vidal verurteilt?", "Warum?",
         "Warum wurde Marc Vidal verurteilt?"),
        ("it", "A quanto è stato condannato Marc Vidal?", "Perché?",
         "Perché è stato condannato Marc Vidal?"),
        ("en", "Which sentence did Marc Vidal get?", "Why?",
         "Why (sentence did Marc Vidal get)?"),
        ("fr", "Où est né Marc Vidal ?", "Quand ?", "Quand est né Marc Vidal ?"),
        ("de", "Wann wurde Marc Vidal verurteilt?", "Warum?",
         "Warum wurde Marc Vidal verurteilt?"),
        ("it", "Da chi è stato condannato Marc Vidal?", "Quando?", "Quando? (Marc Vidal)"),
    ],
)  # fmt: skip
def test_what_asks_is_never_put_where_it_asks_nothing(
    language: str, before: str, brought: str, full: str
) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "asked", "second", "third"),
    [
        ("en", ["How much will Bank of China invest?", "And in yuan?", "And Sberbank?"],
         "How much will Bank of China invest in yuan?", "How much will Sberbank invest in yuan?"),
        ("fr", ["Combien Bank of China va-t-elle investir ?", "Et en yuans ?", "Et Sberbank ?"],
         "Combien Bank of China va-t-elle investir en yuans ?",
         "Combien Sberbank va-t-elle investir en yuans ?"),
        ("de", ["Wie viel investiert die Bank of China?", "Und in Yuan?", "Und die Sberbank?"],
         "Wie viel investiert die Bank of China in Yuan?",
         "Wie viel investiert die Sberbank in Yuan?"),
        ("it", ["Quanto investirà Bank of China?", "E in yuan?", "E Sberbank?"],
         "Quanto investirà Bank of China in yuan?", "Quanto investirà Sberbank in yuan?"),
        ("en", ["How many billion dollars will Bank of China invest?", "in yuan?", "Sberbank?"],
         "How many billion yuan will Bank of China invest?",
         "How many billion yuan will Sberbank invest?"),
        ("fr", ["Combien de milliards de dollars Bank of China va-t-elle investir ?",
                "et en euros ?", "Sberbank ?"],
         "Combien de milliards d'euros Bank of China va-t-elle investir ?",
         "Combien de milliards d'euros Sberbank va-t-elle investir ?"),
        ("de", ["Wie viele Milliarden Dollar investiert Bank of China?", "in Yuan?", "Sberbank?"],
         "Wie viele Milliarden Yuan investiert Bank of China?",
         "Wie viele Milliarden Yuan investiert Sberbank?"),
        ("it", ["Quanti miliardi di dollari investirà Bank of China?", "e in yuan?", "Sberbank?"],
         "Quanti miliardi di yuan investirà Bank of China?",
         "Quanti miliardi di yuan investirà Sberbank?"),
    ],
)  # fmt: skip
def test_f15_a_third_question_keeps_the_verb_of_the_first(
    language: str, asked: list[str], second: str, third: str
) -> None:
    assert leans(asked[1], asked[0], language)
    assert in_full(asked[1], asked[0], language) == second
    assert in_full(asked[2], second, language) == third


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "How long is the tunnel in kilometres?", "and in miles?",
         "How long is the tunnel in miles?"),
        ("en", "When did the Halden bridge open?", "And the tunnel?", "When did the tunnel open?"),
        ("en", "When was the Halden bridge opened?", "the tunnel?", "When was the tunnel opened?"),
        ("en", "How tall is the Halden tower?", "and the church?", "How tall is the church?"),
        ("en", "When did the Louvre open?", "and the tower?", "When did the tower open?"),
        ("en", "When was the Louvre opened?", "and the tower?", "When was the tower opened?"),
        ("en", "Who won in 2012?", "and in euros?", "Who won in 2012 in euros?"),
        ("fr", "Combien d'euros coûte le billet ?", "et en francs ?",
         "Combien de francs coûte le billet ?"),
        ("de", "Was sagt Mark zur Bank?", "und in Metern?", "Was sagt Mark zur Bank in Metern?"),
        ("de", "Was kostet die Brücke?", "Und in Pfund?", "Was kostet die Brücke in Pfund?"),
        ("it", "Quanti dollari canadesi costa?", "e in franchi svizzeri?",
         "Quanti franchi svizzeri costa?"),
        ("en", "How long does the trip to Lugano take?", "by train?",
         "How long does the trip to Lugano take by train?"),
        ("fr", "Combien coûte le billet ?", "pour enfants ?",
         "Combien coûte le billet pour enfants ?"),
        ("de", "Wie lange dauert die Fahrt nach Lugano?", "mit Kindern?",
         "Wie lange dauert die Fahrt nach Lugano mit Kindern?"),
        ("it", "Quanto dura il viaggio a Lugano?", "in treno?",
         "Quanto dura il viaggio a Lugano in treno?"),
    ],
)  # fmt: skip
def test_another_unit_or_manner_leaves_the_question_whole(
    language: str, before: str, brought: str, full: str
) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "How many were injured? (Halden)", "and in Kolm?", "How many were injured? (Kolm)"),
        ("fr", "Combien de blessés ? (Halden)", "et à Kolm ?", "Combien de blessés ? (Kolm)"),
        ("de", "Wie viele wurden verletzt? (Halden)", "und in Kolm?",
         "Wie viele wurden verletzt? (Kolm)"),
        ("it", "Quanti feriti? (Halden)", "e a Kolm?", "Quanti feriti? (Kolm)"),
        ("en", "How much rain fell in June?", "In Kolm?", "How much rain fell in June in Kolm?"),
        ("fr", "Combien de pluie est tombée en juin ?", "À Kolm ?",
         "Combien de pluie est tombée en juin à Kolm ?"),
        ("de", "Wie viel Regen fiel im Juni?", "In Kolm?", "Wie viel Regen fiel im Juni in Kolm?"),
        ("it", "Quanta pioggia è caduta a giugno?", "A Kolm?",
         "Quanta pioggia è caduta a giugno a Kolm?"),
        ("de", "Wer gewann die Wahl?", "Mit wie viel Prozent?",
         "Mit wie viel Prozent (gewann die Wahl)?"),
    ],
)  # fmt: skip
def test_a_preposition_brings_another_place_and_leaves_the_rest(
    language: str, before: str, brought: str, full: str
) -> None:
    assert leans(brought, before, language)
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "In which country is Kolm?"), ("fr", "À qui appartient Kolm ?"),
     ("de", "In welchem Land liegt Kolm?"), ("it", "A chi appartiene Kolm?"),
     ("de", "der neue Hafen Lindholm"), ("it", "la banca centrale russa Korvan")],
)  # fmt: skip
def test_a_question_with_a_name_of_its_own_stands_alone(language: str, question: str) -> None:
    assert not leans(question, "Who won the election in Halden?", language)
