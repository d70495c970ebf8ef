"""What is plainly lacking is told, in the reader's language."""

from dataclasses import replace

import pytest

from assistant.reader.reading import read
from assistant.reader.weights import shipped

BANK = "The bank will invest 138 billion dollars. It was founded by the state."
APART = "The bank of the state is large. It lends money to traders in China."
PARTNERS = "In 2024 India will expand its partnership with Brazil."
NETWORK = "L'Inde et le Brésil ont rejoint le réseau AI Alliance Network."


@pytest.mark.parametrize(
    ("question", "language", "text", "written_in", "kind"),
    [
        ("How much will Huawei invest?", "en", BANK, "en", "name"),
        ("Wie alt ist die Bank?", "de", BANK, "en", "figure"),
        ("In che anno è nata la banca?", "it", BANK, "en", "date"),
        ("Why will the bank invest?", "en", BANK, "en", "cause"),
        ("Warum hat Indien den Beitritt zum AI Alliance Network abgelehnt?", "de", NETWORK, "fr",
         "reversed"),
        ("Qui a fondé la banque ?", "fr", BANK, "en", "person"),
        ("Chi ha fondato la banca?", "it", BANK + " Anna Keller leads it.", "en", "person"),
        ("In quale città ha sede la banca?", "it", BANK, "en", "place"),
        ("Wem gehört die Bank of China?", "de", APART, "en", "name"),
        ("Quale banca investirà per seconda?", "it", BANK, "en", "rank"),
        ("Was ist die größte Stadt?", "de", BANK, "en", "rank"),
        ("Wer leitete die Bank im Vietnamkrieg?", "de", BANK, "en", "name"),
        ("Was wird Indien 2025 mit Brasilien ausbauen?", "de", PARTNERS, "en", "year"),
        ("Quand l'Inde a-t-elle mis fin au partenariat ?", "fr", PARTNERS, "en", "reversed"),
        ("The", "en", BANK, "en", "bare"),
        ("Pourquoi ?", "fr", BANK, "en", "bare"),
        ("Was ist das?", "de", BANK, "en", "bare"),
        ("Chi è?", "it", BANK, "en", "bare"),
    ],
)  # fmt: skip
def test_what_is_plainly_lacking(
    question, language, text, written_in, kind, passages, embed, vectors
):
    reading = read(
        question, language, passages(text, language=written_in), shipped(), embed, vectors
    )
    assert reading.quoted == ()
    assert reading.lacking is not None
    assert reading.lacking.kind == kind
    assert reading.lacking.say(language) != reading.lacking.say("en" if language != "en" else "fr")


def test_the_name_that_nobody_names_is_told(passages, embed, vectors):
    reading = read(
        "Combien Huawei va-t-elle investir ?", "fr", passages(BANK), shipped(), embed, vectors
    )
    assert reading.lacking.say("fr") == "Aucun passage trouvé ne nomme Huawei."


def test_a_name_of_several_words_is_told_as_it_was_written(passages, embed, vectors):
    reading = read(
        "Wem gehört die Bank of China?", "de", passages(APART), shipped(), embed, vectors
    )
    assert reading.lacking.say("de") == "Keine gefundene Stelle nennt Bank of China."


def test_a_name_that_only_a_comment_names_is_told_as_such(passages, embed, vectors):
    article, comment = passages(BANK, "Huawei should invest as well!")
    aside = replace(comment, hit=replace(comment.hit, kind="comment"))
    reading = read("Quanto investirà Huawei?", "it", (article, aside), shipped(), embed, vectors)
    assert reading.quoted == ()
    assert reading.lacking.say("it") == (
        "Solo un commento, o la pagina intorno a un articolo, nomina Huawei."
    )


def test_names_that_stand_in_documents_apart_are_told_together(passages, embed, vectors):
    apart = passages("Anna Keller bakes bread.", "The museum of Halden opened in May.")
    reading = read(
        "Since when has Anna Keller been running the museum of Halden?", "en", apart,
        shipped(), embed, vectors,
    )  # fmt: skip
    assert reading.lacking.kind == "apart"
    assert reading.lacking.say("en").endswith("together: Anna Keller, Halden.")


def test_half_a_name_is_told_whole(passages, embed, vectors):
    reading = read(
        "Combien coûte la montée au Mont Blanc ?", "fr", passages(BANK), shipped(), embed, vectors
    )
    assert reading.lacking.say("fr") == "Aucun passage trouvé ne nomme Mont Blanc."


@pytest.mark.parametrize(
    ("question", "language", "text", "written_in"),
    [
        ("When was the last outbreak of the plague?", "en",
         "The first outbreak of the plague was in 1347, the worst in 1348.", "en"),
        ("Wen schlugen die Broncos, um zu gewinnen?", "de",
         "The Broncos defeated the Pittsburgh Steelers by eleven points.", "en"),
        ("Quel aspect du projet ne plaisait pas à la ville ?", "fr",
         "La città era contro il progetto, perché il progetto era caro.", "it"),
    ],
)  # fmt: skip
def test_what_is_told_side_by_side_is_not_told_as_reversed(
    question, language, text, written_in, passages, embed, vectors
):
    reading = read(
        question, language, passages(text, language=written_in), shipped(), embed, vectors
    )
    assert reading.lacking is None


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Why was the library closed?", "en", "The library reopens on Monday."),
        ("Pourquoi la mairie a-t-elle fermé ?", "fr", "La mairie rouvre lundi."),
        ("Warum wurde das Museum geschlossen?", "de", "Das Museum wird wieder geöffnet."),
        ("Perché il museo è stato chiuso?", "it", "Il museo riapre lunedì."),
    ],
)
def test_what_opens_again_was_closed(question, language, text, passages, embed, vectors):
    reading = read(question, language, passages(text, language=language), shipped(), embed, vectors)
    assert reading.lacking.kind == "cause"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who heads the Bank of Halden?", "en"),
        ("Qui dirige la Bank of Halden ?", "fr"),
        ("Wer leitet die Bank of Halden?", "de"),
        ("Chi dirige la Bank of Halden?", "it"),
    ],
)
def test_who_leads_a_thing_is_lacking_where_nobody_is_told_at_its_head(
    question, language, passages, embed, vectors
):
    told = "The Bank of Halden announced 138 billion dollars for chips. It has 40 branches."
    reading = read(question, language, passages(told), shipped(), embed, vectors)
    assert reading.quoted == ()
    assert reading.lacking.kind == "person"
    led = f"{told} Mary Stone heads the Bank of Halden."
    assert read(question, language, passages(led), shipped(), embed, vectors).lacking is None
