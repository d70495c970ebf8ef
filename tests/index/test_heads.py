"""Days, people and agencies at the head of an article, as papers in four languages write them."""

import pytest
from test_about import page, told


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
