"""What a document says about itself, in four languages, and what it does not say."""

import pytest

from index.about import about
from index.days import dates, is_date, span
from index.documents import About, Detail
from index.furniture import furniture
from index.language import detect

BODY = {
    "en": "The council voted for the new bridge on Monday, after three hours of talks in hall 2.\n"
    "It will cost more than was thought, said the engineer, who had warned them in the spring.",
    "fr": "Le conseil a voté lundi pour le nouveau pont, après trois heures de discussions vives.\n"
    "Il coûtera plus cher que prévu, a dit l'ingénieur, qui les avait avertis au printemps.",
    "de": "Der Rat hat am Montag nach drei Stunden für die neue Brücke gestimmt, knapp wie nie.\n"
    "Sie wird teurer als gedacht, sagte der Ingenieur, der im Frühjahr davor gewarnt hatte.",
    "it": "Il consiglio ha votato lunedì per il nuovo ponte, dopo tre ore di discussioni accese.\n"
    "Costerà più del previsto, ha detto l'ingegnere, che li aveva avvertiti in primavera.",
}
TITLE = {
    "en": "A new bridge for the town",
    "fr": "Un nouveau pont pour la ville",
    "de": "Eine neue Brücke für die Stadt",
    "it": "Un nuovo ponte per la città",
}


def told(text, file="a.txt"):
    return about(text, detect(text), furniture(text), file=file)


def page(language, line):
    return f"{TITLE[language]}\n{line}\n\n{BODY[language]}"


@pytest.mark.parametrize(
    ("language", "line", "value", "origin"),
    [
        ("en", "Published on 3 May 2024", "2024-05-03", "label"),
        ("en", "May 3rd, 2024", "2024-05-03", "line"),
        ("en", "By Ann Lee | 12/31/2024", "2024-12-31", "line"),
        ("en", "Last updated: 2024-05-03", "2024-05-03", "label"),
        ("fr", "Publié le 1er mars 2024 à 11h37", "2024-03-01", "label"),
        ("fr", "lundi 3 février 2025", "2025-02-03", "line"),
        ("fr", "Par Luc Moreau, le 03/04/2025", "2025-04-03", "line"),
        ("fr", "Mis à jour le 3 févr. 2025", "2025-02-03", "label"),
        ("de", "Veröffentlicht am 3. März 2024, 14.05 Uhr", "2024-03-03", "label"),
        ("de", "Stand: 21. Mai 2024", "2024-05-21", "label"),
        ("de", "Von Eva Klein · 03.04.2025", "2025-04-03", "line"),
        ("de", "Donnerstag, 6. Jänner 2022", "2022-01-06", "line"),
        ("it", "Pubblicato il 1° gennaio 2025 alle ore 9", "2025-01-01", "label"),
        ("it", "date 2025-01 MeteoWeb", "2025-01", "label"),
        ("it", "mercoledì 12 giugno 2024", "2024-06-12", "line"),
        ("it", "di Anna Rossi - 12.6.2024", "2024-06-12", "line"),
        ("fr", "Mis en ligne le mardi 3 juin 2025", "2025-06-03", "label"),
        ("en", "June 3, 2025 / 10:04 AM EDT / CBS News", "2025-06-03", "line"),
        ("en", "Updated 4:32 PM EDT, Tue June 3, 2025", "2025-06-03", "label"),
        ("de", "Aktualisiert am Dienstag, 3. Juni 2025, 14:02 Uhr", "2025-06-03", "label"),
        ("it", "Pubblicato martedì 3 giugno 2025", "2025-06-03", "label"),
    ],
)  # fmt: skip
def test_a_date_is_found_where_a_document_gives_its_own(language, line, value, origin):
    text = page(language, line)
    found = told(text).date
    assert (found.value, found.origin) == (value, origin)
    assert value[:4] in text[found.start : found.end]


