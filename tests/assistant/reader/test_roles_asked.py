"""Who has an office is told where the office is; a fee is money; the dateline dates the article."""

from dataclasses import replace

import pytest

from assistant.reader.asked import understand
from assistant.reader.holding import candidates
from assistant.reader.premise import at_the_rate, denied
from assistant.reader.reading import read
from assistant.reader.weights import shipped

CLUB = {
    "en": "The Welmouth rowing club has 200 members. It is chaired by Ida Keller. The club house "
    "was built by Ewan Rae.",
    "fr": "Le club d'aviron de Welmouth compte 200 membres. Il est présidé par Ida Keller. La "
    "maison du club a été bâtie par Ewan Rae.",
    "de": "Der Ruderverein Welmouth hat 200 Mitglieder. Vorsitzende ist Ida Keller. Das Bootshaus "
    "des Vereins baute Ewan Rae.",
    "it": "Il circolo canottieri di Welmouth ha 200 soci. È presieduto da Ida Keller. La sede del "
    "circolo fu costruita da Ewan Rae.",
}
NOBODY = {
    "en": ("Who is the treasurer of the Welmouth club?", "Who will be goalkeeper of Welmouth?"),
    "fr": ("Qui est la trésorière du club de Welmouth ?", "Qui sera le gardien de Welmouth ?"),
    "de": ("Wer ist der Kassier des Vereins in Welmouth?", "Wer wird Torwart von Welmouth?"),
    "it": ("Chi è il tesoriere del circolo di Welmouth?", "Chi sarà il portiere di Welmouth?"),
}


@pytest.mark.parametrize("language", NOBODY)
def test_nobody_has_an_office_that_is_told_of_nowhere(language, passages, embed, vectors):
    office, role = NOBODY[language]
    shown = passages(CLUB[language], role, language=language)
    assert not read(office, language, shown[:1], shipped(), embed, vectors).quoted
    teaser = replace(shown[1], hit=replace(shown[1].hit, kind="furniture"))
    reading = read(role, language, (shown[0], teaser), shipped(), embed, vectors)
    assert reading.lacking
    assert reading.lacking.kind == "around"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What is the monthly rent?"),
        ("en", "How high is the deposit?"),
        ("en", "How much damage did the storm do?"),
        ("fr", "Quel est le loyer ?"),
        ("fr", "À combien s'élève la caution ?"),
        ("de", "Wie hoch ist die Miete?"),
        ("de", "Wie hoch ist die Kaution?"),
        ("it", "Qual è il canone mensile?"),
        ("it", "A quanto ammonta la cauzione?"),
    ],
)
def test_a_rent_is_asked_for_in_money(language, question):
    assert understand(question, language).kind == "money"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What is the duration of the lease?"),
        ("fr", "Quelle est la durée du bail ?"),
        ("de", "Welche Laufzeit hat der Vertrag?"),
        ("it", "Qual è la durata del contratto?"),
    ],
)
def test_how_long_a_contract_runs_is_asked_for_in_time(language, question):
    assert understand(question, language).measure == "duration"


@pytest.mark.parametrize(
    ("language", "question", "told", "denial"),
    [
        ("en", "Why are dogs allowed in the mill?",
         "Dogs are not allowed in the mill because of the flour.", True),
        ("en", "Why were dogs hurt?", "Nobody was hurt because the mill was empty.", True),
        ("en", "Why was nobody hurt?", "Nobody was hurt because the mill was empty.", False),
        ("en", "Why did they stop exporting?", "They do not export because of the law.", False),
        ("fr", "Pourquoi les chiens sont-ils admis au moulin ?",
         "Les chiens ne sont pas admis au moulin, car on y garde la farine.", True),
        ("fr", "Pourquoi le moulin a-t-il fermé ?",
         "Le moulin a fermé parce que le meunier n'a pas payé.", False),
        ("de", "Warum sind Hunde in der Mühle erlaubt?",
         "Hunde sind in der Mühle nicht erlaubt, weil dort Mehl liegt.", True),
        ("de", "Warum schloss die Mühle?",
         "Die Mühle schloss, weil der Müller nicht zahlte.", False),
        ("it", "Perché i cani sono ammessi al mulino?",
         "I cani non sono ammessi al mulino perché c'è la farina.", True),
        ("it", "Perché il mulino ha chiuso?",
         "Il mulino ha chiuso perché il mugnaio non ha pagato.", False),
    ],
)  # fmt: skip
def test_no_reason_is_given_for_what_is_denied(language, question, told, denial, line, vectors):
    asked = understand(question, language)
    assert denied(asked, line(told, language=language), vectors) is denial


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What is the monthly rent?"),
        ("fr", "Quel est le loyer mensuel ?"),
        ("de", "Wie hoch ist die monatliche Miete?"),
        ("it", "Qual è il canone mensile?"),
    ],
)
def test_what_is_paid_a_month_goes_before_what_is_paid_once(language, question, line):
    asked = understand(question, language)
    assert at_the_rate(asked, line("Il canone è di 1.450 euro al mese.", language="it"))
    assert not at_the_rate(asked, line("La cauzione è di 4.350 euro.", language="it"))


@pytest.mark.parametrize(
    ("language", "question", "told", "days"),
    [
        ("en", "When did the mill open?", "Karsund, 14 March 2024 – The mill opened in 1871.",
         ["1871"]),
        ("fr", "Quand le moulin a-t-il ouvert ?",
         "Karsund, le 14 mars 2024 – Le moulin a ouvert en 1871.", ["1871"]),
        ("de", "Wann öffnete die Mühle?", "Karsund, 14. März 2024 – Die Mühle öffnete 1871.",
         ["1871"]),
        ("it", "Quando aprì il mulino?", "KARSUND, 14 marzo 2024 - Il mulino aprì nel 1871.",
         ["1871"]),
        ("en", "When did the mill open?", "On 14 March 2024 the mill opened.", ["14 March 2024"]),
    ],
)  # fmt: skip
def test_the_day_of_the_dateline_is_no_day_of_what_is_told(language, question, told, days, line):
    found = candidates(understand(question, language), line(told, language=language))
    assert [fact.text.split("nel ")[-1].removeprefix("On ") for fact in found] == days
