"""Boxes and labels that are told by their place, and comments that run on in an article's line."""

import pytest
from test_furniture import ASKED, kinds

from index.furniture import furniture


@pytest.mark.parametrize(
    "tail",
    [
        "Comments (2) Gwen: it costs us nine zebras, mark my words.",
        "Comments Gwen: it costs us nine zebras, mark my words.",
        "2 commentaires Gwen : cela nous coûtera neuf zèbres.",
        "Kommentare (3) Gwen: das kostet uns neun Zebras.",
        "Commenti (2) Gwen: costerà nove zebre.",
    ],
)
def test_C22_comments_in_the_articles_last_line_are_comment_from_their_label_on(tail):
    text = f"A new plant\n{ASKED['en']} It opens in May. {tail}"
    assert [(m.kind, text[m.start : m.end]) for m in furniture(text)] == [("comment", tail)]


@pytest.mark.parametrize(
    "tail",
    [
        "Comments by the minister were not to be had that evening.",
        "3 comments were kind, he said.",
        "Comment vont-ils payer ? Commentaires et critiques fusent.",
        "Kommentare zum Haushalt gab es keine.",
    ],
)
def test_C22_a_sentence_about_comments_is_the_articles(tail):
    assert furniture(f"A new plant\n{ASKED['en']} It opens in May. {tail}") == []


HEADLINE = {
    "en": "Toy maker cuts 140 jobs in Leeds", "fr": "La halle de Bourg va enfin rouvrir",
    "de": "Der Rat stimmt über das Parkhaus ab", "it": "Il ponte di Dronero riapre a settembre",
}  # fmt: skip
LABEL = {"en": "Business", "fr": "Récit", "de": "Bürgerentscheid", "it": "Cultura"}
OFFER = {
    "en": ("The Friday letter", "Every week, what to sow and what to plant.", "Sign up"),
    "fr": ("La lettre du jardin", "Chaque vendredi, nos conseils pour semer.", "Je m'inscris"),
    "de": ("Der Gartenbrief", "Jeden Freitag: was jetzt gesät wird.", "Jetzt abonnieren"),
    "it": ("La lettera dell'orto", "Ogni venerdì che cosa seminare.", "Iscriviti gratis"),
}


@pytest.mark.parametrize("language", ASKED)
def test_a_label_above_the_headline_is_the_articles_and_an_offer_in_its_middle_is_not(language):
    body = ASKED[language]
    page = ["Newsletters", "Podcasts", LABEL[language], HEADLINE[language], body]
    assert kinds("\n".join([*page, body])) == ["navigation"] * 2 + ["article"] * 4
    offered = "\n".join([*page, *OFFER[language], body])
    assert kinds(offered)[4:] == ["article", "notice", "notice", "notice", "article"]