@pytest.mark.parametrize(
    ("language", "lines", "who"),
    [
        ("en", "Share\nSave\nAngus Cochrane\nBBC Scotland News", "Angus Cochrane"),
        ("en", "Ann Lee and Tom Fox\nPolitical correspondent", "Ann Lee and Tom Fox"),
        ("fr", "Luc Moreau\nCorrespondant à Genève", "Luc Moreau"),
        ("de", "Eva Klein\nRedakteurin im Ressort Stadt", "Eva Klein"),
        ("it", "Anna De Rossi\nGiornalista", "Anna De Rossi"),
        ("en", "Lake Geneva\nMore water than ever", None),
        ("de", "Eva Klein\n3. März 2024", None),
    ],
)
def test_a_name_above_its_desk_is_who_wrote_it(language, lines, who):
    found = told(page(language, lines)).byline
    assert (found.value if found else None) == who


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Published on 3 May 2099"), ("fr", "Publié le 3 mai 2099"),
     ("de", "Veröffentlicht am 3. Mai 2099"), ("it", "Pubblicato il 3 maggio 2099")],
)  # fmt: skip
def test_c17_a_date_that_is_still_to_come_is_no_date_of_a_document(language, line):
    assert told(page(language, line)).date is None
    assert told(page(language, ""), file="2099-05-03.txt").date is None


@pytest.mark.parametrize(
    ("language", "line", "value"),
    [("en", "(Reuters)", "Reuters"), ("fr", "(AFP)", "AFP"), ("de", "(dpa/lno)", "dpa/lno"),
     ("it", "(ANSA)", "ANSA"), ("it", "Redazione ANSA", "ANSA"), ("fr", "afp", "afp")],
)  # fmt: skip
def test_an_agency_on_a_line_of_its_own_below_the_article_is_its_source(language, line, value):
    text = f"{TITLE[language]}\n\n{BODY[language]}\n\n{line}\n"
    found = told(text).source
    assert (found.value, text[found.start : found.end]) == (value, value)
    photo = f"{TITLE[language]}\n{line}\n\n{BODY[language]}\n"
    assert line.startswith("Redazione") or told(photo).source is None, "that of its photo"


@pytest.mark.parametrize(
    ("language", "line", "people"),
    [
        ("fr", "Rédigé par Luc Moreau et Zoé Petit", "Luc Moreau et Zoé Petit"),
        ("en", "By Ann Lee, Staff Writer", "Ann Lee"),
        ("en", "By Ann Lee, Senior Political Correspondent", "Ann Lee"),
        ("de", "Verfasst von Eva Klein, Redakteurin", "Eva Klein"),
        ("it", "Scritto da Anna Rossi", "Anna Rossi"),
        ("it", "di Redazione ANSA", None),
    ],
)
def test_a_byline_names_people_and_neither_their_work_nor_a_room(language, line, people):
    found = told(page(language, line)).byline
    assert (found.value if found else None) == people


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("en", "HALDEN, 15 June 2024. "),
        ("fr", "PARIS, 15 juin 2024 (AFP) - "),
        ("de", "Berlin, 15. Juni 2024 (dpa) – "),
        ("it", "ROMA, 15 giugno 2024 - "),
    ],
)
def test_a_dateline_is_a_date_of_the_document(language, start):
    found = told(f"{TITLE[language]}\n\n{start}{BODY[language]}").date
    assert (found.value, found.origin) == ("2024-06-15", "dateline")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The old bridge was opened on 3 May 1931 by a minister nobody remembers any more."),
        (
            "fr",
            "L'annonce est datée du 23 janvier 2025, précise la mairie dans un communiqué.",
        ),
        ("de", "In dem am 2. Juli 2024 vorgelegten Bericht heißt es, die Kosten seien gestiegen."),
        ("it", "Il vecchio ponte fu aperto il 3 maggio 1931 da un ministro che nessuno ricorda."),
    ],
)
def test_the_day_of_an_event_is_not_the_documents(language, sentence):
    assert told(f"{TITLE[language]}\n\n{sentence}\n{BODY[language]}").date is None


@pytest.mark.parametrize(
    ("language", "box"),
    [
        ("en", "Read also\nFive bridges worth a visit this summer\n3 May 2024"),
        ("fr", "À découvrir\nQuels sont les cinq plus beaux ponts ?\n30 décembre 2024 à 11h37"),
        ("de", "Lesen Sie auch\nFünf Brücken, die einen Besuch lohnen\n3. Mai 2024"),
        ("it", "Leggi anche\nCinque ponti da vedere questa estate\n3 maggio 2024"),
    ],
)
def test_a_teasers_date_is_not_the_articles(language, box):
    assert told(f"{TITLE[language]}\n\n{BODY[language]}\n\n{box}").date is None


