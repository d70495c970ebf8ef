"""What lists of words miss gives way to plain evidence; a name never does."""

import pytest

from assistant.reader.asked import understand
from assistant.reader.lacking import lacking
from assistant.reader.lines import page
from assistant.reader.untold import untold

APP = {
    "en": "The start-up Nardo has shaken the market of Norway and Peru.",
    "fr": "La start-up Nardo a secoué le marché de Norvège et du Pérou.",
    "de": "Das Start-up Nardo hat den Markt in Norwegen und Peru erschüttert.",
    "it": "La start-up Nardo ha scosso il mercato di Norvegia e Perù.",
}
BANNED = {
    "en": "Which countries have banned Nardo?",
    "fr": "Quels pays ont interdit Nardo ?",
    "de": "Welche Länder haben Nardo verboten?",
    "it": "Quali paesi hanno vietato Nardo?",
}
KARSUND = {
    "en": "Which countries know Karsund?",
    "fr": "Quels pays connaissent Karsund ?",
    "de": "Welche Länder kennen Karsund?",
    "it": "Quali paesi conoscono Karsund?",
}
TESTED = {
    "en": "What was tested in Welmouth?",
    "fr": "Qu'a-t-on testé à Welmouth ?",
    "de": "Was wurde in Welmouth getestet?",
    "it": "Che cosa è stato testato a Welmouth?",
}


@pytest.fixture
def missing(passages, embed, vectors):
    def of(question, asked_in, text, told_in, chance):
        asked = understand(question, asked_in)
        seen = page(asked, passages(text, language=told_in), embed, vectors)
        found = lacking(asked, seen, 0, vectors, chance=chance)
        return found and found.kind

    return of


@pytest.fixture
def untold_word(passages, embed, vectors):
    def of(question, asked_in, text, told_in):
        asked = understand(question, asked_in)
        return untold(asked, page(asked, passages(text, language=told_in), embed, vectors), 0)

    return of


@pytest.mark.parametrize("told", APP)
@pytest.mark.parametrize("asked", BANNED)
def test_an_untold_deed_is_lacking_unless_the_evidence_is_plain(asked, told, missing):
    assert missing(BANNED[asked], asked, APP[told], told, 0.49) == "untold"
    assert missing(BANNED[asked], asked, APP[told], told, 0.51) is None


@pytest.mark.parametrize("told", APP)
@pytest.mark.parametrize("asked", KARSUND)
def test_a_name_that_nobody_names_is_lacking_whatever_the_evidence(asked, told, missing):
    assert missing(KARSUND[asked], asked, APP[told], told, 0.99) == "name"


@pytest.mark.parametrize("asked", TESTED)
def test_a_german_compound_tells_its_last_word(asked, untold_word):
    told = untold_word(TESTED[asked], asked, "Ein Bodentest fand in Welmouth statt.", "de")
    other = untold_word(TESTED[asked], asked, "Ein Gartenfest fand in Welmouth statt.", "de")
    assert (told, bool(other)) == ("", True)


@pytest.mark.parametrize(
    ("language", "idiom", "deed", "text"),
    [
        ("en", "What lends itself to Nardo?", "Who lends to Nardo?", "Ida knows Nardo."),
        ("fr", "Qu'est-ce qui se prête à Nardo ?", "Qui prête à Nardo ?", "Ida connaît Nardo."),
        ("de", "Was gehörte zum Park Nardo?", "Was gehörte Nardo?", "Ida kennt Nardo."),
        ("de", "Wer beschäftigt sich mit Nardo?", "Wen beschäftigt Nardo?", "Ida kennt Nardo."),
        ("it", "Che cosa si presta a Nardo?", "Chi prestò soldi a Nardo?", "Ida conosce Nardo."),
    ],
)
def test_a_verb_that_means_else_is_no_deed(language, idiom, deed, text, untold_word):
    assert untold_word(idiom, language, text, language) == ""
    assert untold_word(deed, language, text, language) != ""
