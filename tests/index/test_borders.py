"""Where an article ends among furniture: last subheadings, small print, tags and tickers."""

import pytest
from test_furniture import kinds

BODY = {
    "en": "The council has voted for the new bridge on Monday, after three hours in the town hall.",
    "fr": "Le conseil a voté lundi pour le nouveau pont, après trois heures de débat à la mairie.",
    "de": "Der Rat hat am Montag nach drei Stunden im Rathaus für die neue Brücke gestimmt.",
    "it": "Il consiglio ha votato lunedì per il nuovo ponte, dopo tre ore di discussione accesa.",
}
TITLE = {
    "en": "A new bridge for the town",
    "fr": "Un nouveau pont pour la ville",
    "de": "Eine neue Brücke für die Stadt",
    "it": "Un nuovo ponte per la città",
}
LAST = {
    "en": ("What it will cost", "The town pays 40 million pounds."),
    "fr": ("Combien cela coûtera", "La ville paie 40 millions d'euros."),
    "de": ("Was das kostet", "Die Stadt zahlt 40 Millionen Euro."),
    "it": ("Quanto costerà", "Il Comune paga 40 milioni di euro."),
}
BOX = {
    "en": ("Most read", "Dog elected mayor", "Ferry stays in port"),
    "fr": ("Les plus lus", "Un chien élu maire", "Le bac reste à quai"),
    "de": ("Meistgelesen", "Hund wird Bürgermeister", "Fähre bleibt im Hafen"),
    "it": ("I più letti", "Un cane eletto sindaco", "Il traghetto resta in porto"),
}
PRINT = {
    "en": "Reproduction of any part of this site without written consent is forbidden by law.",
    "fr": "La reproduction de tout ou partie du site sans accord écrit est interdite par la loi.",
    "de": "Die Vervielfältigung der Seiten ist ohne schriftliche Zustimmung nicht gestattet.",
    "it": "Senza il consenso scritto la riproduzione anche parziale delle pagine è vietata.",
}
SHARE = {"en": "Share", "fr": "Partager", "de": "Teilen", "it": "Condividi"}


def page(language, *after):
    return "\n".join([TITLE[language], BODY[language], *after])


@pytest.mark.parametrize("language", BODY)
def test_C22_a_subheading_below_the_last_paragraph_is_the_articles(language):
    text = page(language, *LAST[language], SHARE[language], *BOX[language])
    assert kinds(text) == ["article"] * 4 + ["sharing", "related", "teaser", "teaser"]


@pytest.mark.parametrize("language", BODY)
def test_C22_a_list_below_the_last_paragraph_is_the_articles(language):
    heading, said = LAST[language]
    text = page(language, heading, f"– {said.rstrip('.')} ;", f"– {heading}.", *BOX[language])
    assert kinds(text) == ["article"] * 5 + ["related", "teaser", "teaser"]


@pytest.mark.parametrize("language", BODY)
def test_C22_a_title_below_the_last_paragraph_with_nothing_said_is_not(language):
    heading, *titles = BOX[language]
    text = page(language, SHARE[language], *titles, heading, *titles)
    assert "article" not in kinds(text)[2:]


@pytest.mark.parametrize("language", BODY)
def test_C22_small_print_below_the_boxes_does_not_make_them_part_of_the_article(language):
    text = page(language, *BOX[language], PRINT[language])
    assert kinds(text) == ["article", "article", "related", "teaser", "teaser", "notice"]
    # The same words right below the article are its own.
    assert kinds(page(language, PRINT[language]))[2] == "article"


@pytest.mark.parametrize("language", BODY)
def test_C22_words_alone_under_a_heading_are_subjects(language):
    text = page(language, BOX[language][0], "Loup", "Jura", "")
    assert kinds(text)[2:5] == ["related", "navigation", "navigation"]


@pytest.mark.parametrize("language", BODY)
def test_C22_a_ticker_goes_on_behind_a_box(language):
    said = LAST[language][1]
    ticker = ["17.42", BODY[language], "18.20", said]
    text = page(language, *ticker, *BOX[language], "19.05", said, "20.10", BODY[language])
    assert kinds(text)[6:] == ["related", "teaser", "teaser"] + ["article"] * 4
    # Among teasers a time is theirs: no line of the article is one.
    assert kinds(page(language, *BOX[language], "19.05"))[-1] == "teaser"


@pytest.mark.parametrize("language", BODY)
def test_C22_a_table_of_contents_is_a_menu_and_its_headings_are_not(language):
    first, second = LAST[language][0], BOX[language][1]
    text = page(language, first, second, first, BODY[language], second, BODY[language])
    assert kinds(text)[2:] == ["navigation", "navigation"] + ["article"] * 4


MENU = {
    "en": ("Home", "News", "Business", "Culture", "Sport"),
    "fr": ("Accueil", "Politique", "Économie", "Culture", "Sport"),
    "de": ("Startseite", "Politik", "Wirtschaft", "Kultur", "Sport"),
    "it": ("Home", "Politica", "Economia", "Cultura", "Sport"),
}


@pytest.mark.parametrize("sign", [" > ", " › ", " / ", " | ", " » "])
@pytest.mark.parametrize("language", MENU)
def test_c22_a_trail_of_sections_is_no_headline_and_the_entry_above_it_no_kicker(language, sign):
    menu = MENU[language]
    trail = sign.join((menu[0], menu[3], menu[4]))
    lines = [*menu, "", trail, "", TITLE[language], "", BODY[language]]
    found = [kind for kind, line in zip(kinds("\n".join(lines)), lines, strict=True) if line]
    assert found == [*["navigation"] * 6, "article", "article"]