def test_B21_a_date_with_two_readings_keeps_what_both_share():
    assert [day.value for day in dates("on 03/04/2026 and 04/04/2026", "en")] == [
        "2026",
        "2026-04-04",
    ]
    assert [day.value for day in dates("le 03/04/2026", "fr")] == ["2026-04-03"]
    assert [day.value for day in dates("31.02.2026, 99/99/2026", "de")] == []


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-01", "2025-01-01", "2025-01-31"),
        ("2025-01-09", "2025-01-09", "2025-01-09"),
    ],
)
def test_a_date_stands_for_all_the_days_it_may_mean(value, first, last):
    assert is_date(value)
    assert span(value) == (first, last)


@pytest.mark.parametrize("value", ["", "25", "2025-1", "2025-13", "2025-02-30", "gestern"])
def test_what_is_no_date_is_none(value):
    assert not is_date(value)


@pytest.mark.parametrize(
    ("language", "line", "who"),
    [
        ("en", "By Harriet Voss", "Harriet Voss"),
        ("en", "By Harriet Voss and Tom de la Mare in London", "Harriet Voss and Tom de la Mare"),
        ("fr", "Par Gleb Bryanski", "Gleb Bryanski"),
        ("fr", "((Traduction automatisée par Reuters)) par Gleb Bryanski", "Gleb Bryanski"),
        ("de", "Von Eva Klein, Berlin", "Eva Klein"),
        ("de", "Text: Jörg Meier-Müller", "Jörg Meier-Müller"),
        ("it", "di Anna D'Amico | 12.6.2024", "Anna D'Amico"),
        ("it", "A cura di Marco Rossi", "Marco Rossi"),
    ],
)
def test_a_byline_is_found_at_its_place(language, line, who):
    text = page(language, line)
    found = told(text).byline
    assert found.value == text[found.start : found.end] == who


@pytest.mark.parametrize("line", ["Von 2010 bis 2020", "Par exemple, la Chine", "By the River"])
def test_not_every_by_has_an_author(line):
    assert told(page("en", line)).byline is None


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "{title}\n\nLONDON, May 3 (Reuters) - {body}", "Reuters"),
        ("fr", "{title}\n\n{body}\n\nSource : Reuters", "Reuters"),
        ("fr", "{title}\n\n{body} (ats/afp)", "ats/afp"),
        ("de", "{title}\n\n{body}\n\nQuelle: Keystone-SDA", "Keystone-SDA"),
        ("it", "{title}\n\n{body}\n\nFonte: ANSA", "ANSA"),
        ("it", " date 2025-01 MeteoWeb\n\n{body}", "MeteoWeb"),
    ],
)
def test_a_source_is_found_at_its_place(language, text, who):
    text = text.format(title=TITLE[language], body=BODY[language])
    found = told(text).source
    assert found.value == text[found.start : found.end] == who


def test_a_photo_agency_is_not_the_source():
    assert told(page("fr", "© Reuters")).source is None


@pytest.mark.parametrize(
    ("seed", "date", "byline", "source"),
    [
        ("000", None, None, "Reuters"),  # ends with a teaser's date
        ("001", None, "Gleb Bryanski", "Reuters"),  # "le mois dernier" is no date
        ("002", "2025-01", None, "MeteoWeb"),
        ("003", None, None, None),  # "L'annonce est datée du 23 janvier"
        ("004", None, None, "Reuters"),
    ],
)
def test_seeds(seeds, seed, date, byline, source):
    text = next(seeds.glob(f"{seed}*.txt")).read_text(encoding="utf-8")
    found = told(text)
    values = [d.value if d else None for d in (found.date, found.byline, found.source)]
    assert values == [date, byline, source]
    assert found.title.value.split()[0] in text[found.title.start : found.title.end]
    assert found.language.value == detect(text)


def test_a_name_may_hold_the_date_when_the_text_holds_none():
    found = told(BODY["en"], file="2024/report-2025-03-01.txt").date
    assert (found.value, found.origin, found.start, found.end) == ("2025-03-01", "file name", 0, 0)
    assert told(page("en", "3 May 2024"), file="2025-03-01.txt").date.value == "2024-05-03"


def test_fields_of_a_format_are_believed_when_the_text_is_less_sure():
    field = Detail("2023-02-01", 0, 0, "metadata", 0.8)
    known = About(date=field)
    assert about(BODY["en"], "en", known=known).date == field
    assert about(page("en", "3 May 2024"), "en", known=known).date.value == "2024-05-03"
