"""What kind of thing a question asks for, in four languages."""

import pytest

from assistant.reader.asked import tells_office, understand

KINDS = [
    ("en", "How many billion dollars will Bank of China invest?", "money"),
    ("fr", "Combien de milliards de dollars Bank of China va-t-elle investir ?", "money"),
    ("de", "Wie viele Milliarden Dollar investiert die Bank of China?", "money"),
    ("it", "Quanti miliardi di dollari investirà Bank of China?", "money"),
    ("en", "Who leads Sberbank?", "person"),
    ("fr", "Comment s'appelle le président de la banque ?", "person"),
    ("de", "Wie heißt der Vorstandsvorsitzende der Bank?", "person"),
    ("it", "Come si chiama il presidente della banca?", "person"),
    ("en", "When did the bridge open?", "date"),
    ("en", "Who was in charge when the bridge opened?", "person"),
    ("fr", "Depuis quand le pont est-il ouvert ?", "date"),
    ("de", "Seit wann ist die Brücke offen?", "date"),
    ("it", "In che giorno è stato aperto il ponte?", "date"),
    ("fr", "La Russie a-t-elle accès aux puces ?", "yesno"),
    ("fr", "Dans quels pays le vaccin a-t-il été testé ?", "list"),
    ("it", "Quante case si possono costruire?", "figure"),
    ("de", "Warum kam die Brücke zu spät?", "cause"),
    ("en", "What started the fire?", "cause"),
    ("en", "How many trillion rubles will it be?", "money"),
    ("en", "How many trillion roubles will it be?", "money"),
    ("de", "Wodurch entstand der Brand?", "cause"),
    ("de", "Was wird eine Karte kosten?", "money"),
    ("en", "What does the WHO advise?", "open"),
    ("en", "Which writer knew Doctor Who?", "person"),
    ("de", "Kauft Italien Chips?", "yesno"),
    ("de", "Seit wem gehört ihm das Haus?", "person"),
    ("en", "At what age did she die?", "figure"),
    ("de", "Welche Tiefe hat der See?", "figure"),
    ("de", "Am wievielten Mai beginnt die Messe?", "date"),
    ("de", "Woran liegt die Verspätung?", "cause"),
    ("de", "Aus welchen Ländern kommen die Ingenieure?", "list"),
    ("it", "Quale ditta esegue i lavori?", "organisation"),
    ("it", "Quanto pesa la pagnotta?", "figure"),
    ("fr", "À combien s'élève le budget ?", "money"),
    ("en", "Name the mayor of Rome.", "person"),
    ("en", "What do greenhouse gases cause?", "open"),
    ("en", "What year did the merger cause a strike?", "date"),
    ("de", "Wozu führte der Bau der Autobahn?", "open"),
    ("en", "How often does the doctor travel alone?", "open"),
    ("fr", "En combien d'années la banque dépensera-t-elle cet argent ?", "figure"),
    ("it", "In quanti anni la banca spenderà il denaro?", "figure"),
    ("en", "When many are arrested, what do they ask for?", "open"),
    ("en", "How many shareholders invested in it?", "figure"),
    ("fr", "Combien de pays participent au projet ?", "figure"),
    ("fr", "Combien de livres la bibliothèque prête-t-elle ?", "figure"),
    ("fr", "Combien de livres le pont a-t-il coûté ?", "money"),
    ("fr", "Combien de matchs le club a-t-il gagnés ?", "figure"),
    ("de", "Wie viele Aktionäre bezahlten?", "figure"),
    ("it", "Quanti soci hanno pagato?", "figure"),
    ("en", "How many pounds does the bell weigh?", "figure"),
    ("en", "How many crowns did the bell bring?", "money"),
    ("de", "Wie viele Zloty bekam sie?", "money"),
    ("de", "Welche Vereine zahlen mit?", "list"),
    ("en", "Which municipalities are hit?", "list"),
    ("de", "Wie teuer war die Brücke?", "money"),
    ("de", "Wieviel Prozent der Aktien hält der Staat?", "share"),
    ("en", "What share of the fires was caused by smokers?", "share"),
    ("en", "What damage was caused by the flood?", "open"),
    ("de", "Welche Schäden hat das Hochwasser verursacht?", "open"),
    ("fr", "Quel joueur a marqué le premier but ?", "person"),
    ("fr", "Quelles ont été les causes de l'incendie ?", "cause"),
    ("it", "Per quale squadra gioca Rossi?", "organisation"),
    ("it", "Quali furono le cause del terremoto?", "cause"),
    ("fr", "Le pont a été inauguré quand ?", "date"),
    ("it", "Il ponte apre quando?", "date"),
    ("de", "Was sagte er gegenüber der Zeitung?", "open"),
    ("en", "IN WHAT YEAR, AND BY WHOM?", "date"),
    ("en", "TELL ME WHO COACHES THE CLUB", "person"),
]


@pytest.mark.parametrize(("language", "question", "kind"), KINDS)
def test_the_kind_of_thing_asked_for(language, question, kind):
    assert understand(question, language).kind == kind


