"""What a question takes for granted is so where it is answered: done, over, monthly, by name."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.belonging import of_the_thing
from assistant.reader.lines import page
from assistant.reader.premise import only_planned, only_since, other_rate, unnamed
from assistant.reader.reading import read
from assistant.reader.weights import shipped

HEARINGS = {
    "en": ("en", "The Halden library is shut since 6 October. A hearing is set for 14 November."),
    "de": ("de", "Die Bibliothek von Halden ist seit dem 6. Oktober zu. "
                 "Eine Verhandlung ist für den 14. November vorgesehen."),
    "fr": ("fr", "La bibliothèque de Halden est fermée depuis le 6 octobre. "
                 "Une audience est prévue le 14 novembre."),
    "it": ("fr", "La bibliothèque de Halden est fermée depuis le 6 octobre. "
                 "Une audience est prévue le 14 novembre."),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "When did the strike at the mill end?"),
        ("fr", "Quand la grève du moulin s'est-elle terminée ?"),
        ("de", "Wann endete der Streik in der Mühle?"),
        ("it", "Quando è finito lo sciopero del mulino?"),
    ],
)
@pytest.mark.parametrize(
    ("written_in", "told"),
    [
        ("en", "The mill has been on strike since 3 May."),
        ("fr", "Le moulin est en grève depuis le 3 mai."),
        ("de", "Die Mühle streikt seit dem 3. Mai."),
        ("it", "Il mulino è in sciopero dal 3 maggio."),
    ],
)
def test_the_day_since_which_it_lasts_is_not_its_end(language, question, written_in, told, line):
    assert only_since(understand(question, language), line(told, language=written_in))


def test_a_day_on_which_it_ended_is_one(line):
    asked = understand("When did the strike end?", "en")
    assert not only_since(asked, line("The strike since 3 May ended on 9 June."))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "When did the council decide to widen the road?"),
        ("fr", "Quand le conseil a-t-il décidé d'élargir la route ?"),
        ("de", "Wann hat der Rat beschlossen, die Straße zu verbreitern?"),
        ("it", "Quando il consiglio ha deciso di allargare la strada?"),
    ],
)
@pytest.mark.parametrize(
    ("written_in", "told", "planned"),
    [
        ("en", "In June the council will decide on the road.", True),
        ("fr", "En juin, le conseil décidera de la route.", True),
        ("de", "Im Juni will der Rat über die Straße entscheiden.", True),
        ("it", "A giugno il consiglio deciderà sulla strada.", True),
        ("en", "In June the council decided that the road will be wider.", False),
        ("fr", "En juin, le conseil a décidé que la route sera élargie.", False),
        ("de", "Im Juni hat der Rat beschlossen, dass die Straße breiter werden soll.", False),
        ("it", "A giugno il consiglio ha deciso che la strada sarà allargata.", False),
    ],
)
def test_what_will_be_decided_is_not_decided(language, question, written_in, told, planned, line):
    assert only_planned(understand(question, language), line(told, language=written_in)) is planned


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How much does a weaver earn a month?"),
        ("fr", "Combien gagne un tisserand par mois ?"),
        ("de", "Wie viel verdient ein Weber im Monat?"),
        ("it", "Quanto guadagna un tessitore al mese?"),
    ],
)
def test_a_sum_is_not_a_monthly_one(language, question, line):
    asked = understand(question, language)
    assert other_rate(asked, line("The weaving mill lost 900,000 euros."))
    assert not other_rate(asked, line("A weaver earns 2,100 euros a month."))
    assert not other_rate(asked, line("Der Monatslohn beträgt 2100 Euro.", language="de"))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What are the names of the two suspects?"),
        ("fr", "Quel est le nom des deux suspects ?"),
        ("de", "Wie heißen die zwei Verdächtigen?"),
        ("it", "Come si chiamano i due sospetti?"),
    ],
)
def test_ages_are_no_names(language, question, line):
    asked = understand(question, language)
    ages = line("The two suspects are 34 and 29 years old.")
    assert unnamed(asked, ages, None)
    assert unnamed(asked, ages, line("Ewan Rae leads the inquiry."))
    assert not unnamed(asked, ages, line("They are Ewan Rae and Ida Moor."))
    assert not unnamed(asked, line("The two suspects, Ewan Rae and Ida Moor, fled."), None)


@pytest.mark.parametrize(
    ("language", "question", "told", "short"),
    [
        ("en", "How many people will work at the Halden plant once it is running?",
         "About 310 people would work at Halden during construction, and 40 once the plant runs.",
         ""),
        ("fr", "Combien de personnes ont dû quitter leur logement à Halden ?",
         "À Halden, 340 habitants ont quitté leur toit ; trois personnes sont blessées.", ""),
        ("de", "Wie viele Menschen wurden in Halden evakuiert?",
         "In Halden wurden 72 Menschen evakuiert; fünf Skifahrer kamen ins Spital.", "72"),
        ("it", "Quante persone sono state evacuate a Halden?",
         "A Halden 72 persone sono state evacuate; cinque sciatori sono feriti.", "72"),
    ],
)  # fmt: skip
def test_a_short_number_is_of_the_clause_asked_about(
    language, question, told, short, passages, embed, vectors
):
    found = passages(told, language=language)
    assert read(question, language, found, shipped(), embed, vectors).short == short


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "When is the hearing about the Halden library?"),
        ("fr", "Quand aura lieu l'audience sur la bibliothèque de Halden ?"),
        ("de", "Wann ist die Verhandlung über die Bibliothek von Halden?"),
        ("it", "Quando si terrà l'udienza sulla biblioteca di Halden?"),
    ],
)
def test_a_day_is_of_the_event_asked_about(language, question, passages, embed, vectors):
    told_in, text = HEARINGS[language]
    asked = understand(question, language)
    seen = page(asked, passages(text, language=told_in), embed, vectors)
    assert of_the_thing(asked, seen).tolist() == [False, True]
    told = read(question, language, passages(text, language=told_in), shipped(), embed, vectors)
    assert "14" in told.quoted[0].text


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "How much will the conversion of the Halden lighthouse cost?"),
        ("fr", "Combien coûtera la transformation du phare de Halden ?"),
        ("de", "Wie viel kostet der Umbau des Leuchtturms von Halden?"),
        ("it", "Quanto costerà la trasformazione del faro di Halden?"),
    ],
)
def test_two_sums_are_shown_in_whatever_language_is_asked(
    language, question, passages, embed, vectors
):
    (one,) = passages("The conversion of the Halden lighthouse will cost £2.3 million.")
    _, two = passages("", "Der Umbau des Leuchtturms von Halden kostet 2,9 Millionen Pfund.",
                      language="de")  # fmt: skip
    told = read(question, language, (one, two), shipped(), embed, vectors)
    assert {line.passage.number for line in told.quoted} == {1, 2}
    assert told.short == ""
