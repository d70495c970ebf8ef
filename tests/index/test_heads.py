"""Days, people and agencies at the head of an article, as papers in four languages write them."""

import pytest
from test_about import BODY, TITLE, page, told


@pytest.mark.parametrize(
    ("language", "line", "date", "who", "source"),
    [
        ("en", "By Ann Lee, The Associated Press | Jun 03, 2024, 10:32am EDT",
         "2024-06-03", "Ann Lee", None),
        ("en", "Tues 3 Jun 2024 07.00 BST", "2024-06-03", None, None),
        ("en", "From our correspondent Ann Lee", None, "Ann Lee", None),
        ("en", "Ann Lee with AP", None, None, "AP"),
        ("fr", "Le 3 juin 2024 à 11h37", "2024-06-03", None, None),
        ("fr", "Publié le mar. 4 juin 2024 à 7:15", "2024-06-04", None, None),
        ("fr", "De notre envoyée spéciale à Dole, Zoé Petit", None, "Zoé Petit", None),
        ("fr", "Par L.M. avec AFP", None, None, "AFP"),
        ("fr", "Rédaction : Luc Moreau, Zoé Petit", None, "Luc Moreau, Zoé Petit", None),
        ("de", "3. Juni 2024, 14:02 Uhr | Quelle: dpa", "2024-06-03", None, "dpa"),
        ("de", "Ein Gastbeitrag von Prof. Dr. Eva Klein", None, "Eva Klein", None),
        ("de", "Erstveröffentlichung: 3. Juni 2024", "2024-06-03", None, None),
        ("de", "Publiziert heute um 06:00 Uhr, 3.6.2024", "2024-06-03", None, None),
        ("de", "Von Eva Klein, ARD Genf", None, "Eva Klein", None),
        ("it", "CUNEO, 03 giugno 2024, 14:02", "2024-06-03", None, None),
        ("it", "Cuneo - lun 3 giugno 2024", "2024-06-03", None, None),
        ("it", "dal nostro inviato Marco Oliveri", None, "Marco Oliveri", None),
        ("it", "Intervista a cura di Anna Rossi", None, "Anna Rossi", None),
        ("it", "Adnkronos 3 giugno 2024 18:01", "2024-06-03", None, None),
        ("it", "La festa del 3 giugno 2024 a Cuneo", None, None, None),
        ("de", "Das Fest am 3. Juni 2024 in Bern", None, None, None),
    ],
)  # fmt: skip
def test_c17_the_head_of_an_article_as_papers_write_it(language, line, date, who, source):
    found = told(page(language, line))
    got = (found.date, found.byline, found.source)
    assert tuple(detail.value if detail else None for detail in got) == (date, who, source)


@pytest.mark.parametrize(
    ("language", "line", "who"),
    [
        ("en", "Ann Lee in Harlow\n3 June 2024", "Ann Lee"),
        ("en", "3 June 2024\nAnn Lee, Senior Reporter", "Ann Lee"),
        ("fr", "par Anne Li à Lyon", "Anne Li"),
        ("fr", "Anne Li (à Lyon), avec AFP\n3 juin 2024", "Anne Li"),
        ("fr", "Anne Li, à Lyon | 3 juin 2024", "Anne Li"),
        ("de", "Von Anna Lee, Rom", "Anna Lee"),
        ("de", "Anna Lee, Rom\n03.06.2024", "Anna Lee"),
        ("it", "di Anna Li da Roma", "Anna Li"),
        ("it", "di Maria da Silva", "Maria da Silva"),
        ("it", "CUNEO - Anna Li\n3 giugno 2024", "Anna Li"),
        ("it", "dal nostro corrispondente Anna Li, Aosta", "Anna Li"),
        # A place alone, a name that the article tells of, a name far from any day.
        ("en", "New York, America\n3 June 2024", None),
        ("en", "Ann Town in Harlow\n3 June 2024\nMrs Town smiles", None),
        ("fr", "Anne Li à Lyon", None),
    ],
)  # fmt: skip
def test_c17_who_wrote_it_and_where_they_are(language, line, who):
    found = told(page(language, line)).byline
    assert (found.value if found else None) == who


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Harlow Gazette"),
        ("en", "The Northern Star | News"),
        ("fr", "La Dépêche du Rhône"),
        ("fr", "Le Courrier des Alpes - Édition du soir"),
        ("de", "Rheinische Morgenpost"),
        ("de", "DER STADTBOTE"),
        ("de", "Dresdner Nachrichten Online"),
        ("it", "Il Giornale del Lago"),
        ("it", "ECO DELLE VALLI"),
    ],
)
def test_c22_the_name_of_a_paper_above_the_headline_is_not_the_title(language, name):
    text = f"{name}\n{page(language, '')}"
    found = told(text).title
    assert found.value == TITLE[language]
    assert text[found.start : found.end] == TITLE[language]


def test_c22_a_name_that_no_list_has_is_told_by_whose_the_rights_are():
    text = f"Quorum Valley\n{page('en', '')}"
    assert told(text).title.value == "Quorum Valley"
    assert told(f"{text}\n© 2024 Quorum Valley").title.value == TITLE["en"]


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Good News for Milford"),
        ("en", "The Last Post"),
        ("en", "The Rising Sun"),
        ("fr", "La voix de la raison"),
        ("de", "Gute Nachrichten"),
        ("it", "La voce di chi resta"),
    ],
)
def test_c22_a_headline_that_sounds_like_a_paper_is_one(language, headline):
    assert told(f"{headline}\n{page(language, '')}").title.value == headline


def test_c22_a_paper_with_nothing_but_prose_below_keeps_its_name():
    assert told(f"Harlow Gazette\n{BODY['en']}").title.value == "Harlow Gazette"