@pytest.mark.parametrize(
    ("language", "question", "measure"),
    [
        ("en", "How deep is the lake?", "length"),
        ("fr", "Quelle est la profondeur du lac ?", "length"),
        ("de", "Wie alt ist die Schriftstellerin?", "age"),
        ("it", "Quanti anni ha la scrittrice?", "age"),
        ("en", "How many boats are on the lake?", ""),
        ("en", "How long does the journey take?", "duration"),
        ("fr", "Combien de temps dure le trajet ?", "duration"),
        ("de", "Wie lange dauert die Fahrt?", "duration"),
        ("it", "Quanto dura il viaggio?", "duration"),
        ("en", "How long is the bridge?", ""),
        ("de", "Wie hoch ist die Marienbrücke?", "length"),
        ("de", "Wie hoch ist der Schaden?", ""),
        ("en", "How many children under the age of 18 live there?", ""),
    ],
)
def test_the_dimension_a_figure_must_have(language, question, measure):
    assert understand(question, language).measure == measure


@pytest.mark.parametrize(
    ("language", "question", "grain"),
    [
        ("en", "In which year did it open?", "year"),
        ("fr", "Quel jour a-t-il ouvert ?", "day"),
        ("de", "Um wie viel Uhr fährt der Zug?", "time"),
        ("it", "In che anno è stato aperto?", "year"),
        ("en", "When did it open?", ""),
        ("en", "When was this article published?", "published"),
        ("fr", "Dans quelle ville est-elle ?", "city"),
        ("de", "In welchem Land liegt sie?", "country"),
        ("it", "Come si chiama il presidente?", "named"),
        ("en", "Who owns the bank?", ""),
    ],
)
def test_how_fine_a_date_or_how_large_a_place_must_be(language, question, grain):
    assert understand(question, language).grain == grain


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Was prüfte das britische Sozialamt in Wien?", ("Wien",)),
        ("Wer ist die neue Begleiterin von Anna Keller?", ("Anna", "Keller")),
        ("Wer kaufte die neue Siemens-Zentrale?", ("Siemens",)),
        ("Wann kam der neue Trainer Aurel Santis nach Wien?", ("Aurel", "Santis", "Wien")),
    ],
)
def test_a_german_noun_behind_an_adjective_is_no_name(question, names):
    assert understand(question, "de").names == names


@pytest.mark.parametrize(
    ("language", "question", "office"),
    [
        ("en", "Who is in charge of the museum?", "lead"),
        ("fr", "Qui entraîne le club ?", "coach"),
        ("de", "Wer hat die Firma gegründet?", "found"),
        ("it", "Chi dirige il museo?", "lead"),
        ("it", "Chi ha visto il direttore?", "lead"),
        ("en", "When was the leader born?", ""),
        ("en", "Who is the head coach of the club?", "coach"),
        ("de", "Wer ist der Cheftrainer des Klubs?", "coach"),
        ("fr", "Qui est l'architecte du pont ?", "design"),
        ("de", "Wer leitet die Firma?", "lead"),
        ("it", "Chi dirige il progetto?", "lead"),
        ("en", "Who leads the architects?", "lead"),
        ("en", "Who attacked the journalist?", ""),
        ("fr", "Qui est la maire de la ville ?", "mayor"),
    ],
)
def test_what_the_person_asked_for_is_to_a_thing(language, question, office):
    assert understand(question, language).office == office


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ("found", "The firm was set up by Anna Keller."),
        ("found", "L'association a été créée par Anna Keller."),
        ("found", "Das von Anna Keller gegründete Unternehmen wuchs."),
        ("coach", "Anna Keller trainierte den Klub."),
        ("coach", "L'entraineur s'appelle Marc."),
        ("design", "Der Entwurf stammt von Anna Keller."),
        ("design", "Il palazzo fu disegnato da Anna Galli."),
        ("lead", "The mill is run by Anna Keller."),
        ("lead", "Geschäftsführerin Petra Wollny nennt die Kosten."),
        ("lead", "L'opposition, menée par Yves Le Goff, proteste."),
    ],
)
def test_an_office_is_told_in_many_forms(office, text):
    assert tells_office(text, office)


def test_all_capitals_make_no_name():
    assert understand("WHO LEADS THE CLUB IN 2019?", "en").names == ("2019",)
    assert understand("IBM?", "en").names == ("IBM",)


def test_a_purpose_is_no_reason():
    assert not understand("What is the goal of the plan?", "en").is_strict
    assert understand("Pourquoi ce plan ?", "fr").is_strict


def test_what_is_counted_and_what_is_named():
    asked = understand("How many passengers did Nerivax carry?", "en")
    assert asked.counted == "passengers"
    assert "Nerivax" in asked.names


def test_names_of_several_words_belong_together():
    assert understand("Who owns the Bank of China?", "en").phrases == (("Bank", "China"),)
    assert understand("Wer leitet die Bank of China?", "de").phrases == (("Bank", "China"),)
    assert understand("Wann erschienen Putins KI-Pläne?", "de").phrases == ()
